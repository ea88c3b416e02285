"""The end of a printed text, where spacing may keep it with its signature (落款): closer lines, other letter gaps (7.3.5.5)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from generator.sheets.page import Line
from generator.typeset.styles import AREA_HEIGHT, BODY_SIZE, LINE_PITCH
from generator.verify.areas import AREA_BOTTOM, AREA_RIGHT
from generator.verify.paragraphs import Paragraph
from generator.verify.signs import ANNEX_LABEL, NO_END, NO_START, is_chinese, is_date

DENSEST, USUAL, WIDEST = 24.45, 28.5, 29.75
"""Points from line to line: the least on the page of a signature, the least elsewhere, the most."""
NARROW, NORMAL, WIDE = 15.1, (15.5, 16.1), 16.5
"""Points from one character to the next: the least in a narrowed paragraph, in any other, the most in a widened one."""
SPACED = 3
"""Paragraphs whose letter gaps may differ, at most."""
SAME = 0.4
"""Points; less than any two sizes differ."""
ROOM = 3
"""Lines that may be left below a signature on a page that is full: a seal's and one more."""


@dataclass(frozen=True)
class Closing:
    """The lines from `start` to the end of the page of the signature, which are closer to each other than elsewhere."""

    start: tuple[int, float]
    page: int
    pitch: float

    def holds(self, line: Line) -> bool:
        """Whether a line is one of them."""
        return self.start <= (line.page, line.baseline) and line.page <= self.page


def signed_page(body: Sequence[Line]) -> int:
    """The page of the last date at the right before the annexes; 0 where there is none."""
    end = next((line.page for line in body if ANNEX_LABEL.match(line.text)), body[-1].page if body else 0)
    dates = (line for line in body if is_date(line.text) and line.right > AREA_RIGHT - 7 * BODY_SIZE)
    return max((line.page for line in dates if line.page <= end), default=0)


def closing_of(body: Sequence[Line], paragraphs: Iterable[Paragraph], size: float) -> Closing | None:
    """The closing of a text whose last page is full and would be too full in usual lines; None where nothing is closer."""
    page = signed_page(body)
    lines = [line for line in body if line.page == page]
    pitch = pitch_of(steps_of(lines, size))
    if not DENSEST <= pitch < USUAL or not _is_full(lines, pitch):
        return None
    crossing = (each.first for each in paragraphs if each.first.page < page == each.last.page)
    first = next(crossing, lines[0])
    return Closing((first.page, first.baseline), page, pitch)


def _is_full(lines: list[Line], pitch: float) -> bool:
    rows = (lines[-1].baseline - lines[0].baseline) / pitch + 1
    return rows * LINE_PITCH > AREA_HEIGHT - ROOM * LINE_PITCH or lines[-1].bottom > AREA_BOTTOM - ROOM * pitch


def steps_of(lines: Iterable[Line], size: float) -> list[float]:
    """From each baseline of the body's size to the next on its page, blank lines left out."""
    return [
        other.baseline - one.baseline
        for one, other in pairwise(lines)
        if one.page == other.page
        and max(abs(one.size - size), abs(other.size - size)) < SAME
        and other.baseline - one.baseline < 2.2 * size
    ]


def pitch_of(steps: list[float]) -> float:
    """What most steps are; 0 where there is none."""
    if not steps:
        return 0.0
    usual = Counter(round(step, 1) for step in steps).most_common(1)[0][0]
    return round(median(step for step in steps if abs(step - usual) < 0.3), 2)  # noqa: PLR2004 - points


def spaced_lines(paragraphs: Iterable[Paragraph], page: int, size: float) -> tuple[Line, ...]:
    """The lines of the few paragraphs before a signature that other letter gaps make longer or shorter by a line."""
    pitches = [
        (each, character_pitch_of(each.lines, size)) for each in paragraphs if abs(each.first.size - size) < SAME
    ]
    odd = [(each, pitch) for each, pitch in pitches if pitch and not NORMAL[0] <= pitch <= NORMAL[1]]
    near = all(page - 1 <= each.last.page <= page and NARROW <= pitch <= WIDE for each, pitch in odd)
    return tuple(line for each, _ in odd for line in each.lines) if near and len(odd) <= SPACED else ()


def character_pitch_of(lines: Iterable[Line], size: float) -> float:
    """From one Chinese character to the next, in most places; 0 where no two stand side by side."""
    steps = Counter(
        round(other.left - one.left, 2)
        for line in lines
        for one, other in pairwise(line.visible)
        if is_chinese(one.text)
        and is_chinese(other.text)
        and one.text not in NO_START | NO_END
        and other.text not in NO_END
    )
    usual = {step: count for step, count in steps.items() if 0.8 < step / size < 1.4}  # noqa: PLR2004 - neighbours
    return max(usual, key=lambda step: usual[step], default=0.0)
