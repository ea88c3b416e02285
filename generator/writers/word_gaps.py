"""Gaps as empty paragraphs of an exact height, and rules across the type area."""

from generator.typeset.composition import Gap, Rule
from generator.typeset.styles import AREA_WIDTH, LETTER_RULE_LEFT
from generator.writers.word_elements import element, twips
from generator.writers.word_styles import COLOURS, GAP

LEAST = 1.0
"""Points under which a gap is none: Word sets no lower line."""


def gap(room: Gap, turns_page: bool = False, section: str | None = None, frame: str | None = None) -> str:
    """The gap as a paragraph, its rule as the border below: the gap's lower edge is the rule's."""
    rule = room.rule
    height = room.height - (rule.height if rule else 0.0)
    properties = element(
        "pPr",
        element("pStyle", val=GAP),
        element("pageBreakBefore") if turns_page else None,
        frame,
        element("pBdr", border_below(rule, "thickThin")) if rule else None,
        element("spacing", line=twips(max(LEAST, height)), lineRule="exact"),
        _overhang(rule.width) if rule and rule.width > AREA_WIDTH else None,
        section,
    )
    return element("p", properties)


def is_none(room: Gap) -> bool:
    """Whether there is nothing to set."""
    return 0 <= room.height < LEAST and not room.rule


def border_below(rule: Rule, order: str) -> str:
    """A rule as a paragraph's border: a double one, its lines in this order, has a thin line and room of 0.75 pt."""
    kind = f"{order}SmallGap" if rule.thin else "single"
    return element("bottom", val=kind, sz=round(rule.thickness * 8), space=0, color=COLOURS[rule.colour])


def _overhang(width: float) -> str:
    return element("ind", left=-twips(LETTER_RULE_LEFT), right=-twips(width - AREA_WIDTH - LETTER_RULE_LEFT))
