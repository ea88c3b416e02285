"""The rules of a table on one page, each from crossing to crossing, as WeasyPrint draws collapsed borders."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.typeset.galley import Table

Segment = tuple[float, float, float, float]
"""From x, y to x, y."""


class Rules(NamedTuple):
    """Which rules a whole table has: for every row those between its columns, for every edge of a row those along it."""

    upright: list[list[bool]]
    level: list[list[bool]]


class Shown(NamedTuple):
    """The part of a table on one page: its head, its rows from `skipped` on, and where columns and rows begin."""

    rules: Rules
    head: int
    skipped: int
    columns: tuple[float, ...]
    rows: list[float]

    def row(self, line: int, *, level: bool) -> int:
        """The number in the whole table of a row, or of an edge, on this page."""
        return line if line < self.head + level and self.head else line + self.skipped


def rules_of(table: Table) -> Rules:
    """All rules but those inside cells that take several columns or rows."""
    rows = (*table.head, *table.rows)
    upright = [[True] * (len(table.widths) + 1) for _ in rows]
    level = [[True] * len(table.widths) for _ in range(len(rows) + 1)]
    for line, row in enumerate(rows):
        for cell in row.cells:
            down, across = range(line, line + cell.down), range(cell.column, cell.column + cell.across)
            for inside in down:
                for column in across[1:]:
                    upright[inside][column] = False
            for inside in down[1:]:
                for column in across:
                    level[inside][column] = False
    return Rules(upright, level)


def segments(shown: Shown, half: float) -> Iterator[Segment]:
    """The rules of a part of a table in the order in which they are drawn; `half` is half their thickness."""
    height, width = len(shown.rows) - 1, len(shown.columns) - 1
    yield from (_level(shown, half, column, 0) for column in range(width) if _has_level(shown, 0, column))
    for line in range(height):
        if _has_upright(shown, line, 0):
            yield _upright(shown, half, 0, line)
        for column in range(width):
            if _has_upright(shown, line, column + 1):
                yield _upright(shown, half, column + 1, line)
            if _has_level(shown, line + 1, column):
                yield _level(shown, half, column, line + 1)


def _has_upright(shown: Shown, line: int, column: int) -> bool:
    inside = 0 <= line < len(shown.rows) - 1 and 0 <= column < len(shown.columns)
    return inside and shown.rules.upright[shown.row(line, level=False)][column]


def _has_level(shown: Shown, line: int, column: int) -> bool:
    inside = 0 <= line < len(shown.rows) and 0 <= column < len(shown.columns) - 1
    return inside and shown.rules.level[shown.row(line, level=True)][column]


def _reach(half: float, crossed: Iterable[bool]) -> float:
    """How far a rule reaches into the one it meets."""
    return half if any(crossed) else 0.0


def _upright(shown: Shown, half: float, column: int, line: int) -> Segment:
    beside = (column - 1, column)
    top = shown.rows[line] - _reach(half, (_has_level(shown, line, place) for place in beside))
    bottom = shown.rows[line + 1] + _reach(half, (_has_level(shown, line + 1, place) for place in beside))
    return shown.columns[column], top, shown.columns[column], bottom


def _level(shown: Shown, half: float, column: int, line: int) -> Segment:
    beside = (line - 1, line)
    left = shown.columns[column] - _reach(half, (_has_upright(shown, place, column) for place in beside))
    right = shown.columns[column + 1] + _reach(half, (_has_upright(shown, place, column + 1) for place in beside))
    return left, shown.rows[line], right, shown.rows[line]
