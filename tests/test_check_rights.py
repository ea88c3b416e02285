"""What the rules of 依法 say, beyond the cases: by which day, of which school, in which words."""

from datetime import date

import pytest

from generator.check import RULES, check_text
from generator.check.facts import load_facts
from generator.check.periods import days_of, hours_of
from generator.check.rights import measures
from generator.model import School
from generator.problems import Problem, Severity
from generator.readers.foreign_manuscript import read_manuscript

LATE, EARLY = "2026年2月27日", "2016年2月27日"


def found(*lines: str, family: str = "依法", school: School | None = None) -> list[Problem]:
    manuscript = read_manuscript(("学校工作计划", "为做好工作，制定本计划。", *lines), school, date(2026, 3, 1))
    return [problem for problem in check_text(manuscript, "旧计划.txt") if RULES[problem.rule].family == family]


def test_every_listed_measure_belongs_to_a_rule_and_is_worded_as_advice() -> None:
    facts = load_facts("rights", measures.KEYS, measures.OPTIONAL)
    assert {fact.text("规则") for fact in facts} <= set(RULES)
    texts = [measure.message for fact in facts for measure in measures._measures(fact.text("规则"))]
    assert all(text.startswith("建议核对：") and "（依据《" in text and "可改为" in text for text in texts)
    assert not any("违法" in text for text in texts)


def test_no_rule_of_rights_gives_a_verdict_that_stops_building() -> None:
    severities = {rule.severity for rule in RULES.values() if rule.family == "依法"}
    assert severities <= {Severity.WARNING, Severity.HINT}


def test_what_was_right_in_its_own_year_is_right() -> None:
    measure = "确保实现“零上访”目标。"
    assert [problem.rule for problem in found(measure, LATE)] == ["zero-petition-target"]
    assert found(measure, EARLY) == []


def test_a_ban_reaches_to_the_next_order_in_its_sentence() -> None:
    assert found("教师不得体罚学生，罚抄课文，罚跑操场。") == []
    assert [problem.rule for problem in found("教师不得推诿，对迟到的学生罚跑操场。")] == ["corporal-punishment"]


def test_what_is_listed_under_a_ban_is_banned() -> None:
    assert found("一、教师不得有下列行为", "1.罚抄课文。", "2.让学生罚跑操场。") == []
    assert len(found("一、班级常规", "1.罚抄课文。", "2.让学生罚跑操场。")) == 2


def test_a_table_under_a_banned_head_is_banned() -> None:
    assert found("严禁行为\t处理办法", "罚抄课文\t通报批评") != found("行为\t办法", "迟到\t罚抄课文") != []


def test_upper_schools_may_expel() -> None:
    line = "学生多次打架的，开除学籍。"
    assert [problem.rule for problem in found(line)] == ["expelling-pupils"]
    assert found(line, "青山县高级中学") == []


@pytest.mark.parametrize(
    ("period", "hours"),
    [("2小时", 2), ("两个小时", 2), ("三十分钟", 0.5), ("15日", 360), ("十五天", 360), ("半个月", 360), ("一周", 168)],
)
def test_periods_are_read_as_hours(period: str, hours: float) -> None:
    assert hours_of(period) == hours


def test_a_working_day_is_longer_than_a_day() -> None:
    assert days_of("10个工作日") == 14
    assert days_of("许久") == 0


def test_bullying_is_told_to_parents_police_and_office() -> None:
    manuscript = read_manuscript(("校园欺凌处置方案", "发现欺凌立即制止。", "调查处理。"), None, date(2026, 3, 1))
    (problem,) = [problem for problem in check_text(manuscript, "旧方案.txt") if problem.rule == "bullying-untold"]
    assert all(word in problem.message for word in ("监护人", "公安机关", "教育行政部门"))
