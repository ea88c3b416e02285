"""Tables inked: the rules and texts of the rows on one page, and their structure."""

from dataclasses import dataclass
from itertools import accumulate

from generator.typeset.galley import Cell, Row, Table, pixels
from generator.typeset.plate import Placed
from generator.typeset.rows import HALF_RULE, cell_height, endings, row_heights
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
    node = Node(tag)
    bottoms = [max((tops[first] + cell_height(cell) for first, cell in ended), default=0.0) for ended in endings(rows)]
    for line, row in enumerate(rows):
        starts = [_text_top(cell, tops[line], bottoms[line + cell.down - 1 : line + cell.down]) for cell in row.cells]
        cells = [_cell(cell, y, columns, layer) for cell, y in zip(row.cells, starts, strict=True)]
        node.kids.append(Node("TR", list(cells)))
    return node


def _cell(cell: Cell, y: float, columns: Columns, layer: Layer) -> Node:
    width = sum(columns.widths[cell.column : cell.column + cell.across])
    inside = Column(
        columns.starts[cell.column] + PADDING + HALF_RULE, width - (PADDING + PADDING + HALF_RULE + HALF_RULE)
    )
    node = Node(cell.tag.upper(), across=cell.across, down=cell.down)
    for number, text in enumerate(cell.lines):
        node.kids += put_line(text, cell.kind, Slot(inside, y + number * cell.kind.pitch, 0.0, layer))
    return node


def _text_top(cell: Cell, top: float, bottom: list[float]) -> float:
    """Where the text of a cell begins: at half the height that is left; at the top where it goes on over the page.

    `bottom`, of the cells that end with it, may be above that of its last row; it is empty for a cell that goes on.
    """
    if not bottom:
        return top + HALF_RULE
    spare = max(cell.least - len(cell.lines) * cell.kind.pitch, 0.0)
    return top + HALF_RULE + (bottom[0] - top - cell_height(cell)) / 2 + spare / 2
