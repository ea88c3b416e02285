"""Text to paragraphs (自然段), parted by blank lines or by the full-width spaces people indent with."""

import re

from generator.model import Paragraph
from generator.readers.folding import join_lines
from generator.readers.reading import Spot


def read_paragraphs(spot: Spot) -> tuple[Paragraph, ...]:
    """The paragraphs of the text at this place."""
    if not isinstance(spot.value, str):
        spot.lines()
        return ()
    texts = (join_lines([line.strip() for line in part.split("\n")]) for part in _parts(spot.value))
    return tuple(Paragraph(text=text, at=(*spot.place, n)) for n, text in enumerate(filter(None, texts)))


def _parts(text: str) -> list[str]:
    return re.split(r"\n[^\S\n]*\n|\n(?=\u3000)", text)
