"""Every rule finds each fault of its bad case at its place, and nothing in its good case."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml

from generator.check import FAMILIES, RULES, check
from generator.check.registry import Found, Subject, rule
from generator.kinds import load_kinds
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
