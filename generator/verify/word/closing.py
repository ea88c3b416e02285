"""The end of a DOCX's text, where spacing may keep it with its signature (落款): closer lines, other letter gaps (7.3.5.5)."""

from math import ceil

from generator.typeset.styles import AREA_HEIGHT, BODY_SIZE, CELL, CELLS, LETTER_GAP, LINE_PITCH
from generator.verify.closing import DENSEST, ROOM, SPACED, USUAL
from generator.verify.manuscript import Manuscript, Paragraph, Run
from generator.verify.signs import width_of

NARROWED, WIDENED = LETTER_GAP - 0.56, LETTER_GAP + 0.31
"""Letter gaps of a paragraph that is a line longer or shorter for its signature's sake, at least and at most."""
PARTED = "distribute"
"""How a paragraph is aligned that goes on in the next: its last line is full."""


def last_page(manuscript: Manuscript) -> list[Paragraph]:
    """What can stand on the page of the date, up to the date; the paragraph that begins on the page before as well."""
    found, height = list[Paragraph](), 0.0
    for each in reversed([one for one in manuscript.paragraphs if _is_before_date(manuscript, one)]):
        if each.in_table or height > AREA_HEIGHT + ROOM * LINE_PITCH:
            break
        found.insert(0, each)
        height += _lines(each) * (each.pitch or LINE_PITCH)
        if each.new_page:
            break
    return found


def _is_before_date(manuscript: Manuscript, paragraph: Paragraph) -> bool:
    return manuscript.date is not None and paragraph.number <= manuscript.date.number


def _lines(each: Paragraph) -> int:
    return max(1, ceil((width_of(each.text) + each.first) / max(1, CELLS - each.left - each.right)))


def closer(manuscript: Manuscript) -> list[Paragraph]:
    """The paragraphs up to the date that are set closer than elsewhere, all alike, where only so they fit their page."""
    found, page = list[Paragraph](), last_page(manuscript)
    pitch = page[-1].pitch if page else 0.0
    if not DENSEST <= pitch < USUAL:
        return []
    for each in reversed(page):
        if each.text and each.pitch != pitch:
            break
        found.insert(0, each)
    return found if sum(map(_lines, page)) > AREA_HEIGHT / LINE_PITCH - ROOM else []


def spaced(manuscript: Manuscript) -> list[Paragraph]:
    """The few paragraphs of the last page's text with other letter gaps than the text has elsewhere."""
    found = [each for each in manuscript.body if any(map(_is_spaced, each.runs))]
    page = last_page(manuscript)
    return found if len(found) <= SPACED and all(each in page for each in found) else []


def _is_spaced(run: Run) -> bool:
    gap = run.size + run.gap - BODY_SIZE
    return abs(run.size + run.gap - CELL) > 0.01 and NARROWED <= gap <= WIDENED  # noqa: PLR2004 - rounding


def goes_on(manuscript: Manuscript, paragraph: Paragraph) -> bool:
    """Whether a paragraph goes on with the one before, whose last line is full, on the page of the signature."""
    before = manuscript.before(paragraph)
    return before is not None and before.align == PARTED and paragraph in last_page(manuscript)
