"""The page on paper (版面): paper, white edges, type area, lines and characters (5.1–5.2.3)."""

from collections import Counter
from itertools import pairwise

from generator.sheets.page import Line, Page
from generator.typeset.styles import (
    AREA_HEIGHT,
    CELLS,
    LEFT,
    LINES,
    MILLIMETRE,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    RIGHT,
    TOP,
)
from generator.verify.areas import AREA_BOTTOM, AREA_RIGHT, Sheet, millimetres, places
from generator.verify.clauses import Outcome, Place, Verdict, printed, unmeasured
from generator.verify.printout import Printout
from generator.verify.signs import ANNEX_LABEL, NO_START, is_wide

MARGIN = 1.05 * MILLIMETRE
"""±1 毫米, and what rounding adds."""
NEAR_LINES = 2
"""A full page may end this many lines early, for a heading or a row that goes on to the next."""
NO_FULL_LINE = "没有满行，量不出"


@printed("1.1")
def paper(printout: Printout) -> Outcome:
    """Every page is A4, upright or lying."""
    sizes = Counter(f"{millimetres(page.width):.0f}×{millimetres(page.height):.0f}" for page in printout.pages)
    wrong = [page for page in printout.pages if not _is_a4(page)]
    return Outcome("、".join(f"{size} 毫米 {count} 页" for size, count in sizes.items()), not wrong, _pages(wrong))


def _is_a4(page: Page) -> bool:
    short, long = sorted((page.width, page.height))
    return abs(short - PAGE_WIDTH) <= MILLIMETRE and abs(long - PAGE_HEIGHT) <= MILLIMETRE


def _pages(pages: list[Page]) -> tuple[Place, ...]:
    return tuple(Place("", page.number) for page in pages)


@printed("1.2")
def white_above(printout: Printout) -> Outcome:
    """The first line's squares, or its line box, start 37 mm down; a blank line may stand at the head of a page."""
    tops = [sheet.body[0] for sheet in printout.sheets if _starts_with_text(sheet, printout)]
    if not tops:
        return _white_above_a_title(printout)
    wrong = [line for line in tops if not _at_top(line, printout, steps=3)]
    exact = [line for line in tops if _at_top(line, printout, steps=1)]
    line = (wrong or exact or tops)[0]
    box = line.top - (printout.pitch - line.size) / 2
    measured = f"字面顶 {millimetres(line.top)} 毫米，行框顶 {millimetres(box)} 毫米"
    return Outcome(measured, bool(exact) and not wrong, places(wrong or ([] if exact else tops)))


def _starts_with_text(sheet: Sheet, printout: Printout) -> bool:
    above = any(table.top < sheet.body[0].top for table in sheet.page.tables) if sheet.body else True
    return not above and printout.is_text(sheet.body[0])


def _at_top(line: Line, printout: Printout, steps: int) -> bool:
    readings = (line.top, line.top - (printout.pitch - line.size) / 2)
    return any(abs(top - TOP - step * printout.pitch) <= MARGIN for top in readings for step in range(steps))


def _white_above_a_title(printout: Printout) -> Outcome:
    if not printout.first:
        return unmeasured("没有竖排页的文字，量不出")
    line = printout.first[0]
    if line.red:
        return unmeasured("只有一页，首行是发文机关标志，另有位置")
    good = TOP - MARGIN <= line.top <= TOP + 2.2 * printout.pitch
    return Outcome(f"首行是标题，字面顶 {millimetres(line.top)} 毫米", good, () if good else places([line]))


@printed("1.3")
def white_left(printout: Printout) -> Outcome:
    """The text's left edge."""
    return Outcome(f"{millimetres(printout.left)} 毫米", abs(printout.left - LEFT) <= MILLIMETRE)


@printed("1.4")
def type_area(printout: Printout) -> Outcome:
    """No line reaches beyond the right or the lower edge."""
    over = [line for line in printout.text_lines if line.right > AREA_RIGHT + MILLIMETRE]
    low = [line for line in printout.body if line.bottom > AREA_BOTTOM + MILLIMETRE]
    bottom = max((line.bottom for line in printout.body), default=0)
    measured = f"最右 {millimetres(printout.right)} 毫米，最低 {millimetres(bottom)} 毫米"
    return Outcome(measured, not over and not low, places([*over, *low], last=True))


@printed("1.5")
def white_right(printout: Printout) -> Outcome:
    """What is left beside the longest line."""
    if not _flowing(printout):
        return unmeasured(NO_FULL_LINE)
    white = PAGE_WIDTH - printout.right
    return Outcome(f"{millimetres(white)} 毫米", abs(white - RIGHT) <= MARGIN)


