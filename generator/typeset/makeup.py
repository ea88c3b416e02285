"""Galleys made up into pages (拼版): where each page ends, by the rules of keeping together that WeasyPrint follows."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate
from typing import NamedTuple

from generator.typeset.galley import (
    BeyondPlatesError,
    Foot,
    Galley,
    PageFoot,
    Piece,
    Room,
    Table,
    Text,
)
from generator.typeset.plate import Area, Placed, Plate, area
from generator.typeset.rows import HALF_RULE, fitting, overflows, row_heights


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
        yield Plate(sheet, galley.lying, galley.numbered, tuple(placed))
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
        cut = _last_cut(here)
        if cut:
            return [*placed[:index], replace(here, end=cut, last=False)], Place(here.number, cut)
    return None


def _last_cut(placed: Placed) -> int:
    """Before which of its lines or rows a piece may be cut, the last where there are several; 0 where none may."""
    piece, first, end = placed.piece, placed.first, placed.end
    if isinstance(piece, Text) and end - first > 1:
        return end - 1
    if not isinstance(piece, Table):
        return 0
    cut = next((line for line in range(end - 1, first, -1) if not piece.rows[line - 1].keep), 0)
    if any(line + cell.down > cut > line for line in range(first, cut) for cell in piece.rows[line].cells):
        raise BeyondPlatesError("a cell across the end of a page that was found afterwards")
    return cut


# ---- one piece ----------------------------------------------------------------------------------------------------


def _put(piece: Piece, number: int, first: int, y: float, page: Page) -> Placed | None:
    """A piece, or as much of it as fits; None where it begins on the next page."""
    if isinstance(piece, Table):
        return _put_table(piece, number, first, y, page)
    y += _margin(page)
    if isinstance(piece, Text) and piece.lines:
        return _put_text(piece, number, first, y, page)
    bottom = y + _height(piece)
    if page.placed and overflows(bottom, page.bottom):
        return None
    return Placed(piece, number, y, bottom)


def _margin(page: Page) -> float:
    """How much less room there is behind a table, half of whose last rule lies outside it."""
    return -HALF_RULE if page.placed and isinstance(page.placed[-1].piece, Table) else 0.0


def _height(piece: Piece) -> float:
    if isinstance(piece, Room):
        return piece.height + sum(bar.height for bar in piece.bars) + piece.below
    assert isinstance(piece, Text | Foot | PageFoot)  # noqa: S101 - tables have a way of their own
    return piece.height


def _put_text(piece: Text, number: int, first: int, y: float, page: Page) -> Placed | None:
    pitch, count = piece.kind.pitch, len(piece.lines)
    end, bottom = first, y
    while end < count and not (overflows(bottom + pitch, page.bottom) and (page.placed or end > first)):
        bottom += pitch
        end += 1
    if end == first or (end < count and piece.whole and page.placed):
        return None
    return Placed(piece, number, y, bottom, first, end, end == count)


# ---- tables -------------------------------------------------------------------------------------------------------


def _put_table(table: Table, number: int, first: int, y: float, page: Page) -> Placed | None:
    """As many rows as fit below the head; BeyondPlatesError where that would need more than is known here."""
    rows = table.rows[first:]
    start = y + _above(page, first) + HALF_RULE
    tops = list(accumulate(row_heights(rows), initial=start + sum(row_heights(table.head))))
    count = fitting(rows, tops, page.bottom)
    if count < len(rows):
        count = next((line for line in range(count, 0, -1) if not rows[line - 1].keep), 0)
        if not count and not page.placed:
            raise BeyondPlatesError("rows higher than a page")
        if not count:
            return None
        return Placed(table, number, start, tops[count], first, first + count, last=False)
    if page.placed and overflows(tops[-1] + 2 * HALF_RULE, page.bottom):
        raise BeyondPlatesError("a table that ends just at the end of the page")
    return Placed(table, number, start, tops[-1] + HALF_RULE, first, first + count)


def _above(page: Page, first: int) -> float:
    """The room above a table: none at the top of a page that it or what is before it goes on to, none behind a table."""
    if page.placed:
        return 0.0 if isinstance(page.placed[-1].piece, Table) else HALF_RULE
    return HALF_RULE if page.forced and not first else 0.0
