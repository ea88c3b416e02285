"""Every rule finds each fault of its bad case at its place, and nothing in its good case."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml

from generator.check import FAMILIES, RULES, check
from generator.check.registry import Found, Subject, rule
from generator.kinds import load_kinds
from generator.model import School
from generator.problems import Problem
from generator.readers.school import read_school
from generator.readers.yaml_plan import read_plan

CASES = Path(__file__).parent / "check"
SCHOOL, _ = read_school((CASES / "学校.yaml").read_bytes(), "学校.yaml")
TODAY = date(2026, 3, 1)


def case_names() -> list[str]:
    return sorted(path.stem for path in CASES.glob("*.yaml") if path.stem != "学校")


def found_in(text: str, name: str) -> list[Problem]:
    plan, source = read_plan(text.encode(), "plan.yaml")
    problems = check(plan, SCHOOL, load_kinds()[plan.kind], source, TODAY)
    return [problem for problem in problems if problem.rule == name]


def test_every_rule_has_its_cases_and_every_case_its_rule() -> None:
    assert set(case_names()) == set(RULES) != set()
    assert all(family.__doc__ for family in FAMILIES)


@pytest.mark.parametrize("name", case_names())
def test_bad_case_is_reported_at_each_place(name: str) -> None:
    case = yaml.safe_load((CASES / f"{name}.yaml").read_text(encoding="utf-8"))
    problems = found_in(case["bad"], name)
    assert [f"{problem.line}:{problem.column}" for problem in problems] == case["expect"] != []
    assert all(problem.message and problem.severity is RULES[name].severity for problem in problems)


@pytest.mark.parametrize("name", case_names())
def test_good_case_is_left_alone(name: str) -> None:
    case = yaml.safe_load((CASES / f"{name}.yaml").read_text(encoding="utf-8"))
    assert found_in(case["good"], name) == []


@pytest.mark.parametrize("name", RULES)
def test_documentation_says_why_and_how_to_mend(name: str) -> None:
    why, how = RULES[name].documentation.split("\n\n")
    assert all(part.strip() for part in (why, how))


def test_a_rule_without_docstring_or_with_a_taken_name_is_refused() -> None:
    def silent(_subject: Subject) -> Iterator[Found]:
        return iter(())

    with pytest.raises(ValueError, match="docstring"):
        rule("silent-rule")(silent)
    silent.__doc__ = "Says something."
    with pytest.raises(ValueError, match="free"):
        rule("vacant-post")(silent)


def rules_of(dispatch: str, school: School = SCHOOL) -> set[str]:
    text = f"文种: 通知\n标题: 关于值班的通知\n成文日期: 2026-03-01\n正文: 文。\n文件: {dispatch}\n"
    plan, source = read_plan(text.encode(), "plan.yaml")
    return {problem.rule for problem in check(plan, school, load_kinds()["通知"], source, TODAY)}


@pytest.mark.parametrize(
    ("number", "mended"),
    [
        ("青实小【2026】5号", "青实小〔2026〕5号"),
        ("青实小(26)第05号", "青实小〔2026〕5号"),
        ("青实小〔2026〕第5号", "青实小〔2026〕5号"),
        ("青实小〔2026〕5", "青实小〔2026〕5号"),
        ("第5号文", "青实小〔2026〕3号"),
    ],
)
def test_a_document_number_of_bad_form_is_shown_in_good_form(number: str, mended: str) -> None:
    text = f"文种: 通知\n正文: 文。\n文件: {{发文字号: '{number}'}}\n"
    (problem,) = found_in(text, "number-form")
    assert f"“{mended}”" in problem.message


@pytest.mark.parametrize(
    "dispatch",
    [
        "{发文字号: 3, 盖章: 是}",
        "{格式: 纪要, 发文字号: 第3期, 出席: 周文}",
        "{格式: 命令, 发文字号: 1}",
        "{发文字号: 青教〔2026〕3号, 发文机关: [青山县教育局, 青山县实验小学]}",
        "{抄送: 青山县教育局, 印发日期: 2026-03-02}",
    ],
)
def test_a_dispatch_in_order_is_left_alone(dispatch: str) -> None:
    assert rules_of(dispatch) == set()


def test_a_running_number_needs_a_code_of_the_issuer() -> None:
    nameless = School(name="甲小学")
    assert rules_of("{发文字号: 3}", nameless) == {"number-without-code"}
    assert rules_of("{发文字号: 3, 发文机关: 青山县教育局}") == {"number-without-code"}


def test_annexes_taken_in_bring_annexes_that_nobody_counts() -> None:
    text = "文种: 通知\n正文: 见附件3。\n附件:\n  - 计划: 方案.yaml\n"
    assert found_in(text, "absent-annex") == []
