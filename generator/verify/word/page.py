"""The page as a DOCX says it: sections, grid, spacing, footers, tables."""

from collections import Counter

from generator.typeset.styles import (
    AREA_HEIGHT,
    AREA_WIDTH,
    CELLS,
    LEFT,
    LINES,
    MILLIMETRE,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    TOP,
)
from generator.verify.areas import millimetres
from generator.verify.clauses import Outcome, Verdict, unmeasured, written
from generator.verify.manuscript import Manuscript, Section
from generator.verify.word.closing import closer, spaced

NO_SECTION = "没有页面设置"
ROUNDING = 0.3
"""Points by which an area may fall short of a whole number of lines."""


def upright_sections(manuscript: Manuscript) -> list[Section]:
    """The sections whose pages are higher than wide."""
    return [section for section in manuscript.sections if not section.lying]


def as_list(lengths: list[float]) -> str:
    """Lengths in millimetres, each once."""
    return "、".join(dict.fromkeys(f"{millimetres(length):g}" for length in lengths)) + " 毫米"


@written("1.1")
def paper(manuscript: Manuscript) -> Outcome:
    """Every section is A4, upright or lying."""
    if not manuscript.sections:
        return Outcome(NO_SECTION, good=False)
    sizes = [sorted((section.width, section.height)) for section in manuscript.sections]
    good = all(abs(short - PAGE_WIDTH) <= 2 and abs(long - PAGE_HEIGHT) <= 2 for short, long in sizes)  # noqa: PLR2004 - points
    return Outcome("、".join(dict.fromkeys(f"{millimetres(a):.0f}×{millimetres(b):.0f} 毫米" for a, b in sizes)), good)


@written("1.2")
def white_above(manuscript: Manuscript) -> Outcome:
    """The upper margin."""
    return _margin([section.top for section in upright_sections(manuscript)], TOP)


@written("1.3")
def white_left(manuscript: Manuscript) -> Outcome:
    """The left margin with the gutter."""
    return _margin([section.left for section in upright_sections(manuscript)], LEFT)


@written("1.5")
def white_right(manuscript: Manuscript) -> Outcome:
    """The right margin."""
    return _margin([section.right for section in upright_sections(manuscript)], PAGE_WIDTH - LEFT - AREA_WIDTH)


def _margin(found: list[float], wanted: float) -> Outcome:
    if not found:
        return unmeasured(NO_SECTION)
    return Outcome(as_list(found), all(abs(margin - wanted) <= MILLIMETRE for margin in found))


@written("1.4")
def type_area(manuscript: Manuscript) -> Outcome:
    """What the margins leave of the paper."""
    areas = [_area(section) for section in upright_sections(manuscript)]
    if not areas:
        return unmeasured(NO_SECTION)
    good = all(abs(w - AREA_WIDTH) <= MILLIMETRE and abs(h - AREA_HEIGHT) <= MILLIMETRE for w, h in areas)
    return Outcome("、".join(dict.fromkeys(f"{millimetres(w):g}×{millimetres(h):g} 毫米" for w, h in areas)), good)


def _area(section: Section) -> tuple[float, float]:
    return section.width - section.left - section.right, section.height - section.top - section.bottom


@written("1.7")
def characters_a_line(manuscript: Manuscript) -> Outcome:
    """How many characters fit, by the size and the room between them or by the grid."""
    pitches = _pitches(manuscript)
    if not pitches:
        return unmeasured("没有较长的正文")
    counts = {
        int((_area(s)[0] + ROUNDING) / pitch) for s in upright_sections(manuscript) for pitch in [_pitch(s, pitches)]
    }
    return Outcome("、".join(f"{count} 字" for count in sorted(counts)), counts == {CELLS})


