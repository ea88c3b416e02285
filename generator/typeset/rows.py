"""How high the rows of a table are, and how many of them a page has room for."""

from generator.typeset.galley import Cell, Row, pixels
from generator.typeset.styles import TABLE_RULE

HALF_RULE = pixels(TABLE_RULE / 2, 12)
"""What a table's outer rule takes beyond its rows."""
FUDGE = 1 + 1e-9
"""What a height may be greater than the room for it: sums of fractions are not exact."""


def overflows(y: float, bottom: float) -> bool:
    """Whether something reaches below the foot of the type area."""
    return y > bottom * FUDGE


def row_heights(rows: tuple[Row, ...]) -> list[float]:
    """How high each row is: as high as the highest of the cells that end there."""
    heights: list[float] = []
    for ended in endings(rows):
        heights.append(max((_missing(cell, first, heights) for first, cell in ended), default=0.0))
    return heights


def cell_height(cell: Cell) -> float:
    """The height of a cell with half its rules above and below."""
    return max(text_height(cell), cell.least) + 2 * HALF_RULE


def text_height(cell: Cell) -> float:
    """The height of the lines of a cell."""
    return len(cell.lines) * cell.kind.pitch


def endings(rows: tuple[Row, ...]) -> list[list[tuple[int, Cell]]]:
    """For every row the cells that end there, each with its first row."""
    found: list[list[tuple[int, Cell]]] = [[] for _ in rows]
    for first, row in enumerate(rows):
        for cell in row.cells:
            if first + cell.down <= len(rows):
                found[first + cell.down - 1].append((first, cell))
    return found


def _missing(cell: Cell, first: int, heights: list[float]) -> float:
    return max(cell_height(cell) - sum(heights[first:]), 0.0)


def fitting(rows: tuple[Row, ...], tops: list[float], bottom: float) -> int:
    """How many rows fit: their rules and every line of their cells."""
    for line, row in enumerate(rows):
        lowest = max((tops[line] + text_height(cell) + 2 * HALF_RULE for cell in row.cells if cell.lines), default=0.0)
        if overflows(max(lowest, tops[line + 1]), bottom):
            return line
    return len(rows)
