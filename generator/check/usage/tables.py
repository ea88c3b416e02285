"""Rules on tables: no column that promises and holds nothing, no month after the twelfth, no head broken by spaces."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.check.registry import Found, found_in, rule_of_text
from generator.check.usage.furniture import own
from generator.manuscript import Manuscript, Part, Passage
from generator.problems import Severity

_PROMISING = re.compile("名单|姓名|人员|责任人|负责人|联系人|电话|接待人|值班|带班|地点|时间|内容")
_NAMING = re.compile("名单|姓名|人员|责任人|负责人|联系人")
_NUMBER = re.compile(r"\d{1,3}")
_LONGEST_CELL, _FEWEST_CELLS, _FEWEST_ROWS, _FEWEST_COLUMNS, _MONTHS = 24, 9, 3, 3, 12
_TABLE_TITLE = re.compile("表[）)]?$")


@dataclass(frozen=True)
class Grid:
    """A table: its head, its rows, and whether cells that were empty have been lost from them."""

    head: tuple[Passage, ...]
    rows: tuple[tuple[Passage, ...], ...]
    lossy: bool


def grids(manuscript: Manuscript) -> Iterator[Grid]:
    """Every table of a plan, and of a foreign file each that was flattened to one cell a paragraph."""
    yield from manuscript.derived(_grids)


def _grids(manuscript: Manuscript) -> tuple[Grid, ...]:
    return tuple(_flattened(own(manuscript)) if manuscript.foreign else _written(manuscript))


def _written(manuscript: Manuscript) -> Iterator[Grid]:
    cells = [passage for passage in manuscript.passages if passage.cell]
    for _, table in groupby(cells, key=lambda cell: cell.place):
        rows = [tuple(row) for _, row in groupby(table, key=lambda cell: cell.cell and cell.cell[0])]
        yield Grid(rows[0], tuple(rows[1:]), lossy=False)


def _flattened(passages: tuple[Passage, ...]) -> Iterator[Grid]:
    """Runs of short lines without marks whose rows are counted 1, 2, 3."""
    for is_cell, run in groupby(passages, key=_is_cell):
        cells = list(run) if is_cell else []
        first = next((at for at, cell in enumerate(cells) if cell.text == "1"), 0)
        if len(cells) >= _FEWEST_CELLS and first >= _FEWEST_COLUMNS:
            head = cells[:first]
            start = max((at + 1 for at, cell in enumerate(head) if _TABLE_TITLE.search(cell.plain)), default=0)
            yield Grid(tuple(head[start:]), tuple(_rows(cells[first:])), lossy=True)


def _is_cell(passage: Passage) -> bool:
    prose = len(passage.text) > _LONGEST_CELL or bool(re.search("[，。；：,;:]$", passage.text))
    return not prose and not passage.level and passage.part not in (Part.TITLE, Part.DATE)


def _rows(cells: list[Passage]) -> Iterator[tuple[Passage, ...]]:
    """The rows, each from its number to the next; what follows the last full row is no part of it."""
    row: list[Passage] = []
    number = 0
    for cell in cells:
        if cell.text == str(number + 1):
            yield from (tuple(row),) if row else ()
            row, number = [], number + 1
        row.append(cell)
    yield tuple(cell for cell in row if not re.match("备注|注[：:]?$|说明", cell.plain))


@rule_of_text("month-after-december")
def month_after_december(manuscript: Manuscript) -> Iterator[Found]:
    """“月份”一栏写到了13、14，一年没有这样的月份，多半是把序号填进了月份。

    把表头“月份”改成“序号”，或改正月份。
    """
    for grid in grids(manuscript):
        column = (
            [cell.plain for cell in grid.head].index("月份") if "月份" in [cell.plain for cell in grid.head] else -1
        )
        cells = [row[column] for row in grid.rows if 0 <= column < len(row)]
        wrong = [
            cell
            for cell in cells
            if _NUMBER.fullmatch(cell.text.rstrip("月")) and int(cell.text.rstrip("月")) > _MONTHS
        ]
        if wrong:
            yield found_in(wrong[0], (0, 0), f"“月份”一栏里有“{wrong[0].text}”：没有这个月，表头是不是应写“序号”？")


@rule_of_text("empty-column")
def empty_column(manuscript: Manuscript) -> Iterator[Found]:
    """表头写着“姓名”“电话”，下面整栏是空的，是范文里等着填的空；这样的表发下去，没有人知道找谁。

    填上内容；这一栏不需要，就删去。
    """
    for grid in grids(manuscript):
        if len(grid.rows) < _FEWEST_ROWS:
            continue
        for column, head in enumerate(grid.head):
            empty = _lost(grid, head) if grid.lossy else _empty(grid, column)
            if empty and _PROMISING.search(head.plain):
                yield found_in(head, (0, 0), f"“{head.text}”一栏整栏是空的：请填上，或删去这一栏")


def _empty(grid: Grid, column: int) -> bool:
    return all(len(row) > column and not row[column].text.strip() for row in grid.rows)


def _lost(grid: Grid, head: Passage) -> bool:
    """Whether every row has fewer cells than the head, and none of them is a name that this column wants."""
    short = all(len(row) < len(grid.head) - 1 for row in grid.rows)
    return short and bool(_NAMING.search(head.plain))


@rule_of_text("empty-cell", Severity.HINT)
def empty_cell(manuscript: Manuscript) -> Iterator[Found]:
    """同一栏别的行都填了，只有一两行是空的，多半是漏填。

    补上；确实没有的写“无”或“—”，与上一行相同的写全。
    """
    for grid in grids(manuscript):
        if grid.lossy and len(grid.rows) >= _FEWEST_ROWS:
            usual = Counter(len(row) for row in grid.rows).most_common(1)[0][0]
            for row in grid.rows:
                if len(row) == usual - 1 > 0:
                    yield found_in(row[-1], (0, 0), f"第 {row[0].text} 行比其他行少一格：请补上，合并的单元格请写全")


@rule_of_text("spaced-table-head", Severity.HINT)
def spaced_table_head(manuscript: Manuscript) -> Iterator[Found]:
    """表头的字中间用空格拉开，或者断成两格，查找“名单”就查不到，导入时也会多出一栏。

    删去空格，把断开的两半合成一格；要拉开就用分散对齐。
    """
    for grid in grids(manuscript):
        for head in grid.head:
            if re.fullmatch(r"[一-龥]\s+[一-龥]", head.text):
                yield found_in(head, (0, 0), f"表头“{head.text}”中间有空格：请删去空格，断成两格的请合并")
