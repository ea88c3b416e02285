"""The areas of a printed page: type area, header, footer; lengths and places in words."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.sheets.page import Line, Page, Rule, is_red
from generator.typeset.styles import AREA_HEIGHT, AREA_WIDTH, BODY_SIZE, LEFT, MILLIMETRE, TOP
from generator.verify.clauses import Place

AREA_RIGHT, AREA_BOTTOM = LEFT + AREA_WIDTH, TOP + AREA_HEIGHT
CENTRE = LEFT + AREA_WIDTH / 2
HEAD_ROOM, FOOT_ROOM = 20 * MILLIMETRE, AREA_BOTTOM + 2 * MILLIMETRE
SPACED = 1.6
"""So many line pitches from line to line leave a blank line between."""


def millimetres(points: float) -> float:
    """Points in millimetres, to two places."""
    return round(points / MILLIMETRE, 2)


def places(lines: Iterable[Line], last: bool = False) -> tuple[Place, ...]:
    """Where lines stand, each by its page and its first (or last) characters."""
    return tuple(Place(line.text[-12:] if last else line.text[:12], line.page) for line in lines)


@dataclass(frozen=True)
class Sheet:
    """An upright page with header, type area and footer held apart."""

    page: Page
    head: tuple[Line, ...]
    body: tuple[Line, ...]
    foot: tuple[Line, ...]


def sheet_of(page: Page) -> Sheet:
    """An upright page taken apart; what stands lower than the type area is its footer."""
    foot = tuple(line for line in page.lines if (line.top + line.bottom) / 2 > FOOT_ROOM and _at_foot(line))
    head = tuple(line for line in page.lines if (line.top + line.bottom) / 2 < HEAD_ROOM)
    return Sheet(page, head, tuple(line for line in page.lines if line not in foot and line not in head), foot)


def _at_foot(line: Line) -> bool:
    return line.size < BODY_SIZE - 0.5 or (len(line.text) <= 12 and any(sign.isdigit() for sign in line.text))  # noqa: PLR2004 - — 100 — and some room


def red_of(rules: Iterable[Rule]) -> list[Rule]:
    """The lying rules that are red and no underlining."""
    return [rule for rule in rules if rule.lying and rule.width > 100 and is_red(rule.colour)]  # noqa: PLR2004 - points
