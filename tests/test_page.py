"""A plan becomes semantic HTML whose every word is the writer's own or the school's."""

from datetime import date
from pathlib import Path

import lxml.html
import pytest

from generator.kinds import TEMPLATES, Kind, load_kinds
from generator.model import Annex, Cell, Paragraph, Person, Plan, School, Section, Table
from generator.page import render
from generator.problems import PlanError

SCHOOL = School(name="青山县实验小学", people=(Person(full_name="周文", posts=("校长",)),))
KINDS = load_kinds()
DAY = date(2026, 2, 27)


def page(plan: Plan, kind: str = "") -> lxml.html.HtmlElement:
    return lxml.html.fromstring(render(plan, SCHOOL, KINDS[kind or plan.kind]))


def texts(tree: lxml.html.HtmlElement, path: str) -> list[str]:
    return [element.text_content() for element in tree.xpath(path)]


def test_title_left_out_is_made_of_school_year_subject_and_kind() -> None:
    tree = page(Plan(kind="工作计划", year="2026", subject="学校安全"))
    assert texts(tree, "//h1/span[@class='line']") == ["青山县实验小学2026年学校安全工作计划"]
    assert texts(tree, "//title") == ["青山县实验小学2026年学校安全工作计划"]


def test_school_year_is_printed_as_written() -> None:
    assert texts(page(Plan(kind="工作计划", year="2026—2027学年", subject="教学")), "//title") == [
        "青山县实验小学2026—2027学年教学工作计划"
    ]


def test_title_of_several_lines_keeps_its_lines() -> None:
    assert texts(page(Plan(kind="通知", title=("甲", "乙"))), "//h1/span") == ["甲", "乙"]


def test_signature_defaults_to_the_school_and_may_be_left_out() -> None:
    plan = Plan(kind="通知", title=("甲",), date=DAY)
    assert texts(page(plan), "//div[@class='signature']/p") == ["青山县实验小学", "2026年2月27日"]
    assert texts(page(Plan(kind="通知", title=("甲",), date=DAY, signature=())), "//div/p") == ["2026年2月27日"]
    assert texts(page(Plan(kind="经验材料", title=("甲",))), "//div") == []


def test_speech_has_byline_date_and_salutation_under_its_title() -> None:
    tree = page(Plan(kind="讲话稿", title=("讲话",), date=DAY, byline=("校长", "德育处"), salutation="老师们、同学们"))
    assert texts(tree, "//p") == ["校长周文", "德育处", "（2026年2月27日）", "老师们、同学们："]
    assert [element.get("class") for element in tree.xpath("//p")] == ["byline", "byline", "dateline", "addressee"]


def test_dateline_of_the_plan_wins_over_its_kind() -> None:
    tree = page(Plan(kind="讲话稿", title=("讲话",), date=DAY, dateline=False))
    assert texts(tree, "//p") == ["2026年2月27日"]


def test_addressees_stand_on_one_line_with_a_colon() -> None:
    assert texts(
        page(Plan(kind="通知", title=("甲",), addressees=("各处室", "各年级组"))), "//p[@class='addressee']"
    ) == ["各处室、各年级组："]


def test_note_gets_its_parentheses_once() -> None:
    for note in ("联系人：周文", "（联系人：周文）"):
        assert texts(page(Plan(kind="通知", title=("甲",), note=note)), "//p[@class='note']") == ["（联系人：周文）"]


def test_one_annex_goes_without_number_several_are_counted() -> None:
    one = Annex(title="值班表", blocks=(Paragraph(text="文。"),))
    assert texts(page(Plan(kind="通知", title=("甲",), annexes=(one,))), "//p[@class='attachments']") == [
        "附件：值班表"
    ]
    two = page(Plan(kind="通知", title=("甲",), annexes=(one, Annex(title="某校\n检查表", landscape=True))))
    assert texts(two, "//p[@class='attachments']") == ["附件：1.值班表", "2.某校检查表"]
    assert texts(two, "//section/p[@class='annex-label']") == ["附件1", "附件2"]
    assert [section.get("class") for section in two.xpath("//section")] == ["annex", "annex landscape"]
    assert texts(two, "//section[2]//span") == ["某校", "检查表"]


def test_responsibility_table_is_the_last_annex_on_request() -> None:
    tree = page(Plan(kind="通知", title=("甲",), responsibility="责任分解表"))
    assert texts(tree, "//p[@class='annex-title']") == ["责任分解表"]
    assert texts(tree, "//th") == ["序号", "任务", "责任人", "配合", "时限", "佐证"]


def test_table_carries_caption_widths_spans_remark_and_breaks() -> None:
    table = Table(
        columns=("日期", "人员"),
        rows=((Cell(text="3月1日", down=2), Cell(text="甲\n乙")), (Cell(text=""),), (Cell(text="合计", across=2),)),
        widths=(1.0, 2.0),
        caption="值班表",
        remark="节假日另排。",
        landscape=True,
    )
    tree = page(Plan(kind="通知", title=("甲",), body=Section(blocks=(table,))))
    assert texts(tree, "//div[@class='landscape']/table/caption") == ["值班表"]
    assert [col.get("data-width") for col in tree.xpath("//col")] == ["1.0", "2.0"]
    assert [(td.get("rowspan"), td.get("colspan")) for td in tree.xpath("//tbody//td")] == [
        ("2", None),
        (None, None),
        (None, None),
        (None, "2"),
    ]
    assert len(tree.xpath("//tbody//br")) == 1
    assert texts(tree, "//tfoot/tr/td[@colspan='2']") == ["备注：节假日另排。"]


def test_text_of_the_plan_is_never_markup() -> None:
    tree = page(Plan(kind="通知", title=("<b>甲</b>",), body=Section(blocks=(Paragraph(text="{{ 1 }}<script>"),))))
    assert tree.xpath("//b|//script") == []
    assert texts(tree, "//p") == ["{{ 1 }}<script>", "青山县实验小学"]


def broken(tmp_path: Path, body: str) -> PlanError:
    for file in TEMPLATES.glob("_*.html"):
        (tmp_path / file.name).write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "简报.html").write_text(body, encoding="utf-8")
    kind = Kind(name="简报", purpose="", template="简报.html", skeleton="")
    with pytest.raises(PlanError) as caught:
        render(Plan(kind="简报", title=("甲",)), SCHOOL, kind, tmp_path)
    return caught.value


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ('{% extends "_base.html" %}\n{% block body %}\n{{ page.nothing }}\n{% endblock %}', 3),
        ('{% extends "_base.html" %}\n{% block body %}\n{% endfor %}', 3),
        ('{% extends "_base.html" %}\n\n{% block body %}{{ 1 / 0 }}{% endblock %}', 3),
        ('{% extends "_missing.html" %}', 1),
        ("\n{% macro all() %}{{ all() }}{% endmacro %}\n{{ all() }}", 2),
        ('{% extends "_base.html" %}{% block body %}{{ page.title.__class__ }}{% endblock %}', 1),
    ],
)
def test_template_that_fails_is_named_with_its_line(tmp_path: Path, body: str, line: int) -> None:
    (problem,) = broken(tmp_path, body).problems
    assert (problem.rule, Path(problem.file).name, problem.line) == ("template", "简报.html", line)
