"""A plan's YAML becomes a Plan: the shape of a value says what it is, and every value has its place."""

from datetime import date
from typing import TypeVar

import pytest

from generator.model import (
    Block,
    Cell,
    Charge,
    Contacts,
    Duty,
    Item,
    Listing,
    Office,
    Paragraph,
    Plan,
    Roster,
    Row,
    Section,
    Table,
)
from generator.problems import PlanError
from generator.readers.yaml_plan import read_plan
from generator.source import Source

Kind = TypeVar("Kind", bound=Block)


def plan_of(text: str) -> Plan:
    return read_plan(text.encode(), "甲.yaml")[0]


def body(text: str) -> Section:
    """The body of a plan whose YAML under 正文 is `text`."""
    indented = "".join(f"  {line}\n" for line in text.strip("\n").split("\n"))
    return plan_of(f"文种: 工作计划\n正文:\n{indented}").body


def only(kind: type[Kind], text: str) -> Kind:
    """The one block of the body."""
    (block,) = body(text).blocks
    assert isinstance(block, kind)
    return block


def texts(*lines: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(text=line) for line in lines)


# ---- head and tail -------------------------------------------------------------------------------------------------


def test_every_key_of_a_plan_is_read() -> None:
    plan = plan_of(
        "文种: 通知\n标题: [甲小学, 关于安全的通知]\n主题: 安全\n年度: 2026\n成文日期: 2026年2月27日\n"
        "署名: 校长\n题下日期: 是\n主送: 各班\n称谓: 各位老师\n导语: 一\n正文: 二\n结语: 特此通知。\n"
        "落款: [甲小学, 乙小学]\n附件: [{计划: 乙.yaml}]\n附注: 联系人：周文\n责任分解表: 任务表\n"
    )
    assert plan == Plan(
        kind="通知",
        title=("甲小学", "关于安全的通知"),
        subject="安全",
        year="2026",
        date=date(2026, 2, 27),
        byline=("校长",),
        dateline=True,
        addressees=("各班",),
        salutation="各位老师",
        preamble=texts("一"),
        body=Section(blocks=texts("二")),
        closing=texts("特此通知。"),
        signature=("甲小学", "乙小学"),
        annexes=plan.annexes,
        note="联系人：周文",
        responsibility="任务表",
    )
    assert plan.annexes[0].plan_file == "乙.yaml"


@pytest.mark.parametrize(("written", "signature"), [("", None), ("落款: 否\n", ()), ("落款:\n", None)])
def test_the_signature_is_the_school_unless_said_otherwise(written: str, signature: object) -> None:
    assert plan_of(f"文种: 甲\n{written}正文: 乙").signature == signature


@pytest.mark.parametrize(("written", "title"), [("是", "责任分解表"), ("否", ""), ("", "")])
def test_the_table_of_responsibilities_is_asked_for_by_yes(written: str, title: str) -> None:
    assert plan_of(f"文种: 甲\n责任分解表: {written}\n正文: 乙").responsibility == title


@pytest.mark.parametrize(("written", "dateline"), [("题下日期: 是\n", True), ("题下日期: 否\n", False), ("", None)])
def test_the_date_stands_under_the_title_as_said_or_as_the_kind_has_it(written: str, dateline: bool | None) -> None:
    assert plan_of(f"文种: 甲\n{written}正文: 乙").dateline is dateline


def test_a_title_of_several_lines_may_be_a_block_of_text() -> None:
    assert plan_of("文种: 甲\n标题: |\n  一\n  二\n正文: 乙").title == ("一", "二")


@pytest.mark.parametrize(
    "text", ["012", "1e3", "3.10", "8:00", "yes", "on", "~", "null", "0x1F", "1_000", "2026-02-27"]
)
def test_values_come_through_as_written(text: str) -> None:
    plan = plan_of(f"文种: {text}\n标题: [{text}]\n正文: {text}")
    assert (plan.kind, plan.title, plan.body.blocks) == (text, (text,), texts(text))


# ---- text ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "|\n  为了安全，\n  按 GB/T 9704\n  and law 办。\n\n  第二段。",
        ">\n  为了安全，\n  按 GB/T 9704\n  and law 办。\n\n  第二段。",
        "\n  为了安全，\n  按 GB/T 9704\n  and law 办。\n\n  第二段。",
        "为了安全，\n  按 GB/T 9704\n  and law 办。\n\n  第二段。",
        "'为了安全，\n  按 GB/T 9704\n  and law 办。\n\n  第二段。'",
        "|\n\n  为了安全，\n  按 GB/T 9704\n  and law 办。\n\n\n  第二段。",
        ">\n  为了安全，\n  按 GB/T 9704\n  and law 办。\n\n\n  第二段。",
        "|\n  　　为了安全，\n  按 GB/T 9704 \n  and law 办。\n  　　第二段。",
    ],
)
def test_lines_join_and_blank_lines_part_paragraphs(text: str) -> None:
    plan = plan_of(f"文种: 甲\n导语: {text}\n正文: 乙")
    assert plan.preamble == texts("为了安全，按 GB/T 9704 and law 办。", "第二段。")


