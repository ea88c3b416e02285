"""How wide text is before any font is known: Chinese characters and marks a full cell, the rest half."""

import unicodedata
from functools import cache

from generator.typeset.styles import BODY_SIZE, CELL, LETTER_GAP


@cache
def is_wide(character: str) -> bool:
    """Whether a character is as wide as a Chinese one in a Chinese font."""
    return unicodedata.east_asian_width(character) in "WFA"


def ems(text: str) -> float:
    """The width of text in multiples of its size."""
    return sum(map(_em, text))


@cache
def _em(character: str) -> float:
    return 1.0 if is_wide(character) else 0.5


def cells(text: str) -> float:
    """The width of body text in cells (字)."""
    return (ems(text) * BODY_SIZE + len(text) * LETTER_GAP) / CELL
