"""Labels, lead sentences, owners and rosters stand where a reader of the printed page expects them."""

from datetime import date

import pytest

from generator.model import (
    Charge,
    Contacts,
    Duty,
    Item,
    Listing,
    Office,
    Paragraph,
    Person,
    Plan,
    Roster,
    Row,
    School,
    Section,
)
from generator.outline.blocks import print_blocks
from generator.outline.duties import duty_spans, responsibility_table
from generator.outline.names import Member, resolve_all, sentence
from generator.outline.numbering import label
from generator.outline.printed import Chapter, Line, Names, Printed, Sheet, Standing

SCHOOL = School(
    name="青山县实验小学",
    people=(
        Person(full_name="周文", posts=("党支部书记", "校长"), phone="0000-0000001", public=False),
        Person(full_name="欧阳静", posts=("副校长",), phone="0000-0000002"),
        Person(full_name="赵一", posts=("班主任",)),
        Person(full_name="钱二", posts=("班主任",)),
    ),
    departments=("德育处",),
)


def text_of(block: Printed) -> str:
    assert isinstance(block, Line)
    return "".join(span.text for span in block.spans)


def printed(*blocks: Paragraph | Listing | Roster | Section | Contacts, numbering: str = "") -> list[Printed]:
    return list(print_blocks(blocks, numbering, Standing(SCHOOL)))


def texts(*items: str) -> tuple[Item, ...]:
    return tuple(Item(blocks=(Paragraph(text=text),)) for text in items)


@pytest.mark.parametrize(
    ("style", "number", "expected"),
    [
        ("一、", 1, "一、"),
        ("一、", 10, "十、"),
        ("一、", 21, "二十一、"),
        ("（一）", 12, "（十二）"),
        ("1.", 3, "3."),
        ("（1）", 3, "（3）"),
        ("①", 20, "⑳"),
        ("①", 21, "（21）"),
        ("一是", 2, "二是"),
        ("第一", 3, "第三，"),
        ("无", 1, ""),
    ],
)
def test_label_counts_in_its_style(style: str, number: int, expected: str) -> None:
    assert label(style, number) == expected


def test_headings_take_the_four_levels_in_turn() -> None:
    four = Section(heading="丁", blocks=(Paragraph(text="文"),))
    tree = Section(heading="甲", blocks=(Section(heading="乙", blocks=(Section(heading="丙", blocks=(four,)),)),))
    labels, tags = [], []
    block = printed(tree)[0]
    while isinstance(block, Chapter):
        labels.append(block.label)
        tags.append(block.tag)
        block = block.blocks[0]
    assert labels == ["一、", "（一）", "1.", "（1）"]
    assert tags == ["h2", "h3", "h4", "h5"]


def test_items_below_the_first_heading_skip_to_arabic_numerals() -> None:
    (chapter,) = printed(Section(heading="工作目标", blocks=(Listing(items=texts("甲。", "乙。")),)))
    assert isinstance(chapter, Chapter)
    assert [text_of(block) for block in chapter.blocks] == ["1.甲。", "2.乙。"]
    assert [block.depth for block in chapter.blocks if isinstance(block, Line)] == [2, 2]


def test_sub_items_step_down_and_a_style_of_ones_own_wins() -> None:
    nested = Item(blocks=(Paragraph(text="总。"), Listing(items=texts("甲。"), numbering="①")))
    plain = Item(blocks=(Paragraph(text="总。"), Listing(items=texts("乙。"))))
    assert [text_of(block) for block in printed(Listing(items=(nested, plain)))] == [
        "1.总。",
        "①甲。",
        "2.总。",
        "（1）乙。",
    ]


def test_headings_may_go_without_numbers() -> None:
    (chapter,) = printed(Section(heading="甲", blocks=(Section(heading="乙"),)), numbering="无")
    assert isinstance(chapter, Chapter)
    assert isinstance(chapter.blocks[0], Chapter)
    assert (chapter.label, chapter.blocks[0].label) == ("", "一、")


def test_lead_sentence_gets_its_stop_only_where_text_follows() -> None:
    duty = Duty(owners=("德育处",), term=date(2026, 3, 31))
    items = (
        Item(heading="甲", blocks=(Paragraph(text="文。"),)),
        Item(heading="乙", blocks=(Listing(items=texts("文。")),)),
        Item(heading="丙", duty=duty),
        Item(heading="丁！", blocks=(Paragraph(text="文。"),)),
    )
    lines = [text_of(block) for block in printed(Listing(items=items))]
    assert lines == ["1.甲。文。", "2.乙", "（1）文。", "3.丙。（责任人：德育处；时限：2026年3月31日）", "4.丁！文。"]


def test_owner_stands_behind_the_last_paragraph_before_the_sub_items() -> None:
    blocks = (Paragraph(text="一。"), Paragraph(text="二。"), Listing(items=texts("三。")), Paragraph(text="四。"))
    lines = [text_of(block) for block in printed(Listing(items=(Item(blocks=blocks, duty=Duty(owners=("周文",))),)))]
    assert lines == ["1.一。", "二。（责任人：周文）", "（1）三。", "四。"]


def test_duty_of_a_section_has_a_line_of_its_own() -> None:
    duty = Duty(owners=("德育处", "教务处"), support=("总务处",), term="每月底前", evidence=("记录",))
    (chapter,) = printed(Section(heading="甲", blocks=(Paragraph(text="文。"),), duty=duty))
    assert isinstance(chapter, Chapter)
    last = chapter.blocks[-1]
    assert isinstance(last, Line)
    assert (last.role, text_of(last)) == ("duty", "责任人：德育处、教务处；配合：总务处；时限：每月底前；佐证：记录")
    assert [span.role for span in last.spans] == ["owner", "support", "term", "evidence"]
    assert duty_spans(Duty()) == ()


