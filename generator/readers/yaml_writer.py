"""A Plan or a School as YAML, written as a person would: blocks of text, few quotes, short lists in one line."""

import re

from generator.model import Plan, School
from generator.readers.yaml_form import plan_form, school_form
from generator.readers.yaml_slips import looks_like_slip
from generator.readers.yaml_style import FlowList, FlowMapping
from generator.readers.yaml_tree import Value

_LINE = 100
_STEP = "  "


def write_plan(plan: Plan, schema: str = "../docs/plan.schema.json") -> str:
    """The plan's YAML; reading it gives the plan again. `schema` is where an editor finds the JSON Schema."""
    return _document(plan_form(plan), schema)


def write_school(school: School, schema: str = "../docs/school.schema.json") -> str:
    """The school's YAML; reading it gives the school again."""
    return _document(school_form(school), schema)


def _document(form: dict[str, Value], schema: str) -> str:
    lines = [f"# yaml-language-server: $schema={schema}"]
    for key, value in form.items():
        part = _mapping({key: value})
        lines += ["", *part] if len(part) > 1 else part
    return "\n".join([*lines, ""])


def _mapping(form: dict[str, Value]) -> list[str]:
    lines = []
    for key, value in form.items():
        lines += _under(f"{_scalar(key)}:", value)
    return lines


def _under(head: str, value: Value) -> list[str]:
    """The lines of a key and its value: on the same line where that reads well, else below it."""
    if isinstance(value, str) and "\n" in value:
        return [f"{head} |", *_indent(value.split("\n"))]
    flow = _flow(value)
    if (flow is not None and len(head) + len(flow) < _LINE) or isinstance(value, str):
        return [f"{head} {flow}".rstrip()]
    return [head, *_indent(_list(value) if isinstance(value, list) else _mapping(value))]


def _list(form: list[Value]) -> list[str]:
    lines = []
    for value in form:
        if isinstance(value, dict) and _flow(value) is None:
            first, *rest = _mapping(value)
            lines += [f"- {first}", *_indent(rest)]
        else:
            lines += _under("-", value)
    return lines


def _indent(lines: list[str]) -> list[str]:
    return [f"{_STEP}{line}" if line else "" for line in lines]


def _flow(value: Value) -> str | None:
    """The value in one line; None where it needs several."""
    if isinstance(value, str):
        return None if "\n" in value else _scalar(value)
    if isinstance(value, FlowMapping):
        parts = [(_scalar(key, flow=True), _inner(inner)) for key, inner in value.items()]
        return None if any(part is None for _, part in parts) else "{" + ", ".join(f"{k}: {v}" for k, v in parts) + "}"
    if isinstance(value, FlowList) or value in ([], {}):
        entries = list(map(_inner, value))
        return None if None in entries else f"[{', '.join(map(str, entries))}]"
    return None


def _inner(value: Value) -> str | None:
    return (None if "\n" in value else _scalar(value, flow=True)) if isinstance(value, str) else _flow(value)


def _scalar(text: str, flow: bool = False) -> str:
    return text if _is_plain(text, flow) else "'" + text.replace("'", "''") + "'"


def _is_plain(text: str, flow: bool) -> bool:
    """YAML, and our own reader, take the text for itself without quotes."""
    if not text or text != text.strip() or looks_like_slip(text):
        return False
    if re.match(r"[-?:,\[\]{}#&*!|>'\"%@`]|\.\.\.", text) and not re.match(r"-\d", text):
        return False
    if re.search(r":(\s|$)|\s#|\t", text):
        return False
    return not (flow and re.search(r"[,\[\]{}]|:(?!\d)", text))
