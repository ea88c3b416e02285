"""What is wrong with a plan, said at its place: one type for syntax, schema, check, template and writer."""

from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem matters; only an error stops a plan from being built."""

    ERROR = "错误"
    WARNING = "警告"
    HINT = "提示"


@dataclass(frozen=True, order=True)
class Problem:
    """One fault at `file:line:column` (both counted from 1; 0 where a file has no lines), with its remedy.

    `quote` is the offending text where there is one; `fix` is what can safely stand in its place.
    """

    file: str
    line: int
    column: int
    rule: str
    message: str
    severity: Severity = Severity.ERROR
    quote: str = ""
    fix: str | None = field(default=None, compare=False)

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        return f"{place}: {self.severity}: {self.message} [{self.rule}]"


class PlanError(Exception):
    """All problems that keep a plan from being made; the only exception a user meets."""

    def __init__(self, *problems: Problem) -> None:
        """Keep the problems, in the order of their places."""
        super().__init__(*problems)
        self.problems: tuple[Problem, ...] = tuple(sorted(problems))

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))
