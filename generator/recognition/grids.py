"""Drawn tables: their heads, merged cells and remarks (备注)."""

import re
from collections.abc import Sequence

from generator.model import Cell, Table
from generator.original import Line

UP, LEFT = "^", "<"
_REMARK = re.compile(r"^备\s*注\s*[：:]?\s*")

Rows = Sequence[Sequence[str]]


def table_of(line: Line) -> Table:
    """The table that a line holds: its first row is the head, a 备注 row at its end the remark."""
    rows = _full(line.rows)
    caption, rows = _title_row(line.text, rows)
    columns, rows = _head(rows)
    remark, rows = _remark(rows)
    return Table(
        columns=columns,
        rows=_merged(rows),
        caption=caption,
        remark=remark,
        landscape=line.looks.wide,
    )


def _full(rows: Rows) -> list[list[str]]:
    """The rows filled up to one width; a sign of merging that has nothing to merge with is a blank."""
    width = max(map(len, rows))
    return [[*row, *[""] * (width - len(row))] for row in rows]


def _title_row(caption: str, rows: list[list[str]]) -> tuple[str, list[list[str]]]:
    """A first row of one cell over the whole width is the caption."""
    first = rows[0]
    if not caption and len(rows) > 2 and len(first) > 1 and set(first[1:]) == {LEFT}:  # noqa: PLR2004 - a head and a row
        return first[0].replace("\n", ""), rows[1:]
    return caption, rows


def _head(rows: list[list[str]]) -> tuple[tuple[str, ...], list[list[str]]]:
    """The names of the columns: from two rows where cells of the first are merged."""
    first, *rest = rows
    if (
        rest
        and UP in rest[0]
        and LEFT in first
        and all(a != LEFT or b != UP for a, b in zip(first, rest[0], strict=True))
    ):
        names: list[str] = []
        group = ""
        for above, below in zip(first, rest[0], strict=True):
            group = group if above == LEFT else above
            names.append(group if below == UP else f"{group}{below}")
        first, rest = names, rest[1:]
    names = [first[index - 1] if text == LEFT and index else text for index, text in enumerate(first)]
    return tuple(text or f"第{number}列" for number, text in enumerate(names, 1)), rest


def _remark(rows: list[list[str]]) -> tuple[str, list[list[str]]]:
    """The text of a 备注 row at the end, and the rows above it."""
    if not rows:
        return "", rows
    first, *others = rows[-1]
    found = _REMARK.match(first)
    texts = [text for text in others if text not in ("", LEFT)]
    if found and found.end() < len(first) and not texts and LEFT in others:
        return first[found.end() :], rows[:-1]
    if found and found.end() == len(first) and len(texts) == 1:
        return texts[0], rows[:-1]
    return "", rows


def _merged(rows: list[list[str]]) -> tuple[tuple[Cell, ...], ...]:
    """Rows of texts as rows of cells, those marked taken into the cell above or to the left."""
    taken: set[tuple[int, int]] = set()
    merged: list[tuple[Cell, ...]] = []
    for y, row in enumerate(rows):
        cells = []
        for x, text in enumerate(row):
            if (y, x) not in taken:
                across, down = _span(rows, y, x)
                taken |= {(y + below, x + beside) for below in range(down) for beside in range(across)}
                cells.append(Cell(text="" if text in (UP, LEFT) else text, across=across, down=down))
        merged.append(tuple(cells))
    return tuple(merged)


def _span(rows: list[list[str]], y: int, x: int) -> tuple[int, int]:
    """How many columns and rows the cell at this place covers."""
    across = 1
    while x + across < len(rows[y]) and rows[y][x + across] == LEFT:
        across += 1
    down = 1
    while y + down < len(rows) and all(text == UP for text in rows[y + down][x : x + across]):
        down += 1
    return across, down