def test_a_heading_may_stand_alone() -> None:
    assert body("一:\n二: 乙").blocks == (Section(heading="一"), Section(heading="二", blocks=texts("乙")))


# ---- sections ------------------------------------------------------------------------------------------------------


def test_blocks_stand_in_their_order_and_again_with_a_number() -> None:
    section = only(Section, "措施:\n  内容: 甲\n  分项: [乙]\n  内容2: 丙\n  小节: 丁\n  联系人: [校长]\n  分项2: [戊]")
    assert [type(block) for block in section.blocks] == [Paragraph, Listing, Paragraph, Section, Contacts, Listing]


def test_a_section_has_its_duty_and_the_numbering_of_its_headings() -> None:
    section = only(Section, "措施: {序号: 第一, 责任人: 德育处、安全办, 甲: 一, 乙: 二}")
    assert (section.numbering, section.duty) == ("第一", Duty(owners=("德育处", "安全办")))


def test_numbering_goes_to_the_list_where_there_are_no_headings() -> None:
    listing = only(Listing, "{内容: [甲, 乙], 序号: (1), 连排: 是}")
    assert (listing.numbering, listing.run_in) == ("（1）", True)


@pytest.mark.parametrize(
    "heading", ["内容安排", "责任分工", "时限要求", "表格管理", "责任书", "问题", "分工", "期限", "表彰", "联系点"]
)
def test_true_headings_near_reserved_keys_are_allowed(heading: str) -> None:
    assert only(Section, f"{heading}: 甲").heading == heading


# ---- lists ---------------------------------------------------------------------------------------------------------


def test_items_are_texts_lead_sentences_or_mappings() -> None:
    listing = only(
        Listing,
        "- 甲\n- 领句: 乙\n- 标题: 丙\n  内容: 丁\n  分项: [戊]\n  责任人: 校长\n  配合: [德育处]\n  时限: 2026/3/1\n"
        "  佐证: 台账\n- 领句二: 己\n  责任人: 校长\n- 领句三: {内容: 庚, 时限: 每月}\n- 标题: 辛",
    )
    duty = Duty(owners=("校长",), support=("德育处",), term=date(2026, 3, 1), evidence=("台账",))
    children = Listing(items=(Item(blocks=texts("戊")),))
    assert listing.items == (
        Item(blocks=texts("甲")),
        Item(heading="领句", blocks=texts("乙")),
        Item(heading="丙", blocks=(*texts("丁"), children), duty=duty),
        Item(heading="领句二", blocks=texts("己"), duty=Duty(owners=("校长",))),
        Item(heading="领句三", blocks=texts("庚"), duty=Duty(term="每月")),
        Item(heading="辛"),
    )


def test_a_list_of_lead_sentences_with_owners_is_no_table() -> None:
    listing = only(Listing, "- {落实责任: 甲, 责任人: 乙}\n- {健全制度: 丙, 责任人: 丁}")
    assert [item.heading for item in listing.items] == ["落实责任", "健全制度"]


def test_mappings_under_children_are_items_whatever_their_keys() -> None:
    section = only(Section, "措施:\n  分项:\n    - {甲: 一}\n    - {乙: 二}")
    assert isinstance(section.blocks[0], Listing)


# ---- tables --------------------------------------------------------------------------------------------------------


def test_rows_with_the_same_keys_are_a_table() -> None:
    table = only(Table, "- {序号: 1, 责任人: 甲, 时限: [一, 二]}\n- {责任人: 乙, 序号: 2, 时限: }")
    assert table.columns == ("序号", "责任人", "时限")
    assert [[cell.text for cell in row] for row in table.rows] == [["1", "甲", "一\n二"], ["2", "乙", ""]]


def test_a_single_row_under_the_key_of_a_table_is_one() -> None:
    assert only(Table, "表格: [{任务: 甲, 责任人: 乙}]").columns == ("任务", "责任人")


def test_a_table_in_full_has_widths_merged_cells_and_a_remark() -> None:
    table = only(
        Table, "标题: 值班表\n列: [甲, 乙, 丙]\n列宽: [1, 2.5, 1]\n行: [[一, <, ''], [^, ^, 二]]\n备注: 略\n横向: 是"
    )
    assert table.rows == ((Cell(text="一", across=2, down=2), Cell()), (Cell(text="二"),))
    assert (table.caption, table.widths, table.remark, table.landscape) == ("值班表", (1.0, 2.5, 1.0), "略", True)


# ---- rosters -------------------------------------------------------------------------------------------------------


