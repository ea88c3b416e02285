"""Where lines and rows stand on their pages, reckoned before any font is known: digits and letters half a character wide."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.typeset.columns import placed
from generator.typeset.composition import Block, Gap, Grid, Marks, Passage, Run
from generator.typeset.lines import Line, break_lines
from generator.typeset.measure import ems
from generator.typeset.scripts import gaps_of
from generator.typeset.stops import has_stops
from generator.typeset.styles import AREA_WIDTH, CELL, MARK_PITCH, STYLES, TABLE_PADDING, TABLE_RULE, Style, styles_of

HAIR = 0.05
"""Points that rounding may take from a page."""


@dataclass(frozen=True)
class Strip:
    """What no page's end cuts: its height, whether it stays with what follows, the block it is of."""

    height: float
    kept: bool
    block: int


@dataclass(frozen=True)
class Place:
    """A strip on its page, and how far down it ends."""

    strip: Strip
    page: int
    foot: float


@lru_cache(maxsize=4096)
def lines_of(passage: Passage, room: float = AREA_WIDTH) -> tuple[Line, ...]:
    """The lines a passage falls into in so many points of room; many ways to end a text ask for the same."""
    style = STYLES[passage.style]
    if has_stops(passage.runs):
        return (Line(0, len(passage.text), True),)
    left = style.left if passage.left is None else passage.left
    room -= CELL * (style.right if passage.right is None else passage.right)
    first = 0.0 if passage.continued else style.first
    return _broken(passage.runs, style, (room - first * CELL, room - left * CELL))


@lru_cache(maxsize=4096)
def _broken(runs: tuple[Run, ...], style: Style, rooms: tuple[float, float]) -> tuple[Line, ...]:
    text = "".join(run.text for run in runs)
    starts = [sum(len(run.text) for run in runs[:index]) for index in range(len(runs))]
    forced = {start for start, run in zip(starts, runs, strict=True) if run.breaks}
    widths = [ems(character) * style.size for character in text]
    return (*break_lines(text, widths, gaps_of(runs, style.gap), rooms, forced),)


def height_of(blocks: Iterable[Block], pitch: float) -> float:
    """The height of blocks one below the other on one page."""
    return sum(strip.height for strip in strips(blocks, pitch))


def places(blocks: Iterable[Block], pitch: float, height: float) -> list[Place]:
    """Every strip of the blocks on pages of this height; what is kept together turns the page together."""
    found, group, page, filled = list[Place](), list[Strip](), 0, 0.0
    for strip in strips(blocks, pitch):
        group.append(strip)
        if strip.kept:
            continue
        if filled > 0 and filled + sum(one.height for one in group) > height + HAIR:
            page, filled = page + 1, 0.0
        for one in group:
            if filled > 0 and filled + one.height > height + HAIR:
                page, filled = page + 1, 0.0
            filled += one.height
            found.append(Place(one, page, filled))
        group = []
    return found


def strips(blocks: Iterable[Block], pitch: float) -> Iterator[Strip]:
    """What the blocks are cut into: lines, rows, gaps."""
    styles = styles_of(pitch)
    for index, block in enumerate(blocks):
        if isinstance(block, Passage):
            style = styles[block.style]
            high = block.size * MARK_PITCH if block.size else block.pitch or style.pitch
            count = len(lines_of(block))
            yield from (Strip(high, block.keep_together, index) for _ in range(count - 1))
            yield Strip(high, block.keep_with_next or style.keep_with_next, index)
        elif isinstance(block, Grid):
            yield from _rows(block, styles, index)
        elif isinstance(block, Gap):
            yield Strip(block.height, True, index)
        elif isinstance(block, Marks):
            yield Strip(len(block.lines) * block.size * MARK_PITCH, True, index)


def _rows(grid: Grid, styles: dict[str, Style], index: int) -> Iterator[Strip]:
    """The rows, each as high as its highest cell; cells that reach further down fit theirs."""
    style = styles["cell-small" if grid.small else "cell"]
    lines = [1 for _ in grid.rows]
    for row, column, cell in placed(grid.rows):
        room = sum(grid.widths[column : column + cell.across]) - 2 * TABLE_PADDING - TABLE_RULE
        if cell.down == 1:
            lines[row] = max(lines[row], sum(len(_broken(runs, style, (room, room))) for runs in cell.lines))
    for row, count in enumerate(lines):
        yield Strip(count * style.pitch + TABLE_RULE, grid.is_kept_with_next(row), index)
