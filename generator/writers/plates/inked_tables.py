"""Tables inked: the rules and texts of the rows on one page, and their structure."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from generator.typeset.galley import Cell, Row, Table, pixels
from generator.typeset.makeup import HALF_RULE, cell_height, row_heights
from generator.typeset.plate import Placed
from generator.typeset.styles import TABLE_PADDING
from generator.writers.plates.borders import Shown, rules_of, segments
from generator.writers.plates.layers import Column, Layer, Slot, put_line
from generator.writers.plates.node import Node

PADDING = pixels(TABLE_PADDING, 12)


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table: their widths, and where each begins and the last one ends."""

    widths: tuple[float, ...]
    starts: tuple[float, ...]


def put_table(placed: Placed, table: Table, left: float, layer: Layer) -> Node:
    """The rows of a table that stand on this page, from `left` on, with their rules."""
    columns = Columns(table.widths, tuple(accumulate(table.widths, initial=left)))
    body = table.rows[placed.first : placed.end]
    heights = [*row_heights(table.head), *row_heights(table.rows[placed.first :])[: len(body)]]
    tops = list(accumulate(heights, initial=placed.y))
    shown = Shown(rules_of(table), len(table.head), placed.first, columns.starts, tops)
    layer.rules += segments(shown, HALF_RULE)
    head = [_group("THead", table.head, tops, columns, layer)] if table.head else []
    return Node("Table", [*head, _group("TBody", body, tops[len(table.head) :], columns, layer)])


def _group(tag: str, rows: tuple[Row, ...], tops: list[float], columns: Columns, layer: Layer) -> Node:
    return Node(tag, [Node("TR", list(_row(rows, line, tops, columns, layer))) for line in range(len(rows))])


def _row(rows: tuple[Row, ...], line: int, tops: list[float], columns: Columns, layer: Layer) -> Iterator[Node]:
    for cell in rows[line].cells:
        width = sum(columns.widths[cell.column : cell.column + cell.across])
        inside = Column(
            columns.starts[cell.column] + PADDING + HALF_RULE, width - (0.0 + PADDING + PADDING + HALF_RULE + HALF_RULE)
        )
        y = tops[line] + HALF_RULE
        if line + cell.down <= len(rows):  # a cell that goes on over the page has its text at the top
            y += (tops[line + cell.down] - tops[line] - cell_height(cell)) / 2 + _spare(cell) / 2
        node = Node(cell.tag.upper(), across=cell.across, down=cell.down)
        for number, text in enumerate(cell.lines):
            node.kids += put_line(text, cell.kind, Slot(inside, y + number * cell.kind.pitch, 0.0, layer))
        yield node


def _spare(cell: Cell) -> float:
    """The room in a cell above and below its text because it has a least height."""
    return max(cell.least - len(cell.lines) * cell.kind.pitch, 0.0)
