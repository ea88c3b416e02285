"""How far a composition reaches, reckoned without fonts: whether a Word file's imprint has to be told to turn the page."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.typeset.columns import placed
from generator.typeset.composition import Composition, Gap, Grid, Marks, Passage, Run, Turn
from generator.typeset.lines import break_lines
from generator.typeset.measure import ems
from generator.typeset.styles import (
    AREA_HEIGHT,
    AREA_WIDTH,
    CELL,
    MARK_PITCH,
    TABLE_PADDING,
    TABLE_RULE,
    Style,
    styles_of,
)

Styles = dict[str, Style]


@dataclass(frozen=True)
class Strip:
    """Something that no page's end cuts: its height, whether it stays with what follows, the heads over it on a new page."""

    height: float
    kept: bool = False
    head: float = 0.0


@dataclass(frozen=True)
class End:
    """The last page with text, and the page of the imprint."""

    text: int
    imprint: int


def end_of(composition: Composition) -> End:
    """Where the text ends, and where the imprint stands if nothing but room decides."""
    styles = styles_of(composition.pages.pitch)
    page, filled, landscape, strips = 0, 0.0, False, list[Strip]()
    for block in (*composition.blocks, Turn()):
        if not isinstance(block, Turn):
            strips += _strips(block, AREA_HEIGHT if landscape else AREA_WIDTH, styles)
            continue
        if strips:
            pages, filled = _filled(strips, AREA_WIDTH if landscape else AREA_HEIGHT)
            page += pages
        landscape, strips = block.landscape, []
    own_page = bool(composition.blocks) and isinstance(composition.blocks[-1], Turn)
    needed = sum(strip.height for part in composition.imprint for strip in _strips(part, AREA_WIDTH, styles))
    return End(page, page + (own_page or filled + needed > AREA_HEIGHT))


def _filled(strips: list[Strip], height: float) -> tuple[int, float]:
    """How many pages the strips take, and how much of the last."""
    pages, filled = 1, 0.0
    for whole in _whole(strips):
        if filled and filled + whole.height > height:
            pages, filled = pages + 1, whole.head
        filled += whole.height
        while filled > height + whole.head:  # higher than a page
            pages, filled = pages + 1, filled - height
    return pages, filled


def _whole(strips: Iterable[Strip]) -> Iterator[Strip]:
    """Strips that stay together, as one."""
    group: list[Strip] = []
    for strip in strips:
        group.append(strip)
        if not strip.kept:
            yield _joined(group)
            group = []
    if group:
        yield _joined(group)


def _joined(group: list[Strip]) -> Strip:
    return Strip(sum(strip.height for strip in group), head=group[0].head)


def _strips(block: Passage | Gap | Grid | Marks, width: float, styles: Styles) -> list[Strip]:
    if isinstance(block, Passage):
        return _lines(block, width, styles[block.style])
    if isinstance(block, Grid):
        return _rows(block, styles)
    return [Strip(block.height if isinstance(block, Gap) else len(block.lines) * block.size * MARK_PITCH, kept=True)]


def _lines(passage: Passage, width: float, style: Style) -> list[Strip]:
    pitch = passage.size * MARK_PITCH if passage.size else style.pitch
    left, right = passage.left if passage.left is not None else style.left, passage.right or style.right
    room = width - right * CELL
    count = _count(passage.runs, style, (room - style.first * CELL, room - left * CELL))
    kept = passage.keep_with_next or style.keep_with_next
    return [*(Strip(pitch, passage.keep_together) for _ in range(count - 1)), Strip(pitch, kept)]


def _count(runs: tuple[Run, ...], style: Style, rooms: tuple[float, float]) -> int:
    """How many lines the runs fall into."""
    text = "".join(run.text for run in runs)
    widths = [ems(character) * style.size + style.gap + run.gap for run in runs for character in run.text]
    starts = [sum(len(run.text) for run in runs[:index]) for index in range(len(runs))]
    forced = {start for start, run in zip(starts, runs, strict=True) if run.breaks}
    return len(break_lines(text, widths, [0.0] * len(text), rooms, forced))


def _rows(grid: Grid, styles: Styles) -> list[Strip]:
    """The rows: a cell makes the last of its rows high enough, so one that no cell ends in has no height.

    The heads stay with the row below and come again on every page.
    """
    style = styles["cell-small" if grid.small else "cell"]
    heights = [0.0 for _ in grid.rows]
    for line, column, cell in sorted(placed(grid.rows), key=lambda place: place[2].down):
        room = sum(grid.widths[column : column + cell.across]) - 2 * TABLE_PADDING - TABLE_RULE
        needed = max(1, sum(_count(runs, style, (room, room)) for runs in cell.lines)) * style.pitch + TABLE_RULE
        rows = heights[line : line + cell.down]
        heights[line + len(rows) - 1] += max(0.0, needed - sum(rows))
    heights[0] += TABLE_RULE
    count = len(grid.head)
    head = sum(heights[:count])
    return [
        Strip(height, line < count or grid.is_kept_with_next(line), head if line >= count else 0.0)
        for line, height in enumerate(heights)
    ]
