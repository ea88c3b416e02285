"""Checks over a document that has been read: every rule, every fault at its place."""

from collections.abc import Iterable, Iterator
from datetime import date as Date  # noqa: N812 - the type beside fields named date

from generator.check import (
    agreement,
    annexes,
    currency,
    dispatch,
    document_numbers,
    emergency,
    people,
    rights,
    structure,
    usage,
)
from generator.check.ignoring import Ignoring, read_ignores
from generator.check.locating import locate
from generator.check.registry import RULES, Found, Rule, Subject
from generator.kinds import Kind
from generator.manuscript import Manuscript
from generator.model import Checking, Plan, School
from generator.outline.manuscripts import manuscript_of
from generator.problems import Problem
from generator.source import Source

__all__ = ["RULES", "check", "check_text"]

LOADED = (
    people,
    structure,
    dispatch,
    document_numbers,
    annexes,
    currency,
    rights,
    agreement,
    usage,
    emergency,
)
"""The modules and folders whose rules are registered."""

_NO_PLAN, _NO_KIND = Plan(kind=""), Kind("", "", "", "")


def check(plan: Plan, school: School, kind: Kind, source: Source, today: Date) -> list[Problem]:
    """All problems of a plan, in the order of their places in its file."""
    subject = Subject(plan, school, kind, today, manuscript_of(plan, school, today))
    problems = [
        _problem(rule, found, source.file, *locate(found, source))
        for rule in _rules(school.checking)
        for found in rule.examine(subject)
    ]
    ignoring = read_ignores(source)
    return sorted((*ignoring.left(problems), *_misplaced(ignoring, problems)))


def check_text(manuscript: Manuscript, file: str) -> list[Problem]:
    """All problems of a foreign file, by number of paragraph and character."""
    school = manuscript.school or School(name="")
    subject = Subject(_NO_PLAN, school, _NO_KIND, manuscript.today, manuscript)
    return sorted(
        _problem(rule, found, file, int(found.at[0]) if found.at else 0, found.start + 1)
        for rule in _rules(school.checking)
        if rule.of_text
        for found in rule.examine(subject)
    )


def _rules(checking: Checking) -> Iterator[Rule]:
    """The rules that the school has not turned off, by name or by family; one turned on by name stays."""
    for rule in RULES.values():
        if rule.name in checking.on or not {rule.name, rule.family} & set(checking.off):
            yield rule


def _problem(rule: Rule, found: Found, file: str, line: int, column: int) -> Problem:
    severity = found.severity or rule.severity
    return Problem(file, line, column, rule.name, found.message, severity, found.quote, found.fix)


def _misplaced(ignoring: Ignoring, problems: Iterable[Problem]) -> Iterator[Problem]:
    """Comments of 忽略 that name no rule, give no reason, or have nothing to ignore."""
    yield from ignoring.faults
    yield from ignoring.needless(problems)
