"""学校.yaml becomes a School."""

from datetime import date

import pytest

from generator.model import Layout, Person, School
from generator.problems import PlanError
from generator.readers.school import read_school
from generator.readers.yaml_form import school_form

TEXT = """\
名称: 甲小学
简称: 我校
机关代字: 甲小
地址: 书院路1号
部门: 德育处、教务处
人员:
  - {姓名: 周文, 职务: [党支部书记, 校长], 电话: 0000-0000001, 公开: 否}
  - {姓名: 欧阳静, 职务: 副校长, 部门: 德育处}
群组: {各班主任: [赵一, 钱二], 工会: 孙三、李四}
版式: {行距: 28, 页码居中: 是, 三级标题加粗: 是, 序号顿号: 是, 汉字日期: 是, 单面: 是, 孤字: 是}
"""


def test_every_key_of_a_school_is_read() -> None:
    assert read_school(TEXT.encode(), "学校.yaml")[0] == School(
        name="甲小学",
        short_name="我校",
        code="甲小",
        address="书院路1号",
        departments=("德育处", "教务处"),
        people=(
            Person(full_name="周文", posts=("党支部书记", "校长"), phone="0000-0000001", public=False),
            Person(full_name="欧阳静", posts=("副校长",), department="德育处"),
        ),
        groups={"各班主任": ("赵一", "钱二"), "工会": ("孙三", "李四")},
        layout=Layout(
            pitch=28,
            centred_number=True,
            bold_third=True,
            comma_labels=True,
            chinese_dates=True,
            one_sided=True,
            no_lone_character=True,
        ),
    )


def test_a_name_is_all_a_school_needs() -> None:
    assert read_school("名称: 甲小学".encode(), "学校.yaml")[0] == School(name="甲小学")


def test_people_know_where_they_were_written() -> None:
    school, source = read_school(TEXT.encode(), "学校.yaml")
    assert [source.locate(person.at) for person in school.people] == [(7, 5), (8, 5)]
    assert source.locate((*school.people[0].at, "职务", 1)) == (7, 26)


TERMS = """\
名称: 甲小学
学段: 小学
学期:
  - {名称: 2026—2027学年第一学期, 开始: 2026-09-01, 结束: 2027年1月29日}
  - {开始: 2027-03-01, 结束: 2027-07-09}
"""


def test_stage_and_terms_are_read_and_written_back() -> None:
    school, _ = read_school(TERMS.encode(), "学校.yaml")
    first, second = school.terms
    assert (school.stage, first.name, second.name) == ("小学", "2026—2027学年第一学期", "")
    assert (first.starts, second.ends) == (date(2026, 9, 1), date(2027, 7, 9))
    assert school_form(school)["学期"] == [
        {"名称": "2026—2027学年第一学期", "开始": "2026-09-01", "结束": "2027-01-29"},
        {"开始": "2027-03-01", "结束": "2027-07-09"},
    ]
    assert school_form(school)["学段"] == "小学"


@pytest.mark.parametrize(
    ("written", "rule", "line"),
    [
        ("学段: 大学", "wrong-type", 2),
        ("学期: [{开始: 2026-09-01}]", "missing-key", 2),
        ("学期: [{开始: 2027-09-01, 结束: 2027-01-29}]", "contradicting-dates", 2),
        ("学期: [{开始: 2026-09-01, 结束: 明年}]", "unreadable-date", 2),
        ("学期: 第一学期", "wrong-type", 2),
        ("学期: [{起: 2026-09-01, 开始: 2026-09-01, 结束: 2027-01-29}]", "unknown-key", 2),
    ],
)
def test_a_wrong_term_is_reported_at_its_place(written: str, rule: str, line: int) -> None:
    with pytest.raises(PlanError) as raised:
        read_school(f"名称: 甲小学\n{written}\n".encode(), "学校.yaml")
    assert [(problem.rule, problem.line) for problem in raised.value.problems] == [(rule, line)]
