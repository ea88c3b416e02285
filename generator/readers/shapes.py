"""The shape of a value says what it is: the questions that tell a table from a list and a roster from a section."""

from collections import Counter

from generator.readers.keys import block_key
from generator.readers.yaml_tree import Value
from generator.vocabulary import ROLES, SETTING_KEYS

ITEM_KEYS = ("标题", "内容", "分项", "表格")
"""A mapping with one of these in a list is an item, never a row of a table."""


def is_roster(value: Value) -> bool:
    """A mapping that holds a role."""
    return isinstance(value, dict) and any(key in value for key in (*ROLES, "形式"))


def is_full_table(value: Value) -> bool:
    """A mapping with 列 and 行."""
    return isinstance(value, dict) and "行" in value and ("列" in value or isinstance(value["行"], list))


def is_row_table(value: Value) -> bool:
    """A list of mappings that share two keys or more: the rows of a table."""
    if not isinstance(value, list):
        return False
    rows = [entry for entry in value if isinstance(entry, dict)]
    if len(rows) < len(value) or max(map(len, rows), default=0) <= 1 or any(_is_item(row) for row in rows):
        return False
    if len({frozenset(row) for row in rows}) == 1 and len(rows) > 1:
        return True
    leads = [_leads(row) for row in rows]
    return any(len(lead) != 1 for lead in leads) or len(set(leads)) < len(leads)


def usual_keys(rows: list[dict[str, Value]]) -> tuple[str, ...]:
    """The keys most rows have, in the order of the first such row: the head of the table."""
    (keys, _), *_ = Counter(map(frozenset, rows)).most_common(1)
    return tuple(next(row for row in rows if row.keys() == keys))


def _is_item(row: dict[str, Value]) -> bool:
    return any(key in row for key in ITEM_KEYS)


def _leads(row: dict[str, Value]) -> tuple[str, ...]:
    """The free keys of an entry: an item has one, its lead sentence."""
    return tuple(filter(is_free_key, row))


def is_free_key(key: str) -> bool:
    """A heading or a lead sentence."""
    return not block_key(key) and key not in SETTING_KEYS