def _pitches(manuscript: Manuscript) -> Counter[float]:
    """How often which room for a character is asked for; by shorter paragraphs where all long ones are spaced."""
    odd = spaced(manuscript)
    usual = [each for each in manuscript.body if each not in odd]
    if odd and not usual:
        usual = [each for each in manuscript.spoken if each not in odd and each.main.size == odd[0].main.size] or odd
    return Counter(round(run.size + run.gap, 3) for each in usual for run in each.runs)


def _pitch(section: Section, pitches: Counter[float]) -> float:
    by_grid = section.grid and section.grid[0] in ("linesAndChars", "snapToChars")
    size = pitches.most_common(1)[0][0]
    return size + section.grid[2] if section.grid and by_grid else size


@written("1.9")
def character_pitch(manuscript: Manuscript) -> Outcome:
    """The size and the room between characters, or the grid's."""
    pitches = _pitches(manuscript)
    if not pitches or not upright_sections(manuscript):
        return unmeasured("没有较长的正文")
    pitch = _pitch(upright_sections(manuscript)[0], pitches)
    return Outcome(f"{pitch:.2f} 磅", 15.5 <= pitch <= 16.1)  # noqa: PLR2004 - as the row says


@written("1.7-2")
def lines_a_page(manuscript: Manuscript) -> Outcome:
    """How many lines fit."""
    pitches = [pitch for pitch in _line_pitches(manuscript) if pitch]
    if not pitches and closer(manuscript):
        return unmeasured("只有落款所在的一面（7.3.5.5）")
    if not pitches or not upright_sections(manuscript):
        return Outcome("没有固定行距，也没有文档网格", good=False)
    counts = {
        int((_area(section)[1] + ROUNDING) / pitch) for section in upright_sections(manuscript) for pitch in pitches
    }
    return Outcome("、".join(f"{count} 行" for count in sorted(counts)), counts == {LINES})


def _line_pitches(manuscript: Manuscript) -> set[float]:
    """The line pitches of the body but its closer end; 0 where neither an exact one nor the grid gives it."""
    grids = {section.grid[1] for section in upright_sections(manuscript) if section.grid}
    grid = next(iter(grids), 0.0)
    end = closer(manuscript)
    return {each.pitch or (grid if each.single else 0.0) for each in manuscript.body if each not in end}


@written("1.10")
def line_pitch(manuscript: Manuscript) -> Outcome:
    """Exact, or by the grid."""
    pitches, end = _line_pitches(manuscript), closer(manuscript)
    if not pitches and not end:
        return unmeasured("没有较长的正文")
    good, near = (all(low <= pitch <= 29.7 for pitch in pitches) for low in (28.5, 27.7))  # noqa: PLR2004 - as the row says
    found = [f"{pitch:g} 磅" if pitch else "不固定" for pitch in sorted(pitches)]
    found += [f"落款所在的一面 {end[-1].pitch:g} 磅（7.3.5.5）"] if end else []
    return Outcome("、".join(found), good, verdict=Verdict.ADVICE if near and not good else None)


@written("4.9")
def tables(manuscript: Manuscript) -> Outcome:
    """No table is wider than the type area of its page."""
    if not manuscript.tables:
        return unmeasured("没有表格")
    over = [
        table for table in manuscript.tables if table.width > (AREA_HEIGHT if table.lying else AREA_WIDTH) + MILLIMETRE
    ]
    widest = max(table.width for table in manuscript.tables)
    return Outcome(
        f"{len(manuscript.tables)} 个，最宽 {millimetres(widest):g} 毫米",
        not over,
        tuple(table.place for table in over),
    )


@written("4.9-2")
def table_heads(manuscript: Manuscript) -> Outcome:
    """The first row of a table of several is repeated."""
    long = [table for table in manuscript.tables if table.rows > 2]  # noqa: PLR2004 - a head and one row need none
    if not long:
        return unmeasured("没有三行以上的表格")
    wrong = tuple(table.place for table in long if not table.repeats)
    return Outcome(f"{len(long)} 个表格，{len(wrong)} 个没有设重复表头", not wrong, wrong)
