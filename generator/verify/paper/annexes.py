"""The list of annexes and the annexes on paper (7.3.4, 7.3.7)."""

import re

from generator.sheets.page import Line
from generator.typeset.styles import BODY_SIZE, LEFT, MILLIMETRE
from generator.verify.areas import AREA_RIGHT, CENTRE, SPACED, places
from generator.verify.clauses import Outcome, Place, faults, printed, unmeasured
from generator.verify.printout import Printout
from generator.verify.signs import ANNEX_LABEL, ANNEX_LIST, is_chinese, is_date, role_of

NO_LIST, NO_ANNEX = "没有附件说明", "没有附件"


@printed("3.11")
def annex_list(printout: Printout) -> Outcome:
    """A blank line above, two characters in, the numbers under one another."""
    line = next((line for line in printout.body if ANNEX_LIST.match(line.text)), None)
    if line is None:
        return unmeasured(NO_LIST)
    before, pitch = printout.before(line), printout.character_pitch
    found = []
    if abs(line.left - printout.left - 2 * pitch) > 0.2 * BODY_SIZE:
        found.append(f"左空 {(line.left - printout.left) / pitch:.1f} 字")
    if before and (line.baseline - before.baseline) / printout.pitch <= SPACED:
        found.append("与正文之间没有空一行")
    numbers = _numbers(line, printout)
    if numbers and max(numbers) - min(numbers) > 0.35 * BODY_SIZE:
        found.append("各序号没有左对齐")
    return faults(
        ((fault, Place(line.text[:12], line.page)) for fault in found), f"{max(len(numbers), 1)} 个附件，位置都对"
    )


def _numbers(line: Line, printout: Printout) -> list[float]:
    """Where the numbers of the list start."""
    first = re.match(r"附件\s*[:：]\s*(?=\d[.．])", line.text)
    if not first:
        return []
    found, at = [line.visible[len(first[0].replace(" ", ""))].left], printout.body.index(line)
    for each in printout.body[at + 1 :]:
        if re.match(r"\d[.．]", each.text) and each.left > printout.left + 1:
            found.append(each.left)
        elif each.left < printout.left + 4 * BODY_SIZE or is_date(each.text) or each.right > AREA_RIGHT + 1:
            break
    return found


@printed("3.21")
def annexes(printout: Printout) -> Outcome:
    """Each on a page of its own, its label in the first line, its title centred in the third."""
    if not printout.labels:
        return unmeasured(
            "有附件说明，没有竖排的附件页" if any(ANNEX_LIST.match(line.text) for line in printout.body) else NO_ANNEX
        )
    found = [(fault, Place(label.text, label.page)) for label in printout.labels for fault in _annex(label, printout)]
    return faults(found, "、".join(label.text for label in printout.labels))


def _annex(label: Line, printout: Printout) -> list[str]:
    body = next(sheet.body for sheet in printout.sheets if sheet.page.number == label.page)
    below = next((line for line in body if line.baseline > label.baseline + 1), None)
    signs = [character for character in label.visible if is_chinese(character.text)]
    hei = all(role_of(character.font) == "hei" for character in signs)
    lines = (below.baseline - label.baseline) / printout.pitch if below else 2
    checks = {
        "不在版心第一行": body[0] == label,
        "没有顶格": abs(label.left - LEFT) <= 4,  # noqa: PLR2004 - points
        "不是3号黑体": hei and abs(label.size - BODY_SIZE) <= 0.3,  # noqa: PLR2004 - points
        "标题不在第三行": SPACED <= lines <= 2.6,  # noqa: PLR2004 - line pitches
        "标题没有居中": below is None or abs(below.middle - CENTRE) <= 1.5 * MILLIMETRE,
    }
    return [fault for fault, good in checks.items() if not good]


@printed("3.21-2")
def annex_numbers(printout: Printout) -> Outcome:
    """As many annexes as the list names, numbered alike."""
    listed = next((line for line in printout.body if ANNEX_LIST.match(line.text)), None)
    labels = [line.text.replace(" ", "") for line in _all_labels(printout)]
    if listed is None or not labels:
        return unmeasured(NO_LIST if listed is None else NO_ANNEX)
    count = len(_numbers(listed, printout))
    wanted = [f"附件{number}" for number in range(1, count + 1)] if count > 1 else ["附件"]
    good = labels == wanted or (count == 1 and labels == ["附件1"])
    return Outcome(
        f"附件说明 {max(count, 1)} 个，附件页：{'、'.join(labels)}", good, () if good else places(_all_labels(printout))
    )


def _all_labels(printout: Printout) -> list[Line]:
    """The labels of annexes on upright and lying pages."""
    lines = [line for page in printout.pages for line in page.lines]
    return [line for line in lines if ANNEX_LABEL.match(line.text)]


@printed("3.22")
def annex_title(printout: Printout) -> Outcome:
    """Practice sets an annex's title like the document's."""
    pages = {label.page for label in printout.labels}
    large = [line for line in printout.body if line.page in pages and line.size >= 20]  # noqa: PLR2004 - points
    if not pages:
        return unmeasured(NO_ANNEX)
    good = {line.page for line in large if role_of(line.font) == "xiaobiaosong"} == pages
    return Outcome(
        "2号小标宋" if good else "不是2号小标宋",
        good,
        tuple(Place("", page) for page in sorted(pages)) if not good else (),
    )
