"""The JSON Schemas name every key of the records in Chinese and hold together."""

import json
import re
from collections.abc import Iterator
from typing import Any

from generator.readers.dispatch import DISPATCH_KEYS
from generator.readers.school import LAYOUT_KEYS, PERSON_KEYS, SCHOOL_KEYS
from generator.readers.yaml_plan import PLAN_KEYS
from generator.schema import json_schema, school_schema
from generator.vocabulary import BLOCK_KEYS, ROLES, SETTING_KEYS

PLAN, SCHOOL = json_schema(["工作计划", "通知"]), school_schema()


def parts(schema: Any) -> Iterator[dict[str, Any]]:
    """Every mapping inside a schema."""
    if isinstance(schema, dict):
        yield schema
    for inner in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from parts(inner)


def test_the_plan_has_the_keys_the_reader_takes() -> None:
    assert set(PLAN["properties"]) == set(PLAN_KEYS)
    assert PLAN["required"] == ["文种", "正文"]
    assert PLAN["additionalProperties"] is False


def test_the_school_has_the_keys_the_reader_takes() -> None:
    assert set(SCHOOL["properties"]) == set(SCHOOL_KEYS)
    assert set(SCHOOL["$defs"]["人"]["properties"]) == set(PERSON_KEYS)
    assert (SCHOOL["required"], SCHOOL["$defs"]["人"]["required"]) == (["名称"], ["姓名"])


def test_a_dispatch_and_house_rules_have_the_keys_the_reader_takes() -> None:
    for schema, keys in ((PLAN["$defs"]["文件"], DISPATCH_KEYS), (SCHOOL["$defs"]["版式"], LAYOUT_KEYS)):
        assert set(schema["properties"]) == set(keys)
        assert schema["additionalProperties"] is False


def test_only_known_kinds_are_allowed() -> None:
    assert PLAN["properties"]["文种"]["enum"] == ["工作计划", "通知"]


def test_every_key_is_explained_in_chinese() -> None:
    keys = {**PLAN["properties"], **SCHOOL["properties"], **SCHOOL["$defs"]["人"]["properties"]}
    keys |= {**PLAN["$defs"]["文件"]["properties"], **SCHOOL["$defs"]["版式"]["properties"]}
    keys |= PLAN["$defs"]["条"]["anyOf"][1]["properties"] | PLAN["$defs"]["完整表格"]["properties"]
    assert len(keys) > 30
    assert all(re.search("[\u4e00-\u9fff]", key["description"]) for key in keys.values())


def test_items_take_every_reserved_key_and_rosters_every_role() -> None:
    item, roster = PLAN["$defs"]["条"]["anyOf"][1], PLAN["$defs"]["名单"]
    assert {*BLOCK_KEYS, *SETTING_KEYS} <= set(item["properties"])
    assert {*ROLES, "职责", "说明", "办公室", "形式"} == set(roster["properties"])


def test_headings_are_free() -> None:
    assert PLAN["$defs"]["章节"]["additionalProperties"] == {"$ref": "#/$defs/内容"}
    assert "标题" not in PLAN["$defs"]["章节"]["properties"]


def test_every_reference_has_its_definition() -> None:
    for schema in (PLAN, SCHOOL):
        used = {part["$ref"].removeprefix("#/$defs/") for part in parts(schema) if "$ref" in part}
        assert used == set(schema["$defs"])


def test_patterns_compile_and_the_schema_is_json() -> None:
    patterns = [pattern for part in parts(PLAN) for pattern in part.get("patternProperties", {})]
    assert patterns
    assert all(re.compile(pattern).match("内容2") for pattern in patterns)
    assert json.loads(json.dumps(PLAN)) == PLAN
    assert PLAN["$schema"].endswith("2020-12/schema")
