"""YAML written from a plan or a school reads back equal, and looks as if a person had typed it."""

import pytest
from hypothesis import HealthCheck, given, settings

from generator.model import Cell, Contacts, Duty, Item, Listing, Paragraph, Plan, Roster, Row, School, Section, Table
from generator.readers.school import read_school
from generator.readers.yaml_plan import read_plan
from generator.readers.yaml_writer import write_plan, write_school
from tests.plans_strategy import plans, schools


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(plans())
def test_any_plan_reads_back_equal(plan: Plan) -> None:
    text = write_plan(plan)
    assert read_plan(text.encode(), "甲.yaml")[0] == plan
    assert write_plan(plan) == text


@settings(max_examples=50, deadline=None)
@given(schools)
def test_any_school_reads_back_equal(school: School) -> None:
    assert read_school(write_school(school).encode(), "学校.yaml")[0] == school


def lines_of(plan: Plan) -> list[str]:
    return write_plan(plan, schema="计划.json").split("\n")


def test_a_plan_starts_with_the_line_that_tells_editors_its_schema() -> None:
    assert lines_of(Plan(kind="通知"))[:2] == ["# yaml-language-server: $schema=计划.json", "文种: 通知"]


def test_text_stands_in_blocks_and_short_text_behind_its_key() -> None:
    preamble = (Paragraph(text="加强安全工作，" * 10), Paragraph(text="制定本计划。"))
    lines = lines_of(Plan(kind="通知", preamble=preamble, body=Section(blocks=(Paragraph(text="甲"),))))
    assert lines[2:] == [
        "",
        "导语: |",
        "  " + "加强安全工作，" * 8,
        "  " + "加强安全工作，" * 2,
        "",
        "  制定本计划。",
        "正文: 甲",
        "",
    ]


@pytest.mark.parametrize("text", ["甲，乙。", "8:00到校", "3.10", "2026", "1+1", "“三个一”", "甲 乙", "-5度", "甲:乙"])
def test_text_is_not_quoted_without_need(text: str) -> None:
    assert f"正文: {text}" in lines_of(Plan(kind="通知", body=Section(blocks=(Paragraph(text=text),))))


@pytest.mark.parametrize(
    "text",
    ["甲: 乙", "甲 #1", "@甲", "[甲]乙", "'甲", '"甲"乙', "- 甲", "-甲", "责任人：甲", "甲:", "&甲", "%甲", "? 甲"],
)
def test_text_that_yaml_would_misread_is_quoted(text: str) -> None:
    items = tuple(Item(blocks=(Paragraph(text=text),)) for _ in range(2))
    plan = Plan(kind="通知", body=Section(blocks=(Listing(items=items),)))
    assert "  - '" in write_plan(plan)
    assert read_plan(write_plan(plan).encode(), "甲.yaml")[0] == plan


def test_names_stand_in_one_line_and_a_long_list_below_its_key() -> None:
    few, many = Contacts(members=("校长", "德育处")), Contacts(members=("各年级各班班主任",) * 12)
    text = write_plan(Plan(kind="通知", body=Section(blocks=(few, many))))
    assert "  联系人: [校长, 德育处]\n  联系人2:\n    - 各年级各班班主任\n" in text


def test_a_heading_that_is_long_or_reserved_is_written_as_a_title() -> None:
    items = tuple(Item(heading=heading, blocks=(Paragraph(text="甲"),)) for heading in ("落实责任", "内容", "长" * 50))
    lines = lines_of(Plan(kind="通知", body=Section(blocks=(Listing(items=items),))))
    assert lines[4:] == [
        "  - 落实责任: 甲",
        "  - 标题: 内容",
        "    内容: 甲",
        f"  - 标题: {'长' * 50}",
        "    内容: 甲",
        "",
    ]


@pytest.mark.parametrize("name", ["", "领导小组"])
def test_a_roster_keeps_its_name_or_the_heading_over_it(name: str) -> None:
    roster = Roster(name=name, lines=(Row(role="组长", members=("校长",)),))
    blocks = (roster,) if name else (Section(heading="领导小组", blocks=(roster,)),)
    plan = Plan(kind="通知", body=Section(blocks=blocks))
    assert read_plan(write_plan(plan).encode(), "甲.yaml")[0] == plan


def test_a_table_that_would_pass_for_a_list_stands_under_its_key() -> None:
    row = (Cell(text="甲"), Cell(text="乙"))
    table = Table(columns=("任务", "责任人"), rows=(row,))
    plan = Plan(kind="通知", body=Section(blocks=(table,)))
    assert "  表格:\n    - {任务: 甲, 责任人: 乙}\n" in write_plan(plan)
    assert read_plan(write_plan(plan).encode(), "甲.yaml")[0] == plan


def test_items_without_words_are_not_taken_for_rows_of_a_table() -> None:
    duty = Duty(owners=("校长",))
    items = tuple(Item(blocks=(Contacts(members=("校长",)),), duty=duty) for _ in range(2))
    plan = Plan(kind="通知", body=Section(blocks=(Listing(items=items),)))
    assert read_plan(write_plan(plan).encode(), "甲.yaml")[0] == plan
