"""Titles: each line of one as it is printed, too long ones broken where a word ends."""

import re
from math import ceil

from generator.typeset.composition import Run
from generator.typeset.measure import ems
from generator.typeset.styles import AREA_WIDTH, NO_LINE_END, NO_LINE_START, STYLES

ROOM = AREA_WIDTH / STYLES["title"].size - 1
"""Characters a line of a title holds; one is spared, since digits are wider than half a character in some fonts."""
SHORTEST = 3
_WORD_END = re.compile(r"(?:小学|中学|学校|幼儿园|学年|学期|年|月|关于|的|和|与|及|暨|》|”|）)$")
_OPEN, _CLOSED = "《“（〔", "》”）〕"


def title_runs(lines: list[str]) -> tuple[Run, ...]:
    """The lines of a title as runs, each after the first on a new line."""
    fitting = [part for line in lines for part in fitted(line)]
    return tuple(Run(part, breaks=index > 0) for index, part in enumerate(fitting))


def fitted(line: str) -> list[str]:
    """One line of a title in as few lines as hold it, about equally long but never equal (梯形, not a rectangle)."""
    count = ceil(ems(line) / ROOM)
    places = [place for place in range(SHORTEST, len(line) - SHORTEST + 1) if _may_break(line, place)]
    if count <= 1 or not places:
        return [line]
    place = min(places, key=lambda place: _cost(line, place, count))
    return [line[:place], *fitted(line[place:])]


def _may_break(line: str, place: int) -> bool:
    before, after = line[place - 1], line[place]
    inside = sum(line[:place].count(mark) for mark in _OPEN) > sum(line[:place].count(mark) for mark in _CLOSED)
    together = (before.isascii() and after.isascii()) or (before.isdigit() and after in "年月日")
    return not (inside or together or after in NO_LINE_START or before in NO_LINE_END)


def _cost(line: str, place: int, count: int) -> float:
    left, right = ems(line[:place]), ems(line[place:])
    too_wide = 100.0 if left > ROOM or right > ROOM * (count - 1) else 0.0
    rectangle = 3.0 if abs(left - right) <= 1 else 0.0
    word = 0.0 if _WORD_END.search(line[:place]) else 4.0
    return abs(left - (left + right) / count) + too_wide + rectangle + word
