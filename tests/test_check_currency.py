"""What is out of date: judged by the document's own day, told once in a foreign file, safe to mend."""

from datetime import date
from pathlib import Path

import pytest

from generator.check import RULES, check_text
from generator.check.currency.citing import load_words
from generator.check.facts import fact_files, load_facts
from generator.problems import PlanError, Problem, Severity
from generator.readers.foreign_manuscript import read_manuscript

TODAY = date(2026, 3, 1)


def problems_of(text: str, today: date = TODAY) -> list[Problem]:
    found = check_text(read_manuscript(text.splitlines(), None, today), "旧计划.txt")
    return [problem for problem in found if RULES[problem.rule].family == "时效"]


def rules_of(text: str, today: date = TODAY) -> dict[str, str]:
    return {problem.rule: problem.quote for problem in problems_of(text, today)}


@pytest.mark.parametrize(
    ("day", "rules"),
    [
        ("2021年9月1日", {"reused-stale": "《信访条例》"}),
        ("2022年4月30日", {"reused-stale": "《信访条例》"}),
        ("2022年5月1日", {"obsolete-law": "《信访条例》"}),
        ("2026年3月1日", {"obsolete-law": "《信访条例》"}),
    ],
)
def test_a_law_is_judged_by_the_day_of_the_document(day: str, rules: dict[str, str]) -> None:
    assert rules_of(f"信访工作方案\n学习《信访条例》，依法接访。\n{day}") == rules


def test_a_foreign_file_without_any_date_is_judged_by_today() -> None:
    assert rules_of("信访工作方案\n学习《信访条例》，依法接访。") == {"obsolete-law": "《信访条例》"}
    assert rules_of("信访工作方案\n学习《信访条例》，依法接访。", date(2020, 3, 1)) == {}


def test_a_local_regulation_and_the_title_of_another_paper_are_left_alone() -> None:
    assert rules_of("方案\n落实《青山省信访条例》，参照《关于学习〈信访条例〉的意见》。\n2026年3月1日") == {}


def test_an_old_word_is_told_once_in_a_foreign_file_with_its_count() -> None:
    (problem,) = problems_of("法治工作方案\n加强法制教育。\n办好法制讲座，再抓法制教育。\n2026年3月1日")
    assert (problem.line, problem.quote, problem.fix) == (2, "法制教育", "法治教育")
    assert "全文共3处" in problem.message


def test_half_width_marks_and_straight_quotes_are_read_too() -> None:
    found = rules_of('方案\n落实《未成年人保护法(2012)》,深入实施"七五"普法规划.\n2026年3月1日')
    assert set(found) == {"outdated-edition", "expired-programme"}


@pytest.mark.parametrize(
    ("day", "severity"),
    [("2025年10月23日", None), ("2025年10月24日", Severity.HINT), ("2027年3月1日", Severity.HINT)],
)
def test_a_single_plenum_becomes_a_hint_when_the_next_is_over(day: str, severity: Severity | None) -> None:
    text = f"工作方案\n深入贯彻党的二十届三中全会精神。\n{day}"
    found = [problem.severity for problem in problems_of(text) if problem.rule == "outdated-congress"]
    assert found == ([severity] if severity else [])


def test_an_older_congress_is_a_hint_where_the_latest_is_named_elsewhere() -> None:
    text = "工作方案\n贯彻党的二十大精神。\n再学党的十九大精神，落实任务。\n2026年3月1日"
    (problem,) = problems_of(text)
    assert (problem.rule, problem.severity, problem.line) == ("outdated-congress", Severity.HINT, 3)


@pytest.mark.parametrize(
    ("text", "day", "message"),
    [
        ("落实“十五五”规划", "2025年3月1日", "建议"),
        ("落实“十五五”规划纲要", "2026年1月5日", "规划建议"),
    ],
)
def test_a_plan_period_not_yet_decided_is_a_hint(text: str, day: str, message: str) -> None:
    (problem,) = problems_of(f"工作方案\n{text}。\n{day}")
    assert (problem.rule, problem.severity) == ("plan-period", Severity.HINT)
    assert message in problem.message


def test_a_year_alone_is_judged_in_favour_of_the_writer() -> None:
    assert rules_of("2022年信访工作方案\n依据《信访工作条例》，学习党的二十大精神。") == {}


def test_facts_older_than_a_year_are_told_once_at_the_head_with_their_files() -> None:
    (problem,) = problems_of("工作方案\n注意安全。", date(2029, 1, 1))
    assert (problem.rule, problem.line, problem.column) == ("stale-facts", 1, 1)
    assert all(f"{name}.yaml" in problem.message for name in fact_files())


def test_a_text_of_nothing_has_no_head_to_tell_it_at() -> None:
    assert problems_of("", date(2029, 1, 1)) == []


def test_a_list_with_an_unknown_form_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "list.yaml").write_text("- {旧: 乙, 书名: 也, 来源: 甲, 核对: 2026-06-26}", encoding="utf-8")
    facts = load_facts("list", ("旧",), ("书名",), tmp_path)
    monkeypatch.setattr("generator.check.currency.citing.load_facts", lambda *_: facts)
    with pytest.raises(PlanError, match=r"list\.yaml:1:1.*书名"):
        load_words.__wrapped__("list")
