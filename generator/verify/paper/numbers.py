"""Page numbers on paper (页码, 7.5 and 8): form, font, height, side, order."""

import re
from collections import Counter
from itertools import pairwise
from statistics import median

from generator.sheets.page import Line, Page
from generator.typeset.styles import BODY_SIZE, FONTS, LEFT, MILLIMETRE, PAGE_NUMBER_DROP, PAGE_NUMBER_SIZE
from generator.verify.areas import AREA_BOTTOM, AREA_RIGHT, CENTRE, millimetres, places
from generator.verify.clauses import Outcome, Place, printed, unmeasured
from generator.verify.paper.forms import form_of
from generator.verify.printout import Printout
from generator.verify.signs import PAGE_NUMBER, role_of

NO_NUMBER = "没有页码"
DASH = 0.38
"""How far the middle of — lies above the baseline, in multiples of its size."""
HALF = 0.66
"""A half-width digit is no wider, in multiples of its size."""


def _numbers(printout: Printout) -> list[tuple[Page, Line]]:
    """Every page's number; that of a lying page as it stands with the sheet turned."""
    found = []
    for sheet in printout.sheets:
        found += [(sheet.page, line) for line in sheet.foot if re.search(r"\d", line.text)][:1]
    for page in (page for page in printout.pages if page.lying):
        found += [(page, line) for line in page.turned if re.search(r"\d", line.text)][:1]
    return sorted(found, key=lambda pair: pair[0].number)


def _digits(line: Line) -> int:
    return int(re.sub(r"\D", "", line.text))


@printed("4.5")
def number_form(printout: Printout) -> Outcome:
    """— 1 —."""
    lines = [line for _, line in _numbers(printout)]
    if not lines and len(printout.pages) == 1 and form_of(printout) == "信函":
        return unmeasured("信函格式首页不标页码")
    if not lines:
        return Outcome(NO_NUMBER, good=False)
    forms = Counter(re.sub(r"\d+", "1", line.text) for line in lines)
    wrong = [line for line in lines if not PAGE_NUMBER.match(line.text)]
    return Outcome("、".join(forms), not wrong, places(wrong))


@printed("4.5-2")
def number_font(printout: Printout) -> Outcome:
    """14 points, 宋体, half-width digits."""
    digits = [(line, c) for _, line in _numbers(printout) for c in line.visible if c.text.isdigit()]
    if not digits:
        return unmeasured(NO_NUMBER)
    wrong = [
        line
        for line, c in digits
        if abs(c.size - PAGE_NUMBER_SIZE) > 0.3 or role_of(c.font) != "song" or (c.right - c.left) / c.size > HALF  # noqa: PLR2004 - points
    ]
    fonts = Counter(f"{FONTS[role_of(c.font)].chinese if role_of(c.font) else c.font} {c.size:g} 磅" for _, c in digits)
    return Outcome("、".join(fonts), not wrong, places(wrong))


@printed("4.5-3")
def number_height(printout: Printout) -> Outcome:
    """The dash lies 7 mm under the type area."""
    found = _numbers(printout)
    if not found:
        return unmeasured(NO_NUMBER)
    drops = [(line, line.baseline - DASH * line.size - AREA_BOTTOM) for _, line in found]
    wrong = [line for line, drop in drops if abs(drop - PAGE_NUMBER_DROP) > 1.5 * MILLIMETRE]
    return Outcome(f"{millimetres(median(drop for _, drop in drops))} 毫米", not wrong, places(wrong))


@printed("4.6")
def number_side(printout: Printout) -> Outcome:
    """Odd at the right, even at the left, one character in."""
    found = [(page, line) for page, line in _numbers(printout) if not page.lying]
    if not found:
        return unmeasured(NO_NUMBER)
    wrong = [line for _, line in found if _side(line) != ("右" if _digits(line) % 2 else "左")]
    sides = "、".join(f"{_digits(line)} 在{_side(line)}" for _, line in found[:4])
    return Outcome(sides, not wrong, places(wrong))


def _side(line: Line) -> str:
    right, left = AREA_RIGHT - line.right, line.left - LEFT
    if 0.6 <= right / line.size <= 1.5:  # noqa: PLR2004 - one character, and the white of a dash
        return "右"
    if 0.6 <= left / line.size <= 1.5:  # noqa: PLR2004 - as above
        return "左"
    return "中" if abs(line.middle - CENTRE) < BODY_SIZE else "别处"


@printed("4.7")
def numbers_run_on(printout: Printout) -> Outcome:
    """One after the other, none missing but on blank pages and on the first of a letter."""
    found = _numbers(printout)
    if not found:
        return unmeasured(NO_NUMBER)
    numbers = [_digits(line) for _, line in found]
    steps = [page.number - number for (page, _), number in zip(found, numbers, strict=True)]
    with_text = {page.number for page in printout.pages if page.tables or _has_text(page, printout)}
    letter = any(abs(rule.width - 170 * MILLIMETRE) < 2 * MILLIMETRE for rule in printout.red_rules)
    missing = sorted(with_text - {page.number for page, _ in found} - ({1} if letter else set()))
    blank = sorted({page.number for page, _ in found} - with_text)
    jumps = [line for (_, line), (one, other) in zip(found[1:], pairwise(steps), strict=True) if one != other]
    faults = [f"第{page}页没有页码" for page in missing] + [f"第{page}页是空白页，标了页码" for page in blank]
    faults += ["编号不连续"] if jumps else []
    measured = f"{numbers[0]}—{numbers[-1]}，共 {len(numbers)} 个"
    return Outcome(
        "；".join([*faults, measured]),
        not faults,
        tuple(Place("", page) for page in (*missing, *blank)) + places(jumps),
    )


def _has_text(page: Page, printout: Printout) -> bool:
    if page.lying:
        return bool(page.lines)
    return any(sheet.body for sheet in printout.sheets if sheet.page is page)


@printed("4.8")
def number_of_lying_pages(printout: Printout) -> Outcome:
    """Turn the sheet, and the number stands where it stands on the others."""
    lying = [page for page in printout.pages if page.lying]
    if not lying:
        return unmeasured("没有横排的页")
    right = {
        page.number
        for page, line in _numbers(printout)
        if page.lying and _side(line) == ("右" if _digits(line) % 2 else "左")
    }
    wrong = [page.number for page in lying if page.number not in right]
    return Outcome(
        f"{len(lying)} 页横排，{len(wrong)} 页不在同一位置", not wrong, tuple(Place("", page) for page in wrong)
    )
