"""Grids as Word's tables: fixed widths, heads that repeat, rows that stay whole, cells merged across and down."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise

from generator.typeset.columns import Row, placed
from generator.typeset.composition import Grid, GridCell, Run
from generator.typeset.styles import STYLES
from generator.writers.word_elements import element, twips
from generator.writers.word_passages import runs
from generator.writers.word_styles import TABLE

EMPTY = GridCell(lines=())


@dataclass(frozen=True)
class Slot:
    """A cell where it stands: its first column, and whether it goes on from the row above."""

    cell: GridCell
    column: int
    continues: bool = False


@dataclass(frozen=True)
class Look:
    """How the cells of a row are set: their style, and whether the row stays with the next."""

    style: str
    keep_with_next: bool
    change: str = ""


def table(grid: Grid, caption: str = "") -> str:
    """One w:tbl; `caption` is what a screen reader calls it."""
    widths = _whole_twips(grid.widths)
    looks = [
        Look("cell-small" if grid.small else "cell", grid.is_kept_with_next(line), change)
        for line, change in enumerate(grid.changes or [""] * len(grid.rows))
    ]
    return element(
        "tbl",
        _table_properties(grid, sum(widths), caption),
        element("tblGrid", *(element("gridCol", w=width) for width in widths)),
        *(
            _row(slots, widths, index < len(grid.head), look)
            for index, (slots, look) in enumerate(zip(_laid_out(grid.rows, len(widths)), looks, strict=True))
        ),
    )


def _whole_twips(widths: tuple[float, ...]) -> list[int]:
    """Widths rounded so that their sum is the rounded sum: the right edge stays on the type area's."""
    edges = [0, *(twips(edge) for edge in accumulate(widths))]
    return [right - left for left, right in pairwise(edges)]


def _table_properties(grid: Grid, width: int, caption: str) -> str:
    return element(
        "tblPr",
        element("tblStyle", val=TABLE),
        element("tblW", w=width, type="dxa"),
        element("jc", val="center"),
        element("tblLayout", type="fixed"),
        element("tblLook", val="0020", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
        element("tblCaption", val=caption or "表格"),
        element("tblDescription", val=_description(grid)),
    )


def _description(grid: Grid) -> str:
    """What a screen reader says of the table: the names of its columns."""
    first = (*grid.head, *grid.body, ())[0]
    return "各栏：" + "、".join(name for name in map(_plain, first) if name)


def _plain(cell: GridCell) -> str:
    return "".join(run.text for line in cell.lines for run in line)


def _laid_out(rows: tuple[Row, ...], columns: int) -> list[list[Slot]]:
    """Every row with the cells that reach into it from above; a short row is filled with empty cells."""
    slots: list[dict[int, Slot]] = [{} for _ in rows]
    for line, column, cell in placed(rows):
        slots[line][column] = Slot(cell, column)
        for below in slots[line + 1 : line + cell.down]:
            below[column] = Slot(cell, column, continues=True)
    return [list(_filled(found, columns)) for found in slots]


def _filled(slots: dict[int, Slot], columns: int) -> Iterator[Slot]:
    column = 0
    while column < columns:
        slot = slots.get(column, Slot(EMPTY, column))
        yield slot
        column += slot.cell.across


def _row(slots: list[Slot], widths: list[int], head: bool, look: Look) -> str:
    properties = element(
        "trPr",
        element("cantSplit"),
        element("tblHeader") if head else None,
        element(look.change) if look.change else None,
    )
    return element("tr", properties, *(_cell(slot, widths, look) for slot in slots))


def _cell(slot: Slot, widths: list[int], look: Look) -> str:
    cell = slot.cell
    properties = element(
        "tcPr",
        element("tcW", w=sum(widths[slot.column : slot.column + cell.across]), type="dxa"),
        element("gridSpan", val=cell.across) if cell.across > 1 else None,
        element("vMerge", val="continue" if slot.continues else "restart") if cell.down > 1 else None,
        element("vAlign", val="center"),
    )
    return element("tc", properties, _paragraph(EMPTY if slot.continues else cell, look, cell.head))


def _paragraph(cell: GridCell, look: Look, head: bool) -> str:
    name = f"{look.style}-head" if head else look.style
    centred = cell.centred and STYLES[name].align != "center"
    properties = element(
        "pPr",
        element("pStyle", val=name),
        element("keepNext") if look.keep_with_next else None,
        element("jc", val="center") if centred else None,
        element("rPr", element(look.change)) if look.change else None,
    )
    return element("p", properties, *runs(_joined(cell.lines), STYLES[name]))


def _joined(lines: tuple[tuple[Run, ...], ...]) -> list[Run]:
    """The lines of a cell as one paragraph's runs, a forced break before every line but the first."""
    joined = list(lines[0]) if lines else []
    for line in lines[1:]:
        first, *others = line or (Run(""),)
        joined += [Run(first.text, first.font, first.gap, breaks=True), *others]
    return joined
