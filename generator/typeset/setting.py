"""Text as it is set: its lines broken on the widths of its fonts, justified ones stretched to the right edge."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from itertools import groupby
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


class Glyph(NamedTuple):
    """A character as it is set: its face, its width, the gap behind it beyond its style's."""

    character: str
    face: Face
    width: float
    gap: float


@dataclass(frozen=True)
class Measure:
    """The room for lines in points, and the indents from the left in cells of the first line and of the others.

    `goes_on`: the last line is stretched like the others.
    """

    room: float
    first: float = 0.0
    rest: float = 0.0
    goes_on: bool = False


def set_text(runs: tuple[Run, ...], style: Style, measure: Measure, fonts: Fonts) -> str:
    """The text of a passage as HTML, one line of it a line of print."""
    if has_stops(runs):
        return _set_stops(runs, style, measure, fonts)
    glyphs = [glyph for run in runs for glyph in _glyphs(run, style, fonts)]
    text = "".join(glyph.character for glyph in glyphs)
    widths, gaps = [glyph.width for glyph in glyphs], gaps_of(runs, style.gap)
    rooms = [measure.room - indent * CELL for indent in (measure.first, measure.rest)]
    lines = []
    for index, line in enumerate(break_lines(text, widths, gaps, (rooms[0], rooms[1]), _forced(runs))):
        indent = measure.rest if index else measure.first
        stretched = style.align == "justify" and (measure.goes_on or not line.last)
        room = measure.room - indent * FULL_CELL if stretched else None
        lines.append(_set_line(_trimmed(glyphs[line.start : line.end]), style, room, fonts))
    return "\n".join(lines)


def _set_stops(runs: tuple[Run, ...], style: Style, measure: Measure, fonts: Fonts) -> str:
    """The one line of a passage with tab stops."""

    def width(run: Run) -> float:
        return sum(glyph.width + gap_of(style) + glyph.gap for glyph in _glyphs(run, style, fonts))

    first = measure.first * FULL_CELL
    indent, placed = stopped(runs, first, measure.room, FULL_CELL, width)
    line = _set_line([glyph for run in placed for glyph in _glyphs(run, style, fonts)], style, None, fonts)
    return f'<span style="margin-left:{indent - first:.3f}pt">{line}</span>' if indent > first else line


def _glyphs(run: Run, style: Style, fonts: Fonts) -> Iterator[Glyph]:
    role = run.font or style.font
    if fonts.has_all(run.text, role):
        own = fonts.chains[role][0]
        widths = advances(own)
        yield from [Glyph(one, own, widths[ord(one)] * style.size, run.gap) for one in run.text]
        return
    for character in run.text:
        face = fonts.serving(character, role)
        if face is None:
            raise PlanError(no_glyph(character, role))
        yield Glyph(character, face, advances(face)[ord(character)] * style.size, run.gap)


def _forced(runs: tuple[Run, ...]) -> set[int]:
    """The places before which a new line starts."""
    starts = [sum(len(run.text) for run in runs[:index]) for index in range(len(runs))]
    return {start for start, run in zip(starts, runs, strict=True) if run.breaks}


def _trimmed(glyphs: list[Glyph]) -> list[Glyph]:
    """A line without the spaces at its end."""
    while glyphs and glyphs[-1].character == " ":
        glyphs = glyphs[:-1]
    return glyphs


def _set_line(glyphs: list[Glyph], style: Style, room: float | None, fonts: Fonts) -> str:
    own, gap = fonts.chains[style.font][0], gap_of(style)
    more = 0.0 if room is None else _stretch(glyphs, gap, room)
    stretches = groupby(glyphs, lambda glyph: (glyph.face, glyph.gap + more))
    return "".join(
        _span("".join(glyph.character for glyph in group), face if face != own else None, gap, extra)
        for (face, extra), group in stretches
    )


def _stretch(glyphs: list[Glyph], gap: float, room: float) -> float:
    """What each gap of a line takes beyond its own so that the line ends at the edge."""
    short = room - sum(glyph.width + gap + glyph.gap for glyph in glyphs) + gap
    return short / (len(glyphs) - 1) if abs(short) > TOLERANCE and len(glyphs) > 1 else 0.0


def _span(text: str, face: Face | None, gap: float, extra: float) -> str:
    attributes = f' class="{face_class(face)}"' if face else ""
    attributes += f' style="letter-spacing:{gap + extra:.4f}pt"' if extra else ""
    return f"<span{attributes}>{escape(text)}</span>" if attributes else escape(text)
