"""Which texts of a plan are shifted, by their places in its YAML: those that name its period, and its dates."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.check.walk import every_node
from generator.model import Place, Plan, Table
from generator.readers.yaml_tree import Value

_DATED_COLUMN = re.compile("日期|时间|时限|期限|截止|起止")
_WEEKDAY_COLUMN = re.compile(r"星期|周几|礼拜")
_RECORD_COLUMN = re.compile("版次|版本|修订|修改")
"""A table with such a column tells of what was done: its dates are past and stay."""
_LABELS = ("标题", "主题", "年度", "责任分解表")
_DATES = (("成文日期",), ("文件", "印发日期"))


@dataclass(frozen=True)
class TableRow:
    """One row of a table: the places of its cells by the names of their columns."""

    cells: tuple[tuple[str, Place], ...]

    def dated(self, tree: Value) -> Iterator[Place]:
        """The cells that hold dates."""
        for column, place in self.cells:
            if _DATED_COLUMN.search(column) or is_whole_date(text_at(tree, place)):
                yield place

    def weekdays(self) -> Iterator[Place]:
        """The cells that name the day of the week."""
        return (place for column, place in self.cells if _WEEKDAY_COLUMN.search(column))


def is_whole_date(text: str) -> bool:
    """Whether a cell holds a date and nothing else."""
    return bool(re.fullmatch(r"20\d\d(年\d{1,2}月\d{1,2}[日号]|([-./])\d{1,2}\2\d{1,2})", text.strip()))


def labels(plan: Plan, tree: Value) -> Iterator[Place]:
    """Title, subject, year, titles of annexes and tables, heads of columns: what names the plan's period."""
    places: list[Place] = [(key,) for key in _LABELS]
    places += [(*annex.at, "标题") for annex in plan.annexes]
    for node in every_node(plan):
        if isinstance(node, Table):
            places += [(*node.at, "标题"), (*node.at, "列")]
    for place in places:
        yield from texts_below(tree, place)


def dates(tree: Value) -> Iterator[Place]:
    """成文日期, 印发日期 and every 时限."""
    yield from (place for place in _DATES if text_at(tree, place))
    yield from (place for place in texts_below(tree, ()) if place[-1] == "时限")


def table_rows(plan: Plan, tree: Value) -> Iterator[TableRow]:
    """The rows of every table with the places of their cells."""
    for node in every_node(plan):
        if isinstance(node, Table) and not is_record(node):
            value = value_at(tree, node.at)
            rows, at = (value["行"], (*node.at, "行")) if isinstance(value, dict) else (value, node.at)
            for number, row in enumerate(rows if isinstance(rows, list) else ()):
                yield TableRow(tuple(_cells(node, row, (*at, number))))


def is_record(table: Table) -> bool:
    """Whether a table is a record of past changes (修订记录)."""
    return any(map(_RECORD_COLUMN.search, table.columns))


def _cells(table: Table, row: Value, at: Place) -> Iterator[tuple[str, Place]]:
    if isinstance(row, dict):
        yield from ((column, (*at, column)) for column in row)
    elif isinstance(row, list):
        yield from ((column, (*at, index)) for index, column in enumerate(table.columns[: len(row)]))


def value_at(tree: Value, place: Place) -> Value:
    """The value at a place; "" where there is none."""
    for step in place:
        if isinstance(tree, dict) and step in tree:
            tree = tree[str(step)]
        elif isinstance(tree, list) and isinstance(step, int) and step < len(tree):
            tree = tree[step]
        else:
            return ""
    return tree


def text_at(tree: Value, place: Place) -> str:
    """The text at a place; "" where there is none."""
    value = value_at(tree, place)
    return value if isinstance(value, str) else ""


def texts_below(tree: Value, place: Place) -> Iterator[Place]:
    """The places of all texts in the value at a place."""
    value = value_at(tree, place)
    if isinstance(value, str):
        yield from (place,) if value else ()
    else:
        for step in value if isinstance(value, dict) else range(len(value)):
            yield from texts_below(tree, (*place, step))
