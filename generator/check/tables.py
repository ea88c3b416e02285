"""Tables of a manuscript, by rows and columns, of a plan or typed in a foreign file with tabs."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from generator.check.registry import Found, found_in
from generator.manuscript import Manuscript, Part, Passage
from generator.problems import Severity

_TITLES = frozenset({Part.CAPTION, Part.ANNEX_TITLE, Part.HEADING, Part.TITLE})
MERGED_ABOVE, MERGED_LEFT = "^", "<"


@dataclass(frozen=True)
class Entry:
    """One cell: its text, and where in its passage it stands."""

    text: str
    passage: Passage
    start: int = 0

    def found(self, message: str, severity: Severity | None = None, width: int | None = None) -> Found:
        """A fault in this cell."""
        end = self.start + (len(self.text) if width is None else width)
        return found_in(self.passage, (self.start, end), message, severity)


@dataclass(frozen=True)
class Grid:
    """A table: the titles above it, its head, its rows; a cell merged with the one above has its text."""

    title: str
    head: tuple[Entry, ...]
    rows: tuple[tuple[Entry, ...], ...]

    def columns(self, pattern: "re.Pattern[str]") -> tuple[int, ...]:
        """The numbers of the columns whose head holds the pattern."""
        return tuple(number for number, entry in enumerate(self.head) if pattern.search(entry.text))


def grids(manuscript: Manuscript, words: Iterable[str]) -> Iterator[Grid]:
    """Every table with a head and at least one row that holds one of the words, in its cells or in its title."""
    for table in manuscript.derived(_tables):
        if any(word in table.text for word in words) and len(table.rows) > 1:
            yield Grid(table.title, table.rows[0], table.rows[1:])


@dataclass(frozen=True)
class _Table:
    """The cells of a table before it is known whether anyone asks for its rows."""

    title: str
    cells: tuple[Passage, ...]

    @cached_property
    def text(self) -> str:
        return "\n".join([self.title, *(cell.plain for cell in self.cells)])

    @cached_property
    def rows(self) -> tuple[tuple[Entry, ...], ...]:
        return tuple(_filled(_rows(self.cells)))


def _tables(manuscript: Manuscript) -> tuple[_Table, ...]:
    return tuple(_every_table(manuscript))


def _every_table(manuscript: Manuscript) -> Iterator[_Table]:
    title = ""
    for is_cell, group in groupby(manuscript.passages, lambda passage: passage.part == Part.CELL):
        passages = list(group)
        if not is_cell:
            titles = [passage.plain for passage in passages if passage.part in _TITLES]
            title = " ".join(titles[-2:]) or title
            continue
        for _, table in groupby(passages, lambda passage: passage.place if passage.cell else ()):
            yield _Table(title, tuple(table))


def _rows(passages: tuple[Passage, ...]) -> Iterator[tuple[Entry, ...]]:
    if passages[0].cell:
        for _, row in groupby(passages, lambda passage: passage.cell and passage.cell[0]):
            yield tuple(Entry(passage.plain, passage) for passage in row)
        return
    for passage in passages:
        yield tuple(_typed(passage))


def _typed(passage: Passage) -> Iterator[Entry]:
    """The cells of a row typed with tabs."""
    start = 0
    for text in passage.plain.split("\t"):
        yield Entry(text, passage, start)
        start += len(text) + 1


def _filled(rows: Iterator[tuple[Entry, ...]]) -> Iterator[tuple[Entry, ...]]:
    """The rows, each merged cell with the text of the cell it belongs to."""
    above: tuple[Entry, ...] = ()
    for row in rows:
        above = tuple(_owner(row, column, above) for column in range(len(row)))
        yield above


def _owner(row: tuple[Entry, ...], column: int, above: tuple[Entry, ...]) -> Entry:
    entry = row[column]
    if entry.text == MERGED_ABOVE and column < len(above):
        return above[column]
    return _owner(row, column - 1, above) if entry.text == MERGED_LEFT and column else entry
