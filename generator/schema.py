"""JSON Schema of a plan and of 学校.yaml, drawn from the records, so that an editor completes keys and explains them."""

from collections.abc import Iterable
from datetime import date as Date  # noqa: N812 - as in the model, whose annotations are looked up here
from typing import Any, Literal, get_args, get_type_hints

from generator.model import (
    Annex,
    Block,
    Cell,
    Checking,
    Dispatch,
    Duty,
    Holidays,
    Item,
    Layout,
    Listing,
    Office,
    Person,
    Plan,
    Roster,
    School,
    Section,
    Spans,
    Stage,
    Table,
    Term,
    Texts,
)
from generator.vocabulary import BLOCK_KEYS, KEYS, NUMBERINGS, ROLES

Schema = dict[str, Any]

_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def _reference(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


_TEXT, _TEXTS, _BODY = _reference("文字"), _reference("一个或几个"), _reference("内容")
_FORMS: dict[Any, Schema] = {
    str: _TEXT,
    Texts: _TEXTS,
    bool | None: _reference("是否"),
    bool: _reference("是否"),
    Date | None: _TEXT,
    Date | str: _TEXT,
    Texts | None: _TEXTS,
    Section: _BODY,
    tuple[Block, ...]: _BODY,
    tuple[Annex, ...]: {"type": "array", "items": _reference("附件")},
    tuple[Person, ...]: {"type": "array", "items": _reference("人")},
    dict[str, Texts]: {"type": "object", "additionalProperties": _TEXTS},
    tuple[float, ...]: {"type": "array", "items": {"type": "number"}},
    tuple[tuple[Cell, ...], ...]: {"type": "array", "items": {"type": "array", "items": _TEXT}},
    Literal["名单", "文"]: {"enum": ["名单", "文"]},
    Literal["文件", "信函", "纪要", "命令"]: {"enum": ["文件", "信函", "纪要", "命令", None]},
    Literal["是", "否", "签名章"]: {"enum": ["是", "否", "签名章", None]},
    Dispatch | None: _reference("文件"),
    Layout: _reference("版式"),
    Checking: _reference("检查"),
    Holidays: _reference("节假日"),
    Spans: _TEXTS,
    Stage: {"enum": [*get_args(Stage)[1:], None]},
    tuple[Term, ...]: {"type": "array", "items": _reference("学期")},
    Date: _TEXT,
    float: {"enum": [26, 28, 28.95, 29.5, None]},
}
_BLOCKS: dict[str, str] = {
    "内容": "这里的正文：文字，或列表",
    "分项": "分条写的列表，自动编号",
    "表格": "表格：列表的每一行用同样的键，或写 列 和 行",
    "联系人": "印成职务、姓名、电话的表，从学校.yaml 取",
}


def json_schema(kinds: Iterable[str]) -> Schema:
    """The schema of a plan whose 文种 is one of `kinds`."""
    properties = _properties(Plan)
    properties[KEYS["kind"]] |= {"enum": list(kinds)}
    del properties[KEYS["kind"]]["$ref"]
    return _document("校文：一份计划", properties, ("kind", "body"), _body_definitions())


def school_schema() -> Schema:
    """The schema of 学校.yaml."""
    person = _closed(_properties(Person), ("full_name",))
    definitions = {**_text_definitions(), "人": person, "版式": _closed(_properties(Layout), ())}
    definitions |= {"检查": _closed(_properties(Checking), ()), "节假日": _closed(_properties(Holidays), ())}
    definitions |= {"学期": _closed(_properties(Term), ("starts", "ends"))}
    return _document("校文：学校.yaml", _properties(School), ("name",), definitions)


def _document(title: str, properties: Schema, required: Iterable[str], definitions: Schema) -> Schema:
    return {"$schema": _DRAFT, "title": title, **_closed(properties, required), "$defs": definitions}


def _closed(properties: Schema, required: Iterable[str]) -> Schema:
    """A mapping that takes these keys only."""
    keys = [KEYS[name] for name in required]
    return {"type": "object", "properties": properties, "required": keys, "additionalProperties": False}


def _properties(*records: Any) -> Schema:
    """The keys of the records, those with a description, each with its form."""
    found = [field for record in records for field in get_type_hints(record, include_extras=True).items()]
    return {
        KEYS.get(name, name): {**_FORMS[kind.__origin__], "description": detail.description}
        for name, kind in found
        for detail in getattr(kind, "__metadata__", ())
    }


def _text_definitions() -> Schema:
    return {
        "文字": {"type": ["string", "number", "boolean", "null"]},
        "一个或几个": {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]},
        "是否": {"enum": ["是", "否", None]},
    }


def _body_definitions() -> Schema:
    """What a body may be: the shape of a value says what it is, so most mappings take any key as a heading."""
    numbering = {"enum": [*NUMBERINGS, None]}
    blocks = {key: {**_BODY, "description": text} for key, text in _BLOCKS.items()}
    settings = _properties(Duty) | _properties(Listing)
    settings[KEYS["numbering"]] = {**numbering, "description": settings[KEYS["numbering"]]["description"]}
    section = _open({**blocks, **settings}, _BODY)
    annex = _open({**blocks, **_properties(Annex), KEYS["title"]: _TEXTS, KEYS["numbering"]: numbering}, _BODY)
    item = _open({**_properties(Item), **blocks, **settings}, _BODY)
    shapes = [_TEXT, {"type": "array", "items": _reference("条")}, *map(_reference, ("章节", "名单", "完整表格"))]
    return {
        **_text_definitions(),
        "内容": {"anyOf": shapes},
        "章节": section,
        "条": {"anyOf": [_TEXT, item, _open({}, _TEXTS)]},
        "名单": _roster(),
        "完整表格": _closed(_properties(Table), ("columns", "rows")),
        "附件": annex,
        "文件": _closed(_properties(Dispatch), ()),
    }


def _open(properties: Schema, others: Schema) -> Schema:
    """A mapping in which every other key is a heading, a role or a column."""
    numbered = {f"^({'|'.join(BLOCK_KEYS)})[0-9]+$": _BODY} if properties else {}
    return {
        "type": "object",
        "properties": properties,
        "patternProperties": numbered,
        "additionalProperties": others,
    }


def _roster() -> Schema:
    """A mapping with a role in it; its other keys are further roles."""
    roles = {role: {**_TEXTS, "description": "职务、姓名、部门或群组"} for role in ROLES}
    office = {**_open(_properties(Office), _TEXTS), "patternProperties": {}}
    texts = {key: {**_TEXTS, "description": text} for key, text in _ROSTER_TEXTS.items()}
    properties = roles | texts | _properties(Roster) | {KEYS["office"]: {"anyOf": [_TEXT, office]}}
    return {"type": "object", "properties": properties, "additionalProperties": _TEXTS, "minProperties": 1}


_ROSTER_TEXTS = {"职责": "这个组织做什么：文字或列表", "说明": "印在名单后面的话"}