def test_a_mapping_with_a_role_is_a_roster() -> None:
    roster = only(
        Roster,
        "领导小组:\n  组长: 校长\n  成员: 德育处、各班主任（兼、代）\n  法治顾问: [甲, 乙]\n"
        "  职责: [一, 二]\n  说明: 三\n  办公室: {地点: 安全办, 电话: 010, 主任: 欧阳静}\n  形式: 文",
    )
    assert roster == Roster(
        name="领导小组",
        form="文",
        lines=(
            Row(role="组长", members=("校长",)),
            Row(role="成员", members=("德育处", "各班主任（兼、代）")),
            Row(role="法治顾问", members=("甲", "乙")),
            Charge(blocks=(Listing(items=(Item(blocks=texts("一")), Item(blocks=texts("二")))),)),
            Paragraph(text="三"),
            Office(place="安全办", phone="010", rows=(Row(role="主任", members=("欧阳静",)),)),
        ),
    )


def test_a_roster_beside_other_headings_has_a_heading_of_its_own() -> None:
    first, second = body("领导小组: {组长: 校长}\n其他: 甲").blocks
    assert first == Section(heading="领导小组", blocks=(Roster(lines=(Row(role="组长", members=("校长",)),)),))
    assert isinstance(second, Section)


def test_an_office_may_be_a_text_and_a_charge_too() -> None:
    roster = only(Roster, "{组长: 校长, 职责: 总揽全局。, 办公室: 设在德育处}")
    assert roster.lines[1:] == (Charge(blocks=texts("总揽全局。")), Office(place="设在德育处"))


def test_a_sentence_in_a_role_is_not_taken_apart() -> None:
    roster = only(Roster, "{组长: 负责全面工作，协调公安、消防等部门}")
    assert roster.lines == (Row(role="组长", members=("负责全面工作，协调公安、消防等部门",)),)


# ---- annexes -------------------------------------------------------------------------------------------------------


def test_an_annex_holds_whatever_a_section_holds() -> None:
    annexes = plan_of(
        "文种: 甲\n正文: 乙\n附件:\n  - {标题: [名单, 二], 组长: 校长}\n  - {标题: 表, 列: [一], 行: [[二]], 横向: 是}\n"
        "  - {标题: 三, 序号: （一）, 甲: 一, 乙: 二}\n"
    ).annexes
    assert [annex.title for annex in annexes] == ["名单\n二", "表", "三"]
    assert [type(annex.blocks[0]) for annex in annexes] == [Roster, Table, Section]
    assert (annexes[1].landscape, annexes[2].numbering) == (True, "（一）")


# ---- places --------------------------------------------------------------------------------------------------------

PLACED = """\
文种: 工作计划
导语: |
  第一段，
  还是第一段。

  第二段。
正文:
  措施𠮷:
    - 甲
    - 乙: 丙
  名单: {组长: [校长, 副校长]}
  表: {列: [一, 二], 行: [[三, 四]]}
"""


def placed() -> tuple[Plan, Source]:
    return read_plan(PLACED.encode(), "甲.yaml")


@pytest.mark.parametrize(
    ("place", "position"),
    [
        (("文种",), (1, 5)),
        (("导语", 0), (3, 3)),
        (("导语", 1), (6, 3)),
        (("正文", "措施𠮷", 0), (9, 7)),
        (("正文", "措施𠮷", 1, "乙"), (10, 10)),
        (("正文", "名单", "组长", 1), (11, 17)),
        (("正文", "表", "行", 0, 1), (12, 26)),
        (("正文", "表", "没有的键", 3), (12, 6)),
        (("没有的键",), (1, 1)),
    ],
)
def test_every_value_has_its_place_and_what_is_missing_that_of_its_parent(
    place: tuple[str | int, ...], position: tuple[int, int]
) -> None:
    assert placed()[1].locate(place) == position


def test_a_key_has_its_place_too() -> None:
    assert placed()[1].locate(("正文", "名单", "组长"), key=True) == (11, 8)
    assert placed()[1].locate(("正文", "名单", "没有的键"), key=True) == (11, 7)


def test_records_know_where_they_were_written() -> None:
    plan, source = placed()
    assert [source.locate(block.at) for block in plan.preamble] == [(3, 3), (6, 3)]
    measures, group, table = plan.body.blocks
    assert [source.locate(block.at, key=True) for block in (measures, group, table)] == [(8, 3), (11, 3), (12, 3)]
    assert isinstance(measures, Section)
    (listing,) = measures.blocks
    assert isinstance(listing, Listing)
    assert [source.locate(item.at) for item in listing.items] == [(9, 7), (10, 7)]


def test_a_source_makes_problems_at_their_places() -> None:
    problem = placed()[1].problem(("正文", "名单"), "some-rule", "说明", key=True)
    assert str(problem) == "甲.yaml:11:3: 错误: 说明 [some-rule]"


def test_an_empty_source_starts_at_its_beginning() -> None:
    assert Source("甲.yaml", "", {}).locate(("甲",), key=True) == (1, 1)


def test_problems_come_in_the_order_of_their_places() -> None:
    with pytest.raises(PlanError) as caught:
        plan_of("文钟: 甲\n成文日期: 无\n正文: {组长: }")
    assert [problem.rule for problem in caught.value.problems] == [
        "missing-key",
        "unknown-key",
        "unreadable-date",
        "empty-roster",
    ]
