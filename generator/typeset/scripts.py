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

_OF_BOTH, _LAST_LATIN = f"{_TO_LATIN}-{chr(ord(_FROM_CHINESE) - 1)}", chr(ord(_TO_LATIN) - 1)
_STRETCH = re.compile(f"(?:\\A[ {_OF_BOTH}]+)?[\0-\x1f!-{_LAST_LATIN}][\0-{_OF_BOTH[-1]}]*")
"""Latin and what follows it up to something Chinese; marks of both scripts before it only where nothing else is."""


def gaps_of(runs: Sequence[Run], own: float) -> list[float]:
    """What the gap behind each character adds to its line, where a style has a gap of its own."""
    parts = [run for run in lent(runs) if run.text]
    gaps, ends = list[float](), list[int]()
    for part, following in zip_longest(parts, parts[1:]):
        gaps += [own + part.gap] * len(part.text)
        if not following or (part.font, part.gap) != (following.font, following.gap):
            ends.append(len(gaps) - 1)
    for start, end in stretches("".join([part.text for part in parts])):
        ends += [start - 1, end - 1] if start else [end - 1]
    for end in ends:
        gaps[end] = max(gaps[end], 0.0)
    return gaps


def stretches(text: str) -> list[tuple[int, int]]:
    """Where what is set as Latin begins and ends; marks of both scripts (“—…） go with what stands before them."""
    return [found.span() for found in _STRETCH.finditer(text)]
