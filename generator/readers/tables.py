"""Tables (表格): rows written as mappings, or heads (列) and rows (行) in full with merged cells."""

from math import inf

from generator.model import Cell, Table
from generator.readers.reading import Spot
from generator.readers.shapes import is_full_table, is_row_table, usual_keys

_KEYS = ("标题", "列", "行", "列宽", "备注", "横向")
Corner = tuple[int, int]
"""Row and column of a place in the grid."""
_UP, _LEFT = "^", "<"


def read_table(spot: Spot) -> Table | None:
    """The table at this place; None, and a problem, where the value is none."""
    if is_full_table(spot.value):
        return _full_table(spot)
    if is_row_table(spot.value) or _has_mappings_only(spot):
        return _row_table(spot)
    if not spot.empty:
        spot.report("wrong-type", "表格要写成“列: […]”和“行: [[…], […]]”，或写成列表，每一行都用同样的键")
    return None


def _has_mappings_only(spot: Spot) -> bool:
    return isinstance(spot.value, list) and bool(spot.value) and all(isinstance(row, dict) for row in spot.value)


def _row_table(spot: Spot) -> Table:
    """Rows that are mappings: their keys are the head."""
    entries = spot.entries()
    columns = usual_keys([entry.value for entry in entries if isinstance(entry.value, dict)])
    for number, entry in enumerate(entries, 1):
        _check_row_keys(entry, number, columns)
    rows = [[_cell_text(entry.child(column)) for column in columns] for entry in entries]
    return Table(columns=columns, rows=_merge(rows, entries), at=spot.place)


def _check_row_keys(entry: Spot, number: int, columns: tuple[str, ...]) -> None:
    found = entry.value if isinstance(entry.value, dict) else {}
    missing = [column for column in columns if column not in found]
    extra = [key for key in found if key not in columns]
    if missing:
        entry.report("ragged-table", f"表格第 {number} 行缺少“{'、'.join(missing)}”；没有内容也要写上键，值空着")
    if extra:
        entry.child(extra[0]).report(
            "ragged-table", f"表格第 {number} 行多出“{'、'.join(extra)}”，别的行没有", key=True
        )


def _full_table(spot: Spot) -> Table:
    spot.check_keys(_KEYS)
    columns = tuple(entry.lines() for entry in spot.child("列").entries())
    if not columns:
        spot.report("missing-key", "表格缺少“列”；请写上各列的名称：“列: [甲, 乙]”")
    entries = spot.child("行").entries()
    if not entries:
        spot.child("行").report("empty-table", "表格一行也没有；请在“行”下面逐行写“- [甲, 乙]”", key=True)
    rows = [_full_row(entry, number, len(columns)) for number, entry in enumerate(entries, 1)]
    return Table(
        columns=columns,
        rows=_merge(rows, entries),
        widths=_widths(spot.child("列宽"), len(columns)),
        caption=spot.child("标题").text(),
        remark=spot.child("备注").lines(),
        landscape=spot.child("横向").yes(),
        at=spot.place,
    )


def _full_row(entry: Spot, number: int, width: int) -> list[str]:
    if not isinstance(entry.value, list):
        entry.report("wrong-type", f"表格第 {number} 行要写成“[甲, 乙, …]”")
        return [""] * width
    cells = [_cell_text(cell) for cell in entry.entries()]
    if width and len(cells) != width:
        message = (
            f"表格第 {number} 行有 {len(cells)} 格，应与“列”一样有 {width} 格；空格写“''”，并入左格写“<”，并入上格写“^”"
        )
        entry.report("ragged-table", message)
    return (cells + [""] * width)[:width]


def _cell_text(spot: Spot) -> str:
    return "\n".join(spot.texts()) if isinstance(spot.value, list) else spot.lines()


def _widths(spot: Spot, count: int) -> tuple[float, ...]:
    widths = tuple(map(_width, spot.entries()))
    if widths and len(widths) != count:
        spot.report("ragged-table", f"“列宽”有 {len(widths)} 个数，应与“列”一样有 {count} 个")
    return widths


def _width(spot: Spot) -> float:
    try:
        width = float(spot.text())
    except ValueError:
        width = 0.0
    if not 0 < width < inf:
        spot.report("wrong-type", "列宽是各列宽度之比，要写大于 0 的数，如 [1, 2, 4]")
        return 1.0
    return width


def _merge(rows: list[list[str]], entries: list[Spot]) -> tuple[tuple[Cell, ...], ...]:
    """Rows of texts as rows of cells, those marked ^ or < taken into the cell above or to the left."""
    covered: dict[Corner, list[Corner]] = {}
    for corner, owner in _owners(rows, entries).items():
        covered.setdefault(owner, []).append(corner)
    merged: list[list[Cell]] = [[] for _ in rows]
    for (y, x), corners in covered.items():
        down, across = max(corners)[0] - y + 1, max(column for _, column in corners) - x + 1
        if down * across != len(corners):
            entries[y].report("bad-merge", f"第 {y + 1} 行第 {x + 1} 格合并出来的不是长方形；请检查 ^ 和 <")
        merged[y].append(Cell(text=rows[y][x], across=across, down=down))
    return tuple(map(tuple, merged))


def _owners(rows: list[list[str]], entries: list[Spot]) -> dict[Corner, Corner]:
    """For each place in the grid the place of the cell that covers it."""
    owners: dict[Corner, Corner] = {}
    for y, row in enumerate(rows):
        for x, text in enumerate(row):
            owners[y, x] = (y, x)
            if (text == _UP and y == 0) or (text == _LEFT and x == 0):
                side = "上" if text == _UP else "左"
                entries[y].report("bad-merge", f"第 {y + 1} 行第 {x + 1} 格的“{text}”{side}面没有格子可以并入")
            elif text in (_UP, _LEFT):
                owners[y, x] = owners[y - 1, x] if text == _UP else owners[y, x - 1]
    return owners
