"""Headings on the pages of a PDF, told by a font that differs from the text's and has no more than a line."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from generator.readers.originals.pdf_areas import SAME_SIZE, Area
from generator.sheets.page import Line

Paragraph = tuple[Line, ...]
_DEEPEST = 2
_LONGEST = 45
_NO_END = "。；;，,、"
_SHOWN = 2
_CLOSED = "。；;"
_LABELLED = re.compile(r"\d{1,2}[.．、]|[（(]\d{1,2}[）)]|[①-⑳]")
_ROLE = re.compile(r"\S{1,8}[：:]")


def levels_of(paragraphs: Sequence[Paragraph], areas: dict[int, Area]) -> list[int]:
    """For each paragraph its level as a heading, from 1; 0 where it is text."""
    usual = _usual_font(paragraphs, areas)
    ranks: dict[tuple[str, float], int] = {}
    levels = []
    for index, paragraph in enumerate(paragraphs):
        following = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        is_heading = _differs(paragraph, usual, areas) and not _names_a_group(following)
        font = (paragraph[0].font, paragraph[0].size)
        level = ranks.setdefault(font, len(ranks) + 1) if is_heading else 0
        levels.append(level if level <= _DEEPEST else 0)
    return levels


def is_text(paragraphs: Sequence[Paragraph], levels: Sequence[int]) -> list[bool]:
    """For each paragraph whether it is surely an item and no heading: labelled, closed, in a file whose headings show."""
    shown = sum(map(bool, levels)) >= _SHOWN
    return [
        shown and not level and paragraph[-1].text[-1] in _CLOSED and bool(_LABELLED.match(paragraph[0].text))
        for paragraph, level in zip(paragraphs, levels, strict=True)
    ]


def _usual_font(paragraphs: Sequence[Paragraph], areas: dict[int, Area]) -> str:
    """The font of most of the text of the usual size."""
    fonts = Counter(_fonts(paragraphs, areas))
    return max(fonts, key=lambda font: fonts[font], default="")


def _fonts(paragraphs: Sequence[Paragraph], areas: dict[int, Area]) -> Iterator[str]:
    for paragraph in paragraphs:
        for line in paragraph:
            if abs(line.size - areas[line.page].size) < SAME_SIZE:
                yield from (character.font for character in line.visible)


def _differs(paragraph: Paragraph, usual: str, areas: dict[int, Area]) -> bool:
    """Whether a short paragraph stands in another font than the text, in its size or a little larger, not centred."""
    first = paragraph[0]
    area = areas[first.page]
    text = "".join(line.text for line in paragraph)
    fonts = Counter(character.font for line in paragraph for character in line.visible)
    alike = abs(first.size - area.size) < SAME_SIZE or area.size < first.size < 1.3 * area.size
    indented = first.left - area.left < 3 * area.size
    short = len(text) <= _LONGEST and text[-1] not in _NO_END and len(paragraph) <= 2  # noqa: PLR2004 - lines
    return short and alike and indented and not first.red and fonts[usual] == 0


def _names_a_group(following: Paragraph | None) -> bool:
    """Whether a list of people stands below, which the line above it names."""
    return following is not None and bool(_ROLE.match(following[0].text))
