"""The body on paper: font and size, colour, indents, layers, line ends (5.2.2–5.2.4, 7.3.3, GB/T 15834 5.1)."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from generator.sheets.page import is_black, is_red
from generator.typeset.styles import BODY_SIZE, FONTS, STYLES
from generator.verify.areas import AREA_RIGHT, CENTRE, places
from generator.verify.clauses import Outcome, Place, faults, printed, unmeasured
from generator.verify.paragraphs import Paragraph
from generator.verify.printout import Printout
from generator.verify.signs import (
    ANNEX_LABEL,
    ANNEX_LIST,
    is_chinese,
    is_date,
    is_hanzi,
    level_of,
    role_of,
)

SIZE_TOLERANCE = 0.3
SHORTEST = 8
"""A line of the body has more characters; 主送机关 alone may not."""
HEADING = 24
"""A heading alone on its line is shorter."""


@printed("1.6")
def body_font(printout: Printout) -> Outcome:
    """The font of most of the body, and its size."""
    lines = [line for line in printout.text_lines if not level_of(line.text)]
    fonts = Counter(character.font for line in lines for character in line.visible if is_chinese(character.text))
    if not fonts:
        return Outcome("没有找到正文文字", good=False)
    font = fonts.most_common(1)[0][0]
    good = role_of(font) == "fang" and abs(printout.size - BODY_SIZE) <= SIZE_TOLERANCE
    wrong = [line for line in lines if line.font == font and len(line.text) > HEADING]
    return Outcome(
        f"{FONTS[role_of(font)].chinese if role_of(font) else font}（{font}），{printout.size:g} 磅",
        good,
        () if good else places(wrong),
    )


@printed("1.8")
def colour(printout: Printout) -> Outcome:
    """Nothing but black and the red of letterheads."""
    lines = [line for page in printout.pages for line in page.lines]
    lines += [line for page in printout.pages for table in page.tables for cell in table.cells for line in cell.lines]
    wrong = [line for line in lines if any(not is_black(c.colour) and not is_red(c.colour) for c in line.visible)]
    return Outcome("有别的颜色" if wrong else "黑色和红色" if printout.red_lines else "黑色", not wrong, places(wrong))


@printed("3.7")
def first_page_has_text(printout: Printout) -> Outcome:
    """A line of the body on the first page."""
    found = any(
        printout.is_text(line) and len(line.text) > SHORTEST and line not in printout.above_title
        for line in printout.first
    )
    return Outcome("首页有正文" if found else "首页没有正文", found, () if found else (Place("", 1),))


@printed("3.6")
def addressees_leave_room(printout: Printout) -> Outcome:
    """Too many addressees would keep the body off the first page."""
    return first_page_has_text(printout)


@printed("3.7-2")
def indents(printout: Printout) -> Outcome:
    """Every paragraph starts two characters in."""
    found = [
        fault
        for before, each in pairwise((None, *printout.paragraphs))
        if each and (fault := _indent(before, each, printout))
    ]
    return faults(found, f"{len(printout.paragraphs)} 段都对")


def _indent(before: Paragraph | None, each: Paragraph, printout: Printout) -> tuple[str, Place] | None:
    line, pitch = each.first, printout.character_pitch
    room = line.left - printout.left
    if _indented_otherwise(before, each, printout):
        return None
    if room < 0.6 * printout.size:
        goes_on = before and before.last.page != line.page and before.last.right > AREA_RIGHT - 2.2 * printout.size
        return None if goes_on else ("没有空二字", Place(line.text[:12], line.page))
    if abs(room - 2 * pitch) > 0.12 * printout.size:
        return f"空 {room / pitch:.1f} 字", Place(line.text[:12], line.page)
    return None


def _indented_otherwise(before: Paragraph | None, each: Paragraph, printout: Printout) -> bool:
    """Whether a paragraph is none of the body's: titles, labels, salutations, annex lists, signatures, rosters."""
    line, size = each.first, printout.size
    room = line.left - printout.left
    centred = abs(line.middle - CENTRE) < 4 and room > 1.5 * size and line.right < AREA_RIGHT - 1.5 * size  # noqa: PLR2004 - points
    salutation = each.text.endswith("：") and line.page == 1 and room < 3 and len(each.lines) < 3  # noqa: PLR2004 - points, lines
    in_list = before is not None and bool(ANNEX_LIST.match(before.first.text))
    return (
        line in printout.title
        or line in printout.above_title
        or not printout.is_text(line)
        or bool(ANNEX_LABEL.match(line.text))
        or centred
        or salutation
        or in_list
        or room > 3 * size
        or is_date(line.text)
    )


@printed("3.9")
def heading_fonts(printout: Printout) -> Outcome:
    """Headings of each layer in its font, up to the first 。 or ：."""
    found = list(_headings(printout))
    if not found:
        return unmeasured("没有带序号的标题")
    counted = Counter(heading.level for heading in found)
    fine = "、".join(f"{'一二三四'[level - 1]}级 {counted[level]} 处" for level in sorted(counted))
    return faults((fault for heading in found if (fault := _heading_font(heading))), fine)


def _headings(printout: Printout) -> Iterator[Paragraph]:
    in_list = False
    for each in printout.paragraphs:
        in_list = bool(ANNEX_LIST.match(each.first.text)) or (in_list and each.level == 3)  # noqa: PLR2004 - 2. under 附件：1.
        if each.level and not in_list and printout.is_text(each.first):
            yield each


def _heading_font(heading: Paragraph) -> tuple[str, Place] | None:
    line, wanted = heading.first, STYLES[f"heading-{heading.level}"].font
    lead = line.visible[: next((i for i, c in enumerate(line.visible) if c.text in "。："), len(line.visible)) + 1]
    signs = [character for character in lead if is_hanzi(character.text)]
    right = [character for character in signs if role_of(character.font) == wanted]
    if len(right) >= 0.9 * len(signs) and abs(line.size - BODY_SIZE) <= 2 * SIZE_TOLERANCE:
        return None
    wrong = next((character for character in signs if role_of(character.font) != wanted), line)
    name = "一二三四"[heading.level - 1]
    return f"{name}级标题用 {wrong.font} {line.size:g} 磅，应是{FONTS[wanted].chinese}", Place(
        line.text[:12], line.page
    )


@printed("3.9-2")
def headings_not_bold(printout: Printout) -> Outcome:
    """No bold face of 黑体 or 楷体."""
    high = [heading.first for heading in _headings(printout) if heading.level <= 2]  # noqa: PLR2004 - 黑体, 楷体
    if not high:
        return unmeasured("没有一、二级标题")
    bold = [line for line in high if "bold" in line.font.lower()]
    return Outcome(f"{len(bold)} 处加粗" if bold else "没有加粗", not bold, places(bold))


@printed("3.10-2")
def headings_not_stranded(printout: Printout) -> Outcome:
    """No heading stands alone at the foot of a page."""
    ends = [sheet.body[-1] for sheet in printout.sheets[:-1] if sheet.body and not sheet.page.tables]
    lost = [
        line
        for line in ends
        if level_of(line.text) in (1, 2) and len(line.text) < HEADING and line.text[-1] not in "。；"
    ]
    return Outcome(f"{len(lost)} 处落在页末" if lost else "没有", not lost, places(lost))
