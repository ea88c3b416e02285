"""Why a file that is not ours cannot be read, in one sentence."""

from generator.problems import PlanError, Problem


def refused(file: str, rule: str, message: str) -> PlanError:
    """The error that tells it; it has no place in the file."""
    return PlanError(Problem(file, 0, 0, rule, message))
