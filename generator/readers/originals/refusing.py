"""Why a file that is not ours cannot be read, in one sentence."""

from generator.problems import PlanError, Problem

MOST_CHARACTERS = 100_000
"""A plan of 200 full pages; more is a book."""


def refused(file: str, rule: str, message: str) -> PlanError:
    """The error that tells it; it has no place in the file."""
    return PlanError(Problem(file, 0, 0, rule, message))
