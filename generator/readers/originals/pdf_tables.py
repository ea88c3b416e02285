"""Tables drawn on the pages of a PDF as rows of cells, one that goes on over pages as a whole."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from generator.original import Looks
from generator.readers.originals.pdf_paragraphs import spaced
from generator.sheets.page import Line, Page, Table, lines_of

TOUCH = 3.0
"""Points within which two edges are one."""
Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Sheet:
    """A table on its page, with the rows that go on with it on the pages after."""

    page: Page
    table: Table
    more: Rows = ()

    @cached_property
    def across(self) -> list[float]:
        """The edges of its columns."""
        return _edges(rule.left for rule in self.table.rules if not rule.lying)

    @cached_property
    def down(self) -> list[float]:
        """The edges of its rows."""
        return _edges(rule.top for rule in self.table.rules if rule.lying)

    @cached_property
    def own(self) -> Rows:
        """Its rows on its own page."""
        return tuple(
            tuple(self._cell(row, column) for column in range(len(self.across) - 1))
            for row in range(len(self.down) - 1)
        )

    @property
    def rows(self) -> Rows:
        """All its rows."""
        return (*self.own, *self.more)

    @property
    def looks(self) -> Looks:
        """How it is set."""
        return Looks(wide=self.page.width > self.page.height)

    def _cell(self, row: int, column: int) -> str:
        """The text of a place in the grid; < or ^ where no rule parts it from the place to its left or above."""
        if column and not self._parted(row, column):
            return "<"
        if row and not self._capped(row, column):
            return "^"
        return self._texts.get((row, column), "")

    def _parted(self, row: int, column: int) -> bool:
        x, y = self.across[column], (self.down[row] + self.down[row + 1]) / 2
        return any(
            abs(rule.left - x) < TOUCH and rule.top < y < rule.bottom for rule in self.table.rules if not rule.lying
        )

    def _capped(self, row: int, column: int) -> bool:
        x, y = (self.across[column] + self.across[column + 1]) / 2, self.down[row]
        return any(abs(rule.top - y) < TOUCH and rule.left < x < rule.right for rule in self.table.rules if rule.lying)

    @cached_property
    def _texts(self) -> dict[tuple[int, int], str]:
        """The texts by the upper left place of their cells."""
        placed: dict[tuple[int, int], list[Line]] = {}
        for cell in self.table.cells:
            corner = _place(self.down, cell.top + TOUCH), _place(self.across, cell.left + TOUCH)
            placed.setdefault(corner, []).extend(cell.lines)
        return {corner: self._text(lines, corner[1]) for corner, lines in placed.items()}

    def _text(self, lines: list[Line], column: int) -> str:
        """The lines of a cell, joined where one is full, else each on its own."""
        characters = [character for line in lines for character in line.characters]
        lines = list(lines_of(characters, self.page.number))
        widest = max(line.right - line.left for line in lines)
        room = max(widest, self.across[min(column + 1, len(self.across) - 1)] - self.across[column] - 2 * lines[0].size)
        text = spaced(lines[0])
        for last, line in pairwise(lines):
            full = last.right - last.left + line.size > room
            text += spaced(line) if full else f"\n{spaced(line)}"
        return text


def _edges(found: Iterable[float]) -> list[float]:
    edges: list[float] = []
    for edge in sorted(found):
        if not edges or edge - edges[-1] > TOUCH:
            edges.append(edge)
    return edges


def _place(edges: list[float], point: float) -> int:
    """The number of the last edge before a point."""
    return max((number for number, edge in enumerate(edges[:-1]) if edge <= point), default=0)


def join_sheets(pieces: Iterable[Line | Sheet]) -> tuple[list[Line | Sheet], list[tuple[str, ...]]]:
    """The pieces with a table that goes on at the head of the next page joined; the heads repeated there."""
    joined: list[Line | Sheet] = []
    heads: list[tuple[str, ...]] = []
    last_page = 0
    for piece in pieces:
        if not isinstance(piece, Sheet):
            joined.append(piece)
            continue
        last = joined[-1] if joined else None
        if isinstance(last, Sheet) and piece.page.number == last_page + 1 and _same_columns(last, piece):
            more, head = _continued(last, piece)
            heads += head
            joined[-1] = Sheet(last.page, last.table, (*last.more, *more))
        else:
            joined.append(piece)
        last_page = piece.page.number
    return list(_unframed(joined)), heads


def _same_columns(one: Sheet, other: Sheet) -> bool:
    """Whether both have the same edges, measured from their left."""
    return len(one.across) == len(other.across) and all(
        abs((x - one.across[0]) - (y - other.across[0])) < TOUCH for x, y in zip(one.across, other.across, strict=True)
    )


def _continued(last: Sheet, piece: Sheet) -> tuple[Rows, list[tuple[str, ...]]]:
    """The rows that go on, without the head of the table where it is printed again; and that head."""
    rows = piece.own
    if len(rows) > 1 and rows[0] == last.own[0] and any(rows[0]):
        return rows[1:], [rows[0]]
    return rows, []


def _unframed(pieces: Iterable[Line | Sheet]) -> Iterator[Line | Sheet]:
    """The pieces with a frame of a single column or row read as the lines in it."""
    for piece in pieces:
        if isinstance(piece, Sheet) and len(piece.across) <= 2:  # noqa: PLR2004 - one column has two edges
            yield from (line for cell in piece.table.cells for line in cell.lines)
        else:
            yield piece
