"""Two texts compared word by word: which stretches both have, which only one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

SAME, DELETED, INSERTED = "", "del", "ins"
"""What became of a stretch of text; the names are Word's."""

_TOKEN = re.compile(r"[A-Za-z]+|[\d.,]*\d[%％]?|.", re.DOTALL)
_LEAST = 2
"""Characters both texts must have in a row for the stretch to count as unchanged between two changes."""


@dataclass(frozen=True)
class Stretch:
    """Part of two texts: its change, and where it stands in the old and in the new."""

    change: str
    old: tuple[int, int]
    new: tuple[int, int]

    def text(self, old: str, new: str) -> str:
        """Its words."""
        return old[slice(*self.old)] if self.change == DELETED else new[slice(*self.new)]


def stretches(old: str, new: str) -> list[Stretch]:
    """The stretches in order, what is deleted before what stands in its place."""
    before, after = _starts(old), _starts(new)
    matcher = SequenceMatcher(None, _tokens(old), _tokens(new), autojunk=False)
    found = [(name, before[i1], before[i2], after[j1], after[j2]) for name, i1, i2, j1, j2 in matcher.get_opcodes()]
    return [stretch for change in _joined(found) for stretch in _parts(*change)]


def similarity(old: str, new: str) -> float:
    """How much two texts have in common, from 0 to 1."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= ALIKE else 0.0


ALIKE = 0.5
"""Texts that have so much in common are one text that was changed."""


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(text)


def _starts(text: str) -> list[int]:
    """The offset of every token, and the end."""
    return [*(found.start() for found in _TOKEN.finditer(text)), len(text)]


Change = tuple[bool, int, int, int, int]


def _joined(found: Sequence[tuple[str, int, int, int, int]]) -> Iterator[Change]:
    """Changes parted by less than a word are one: nobody reads single letters."""
    waiting: Change | None = None
    for number, (name, i1, i2, j1, j2) in enumerate(found):
        inner = 0 < number < len(found) - 1
        same = name == "equal" and not (inner and i2 - i1 < _LEAST)
        if waiting and waiting[0] == same:
            waiting = (same, waiting[1], i2, waiting[3], j2)
            continue
        if waiting:
            yield waiting
        waiting = (same, i1, i2, j1, j2)
    if waiting:
        yield waiting


def _parts(same: bool, i1: int, i2: int, j1: int, j2: int) -> Iterator[Stretch]:
    if same:
        yield Stretch(SAME, (i1, i2), (j1, j2))
        return
    if i2 > i1:
        yield Stretch(DELETED, (i1, i2), (j1, j1))
    if j2 > j1:
        yield Stretch(INSERTED, (i2, i2), (j1, j2))
