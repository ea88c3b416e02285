"""A formal document's letterhead, seal, attendance and imprint, and a school's house rules, as semantic HTML."""

from dataclasses import replace
from datetime import date

import lxml.html
import pytest

from generator.kinds import load_kinds
from generator.model import Annex, Dispatch, Item, Layout, Listing, Paragraph, Person, Plan, School, Section
from generator.page import render

SCHOOL = School(
    name="青山县实验小学",
    code="青实小",
    people=(Person(full_name="周文", posts=("党支部书记", "校长")), Person(full_name="欧阳静", posts=("副校长",))),
)
PLAN = Plan(kind="通知", title=("甲",), date=date(2026, 3, 1))
KINDS = load_kinds()


def page(dispatch: Dispatch | None, plan: Plan = PLAN, layout: Layout | None = None) -> lxml.html.HtmlElement:
    school = replace(SCHOOL, layout=layout or Layout())
    return lxml.html.fromstring(render(replace(plan, dispatch=dispatch), school, KINDS[plan.kind]))


def texts(tree: lxml.html.HtmlElement, path: str) -> list[str]:
    return [element.text_content() for element in tree.xpath(path)]


def head(dispatch: Dispatch, name: str) -> list[str]:
    return texts(page(dispatch), f"//header[@class='letterhead']/p[@class='{name}']")


# ---- letterhead ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("dispatch", [None, Dispatch(letterhead=False, number="3", shape="信函")])
def test_a_plain_plan_has_no_letterhead_and_no_form(dispatch: Dispatch | None) -> None:
    tree = page(dispatch)
    assert tree.xpath("//header") == []
    assert dict(tree.xpath("//body")[0].attrib) == {}


def test_the_parts_of_a_letterhead_stand_in_the_order_of_the_standard() -> None:
    dispatch = Dispatch(
        copy_number="000001",
        secrecy="机密",
        secrecy_term="1年",
        urgency="特急",
        number="3",
        upward=True,
        signers=("校长", "欧阳静"),
    )
    assert [(part.get("class"), part.text_content()) for part in page(dispatch).xpath("//header/p")] == [
        ("copy-number", "000001"),
        ("secrecy", "机密★1年"),
        ("urgency", "特急"),
        ("mark", "青山县实验小学文件"),
        ("number", "青实小〔2026〕3号"),
        ("signers", "签发人：周文欧阳静"),
    ]


def test_each_signer_is_a_name_of_its_own() -> None:
    tree = page(Dispatch(upward=True, signers=("校长", "王一")))
    assert texts(tree, "//p[@class='signers']/span[@class='name']") == ["周文", "王一"]


def test_parts_that_were_not_given_are_not_there() -> None:
    assert [part.get("class") for part in page(Dispatch()).xpath("//header/p")] == ["mark"]


@pytest.mark.parametrize(
    ("dispatch", "lines", "suffix"),
    [
        (Dispatch(), ["青山县实验小学"], ["文件"]),
        (Dispatch(issuers=("甲局", "乙局")), ["甲局", "乙局"], ["文件"]),
        (Dispatch(mark="甲局护学行动办公室"), ["甲局护学行动办公室"], []),
        (Dispatch(shape="信函"), ["青山县实验小学"], []),
        (Dispatch(shape="纪要"), ["青山县实验小学纪要"], []),
        (Dispatch(shape="命令", issuers=("甲局", "乙局")), ["甲局", "乙局令"], []),
    ],
)
def test_the_mark_names_the_organisations_by_their_form(
    dispatch: Dispatch, lines: list[str], suffix: list[str]
) -> None:
    tree = page(dispatch)
    assert texts(tree, "//p[@class='mark']/span[@class='line']") == lines
    assert texts(tree, "//p[@class='mark']/span[@class='suffix']") == suffix
    assert tree.xpath("//body/@data-form") == [dispatch.shape]


@pytest.mark.parametrize(
    ("dispatch", "number"),
    [
        (Dispatch(number="青实小〔2026〕3号"), "青实小〔2026〕3号"),
        (Dispatch(number="03"), "青实小〔2026〕3号"),
        (Dispatch(number="１２"), "青实小〔2026〕12号"),
        (Dispatch(number="²"), "²"),
        (Dispatch(number="3", shape="命令"), "第3号"),
        (Dispatch(number="第2期", shape="纪要"), "第2期"),
    ],
)
def test_a_running_number_becomes_a_document_number(dispatch: Dispatch, number: str) -> None:
    assert head(dispatch, "number") == [number]


def test_a_running_number_without_date_stays_as_written() -> None:
    assert texts(page(Dispatch(number="3"), Plan(kind="通知", title=("甲",))), "//p[@class='number']") == ["3"]


def test_preprinted_paper_is_said_on_the_letterhead() -> None:
    assert page(Dispatch(preprinted=True)).xpath("//header/@data-preprinted") == ["yes"]
    assert page(Dispatch()).xpath("//header/@data-preprinted") == []


