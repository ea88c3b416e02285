"""Two tables as one: rows inserted and deleted, words changed in cells."""

from collections.abc import Sequence
from dataclasses import replace

from generator.revision.pairing import pairs
from generator.revision.runs import changed, is_changed, merged, text_of
from generator.revision.words import DELETED, INSERTED, SAME
from generator.typeset.composition import Grid, GridCell, Run

Row = tuple[GridCell, ...]
Marked = tuple[Row, str]
"""A row, and what became of it."""


def row_text(row: Row) -> str:
    """The cells of a row as one text."""
    return "｜".join(text_of(_runs(cell)) for cell in row)


def grid_text(grid: Grid) -> str:
    """The rows of a table as one text."""
    return "\n".join(map(row_text, grid.rows))


def whole(grid: Grid, change: str) -> Grid:
    """The table, all inserted or all deleted."""
    parts = [[(_marked(row, change), change) for row in rows] for rows in (grid.head, grid.body, grid.foot)]
    return _together(grid, parts)


def merge_grids(old: Grid, new: Grid) -> Grid | None:
    """The new table with the changes from the old marked; None where their shapes do not allow it."""
    if len(old.widths) != len(new.widths) or (_shape(old) != _shape(new) and (_reaches(old) or _reaches(new))):
        return None
    sections = ((old.head, new.head), (old.body, new.body), (old.foot, new.foot))
    return _together(new, [_merge_rows(before, after) for before, after in sections])


def is_changed_row(row: Row) -> bool:
    """Whether a word in it changed."""
    return any(is_changed(_runs(cell)) for cell in row)


def _shape(grid: Grid) -> list[list[tuple[int, int]]]:
    return [[(cell.across, cell.down) for cell in row] for row in grid.rows]


def _reaches(grid: Grid) -> bool:
    """Whether a cell reaches into the row below it: then rows cannot come and go singly."""
    return any(cell.down > 1 for row in grid.rows for cell in row)


def _together(grid: Grid, parts: Sequence[list[Marked]]) -> Grid:
    head, body, foot = (tuple(row for row, _ in part) for part in parts)
    changes = tuple(change for part in parts for _, change in part)
    return replace(grid, head=head, body=body, foot=foot, changes=changes)


def _merge_rows(old: Sequence[Row], new: Sequence[Row]) -> list[Marked]:
    if len(old) == len(new) and any(cell.down > 1 for row in new for cell in row):
        return [(_merge_cells(before, after), SAME) for before, after in zip(old, new, strict=True)]
    rows: list[Marked] = []
    for i, j in pairs([row_text(row) for row in old], [row_text(row) for row in new]):
        if i is not None and j is not None and _spans(old[i]) == _spans(new[j]):
            rows.append((_merge_cells(old[i], new[j]), SAME))
            continue
        rows += [(_marked(old[i], DELETED), DELETED)] if i is not None else []
        rows += [(_marked(new[j], INSERTED), INSERTED)] if j is not None else []
    return rows


def _spans(row: Row) -> list[int]:
    return [cell.across for cell in row]


def _merge_cells(old: Row, new: Row) -> Row:
    return tuple(
        replace(after, lines=(merged(_runs(before), _runs(after)),)) for before, after in zip(old, new, strict=True)
    )


def _marked(row: Row, change: str) -> Row:
    return tuple(replace(cell, lines=(changed(_runs(cell), change),)) for cell in row)


def _runs(cell: GridCell) -> tuple[Run, ...]:
    """The runs of a cell, those that start a line so marked."""
    lines = [
        [replace(run, breaks=run.breaks or (number > 0 and not place)) for place, run in enumerate(line or (Run(""),))]
        for number, line in enumerate(cell.lines)
    ]
    return tuple(run for line in lines for run in line)