@printed("1.7")
def characters_a_line(printout: Printout) -> Outcome:
    """How many characters most lines of nothing but full-width characters have, their indent counted."""
    flowing = (line for line in _flowing(printout) if line not in printout.spaced)
    full = [line for line in flowing if all(is_wide(character.text) for character in line.visible)]
    counted = Counter(_cells(line, printout) for line in full)
    if not counted:
        return unmeasured(NO_FULL_LINE)
    usual = counted.most_common(1)[0][0]
    wrong = [line for line in full if _cells(line, printout) == usual] if usual != CELLS else []
    return Outcome(
        "、".join(f"{cells} 字 {lines} 行" for cells, lines in counted.most_common(3)), not wrong, places(wrong)
    )


def _cells(line: Line, printout: Printout) -> int:
    return round((line.left - printout.left) / printout.character_pitch) + len(line.visible)


def _flowing(printout: Printout) -> list[Line]:
    """The lines after which their paragraph goes on."""
    return [
        line
        for sheet in printout.sheets
        for line, below in pairwise(sheet.body)
        if printout.is_text(line)
        and printout.is_text(below)
        and line.right > printout.right - 2.1 * printout.size
        and below.left < printout.left + 3
    ]


@printed("1.7-2")
def lines_a_page(printout: Printout) -> Outcome:
    """How many lines the full pages have."""
    counted = dict(_full_pages(printout))
    if not counted:
        return unmeasured("没有排满的页，量不出")
    most, least = max(counted.values()), min(counted.values())
    wrong = tuple(Place("", page) for page, lines in counted.items() if not LINES - NEAR_LINES <= lines <= LINES)
    measured = "、".join(f"第{page}页 {lines} 行" for page, lines in list(counted.items())[:6])
    near = least >= LINES - NEAR_LINES and most < LINES
    moved = near and set(counted) == {printout.signed - 1}  # 7.3.5.5: lines that stand with the signature
    return Outcome(measured, moved or (most == LINES and not wrong), wrong, Verdict.ADVICE if near > moved else None)


def _full_pages(printout: Printout) -> list[tuple[int, int]]:
    found = []
    for sheet, following in pairwise(printout.sheets):
        body, after = sheet.body, following.body
        broken = not body or not after or sheet.page.tables or following.page.tables
        if broken or any(line.red for line in body) or ANNEX_LABEL.match(after[0].text):
            continue
        found.append((sheet.page.number, round((body[-1].baseline - body[0].baseline) / printout.pitch) + 1))
    return found


@printed("1.7-3")
def lines_fill_the_width(printout: Printout) -> Outcome:
    """How many of the full lines end at the right edge of the type area."""
    full = _flowing(printout)
    if not full:
        return unmeasured(NO_FULL_LINE)
    ragged = [line for line in full if _ragged(line, printout.size)]
    share = 1 - len(ragged) / len(full)
    good = share >= 0.9  # noqa: PLR2004 - nine of ten: a word or a number may not be parted
    return Outcome(f"{len(full)} 个满行，{share:.0%} 到边", good, () if good else places(ragged, last=True))


def _ragged(line: Line, size: float) -> bool:
    hanging = 0.5 * size if line.visible[-1].text in NO_START else 0
    return AREA_RIGHT - line.right > 0.55 * size + hanging


@printed("1.9")
def character_pitch(printout: Printout) -> Outcome:
    """From one character to the next."""
    pitch = printout.character_pitch
    return Outcome(f"{pitch:.2f} 磅，28 字 {millimetres(CELLS * pitch)} 毫米", 15.5 <= pitch <= 16.1)  # noqa: PLR2004 - as the row says


@printed("1.10")
def line_pitch(printout: Printout) -> Outcome:
    """From one line to the next; 28 points, the usual house rule, is a little short of filling the page."""
    pitch, closing = printout.line_pitch, printout.closing
    if not pitch and not closing:
        return unmeasured("没有相邻的两行，量不出")
    good, near = 28.5 <= pitch <= 29.7, 27.7 <= pitch < 28.5  # noqa: PLR2004 - as the row says
    found = [_in_millimetres(pitch)] * bool(pitch)
    found += [f"落款所在的一面 {closing.pitch:.2f} 磅（7.3.5.5）"] if closing else []
    return Outcome("；".join(found), good or not pitch, (), Verdict.ADVICE if near else None)


def _in_millimetres(pitch: float) -> str:
    return f"{pitch:.2f} 磅，{LINES} 行 {millimetres(LINES * pitch)} 毫米（版心高 {millimetres(AREA_HEIGHT):.0f}）"
