"""The marks of letterheads on paper (发文机关标志, 7.2.4) and the special forms: 信函, 命令, 纪要 (10.1–10.3)."""

from generator.typeset.styles import MILLIMETRE, PAGE_HEIGHT, TOP
from generator.verify.areas import CENTRE, millimetres, places
from generator.verify.clauses import Outcome, printed, unmeasured
from generator.verify.printout import Printout

NONE = "没有版头"
TWO_MILLIMETRES = 2 * MILLIMETRE
MARK_DOWN, ORDER_MARK_DOWN = 35 * MILLIMETRE, 20 * MILLIMETRE
LETTER_MARK_DOWN, LETTER_RULE, LETTER_FOOT = 30 * MILLIMETRE, 170 * MILLIMETRE, 20 * MILLIMETRE
EM_BOX = 2.5 * MILLIMETRE
"""How far the ink of a large character may lie from the edge of its square."""
FORMS = {"信函": "10.1", "命令": "10.2", "纪要": "10.3"}


def form_of(printout: Printout) -> str:
    """文件, 信函, 纪要 or 命令; "" where there is no letterhead."""
    mark = "".join(line.text for line in printout.red_lines)
    if any(abs(rule.width - LETTER_RULE) < TWO_MILLIMETRES for rule in printout.red_rules):
        return "信函"
    if mark.endswith("纪要"):
        return "纪要"
    if mark.endswith("令"):
        return "命令"
    return "文件" if mark or printout.red_rules else ""


def other_form(printout: Printout) -> str:
    """Why a rule of the 文件 form is not measured; "" where it is."""
    form = form_of(printout)
    if form in FORMS:
        return f"{form}格式，见 {FORMS[form]}"
    return "" if form else NONE


@printed("2.4")
def mark(printout: Printout) -> Outcome:
    """Red, centred, 35 mm under the upper edge of the type area."""
    other = other_form(printout)
    return unmeasured(other) if other else _mark(printout, TOP + MARK_DOWN, "版心上边缘", TOP)


def _mark(printout: Printout, wanted: float, edge: str, start: float) -> Outcome:
    if not printout.red_lines:
        return Outcome("没有红色的发文机关标志", good=False)
    line = printout.red_lines[0]
    left = min(each.left for each in printout.red_lines)
    right = max(each.right for each in printout.red_lines)
    off = (left + right) / 2 - CENTRE
    good = abs(line.top - wanted) <= EM_BOX and abs(off) < TWO_MILLIMETRES
    measured = f"字面顶至{edge} {millimetres(line.top - start)} 毫米，偏离中线 {abs(millimetres(off))} 毫米"
    return Outcome(measured, good, () if good else places([line]))


@printed("5.1")
def letter(printout: Printout) -> Outcome:
    """信函: the mark 30 mm from the paper's edge, red double rules of 170 mm, no number on page 1."""
    if form_of(printout) != "信函":
        return unmeasured("不是信函格式")
    outcome = _mark(printout, LETTER_MARK_DOWN, "纸上边", 0)
    rules = [rule for rule in printout.red_rules if abs(rule.width - LETTER_RULE) < TWO_MILLIMETRES]
    foot = abs(rules[-1].top - (PAGE_HEIGHT - LETTER_FOOT)) <= TWO_MILLIMETRES
    numbered = bool(printout.sheets[0].foot)
    faults = ([] if foot else ["下面的双线不在纸下边 20 毫米"]) + (["首页标了页码"] if numbered else [])
    measured = "；".join([outcome.measured, f"红线 {len(rules)} 条", *faults])
    return Outcome(measured, outcome.good and not faults, outcome.places)


@printed("5.2")
def order(printout: Printout) -> Outcome:
    """命令（令）: the mark 20 mm under the upper edge of the type area."""
    if form_of(printout) != "命令":
        return unmeasured("不是命令（令）格式")
    return _mark(printout, TOP + ORDER_MARK_DOWN, "版心上边缘", TOP)


@printed("5.3")
def minutes(printout: Printout) -> Outcome:
    """纪要: the mark 35 mm under the upper edge of the type area."""
    if form_of(printout) != "纪要":
        return unmeasured("不是纪要格式")
    return _mark(printout, TOP + MARK_DOWN, "版心上边缘", TOP)
