"""Text as it is set: its lines broken on the widths of its fonts, justified ones stretched to the right edge."""

from dataclasses import dataclass
from functools import lru_cache
from html import escape
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from generator.problems import PlanError
from generator.typeset.composition import Run
from generator.typeset.fonts import Face, Fonts, advances
from generator.typeset.glyphs import no_glyph
from generator.typeset.lines import break_lines
from generator.typeset.scripts import gaps_of
from generator.typeset.stops import has_stops, stopped
from generator.typeset.styles import CELL, Style
from generator.typeset.stylesheet import FULL_CELL, face_class, gap_of

TOLERANCE = 0.25
"""Points a line may end beside the right edge before it is stretched."""


class Matter(NamedTuple):
    """Characters as they are set: the face and the width of each, and the gap behind it beyond its style's."""

    text: str
    faces: list[Face]
    widths: list[float]
    gaps: list[float]

    def cut(self, start: int, end: int) -> "Matter":
        """The characters of one line, without the spaces at its end."""
        end = start + len(self.text[start:end].rstrip(" "))
        return Matter(self.text[start:end], self.faces[start:end], self.widths[start:end], self.gaps[start:end])


@dataclass(frozen=True)
class Measure:
    """The room for lines in points, and the indents from the left in cells of the first line and of the others.

    `goes_on`: the last line is stretched like the others.
    """

    room: float
    first: float = 0.0
    rest: float = 0.0
    goes_on: bool = False


class Stretch(NamedTuple):
    """Characters of one face with one gap behind each, in points.

    `lent`: the face is not that of its style; `spread`: the gap is not.
    """

    text: str
    face: Face
    gap: float
    lent: bool
    spread: bool

    @property
    def plain(self) -> bool:
        """Whether it is set like the rest of its passage."""
        return not (self.lent or self.spread)


class SetLine(NamedTuple):
    """A line of print: its stretches, and where it starts beyond its indent, in points (tab stops)."""

    stretches: tuple[Stretch, ...]
    start: float = 0.0


def set_text(runs: tuple[Run, ...], style: Style, measure: Measure, fonts: Fonts) -> str:
    """The text of a passage as HTML, one line of it a line of print."""
    return "\n".join(map(_markup, set_lines(runs, style, measure, fonts)))


@lru_cache(maxsize=2000)
def set_lines(runs: tuple[Run, ...], style: Style, measure: Measure, fonts: Fonts) -> tuple[SetLine, ...]:
    """The lines of print a passage falls into; kept for when it is printed again."""
    if has_stops(runs):
        return (_set_stops(runs, style, measure, fonts),)
    matter, gaps = _matter(runs, style, fonts), gaps_of(runs, style.gap)
    rooms = measure.room - measure.first * CELL, measure.room - measure.rest * CELL
    lines = []
    for index, line in enumerate(break_lines(matter.text, matter.widths, gaps, rooms, _forced(runs))):
        indent = measure.rest if index else measure.first
        stretched = style.align == "justify" and (measure.goes_on or not line.last)
        room = measure.room - indent * FULL_CELL if stretched else None
        lines.append(_set_line(matter.cut(line.start, line.end), style, room, fonts))
    return tuple(lines)


def _set_stops(runs: tuple[Run, ...], style: Style, measure: Measure, fonts: Fonts) -> SetLine:
    """The one line of a passage with tab stops."""

    def width(run: Run) -> float:
        return sum(width + gap_of(style) + run.gap for width in _matter((run,), style, fonts).widths)

    first = measure.first * FULL_CELL
    indent, placed = stopped(runs, first, measure.room, FULL_CELL, width)
    line = _set_line(_matter(placed, style, fonts), style, None, fonts)
    return line._replace(start=max(indent - first, 0.0))


def _matter(runs: tuple[Run, ...], style: Style, fonts: Fonts) -> Matter:
    matter = Matter("".join(run.text for run in runs), [], [], [])
    for run in runs:
        faces = _faces(run.text, run.font or style.font, fonts)
        matter.faces.extend(faces)
        for face, group in groupby(zip(faces, run.text, strict=True), itemgetter(0)):
            widths = advances(face)
            matter.widths.extend([widths[ord(one)] * style.size for _, one in group])
        matter.gaps.extend([run.gap] * len(run.text))
    return matter


def _faces(text: str, role: str, fonts: Fonts) -> list[Face]:
    """The face of every character: its role's own where that has all of them."""
    if fonts.has_all(text, role):
        return [fonts.chains[role][0]] * len(text)
    return [_face(character, role, fonts) for character in text]


def _face(character: str, role: str, fonts: Fonts) -> Face:
    face = fonts.serving(character, role)
    if face is None:
        raise PlanError(no_glyph(character, role))
    return face


def _forced(runs: tuple[Run, ...]) -> set[int]:
    """The places before which a new line starts."""
    starts = [sum(len(run.text) for run in runs[:index]) for index in range(len(runs))]
    return {start for start, run in zip(starts, runs, strict=True) if run.breaks}


def _set_line(matter: Matter, style: Style, room: float | None, fonts: Fonts) -> SetLine:
    own, own_gap = fonts.chains[style.font][0], gap_of(style)
    more = 0.0 if room is None else _stretch(matter, own_gap, room)
    found, place = [], 0
    for (face, extra), alike in groupby(zip(matter.faces, matter.gaps, strict=True)):
        start, place = place, place + sum(1 for _ in alike)
        gap = own_gap + (extra + more)
        found.append(Stretch(matter.text[start:place], face, gap, face != own, bool(extra + more)))
    return SetLine(tuple(found))


def _stretch(matter: Matter, gap: float, room: float) -> float:
    """What each gap of a line takes beyond its own so that the line ends at the edge."""
    short = room - sum(width + gap + extra for width, extra in zip(matter.widths, matter.gaps, strict=True)) + gap
    return short / (len(matter.text) - 1) if abs(short) > TOLERANCE and len(matter.text) > 1 else 0.0


def _markup(line: SetLine) -> str:
    text = "".join(map(_span, line.stretches))
    return f'<span style="margin-left:{line.start:.3f}pt">{text}</span>' if line.start else text


def _span(stretch: Stretch) -> str:
    attributes = f' class="{face_class(stretch.face)}"' if stretch.lent else ""
    attributes += f' style="letter-spacing:{stretch.gap:.4f}pt"' if stretch.spread else ""
    return f"<span{attributes}>{escape(stretch.text)}</span>" if attributes else escape(stretch.text)
