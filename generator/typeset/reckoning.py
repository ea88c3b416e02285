"""Where lines and rows stand on their pages, reckoned before any font is known: digits and letters half a character wide."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import repeat
from typing import NamedTuple

from generator.typeset.columns import placed
from generator.typeset.composition import Block, Gap, Grid, Marks, Passage, Run
from generator.typeset.lines import Line, break_lines
from generator.typeset.measure import ems
from generator.typeset.scripts import gaps_of
from generator.typeset.stops import has_stops
from generator.typeset.styles import AREA_WIDTH, CELL, MARK_PITCH, STYLES, TABLE_PADDING, TABLE_RULE, Style, styles_of

HAIR = 0.05
"""Points that rounding may take from a page."""


class Strip(NamedTuple):
    """What no page's end cuts: its height, whether it stays with what follows, the block it is of, the heads over it on a new page."""

    height: float
    kept: bool
    block: int
    head: float = 0.0


class Place(NamedTuple):
    """A strip on its page, and how far down it ends."""

    strip: Strip
    page: int
    foot: float


Widths = Callable[[str], float]
"""How wide a character is, in multiples of its size."""


@lru_cache(maxsize=4096)
def lines_of(passage: Passage, room: float = AREA_WIDTH, widths: Widths = ems) -> tuple[Line, ...]:
    """The lines a passage falls into in so many points of room; many ways to end a text ask for the same."""
    style = STYLES[passage.style]
    if has_stops(passage.runs):
        return (Line(0, len(passage.text), True),)
    left = style.left if passage.left is None else passage.left
    room -= CELL * (style.right if passage.right is None else passage.right)
    first = 0.0 if passage.continued else style.first
    return _broken(passage.runs, style, (room - first * CELL, room - left * CELL), widths)


@lru_cache(maxsize=4096)
def _broken(runs: tuple[Run, ...], style: Style, rooms: tuple[float, float], widths: Widths) -> tuple[Line, ...]:
    text = "".join(run.text for run in runs)
    starts = [sum(len(run.text) for run in runs[:index]) for index in range(len(runs))]
    forced = {start for start, run in zip(starts, runs, strict=True) if run.breaks}
    wide = [*map(_sizes(widths, style.size).__getitem__, text)]
    return (*break_lines(text, wide, gaps_of(runs, style.gap), rooms, forced),)


class _Sizes(dict[str, float]):
    """How wide characters are in one size, in points; each is reckoned once."""

    def __init__(self, widths: Widths, size: float) -> None:
        super().__init__()
        self._widths, self._size = widths, size

    def __missing__(self, character: str) -> float:
        found = self[character] = self._widths(character) * self._size
        return found


@lru_cache(maxsize=16)
def _sizes(widths: Widths, size: float) -> _Sizes:
    return _Sizes(widths, size)


def height_of(blocks: Iterable[Block], pitch: float, widths: Widths = ems) -> float:
    """The height of blocks one below the other on one page."""
    return sum(strip.height for strip in strips(blocks, pitch, AREA_WIDTH, widths))


def places(
    blocks: Iterable[Block], pitch: float, height: float, room: float = AREA_WIDTH, widths: Widths = ems
) -> list[Place]:
    """Every strip of the blocks on pages of this height; what is kept together turns the page together."""
    found, page, filled, most = list[Place](), 0, 0.0, height + HAIR
    for group in _groups(strips(blocks, pitch, room, widths)):
        needed = group[0].height if len(group) == 1 else sum([one.height for one in group])
        if filled > 0 and filled + needed > most:
            page, filled = page + 1, group[0].head
        for one in group:
            high, head = one.height, one.head
            if filled > head and filled + high > most:
                page, filled = page + 1, head
            filled += high
            while filled > most + head:  # higher than a page
                page, filled = page + 1, filled - height
            found.append(Place(one, page, filled))
    return found


def _groups(found: Iterable[Strip]) -> Iterator[Sequence[Strip]]:
    """Strips that stay together."""
    group = list[Strip]()
    for strip in found:
        if strip.kept:
            group.append(strip)
        elif group:
            yield [*group, strip]
            group = []
        else:
            yield (strip,)
    if group:
        yield group


def strips(blocks: Iterable[Block], pitch: float, room: float = AREA_WIDTH, widths: Widths = ems) -> Iterator[Strip]:
    """What the blocks are cut into in so many points of room: lines, rows, gaps."""
    styles = styles_of(pitch)
    for index, block in enumerate(blocks):
        if isinstance(block, Passage):
            style = styles[block.style]
            high = block.size * MARK_PITCH if block.size else block.pitch or style.pitch
            count = len(lines_of(block, room, widths))
            yield from repeat(Strip(high, block.keep_together, index), count - 1)
            yield Strip(high, block.keep_with_next or style.keep_with_next, index)
        elif isinstance(block, Grid):
            yield from _rows(block, styles, index, widths)
        elif isinstance(block, Gap):
            yield Strip(block.height, True, index)
        elif isinstance(block, Marks):
            yield Strip(len(block.lines) * block.size * MARK_PITCH, True, index)


def _rows(grid: Grid, styles: dict[str, Style], index: int, widths: Widths) -> Iterator[Strip]:
    """The rows: a cell makes the last of its rows high enough, so one that no cell ends in has no height.

    The heads stay with the row below and come again on every page.
    """
    style = styles["cell-small" if grid.small else "cell"]
    heights = [0.0 for _ in grid.rows]
    for line, column, cell in sorted(placed(grid.rows), key=lambda place: place[2].down):
        room = sum(grid.widths[column : column + cell.across]) - 2 * TABLE_PADDING - TABLE_RULE
        count = max(1, sum(len(_broken(runs, style, (room, room), widths)) for runs in cell.lines))
        rows = heights[line : line + cell.down]
        heights[line + len(rows) - 1] += max(0.0, count * style.pitch + TABLE_RULE - sum(rows))
    heights[0] += TABLE_RULE
    heads = len(grid.head)
    for line, height in enumerate(heights):
        head = sum(heights[:heads]) if line >= heads else 0.0
        yield Strip(height, line < heads or grid.is_kept_with_next(line), index, head)
