"""Passages and runs as Word's paragraphs: the style by name, and on the paragraph only what differs from it."""

from collections.abc import Iterable

from generator.typeset.composition import Passage, Run
from generator.typeset.styles import CELL, FONTS, STYLES, Style
from generator.writers.word_elements import element, text, twips
from generator.writers.word_styles import HANGING, fonts, indents

EITHER_WIDTH = frozenset("“”‘’…—·")  # Word sets these in the Latin font and half as wide unless hinted


def paragraph(passage: Passage, turns_page: bool = False, section: str | None = None) -> str:
    """One w:p; `turns_page` starts it on a new page, `section` ends one with it."""
    style = STYLES[passage.style]
    properties = element(
        "pPr",
        element("pStyle", val=passage.style),
        element("keepNext") if passage.keep_with_next and not style.keep_with_next else None,
        element("keepLines") if passage.keep_together else None,
        element("pageBreakBefore") if turns_page else None,
        _own_indents(passage, style),
        element("outlineLvl", val=passage.outline) if passage.outline not in {None, style.outline} else None,
        section,
    )
    return element("p", properties, *runs(passage.runs, style))


def runs(stretches: Iterable[Run], style: Style) -> list[str]:
    """The w:r of every stretch of text."""
    return [_run(stretch, style) for stretch in stretches]


def _own_indents(passage: Passage, style: Style) -> str | None:
    if passage.left is not None:
        return _hanging(passage.style, passage.left, style.first)
    if passage.right is not None:
        return indents(right=passage.right)
    return indents(style.first) if passage.style in HANGING else None


def _hanging(style: str, left: float, first: float) -> str:
    """Left in twips alone: Word's character is 16 points wide and would take a character from every line.

    The hanging part is in characters too where the style's first-line characters would win over it.
    """
    inset = left - first
    over_style = {} if style in HANGING else {"hangingChars": round(inset * 100)}
    return element("ind", left=twips(left * CELL), **over_style, hanging=twips(inset * CELL))


def _run(run: Run, style: Style) -> str:
    return element(
        "r",
        _run_properties(run, style),
        element("br") if run.breaks else None,
        text("t", run.text) if run.text else None,
    )


def _run_properties(run: Run, style: Style) -> str | None:
    hint = {"hint": "eastAsia"} if EITHER_WIDTH.intersection(run.text) else {}
    role = run.font if run.font in FONTS and run.font != style.font else ""
    parts = [
        element("rStyle", val=role) if role else None,
        _run_font(run.font, hint),
        element("spacing", val=twips(style.gap + run.gap)) if run.gap else None,
    ]
    return element("rPr", *parts) if any(part is not None for part in parts) else None


def _run_font(font: str, hint: dict[str, str]) -> str | None:
    """The font of a run that is no role is a font's own name: what a rare character is set in."""
    if font and font not in FONTS:
        return fonts(font, **hint)
    return element("rFonts", **hint) if hint else None
