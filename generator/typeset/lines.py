"""Line breaking on real widths with 避头尾 by pushing down (推出), as Word breaks; and what stretches a line to the edge."""

from collections.abc import Sequence, Set
from dataclasses import dataclass

from generator.typeset.measure import is_wide
from generator.typeset.styles import NO_LINE_END, NO_LINE_START


@dataclass(frozen=True)
class Line:
    """Characters `start` to `end` of a text; `last` where a paragraph or a forced break ends it."""

    start: int
    end: int
    last: bool


def may_break(text: str, place: int) -> bool:
    """Whether a line may end before the character at `place`: not inside numbers, words, —— and …… ."""
    before, after = text[place - 1], text[place]
    return _may_part(text, place) and (before in " -" or is_wide(before) or is_wide(after))


def _may_part(text: str, place: int) -> bool:
    """Whether the marks at `place` allow it (避头尾)."""
    return text[place] not in " " + NO_LINE_START and text[place - 1] not in NO_LINE_END


def break_lines(
    text: str,
    widths: Sequence[float],
    gaps: Sequence[float],
    rooms: tuple[float, float],
    forced: Set[int] = frozenset(),
) -> list[Line]:
    """The lines a text falls into: points of room in the first line and in the others, breaks forced at places.

    Every character has its width and the gap behind it, which counts only when another character follows.
    """
    lines: list[Line] = []
    start, width, room = 0, 0.0, rooms[0]
    place = 0
    while place < len(text):
        if place in forced and place > start:
            lines.append(Line(start, place, True))
            start, width, room = place, 0.0, rooms[1]
        width += widths[place]
        if width > room and text[place] != " " and place > start:
            end = _last_place(text, start, place)
            lines.append(Line(start, end, False))
            start, width, room, place = end, 0.0, rooms[1], end
            continue
        width += gaps[place]
        place += 1
    lines.append(Line(start, len(text), True))
    return lines


def _last_place(text: str, start: int, place: int) -> int:
    """The last place up to `place` where a line may end; a word longer than a line is cut, where marks allow it."""
    places = range(place, start, -1)
    rules = (may_break, _may_part)
    return next((end for rule in rules for end in places if rule(text, end)), place)