# ---- signature, attendance, imprint -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("dispatch", "seal"), [(Dispatch(seal="是"), ["yes"]), (Dispatch(seal="签名章"), ["stamp"]), (Dispatch(), [])]
)
def test_the_room_for_a_seal_is_said_on_the_signature(dispatch: Dispatch, seal: list[str]) -> None:
    assert page(dispatch).xpath("//div[@class='signature']/@data-seal") == seal


def test_every_issuer_signs_unless_the_plan_says_who_does() -> None:
    joint = Dispatch(issuers=("甲局", "乙局"), seal="是")
    assert texts(page(joint), "//div/p[@class='organisation']") == ["甲局", "乙局"]
    signed = replace(PLAN, signature=("校长",))
    assert texts(page(Dispatch(seal="签名章"), signed), "//div/p[@class='organisation']") == ["校长"]


def test_attendance_stands_below_the_list_of_annexes_with_its_names() -> None:
    plan = replace(PLAN, kind="纪要", annexes=(Annex(title="表", blocks=(Paragraph(text="文。"),)),))
    tree = page(Dispatch(shape="纪要", present=("校长", "欧阳静"), attending=("各处室",)), plan)
    assert texts(tree, "//dl[@class='attendance']/*") == ["出席：", "周文", "欧阳静", "列席：", "各处室"]
    assert tree.xpath("//dl/preceding-sibling::p[@class='attachments']")


def test_minutes_bear_their_date_below_the_title_and_no_signature() -> None:
    tree = page(Dispatch(shape="纪要"), replace(PLAN, kind="纪要"))
    assert texts(tree, "//p[@class='dateline']") == ["（2026年3月1日）"]
    assert tree.xpath("//div[@class='signature']") == []


@pytest.mark.parametrize(
    ("dispatch", "lines"),
    [
        (Dispatch(number="3"), []),
        (Dispatch(copies=("甲局", "乙局。")), ["抄送：甲局、乙局。", "青山县实验小学"]),
        (Dispatch(printed_on=date(2026, 3, 2)), ["青山县实验小学2026年3月2日印发"]),
        (Dispatch(printer="校办公室"), ["校办公室"]),
        (Dispatch(shape="信函", copies=("甲局",), printed_on=date(2026, 3, 2)), ["抄送：甲局。"]),
    ],
)
def test_the_imprint_says_who_gets_a_copy_and_who_printed_it(dispatch: Dispatch, lines: list[str]) -> None:
    assert texts(page(dispatch), "//footer[@class='imprint']/p") == lines


def test_the_imprint_may_be_asked_onto_an_even_page() -> None:
    assert page(Dispatch(copies=("甲局",), even_page=True)).xpath("//footer/@data-even") == ["yes"]
    assert page(Dispatch(copies=("甲局",))).xpath("//footer/@data-even") == []


# ---- house rules --------------------------------------------------------------------------------------------------


def test_house_rules_are_said_on_the_body() -> None:
    layout = Layout(pitch=28, centred_number=True, bold_third=True, one_sided=True, no_lone_character=True)
    assert dict(page(None, layout=layout).xpath("//body")[0].attrib) == {
        "data-pitch": "28",
        "data-page-number": "centre",
        "data-third": "bold",
        "data-sides": "one",
        "data-lone": "never",
    }


@pytest.mark.parametrize(
    ("day", "printed"),
    [
        (date(2026, 3, 1), "二〇二六年三月一日"),
        (date(2026, 10, 10), "二〇二六年十月十日"),
        (date(2026, 12, 31), "二〇二六年十二月三十一日"),
        (date(2030, 11, 20), "二〇三〇年十一月二十日"),
    ],
)
def test_dates_in_chinese_numerals_are_a_house_rule(day: date, printed: str) -> None:
    tree = page(None, replace(PLAN, date=day), Layout(chinese_dates=True))
    assert texts(tree, "//p[@class='date']") == [printed]


def test_labels_of_the_third_level_take_a_comma_as_a_house_rule() -> None:
    listing = Listing(items=(Item(blocks=(Paragraph(text="甲。"),)),))
    plan = replace(PLAN, body=Section(blocks=(listing,)))
    assert texts(page(None, plan), "//p[@class='item']/span[@class='label']") == ["1."]
    assert texts(page(None, plan, Layout(comma_labels=True)), "//p[@class='item']/span[@class='label']") == ["1、"]


@pytest.mark.parametrize(("title", "shown"), [((), False), (("关于公布管理办法的命令",), True)])
def test_an_order_has_a_title_only_where_one_is_written(title: tuple[str, ...], shown: bool) -> None:
    plan = Plan(kind="通知", title=title, dispatch=Dispatch(shape="命令", letterhead=True, number="3"))
    made = render(plan, School(name="青山县人民政府"), load_kinds()["通知"])
    assert ('<h1 class="title">' in made) is shown
    assert '<p class="number">第3号</p>' in made
