"""A plan edited in its finished file: what was changed there is set into the plan that the file was made from."""

from dataclasses import fields, is_dataclass, replace
from difflib import SequenceMatcher
from typing import Any

from generator.model import Plan


def merge(source: Plan, before: Plan, after: Plan) -> Plan:
    """`source` with every change between `before` and `after`, which are what the file says, unedited and edited.

    Where nothing was changed the source stands as it was written, posts, groups and settings with it.
    """
    merged: Plan = _merge(source, before, after)
    return merged


def _merge(source: Any, before: Any, after: Any) -> Any:
    if before == after:
        return source
    if isinstance(after, tuple) and isinstance(before, tuple) and isinstance(source, tuple):
        return _merge_series(source, before, after)
    if is_dataclass(after) and type(source) is type(before) is type(after):
        return _merge_record(source, before, after)
    return after


def _merge_record(source: Any, before: Any, after: Any) -> Any:
    """Field by field; `at` says where a value was read and is no content."""
    names = [each.name for each in fields(after) if each.name != "at"]
    return replace(
        source, **{name: _merge(getattr(source, name), getattr(before, name), getattr(after, name)) for name in names}
    )


def _merge_series(source: tuple[Any, ...], before: tuple[Any, ...], after: tuple[Any, ...]) -> tuple[Any, ...]:
    """Entry by entry, where the file shows as many as the source has; else as the file has them."""
    if len(source) != len(before):
        return after
    merged: list[Any] = []
    for change, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if change == "equal":
            merged += source[i:j]
        elif j - i == m - k:
            merged += map(_merge, source[i:j], before[i:j], after[k:m])
        else:
            merged += after[k:m]
    return tuple(merged)
