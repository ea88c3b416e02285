"""A plan edited in Word afterwards: changes are set into the source, all else stays as it was written."""

from generator.model import Duty, Item, Listing, Paragraph, Plan, Roster, Row, Section
from generator.recognition.merging import merge


def plan(
    *, text: str = "每天检查。", member: str = "周文", more: tuple[Item, ...] = (), title: str = "安全计划"
) -> Plan:
    items = (Item(blocks=(Paragraph(text=text),), duty=Duty(owners=(member,))), *more)
    section = Section(
        heading="措施", blocks=(Roster(lines=(Row(role="组长", members=(member,)),)), Listing(items=items))
    )
    return Plan(kind="工作计划", title=(title,), body=Section(blocks=(section,)))


SOURCE = plan(member="校长")
PRINTED = plan()


def test_an_unedited_file_gives_its_source() -> None:
    assert merge(SOURCE, PRINTED, plan()) == SOURCE


def test_a_changed_sentence_is_set_in_and_posts_stay_posts() -> None:
    assert merge(SOURCE, PRINTED, plan(text="每周检查。")) == plan(member="校长", text="每周检查。")


def test_a_changed_title_is_set_in() -> None:
    assert merge(SOURCE, PRINTED, plan(title="平安计划")) == plan(member="校长", title="平安计划")


def test_a_changed_person_takes_the_place_of_the_post() -> None:
    assert merge(SOURCE, PRINTED, plan(member="李建国")) == plan(member="李建国")


def test_an_added_item_joins_those_of_the_source() -> None:
    added = Item(blocks=(Paragraph(text="每月演练。"),))
    assert merge(SOURCE, PRINTED, plan(more=(added,))) == plan(member="校长", more=(added,))


def test_a_deleted_item_leaves_the_source() -> None:
    added = Item(blocks=(Paragraph(text="每月演练。"),))
    assert merge(plan(member="校长", more=(added,)), plan(more=(added,)), plan()) == SOURCE


def test_where_the_file_shows_another_build_the_file_is_right() -> None:
    source = Plan(kind="通知", body=Section(blocks=(Paragraph(text="甲"), Paragraph(text="乙"))))
    before = Plan(kind="通知", body=Section(blocks=(Paragraph(text="甲乙"),)))
    after = Plan(kind="通知", body=Section(blocks=(Paragraph(text="甲丙"),)))
    assert merge(source, before, after) == after