def test_list_run_in_joins_the_paragraph_before_it() -> None:
    listing = Listing(items=texts("甲；", "乙。"), numbering="一是", run_in=True)
    assert [text_of(block) for block in printed(Paragraph(text="做到："), listing)] == ["做到：一是甲；二是乙。"]
    assert [text_of(block) for block in printed(listing)] == ["一是甲；二是乙。"]
    item = Item(heading="守规", blocks=(listing,))
    assert [text_of(block) for block in printed(Listing(items=(item,)))] == ["1.守规。一是甲；二是乙。"]


def test_only_group_of_a_section_is_named_without_number() -> None:
    roster = Roster(name="领导小组", lines=(Row(role="组长", members=("校长",)),))
    name, names = printed(roster, Paragraph(text="每月开会。"))[:2]
    assert (isinstance(name, Line) and name.role, text_of(name)) == ("group", "领导小组")
    assert names == Names((("组长", (Member("周文", "校长", is_person=True),)),))


def test_several_groups_become_headings() -> None:
    roster = Roster(name="领导小组", lines=(Row(role="组长", members=("周文",)),))
    chapters = printed(roster, Roster(name="工作组", lines=(Row(role="成员", members=("德育处",)),)))
    assert [(block.label, block.heading) for block in chapters if isinstance(block, Chapter)] == [
        ("一、", "领导小组"),
        ("二、", "工作组"),
    ]


def test_roster_prints_office_duties_and_remarks_in_their_order() -> None:
    lines = (
        Row(role="组长", members=("周文",)),
        Office(place="安全办", phone="0000-0000009", rows=(Row(role="主任", members=("欧阳静",)),)),
        Charge(blocks=(Paragraph(text="统筹。"),)),
        Paragraph(text="成员变动不另发文。"),
    )
    names, charge, remark = printed(Roster(lines=lines))
    assert isinstance(names, Names)
    assert [(role, "".join(member.text for member in members)) for role, members in names.rows] == [
        ("组长", "周文"),
        ("办公室", "安全办（电话：0000-0000009）"),
        ("办公室主任", "欧阳静"),
    ]
    assert (text_of(charge), text_of(remark)) == ("职责：统筹。", "成员变动不另发文。")


def test_duties_given_as_a_list_follow_their_own_line() -> None:
    charge = Charge(blocks=(Listing(items=texts("甲。")),))
    lines = [text_of(block) for block in printed(Roster(lines=(charge,)))]
    assert lines == ["职责：", "1.甲。"]


def test_office_without_place_shows_its_phone() -> None:
    (names,) = printed(Roster(lines=(Office(phone="0000-0000009"),)))
    assert names == Names((("办公室", (Member("电话：0000-0000009"),)),))


def test_office_of_people_alone_shows_only_them() -> None:
    (names,) = printed(Roster(lines=(Office(rows=(Row(role="主任", members=("欧阳静",)),)),)))
    assert names == Names((("办公室主任", (Member("欧阳静", is_person=True),)),))


def test_roster_as_prose_names_posts_before_people() -> None:
    rows = (Row(role="组长", members=("校长",)), Row(role="成员", members=("德育处", "欧阳静")))
    assert sentence(rows, SCHOOL) == "由校长周文任组长，德育处、欧阳静为成员。"
    (line, *rest) = printed(Roster(name="领导小组", form="文", lines=(*rows, Paragraph(text="另定。"))))
    assert text_of(line) == "领导小组由校长周文任组长，德育处、欧阳静为成员。"
    assert [text_of(block) for block in rest] == ["另定。"]


def test_posts_of_one_person_side_by_side_become_one_entry() -> None:
    assert resolve_all(("党支部书记", "校长", "副校长"), SCHOOL) == (
        Member("周文", "党支部书记、校长", is_person=True),
        Member("欧阳静", "副校长", is_person=True),
    )


def test_post_held_by_several_and_repeated_words_stay_as_written() -> None:
    assert resolve_all(("班主任", "家长", "家长"), SCHOOL) == (Member("班主任"), Member("家长"), Member("家长"))


def test_contacts_come_from_the_school_and_keep_private_numbers_back() -> None:
    (sheet,) = printed(Contacts(members=("校长", "欧阳静", "班主任", "派出所")))
    assert isinstance(sheet, Sheet)
    assert [[cell.text for cell in row] for row in sheet.rows] == [
        ["校长", "周文", ""],
        ["副校长", "欧阳静", "0000-0000002"],
        ["班主任", "赵一", ""],
        ["班主任", "钱二", ""],
        ["派出所", "", ""],
    ]


def test_responsibility_table_gathers_every_duty_in_order() -> None:
    duty = Duty(owners=("德育处",), term=date(2026, 3, 31), evidence=("记录",))
    inner = Item(blocks=(Paragraph(text="巡查楼道。"),), duty=duty)
    outer = Item(heading="排查隐患", blocks=(Listing(items=(inner,)),), duty=Duty(owners=("校长",)))
    section = Section(heading="措施", blocks=(Listing(items=(outer,)),), duty=Duty(term="全年"))
    sheet = responsibility_table(Plan(kind="工作计划", body=Section(blocks=(section, Paragraph(text="完。")))))
    assert [[cell.text for cell in row] for row in sheet.rows] == [
        ["1", "措施", "", "", "全年", ""],
        ["2", "排查隐患", "校长", "", "", ""],
        ["3", "巡查楼道。", "德育处", "", "2026年3月31日", "记录"],
    ]
