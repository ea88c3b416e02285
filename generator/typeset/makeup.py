"""Galleys made up into pages (拼版): where each page ends, by the rules of keeping together that WeasyPrint follows."""

from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from generator.typeset.galley import BeyondPlatesError, Cell, Foot, Galley, Piece, Room, Row, Table, Text, pixels
from generator.typeset.plate import Area, Placed, Plate, area
from generator.typeset.styles import TABLE_RULE

HALF_RULE = pixels(TABLE_RULE / 2, 12)
"""What a table's outer rule takes beyond its rows."""
FUDGE = 1 + 1e-9


class Place(NamedTuple):
    """Where a page goes on: the number of a piece, and its first line or row."""

    piece: int
    first: int = 0


class Page(NamedTuple):
    """What stands on a page so far, and where it ends."""

    placed: list[Placed]
    bottom: float
    forced: bool


def make_up(galleys: tuple[Galley, ...]) -> tuple[Plate, ...]:
    """The pages of a document; BeyondPlatesError where an end of page would need more than is known here."""
    return tuple(plate for galley in galleys for plate in _plates(galley))


def _plates(galley: Galley) -> Iterator[Plate]:
    sheet, place, forced = area(galley.lying), Place(0), True
    while True:
        placed, following = _page(galley.pieces, place, sheet, forced)
        yield Plate(sheet, galley.lying, tuple(placed))
        if following is None:
            return
        place, forced = following, galley.lying  # a page of a name of its own always begins as if it were forced


def _page(pieces: tuple[Piece, ...], place: Place, sheet: Area, forced: bool) -> tuple[list[Placed], Place | None]:
    """What stands on the page that begins at a place, and where the next one begins."""
    page = Page([], sheet.bottom, forced)
    y, first = sheet.top, place.first
    for number in range(place.piece, len(pieces)):
        found = _put(pieces[number], number, first, y, page)
        if found is None:
            return _ended(page.placed, number)
        page.placed.append(found)
        if not found.last:
            return page.placed, Place(number, found.end)
        y, first = found.bottom, 0
    return page.placed, None


def _ended(placed: list[Placed], number: int) -> tuple[list[Placed], Place]:
    """The page before the piece that does not fit any more, or before what must stay with it."""
    if not placed:
        raise BeyondPlatesError("a piece higher than a page")
    if placed[-1].piece.keep:
        return _earlier(placed) or (placed, Place(number))
    return placed, Place(number)


def _earlier(placed: list[Placed]) -> tuple[list[Placed], Place] | None:
    """The last end of page before all that is kept together; None where there is none."""
    for index in range(len(placed) - 1, -1, -1):
        here = placed[index]
        if index + 1 < len(placed) and not here.piece.keep:
            return placed[: index + 1], Place(placed[index + 1].number, placed[index + 1].first)
        if here.piece.whole:
            continue
        if isinstance(here.piece, Table):
            raise BeyondPlatesError("an end of page inside a table that is kept")
        if isinstance(here.piece, Text) and here.end - here.first > 1:
            cut = here.end - 1
            return [*placed[:index], _cut(here, here.piece, cut)], Place(here.number, cut)
    return None


def _cut(placed: Placed, piece: Text, end: int) -> Placed:
    bottom = placed.y + (end - placed.first) * piece.kind.pitch
    return Placed(piece, placed.number, placed.y, bottom, placed.first, end, last=False)


# ---- one piece ----------------------------------------------------------------------------------------------------


def _put(piece: Piece, number: int, first: int, y: float, page: Page) -> Placed | None:
    """A piece, or as much of it as fits; None where it begins on the next page."""
    if isinstance(piece, Table):
        return _put_table(piece, number, first, y, page)
    y += _margin(page)
    if isinstance(piece, Text) and piece.lines:
        return _put_text(piece, number, first, y, page)
    bottom = y + _height(piece)
    if page.placed and _overflows(bottom, page.bottom):
        return None
    return Placed(piece, number, y, bottom)


def _margin(page: Page) -> float:
    """How much less room there is behind a table, half of whose last rule lies outside it."""
    return -HALF_RULE if page.placed and isinstance(page.placed[-1].piece, Table) else 0.0


def _height(piece: Piece) -> float:
    if isinstance(piece, Room):
        return piece.height + sum(bar.height for bar in piece.bars)
    assert isinstance(piece, Text | Foot)  # noqa: S101 - tables have a way of their own
    return piece.height


def _overflows(y: float, bottom: float) -> bool:
    return y > bottom * FUDGE


def _put_text(piece: Text, number: int, first: int, y: float, page: Page) -> Placed | None:
    pitch, count = piece.kind.pitch, len(piece.lines)
    end, bottom = first, y
    while end < count and not (_overflows(bottom + pitch, page.bottom) and (page.placed or end > first)):
        bottom += pitch
        end += 1
    if end == first or (end < count and piece.whole and page.placed):
        return None
    return Placed(piece, number, y, bottom, first, end, end == count)


# ---- tables -------------------------------------------------------------------------------------------------------


def row_heights(rows: tuple[Row, ...]) -> list[float]:
    """How high each row is: as high as the highest of the cells that end there."""
    heights: list[float] = []
    for line in range(len(rows)):
        heights.append(max((_missing(cell, first, heights) for first, cell in _ending(rows, line)), default=0.0))
    return heights


def cell_height(cell: Cell) -> float:
    """The height of a cell with half its rules above and below."""
    return max(_text_height(cell), cell.least) + 2 * HALF_RULE


def _text_height(cell: Cell) -> float:
    return len(cell.lines) * cell.kind.pitch


def _ending(rows: tuple[Row, ...], line: int) -> Iterator[tuple[int, Cell]]:
    """The cells whose last row this is, each with its first row."""
    for first in range(line + 1):
        yield from ((first, cell) for cell in rows[first].cells if first + cell.down - 1 == line)


def _missing(cell: Cell, first: int, heights: list[float]) -> float:
    return max(cell_height(cell) - sum(heights[first:]), 0.0)


def _put_table(table: Table, number: int, first: int, y: float, page: Page) -> Placed | None:
    """As many rows as fit below the head; BeyondPlatesError where that would need more than is known here."""
    rows = table.rows[first:]
    start = y + _above(page, first) + HALF_RULE
    tops = list(accumulate(row_heights(rows), initial=start + sum(row_heights(table.head))))
    count = _fitting(rows, tops, page.bottom)
    if count < len(rows):
        count = next((line for line in range(count, 0, -1) if not rows[line - 1].keep), 0)
        if not count and not page.placed:
            raise BeyondPlatesError("rows higher than a page")
        if not count:
            return None
        return Placed(table, number, start, tops[count], first, first + count, last=False)
    if page.placed and _overflows(tops[-1] + 2 * HALF_RULE, page.bottom):
        raise BeyondPlatesError("a table that ends just at the end of the page")
    return Placed(table, number, start, tops[-1] + HALF_RULE, first, first + count)


def _above(page: Page, first: int) -> float:
    """The room above a table: none at the top of a page that it or what is before it goes on to, none behind a table."""
    if page.placed:
        return 0.0 if isinstance(page.placed[-1].piece, Table) else HALF_RULE
    return HALF_RULE if page.forced and not first else 0.0


def _fitting(rows: tuple[Row, ...], tops: list[float], bottom: float) -> int:
    """How many rows fit: their rules and every line of their cells."""
    for line, row in enumerate(rows):
        lowest = max((tops[line] + _text_height(cell) + 2 * HALF_RULE for cell in row.cells if cell.lines), default=0.0)
        if _overflows(max(lowest, tops[line + 1]), bottom):
            return line
    return len(rows)
