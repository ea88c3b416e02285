"""Checks over a plan that has been read: every rule, every fault at its place."""

from datetime import date as Date  # noqa: N812 - the type beside fields named date

from generator.check import annexes, dispatch, document_numbers, people, structure
from generator.check.registry import RULES, Subject
from generator.kinds import Kind
from generator.model import Plan, School
from generator.problems import Problem
from generator.source import Source

__all__ = ["FAMILIES", "RULES", "check"]

FAMILIES = (people, structure, dispatch, document_numbers, annexes)
"""The modules whose rules are registered; one module a family."""


def check(plan: Plan, school: School, kind: Kind, source: Source, today: Date) -> list[Problem]:
    """All problems of a plan, in the order of their places in its file."""
    subject = Subject(plan, school, kind, today)
    problems = [
        Problem(
            source.file, *source.locate(found.at, found.on_key), rule.name, found.message, rule.severity, found.quote
        )
        for rule in RULES.values()
        for found in rule.examine(subject)
    ]
    return sorted(problems)
