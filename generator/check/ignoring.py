"""What a writer has looked at and left: `# 校文: 忽略 规则 — 理由` on a line of the plan."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.check.registry import RULES
from generator.problems import Problem, Severity
from generator.source import Source, block_openings

_COMMENT = re.compile(r"(?:^|\s)#\s*校文[:：]\s*忽略\s*(?P<rest>.*)$")
_PARTS = re.compile(r"(?P<names>[\w-]+(?:[、,，\s]+[a-z][\w-]*)*)\s*(?:—+|--?|：|:|因为)?\s*(?P<reason>.*)$")


@dataclass(frozen=True)
class Ignore:
    """One rule ignored on lines `first` to `last` (from 1, both included); the comment stands at `line`, `column`."""

    rule: str
    first: int
    last: int
    line: int
    column: int

    def covers(self, problem: Problem) -> bool:
        """Whether it speaks of this problem."""
        return problem.rule == self.rule and self.first <= problem.line <= self.last


@dataclass(frozen=True)
class Ignoring:
    """All comments of 忽略 in a file, and what is wrong with them."""

    file: str
    ignores: tuple[Ignore, ...]
    faults: tuple[Problem, ...]

    def left(self, problems: Iterable[Problem]) -> Iterator[Problem]:
        """The problems nobody asked to ignore."""
        return (problem for problem in problems if not any(ignore.covers(problem) for ignore in self.ignores))

    def needless(self, problems: Iterable[Problem]) -> Iterator[Problem]:
        """Ignores with nothing left to ignore."""
        problems = tuple(problems)
        for ignore in self.ignores:
            if not any(ignore.covers(problem) for problem in problems):
                message = f"这里已经没有 {ignore.rule} 的问题：请删去这条忽略"
                yield Problem(
                    self.file, ignore.line, ignore.column, "needless-ignore", message, Severity.HINT, ignore.rule
                )


def read_ignores(source: Source) -> Ignoring:
    """The comments of 忽略 in a file; one on a line of its own speaks of the line below it."""
    lines = source.text.split("\n") if "忽略" in source.text else []
    openings = block_openings(lines)
    found = [_read(number, line, openings, source.file) for number, line in enumerate(lines, 1)]
    ignores = tuple(ignore for some in found for ignore in some if isinstance(ignore, Ignore))
    return Ignoring(
        source.file, ignores, tuple(fault for some in found for fault in some if isinstance(fault, Problem))
    )


def _read(number: int, line: str, openings: list[int], file: str) -> list[Ignore | Problem]:
    """What the comment on this line asks to ignore, or what is wrong with it."""
    found = _COMMENT.search(line)
    if not found:
        return []
    column = found.string.index("#", found.start()) + 1
    parts = _PARTS.match(found["rest"].strip())
    names = re.split(r"[、,，\s]+", parts["names"]) if parts else []
    unknown = [name for name in names if name not in RULES]
    if not names or unknown:
        named = f"没有“{unknown[0]}”这条规则" if unknown else "没有写规则的名称"
        return [Problem(file, number, column, "unknown-ignore", f"{named}：请照问题后面方括号里的名称写")]
    if parts and not parts["reason"].strip():
        example = f"# 校文: 忽略 {names[0]} — 已同教务处核对"
        return [Problem(file, number, column, "ignore-without-reason", f"忽略要写理由，如“{example}”")]
    first, last = _covered(number, found.string[: found.start()], openings)
    return [Ignore(name, first, last, number, column) for name in names]


def _covered(number: int, before: str, openings: list[int]) -> tuple[int, int]:
    """The lines a comment speaks of: its own (or the next), and all of the text block that begins there."""
    first = number if before.strip() else number + 1
    within = [line for line, opening in enumerate(openings, 1) if opening == first - 1]
    return first, max(within, default=first)
