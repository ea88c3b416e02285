"""Where every value of a YAML file stands, so that a problem can be shown at its place."""

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.model import Place
from generator.problems import Problem, Severity

Position = tuple[int, int]
"""Line and column, both counted from 1; columns count characters."""


_OPENS_BLOCK = re.compile(r"(?:[:：]|-)\s*(?:!\S+\s*)?[|>][-+\d]*\s*(?: #.*)?$")


def loosely(words: str) -> re.Pattern[str]:
    """The words with any white space between their characters, as folded lines have it."""
    return re.compile(r"\s*".join(map(re.escape, re.sub(r"\s", "", words))))


def block_openings(lines: list[str]) -> list[int]:
    """For every line (from 0) the line that opens the block of text it stands in; a line outside opens itself."""
    openings: list[int] = []
    block: tuple[int, int] | None = None
    for number, line in enumerate(lines):
        indent = len(line) - len(line.lstrip())
        if block and line.strip() and indent <= block[1]:
            block = None
        openings.append(block[0] if block else number)
        if block is None and _OPENS_BLOCK.search(line):
            block = (number, indent)
    return openings


@dataclass(frozen=True)
class Mark:
    """Where a value starts, and where its key does (the same for an entry of a list); where it ends, if it is text."""

    key: Position
    value: Position
    end: Position | None = None


@dataclass(frozen=True)
class Source:
    """A YAML file as it was read: its name, its text, and the mark of every value by its path."""

    file: str
    text: str
    places: Mapping[Place, Mark]

    def locate(self, place: Place, key: bool = False) -> Position:
        """Line and column of the value at `place` (of its key, if asked), or of its nearest known parent."""
        while place and place not in self.places:
            place, key = place[:-1], False
        mark = self.places.get(place)
        if mark is None:
            return 1, 1
        return mark.key if key else mark.value

    def offset(self, line: int, column: int) -> int:
        """How many characters of the text stand before this line and column."""
        return self.line_starts[line - 1] + column - 1

    def position(self, offset: int) -> Position:
        """The line and column of the character at this offset."""
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """The offset at which every line begins."""
        return (0, *(found.end() for found in re.finditer("\n", self.text)))

    def problem(
        self, place: Place, rule: str, message: str, key: bool = False, severity: Severity = Severity.ERROR
    ) -> Problem:
        """A problem shown at the value (or the key) at `place`."""
        line, column = self.locate(place, key)
        return Problem(self.file, line, column, rule, message, severity)
