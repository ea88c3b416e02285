"""Problems of shared plans (共用), each told once with the schools it concerns."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from generator.problems import Problem

NAMED = 3
"""So many schools are named; of more only the number is told."""

Found = tuple[Path, str, Iterable[Problem]]
"""A plan, the school it was made for (nothing where it is not shared), and its problems."""


def named(found: Iterable[Found]) -> Iterator[Problem]:
    """Every problem; one that not all the schools of a shared plan have names those that do."""
    schools: dict[Path, set[str]] = defaultdict(set)
    having: dict[tuple[Path, Problem], list[str]] = defaultdict(list)
    for plan, school, problems in found:
        schools[plan].add(school)
        for problem in problems:
            having[plan, problem].append(school)
    for (plan, problem), some in having.items():
        everywhere = len(some) == len(schools[plan])
        whose = "" if everywhere and schools[plan] != {*some[:1]} else _names(some)
        yield replace(problem, message=f"{problem.message}{whose}")


def _names(schools: list[str]) -> str:
    shown = "、".join(sorted(schools)[:NAMED])
    rest = f" 等 {len(schools)} 所学校" if len(schools) > NAMED else ""
    return f"（{shown}{rest}）" if shown else ""
