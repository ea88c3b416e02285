"""Passages and runs as Word's paragraphs: the style by name, and on the paragraph only what differs from it."""

from collections.abc import Iterable
from dataclasses import fields
from functools import lru_cache
from operator import attrgetter
from typing import Any

from generator.typeset.composition import Passage, Run
from generator.typeset.rare import lent
from generator.typeset.stops import has_stops
from generator.typeset.styles import AREA_WIDTH, CELL, CELLS, FONTS, MARK_PITCH, STYLES, Style
from generator.writers.word_elements import element, text, twips
from generator.writers.word_styles import CONTINUED, HANGING, fonts, indents, sizes, spacing

FULL_CELL = AREA_WIDTH / CELLS
EITHER_WIDTH = frozenset("“”‘’…—·")  # Word sets these in the Latin font and half as wide unless hinted


def paragraph(
    passage: Passage,
    turns_page: bool = False,
    section: str | None = None,
    frame: str | None = None,
    align: str | None = None,
) -> str:
    """One w:p; `turns_page` starts it on a new page, `section` ends one with it, `frame` takes it out of the flow."""
    style = STYLES[passage.style]
    stops = passage.runs if has_stops(passage.runs) else ()
    properties = _properties(_shape(passage), stops, turns_page, (section, frame, align))
    return element("p", properties, *runs(passage.runs, style, passage.size))


_shape = attrgetter(*(one.name for one in fields(Passage) if one.name != "runs"))


@lru_cache(maxsize=512)
def _properties(
    shape: tuple[Any, ...], stops: tuple[Run, ...], turns_page: bool, around: tuple[str | None, str | None, str | None]
) -> str:
    """The w:pPr of all paragraphs that differ in nothing but their text."""
    (name, *rest), (section, frame, align) = shape, around
    passage, style = Passage(name, stops, *rest), STYLES[name]
    return element(
        "pPr",
        element("pStyle", val=CONTINUED if passage.continued else passage.style),
        element("keepNext") if passage.keep_with_next and not style.keep_with_next else None,
        element("keepLines") if passage.keep_together else None,
        element("pageBreakBefore") if turns_page else None,
        frame,
        _tabs(passage, style),
        _own_spacing(passage),
        _own_indents(passage, style),
        _alignment(passage, "distribute" if passage.goes_on else align),
        element("outlineLvl", val=passage.outline) if passage.outline not in {None, style.outline} else None,
        element("rPr", element(passage.change)) if passage.change else None,
        section,
    )


def runs(stretches: Iterable[Run], style: Style, size: float | None = None) -> list[str]:
    """The w:r of every stretch of text; `size` where it is not the style's."""
    return [_run(stretch, style, size, index > 0) for index, stretch in enumerate(lent(stretches))]


def _tabs(passage: Passage, style: Style) -> str | None:
    """A stop for every run after the first that starts at a place or ends at the right edge."""
    right = style.right if passage.right is None else passage.right
    stops = [("left", run.at * FULL_CELL) for run in passage.runs[1:] if run.at is not None]
    stops += [("right", AREA_WIDTH - right * CELL) for run in passage.runs[1:] if run.flush]
    return element("tabs", *(element("tab", val=kind, pos=twips(place)) for kind, place in stops)) if stops else None


def _own_spacing(passage: Passage) -> str | None:
    pitch = passage.size * MARK_PITCH if passage.size else passage.pitch
    return spacing(pitch) if pitch else None


def _own_indents(passage: Passage, style: Style) -> str | None:
    start = passage.runs[0].at if passage.runs else None
    if start is not None:
        return element("ind", firstLineChars=0, firstLine=twips(start * FULL_CELL))
    if passage.left is not None:
        return _hanging(passage.style, passage.left, style)
    if passage.right is not None:
        return indents(right=passage.right)
    return indents(style.first) if passage.style in HANGING else None


def _alignment(passage: Passage, align: str | None) -> str | None:
    """That asked for; a passage whose first run is flush stands at the right."""
    own = "right" if passage.runs and passage.runs[0].flush else align
    return element("jc", val=own) if own else None


def _hanging(name: str, left: float, style: Style) -> str:
    """Left in twips alone: Word's character is 16 points wide and would take a character from every line.

    The hanging part is in characters too where the style's first-line characters would win over it.
    """
    inset = left - style.first
    over_style = {} if name in HANGING else {"hangingChars": round(inset * 100)}
    return element("ind", left=twips(left * CELL), **over_style, hanging=twips(inset * CELL))


def _run(run: Run, style: Style, size: float | None, follows: bool) -> str:
    written = element(
        "r",
        _run_properties(run, style, size),
        element("br") if run.breaks else None,
        element("tab") if follows and (run.flush or run.at is not None) else None,
        text("delText" if run.change == "del" else "t", run.text) if run.text else None,
    )
    return element(run.change, written) if run.change else written


def _run_properties(run: Run, style: Style, size: float | None) -> str | None:
    hint = {"hint": "eastAsia"} if EITHER_WIDTH.intersection(run.text) else {}
    role = run.font if run.font in FONTS and run.font != style.font else ""
    parts = [
        element("rStyle", val=role) if role else None,
        _run_font(run.font, hint),
        element("spacing", val=twips(style.gap + run.gap)) if run.gap else None,
        *(sizes(size) if size else ()),
    ]
    return element("rPr", *parts) if any(part is not None for part in parts) else None


def _run_font(font: str, hint: dict[str, str]) -> str | None:
    """The font of a run that is no role is a font's own name: what a rare character is set in."""
    if font and font not in FONTS:
        return fonts(font, **hint)
    return element("rFonts", **hint) if hint else None
