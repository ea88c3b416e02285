"""Every bad input in tests/bad is refused with all its problems, each at its place."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.problems import PlanError, Problem
from generator.readers.school import read_school
from generator.readers.yaml_plan import read_plan

BAD = Path(__file__).parent / "bad"
PLANS: list[dict[str, Any]] = yaml.safe_load((BAD / "plans.yaml").read_text(encoding="utf-8"))
SCHOOLS: list[dict[str, Any]] = yaml.safe_load((BAD / "schools.yaml").read_text(encoding="utf-8"))


def problems_of(case: dict[str, Any]) -> tuple[Problem, ...]:
    with pytest.raises(PlanError) as caught:
        read_plan(case["plan"].encode() * case.get("times", 1), "甲.yaml") if "plan" in case else read_school(
            case["school"].encode(), ""
        )
    return caught.value.problems


@pytest.mark.parametrize("case", PLANS + SCHOOLS, ids=lambda case: case["case"])
def test_bad_input_is_reported_at_its_places(case: dict[str, Any]) -> None:
    problems = problems_of(case)
    if "any" in case:
        assert {problem.rule for problem in problems} & set(case["any"])
    else:
        assert sorted(f"{p.line}:{p.column} {p.rule}" for p in problems) == sorted(case["expect"])
    assert case.get("says", "") in "".join(problem.message for problem in problems)


def test_every_message_is_plain_chinese() -> None:
    messages = [problem.message for case in PLANS + SCHOOLS if "times" not in case for problem in problems_of(case)]
    assert len(messages) > 100
    technical = ("mapping", "scalar", "token", "expected", "None", "Traceback")
    assert not [message for message in messages if any(word in message for word in technical)]
