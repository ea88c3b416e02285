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


_NEVER_FIRST, _NEVER_LAST = frozenset(" " + NO_LINE_START), frozenset(NO_LINE_END)


def may_break(text: str, place: int) -> bool:
    """Whether a line may end before the character at `place`: not inside numbers, words, —— and …… ."""
    before, after = text[place - 1], text[place]
    return _may_part(text, place) and (before in " -" or is_wide(before) or is_wide(after))


def _may_part(text: str, place: int) -> bool:
    """Whether the marks at `place` allow it (避头尾)."""
    return text[place] not in _NEVER_FIRST and text[place - 1] not in _NEVER_LAST


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
    lines, start, room = list[Line](), 0, rooms[0]
    stops = sorted(place for place in forced if 0 < place < len(text))
    while True:
        stop = next((place for place in stops if place > start), len(text))
        place = _too_far(text, start, stop, (widths, gaps), room)
        if place == len(text):
            return [*lines, Line(start, place, True)]
        end = place if place == stop else _last_place(text, start, place)
        lines.append(Line(start, end, place == stop))
        start, room = end, rooms[1]


def _too_far(text: str, start: int, stop: int, measures: tuple[Sequence[float], Sequence[float]], room: float) -> int:
    """The first place whose character a line from `start` on has no room for; `stop` where it has room for all before it.

    A space at its end may stand out.
    """
    width = 0.0
    widths, gaps = measures
    for place in range(start, stop):
        width += widths[place]
        if width > room and place > start and text[place] != " ":
            return place
        width += gaps[place]
    return stop


def _last_place(text: str, start: int, place: int) -> int:
    """The last place up to `place` where a line may end; a word longer than a line is cut, where marks allow it."""
    places = range(place, start, -1)
    rules = (may_break, _may_part)
    return next((end for rule in rules for end in places if rule(text, end)), place)
