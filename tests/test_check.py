"""Every rule finds each fault of its bad case at its place, and nothing in its good case."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.check import LOADED, RULES, check, check_text
from generator.check.registry import Found, Subject, rule
from generator.kinds import load_kinds
from generator.model import School
from generator.problems import Problem
from generator.readers.foreign_manuscript import read_manuscript
from generator.readers.school import read_school
from generator.readers.yaml_plan import read_plan

CASES = Path(__file__).parent / "check"
SCHOOL, _ = read_school((CASES / "学校.yaml").read_bytes(), "学校.yaml")
TODAY = date(2026, 3, 1)


def case_names() -> list[str]:
    return sorted(path.stem for path in CASES.glob("*.yaml") if path.stem != "学校")


def found_in(text: str, name: str) -> list[Problem]:
    """What a rule finds in a plan's YAML, or in plain text as a foreign file holds it."""
    if not re.search(r"^文种:", text, re.MULTILINE):
        problems = check_text(read_manuscript(text.splitlines(), SCHOOL, TODAY), "旧计划.txt")
    else:
        plan, source = read_plan(text.encode(), "plan.yaml")
        problems = check(plan, SCHOOL, load_kinds()[plan.kind], source, TODAY)
    return [problem for problem in problems if problem.rule == name]


def texts_of(case: dict[str, Any], word: str) -> list[str]:
    """The bad or the good texts of a case: one, or a list."""
    return [case[word]] if isinstance(case[word], str) else case[word]


def test_every_rule_has_its_cases_and_every_case_its_rule() -> None:
    assert set(case_names()) == set(RULES) != set()
    assert all(module.__doc__ for module in LOADED)


@pytest.mark.parametrize("name", case_names())
def test_bad_case_is_reported_at_each_place(name: str) -> None:
    case = yaml.safe_load((CASES / f"{name}.yaml").read_text(encoding="utf-8"))
    expected = [case["expect"]] if isinstance(case["bad"], str) else case["expect"]
    for text, places in zip(texts_of(case, "bad"), expected, strict=True):
        problems = found_in(text, name)
        assert [f"{problem.line}:{problem.column}" for problem in problems] == places != [], text
        assert all(problem.message and (problem.quote or not RULES[name].of_text) for problem in problems)


@pytest.mark.parametrize("name", case_names())
def test_good_case_is_left_alone(name: str) -> None:
    case = yaml.safe_load((CASES / f"{name}.yaml").read_text(encoding="utf-8"))
    texts = texts_of(case, "good")
    assert [found for text in texts for found in found_in(text, name)] == []
    assert texts


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
