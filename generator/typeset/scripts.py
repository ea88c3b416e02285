"""Chinese and Latin stretches of a text: where one gives way to the other the letter gap is not taken back.

Word takes the gap after every character, LibreOffice not after the last of a stretch; in fonts whose digits are half
as wide as a Chinese character both break alike, so the narrower room is the one that is right in both.
"""

import re
from collections.abc import Sequence
from itertools import zip_longest

from generator.typeset.composition import Run
from generator.typeset.rare import lent

_FROM_CHINESE, _TO_LATIN = "\u2e80", "\u0590"
"""From the one on Unicode's blocks are Chinese, full-width forms among them; up to the other Latin, Greek, Cyrillic."""

_LATIN = re.compile(f"[^ {_TO_LATIN}-\U0010ffff]")


def gaps_of(runs: Sequence[Run], own: float) -> list[float]:
    """What the gap behind each character adds to its line, where a style has a gap of its own."""
    looks = [(run.font, run.gap) for run in lent(runs) for _ in run.text]
    parts = list(zip(stretches("".join(run.text for run in runs)), looks, strict=True))
    ends = [part != following for part, following in zip_longest(parts, parts[1:])]
    return [max(own + gap, 0.0) if end else own + gap for end, (_, gap) in zip(ends, looks, strict=True)]


def stretches(text: str) -> list[bool]:
    """Of every character whether it is set as Latin; marks of both scripts (“—…） go with what stands before them."""
    if not _LATIN.search(text):
        return [False] * len(text)
    kinds = [_is_latin(character) for character in text]
    found = [next((kind for kind in kinds if kind is not None), False)]
    for kind in kinds:
        found.append(found[-1] if kind is None else kind)
    return found[1:]


def _is_latin(character: str) -> bool | None:
    if character >= _FROM_CHINESE:
        return False
    return True if character < _TO_LATIN and character != " " else None
