"""The letterhead on paper (版头, 7.2): what is small in it, and its red rule."""

import re

from generator.sheets.page import Line
from generator.typeset.styles import AREA_WIDTH, BODY_SIZE, FONTS, LEFT, MILLIMETRE
from generator.verify.areas import AREA_RIGHT, CENTRE, millimetres, places
from generator.verify.clauses import Outcome, printed, unmeasured
from generator.verify.paper.forms import NONE, TWO_MILLIMETRES, form_of, other_form
from generator.verify.printout import Printout
from generator.verify.signs import LIKE_A_NUMBER, NUMBER, role_of

EDGE = 4.0
"""A character's own white may put its ink so many points in from the edge it stands at."""
SECRECY = re.compile(r"(绝密|机密|秘密)(★.*)?$")
URGENCY = re.compile(r"(特急|加急)$")


def _small(pattern: re.Pattern[str], printout: Printout) -> Line | None:
    return next((line for line in printout.above_title if pattern.match(line.text)), None)


@printed("2.1")
def copy_number(printout: Printout) -> Outcome:
    """Six digits in the first line of the type area."""
    return _flush(_small(re.compile(r"\d+$"), printout), printout, "", r"\d{6}$")


@printed("2.2")
def secrecy(printout: Printout) -> Outcome:
    """密级★期限 in 黑体."""
    return _flush(_small(SECRECY, printout), printout, "hei", r"\D+(★\d*\D*)?$")


@printed("2.3")
def urgency(printout: Printout) -> Outcome:
    """特急 or 加急 in 黑体."""
    return _flush(_small(URGENCY, printout), printout, "hei", "")


def _flush(line: Line | None, printout: Printout, role: str, form: str) -> Outcome:
    """A small line of the letterhead: its form, font, size and that it starts at the left edge."""
    if line is None:
        return unmeasured("没有标" if form_of(printout) else NONE)
    good = (
        bool(re.match(form, line.text))
        and abs(line.left - LEFT) <= EDGE
        and abs(line.size - BODY_SIZE) <= 0.3  # noqa: PLR2004 - points
        and role in ("", role_of(line.font))
    )
    return Outcome(
        f"“{line.text}”，{_font(line)}，左边 {millimetres(line.left)} 毫米", good, () if good else places([line])
    )


def _font(line: Line) -> str:
    role = role_of(line.font)
    return f"{FONTS[role].chinese if role else line.font} {line.size:g} 磅"


@printed("2.5")
def mark_font(printout: Printout) -> Outcome:
    """小标宋 is recommended."""
    if not printout.red_lines:
        return unmeasured(NONE)
    line = printout.red_lines[0]
    return Outcome(_font(line), role_of(line.font) == "xiaobiaosong", places([line]))


@printed("2.6")
def joint_mark(printout: Printout) -> Outcome:
    """文件 stands right of the names, at half their height."""
    names = [line for line in printout.red_lines if line.text != "文件"]
    suffix = next((line for line in printout.red_lines if line.text.endswith("文件")), None)
    if len(printout.red_lines) < 2 or suffix is None:  # noqa: PLR2004 - one line is one organisation
        return unmeasured("不是联合行文，或标志没有“文件”二字" if printout.red_lines else NONE)
    tops, bottoms = [line.top for line in names], [line.bottom for line in names]
    signs = suffix.visible[-2:]
    middle = signs[0].baseline - (0.88 - 0.5) * signs[0].size
    off = abs(middle - (min(tops) + max(bottoms)) / 2)
    good = off <= suffix.size / 2
    return Outcome(f"“文件”偏离各机关中间 {millimetres(off)} 毫米", good, () if good else places([suffix]))


def _number(printout: Printout) -> Line | None:
    """The line of 发文字号, above the title; a 签发人 may stand on it too."""
    return next((line for line in printout.above_title if LIKE_A_NUMBER.search(line.text)), None)


@printed("2.7")
def number(printout: Printout) -> Outcome:
    """Its form; two blank lines under the mark, to the first 签发人 where somebody signs (上行文); centred where nobody does."""
    line = _number(printout)
    if line is None:
        missing = form_of(printout) == "文件"
        return Outcome("没有找到发文字号", good=False) if missing else unmeasured(other_form(printout) or NONE)
    faults = [] if NUMBER.match(line.text) else ["写法不对"]
    if form_of(printout) == "文件" and printout.red_lines:
        foot = max(each.bottom for each in printout.red_lines)
        below = min(each.top for each in printout.above_title if each.top > foot or each is line)
        lines = (below - foot) / printout.pitch
        faults += [] if 1.5 <= lines <= 3.2 else [f"标志下空 {lines:.1f} 行"]  # noqa: PLR2004 - two, and the white of a large line box
        centred = abs(line.middle - CENTRE) < TWO_MILLIMETRES
        faults += [] if centred or "签发人" in _signers_text(printout) else ["没有居中"]
    return Outcome("；".join([f"“{line.text}”", *faults]), not faults, places([line]) if faults else ())


def _signers_text(printout: Printout) -> str:
    return "".join(line.text for line in printout.above_title)


@printed("2.8")
def number_upwards(printout: Printout) -> Outcome:
    """Where somebody signs (上行文) the number stands at the left, one character in, on the last signer's line."""
    line = _number(printout)
    if line is None or "签发人" not in _signers_text(printout):
        return unmeasured("不是上行文（没有签发人）")
    inset = (line.left - LEFT) / BODY_SIZE
    shared = not NUMBER.fullmatch(line.text)
    good = abs(inset - 1) <= 0.3 and shared  # noqa: PLR2004 - characters
    return Outcome(
        f"左空 {inset:.1f} 字，{'与签发人同一行' if shared else '不与签发人同一行'}",
        good,
        () if good else places([line]),
    )


@printed("2.9")
def signers(printout: Printout) -> Outcome:
    """签发人： in 仿宋, the names in 楷体, one character in from the right."""
    line = next((line for line in printout.above_title if "签发人" in line.text), None)
    if line is None:
        return unmeasured("不是上行文（没有签发人）")
    start = line.text.index("签发人")
    signs = [character for character in line.characters if character.text.strip()][
        len(line.text[:start].replace(" ", "")) :
    ]
    label, names = signs[:4], signs[4:]
    inset = (AREA_RIGHT - max(each.right for each in printout.above_title if not each.red)) / BODY_SIZE
    fonts = all(role_of(c.font) == "fang" for c in label) and all(role_of(c.font) == "kai" for c in names)
    good = fonts and abs(inset - 1) <= 0.5  # noqa: PLR2004 - characters
    return Outcome(f"{'字体对' if fonts else '字体不对'}，右空 {inset:.1f} 字", good, () if good else places([line]))


@printed("2.10")
def red_rule(printout: Printout) -> Outcome:
    """4 mm under the number, as wide as the type area."""
    if other := other_form(printout):
        return unmeasured(other)
    line, rules = _number(printout), printout.red_rules
    if not rules:
        return Outcome("没有红色分隔线", good=False)
    below = millimetres(rules[0].top - line.bottom) if line else 4.0
    good = abs(below - 4) <= 1 and abs(rules[0].width - AREA_WIDTH) <= 1.5 * MILLIMETRE
    thick = millimetres(rules[0].thickness)
    return Outcome(
        f"字号下 {below} 毫米，长 {millimetres(rules[0].width)} 毫米，粗 {thick} 毫米",
        good,
        () if good else places([line] if line else []),
    )
