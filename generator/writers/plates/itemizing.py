"""A text parted into stretches of one script, as Pango parts it: each is shaped by itself."""

import re
from bisect import bisect
from typing import NamedTuple

from generator.typeset.galley import BeyondPlatesError
from generator.writers.plates.libraries import tag

HAN, LATIN, COMMON, GREEK, CYRILLIC, KANA, KATAKANA, BOPOMOFO = map(
    tag, ("Hani", "Latn", "Zyyy", "Grek", "Cyrl", "Hira", "Kana", "Bopo")
)
RANGES: tuple[tuple[int, int], ...] = (
    (0x20, COMMON),
    (0x41, LATIN),
    (0x5B, COMMON),
    (0x61, LATIN),
    (0x7B, COMMON),
    (0x7F, 0),
    (0xA0, COMMON),
    (0xAA, 0),
    (0xAB, COMMON),
    (0xBA, 0),
    (0xBB, COMMON),
    (0xC0, LATIN),
    (0xD7, COMMON),
    (0xD8, LATIN),
    (0xF7, COMMON),
    (0xF8, LATIN),
    (0x250, 0),
    (0x391, GREEK),
    (0x3CA, 0),
    (0x2010, COMMON),
    (0x2028, 0),
    (0x2030, COMMON),
    (0x2060, 0),
    (0x2100, COMMON),
    (0x2126, 0),
    (0x2150, COMMON),
    (0x2160, LATIN),
    (0x2189, 0),
    (0x2190, COMMON),
    (0x2427, 0),
    (0x2460, COMMON),
    (0x2800, 0),
    (0x3000, COMMON),
    (0x3005, HAN),
    (0x3006, COMMON),
    (0x3007, HAN),
    (0x3008, COMMON),
    (0x3021, 0),
    (0x3400, HAN),
    (0x4DC0, 0),
    (0x4E00, HAN),
    (0xA000, 0),
    (0xFF01, COMMON),
    (0xFF21, LATIN),
    (0xFF3B, COMMON),
    (0xFF41, LATIN),
    (0xFF5B, COMMON),
    (0xFF61, 0),
    (0xFFE0, COMMON),
    (0xFFE7, 0),
    (0x20000, HAN),
    (0x2FA20, 0),
)
"""Where each script begins; 0 for what an office does not write, which is left to WeasyPrint."""
_STARTS = [start for start, _ in RANGES]
OPENING = dict(zip("([{<«‘“‹〈《「『【〔〖〘〚〝（［｛", ")]}>»’”›〉》」』】〕〗〙〛〞）］｝", strict=True))
CLOSING = {closing: opening for opening, closing in OPENING.items()}


_PLAIN = re.compile("[\u4e00-\u9fff0-9 ，。、；：？！（）《》“”—…〔〕.·%-]*")
_HAN = re.compile("[\u4e00-\u9fff]")
"""Nearly all texts are Chinese characters and marks alone: one stretch."""


class Item(NamedTuple):
    """Characters `start` to `end` of a text, all of one script."""

    start: int
    end: int
    script: int


def script_of(character: str) -> int:
    """The script of a character; BeyondPlatesError for what an office does not write."""
    code = ord(character)
    place = bisect(_STARTS, code)
    script = RANGES[place - 1][1] if place else 0
    if not script:
        raise BeyondPlatesError(f"U+{code:04X}")
    return script


def items(text: str) -> list[Item]:
    """The stretches of one script; marks go with what is before them, a closing mark with its opening one."""
    if _PLAIN.fullmatch(text):
        return [Item(0, len(text), HAN if _HAN.search(text) else COMMON)]
    found, pairs = list[Item](), _Pairs()
    start, script = 0, COMMON
    for place, character in enumerate(text):
        own = pairs.script_at(character, script)
        if COMMON not in (script, own) and script != own:
            found.append(Item(start, place, script))
            start, script = place, COMMON
            pairs.begin()
            own = pairs.script_at(character, script)
        if script == COMMON and own != COMMON:
            script = own
            pairs.settle(script)
        pairs.leave(character)
    return [*found, Item(start, len(text), script)]


class _Pairs:
    """The marks that are open: each with the script of the stretch it stands in, once that is known."""

    def __init__(self) -> None:
        self._open: list[tuple[str, int]] = []
        self._settled = 0

    def script_at(self, character: str, script: int) -> int:
        """The script of a character: of a closing mark that of its opening one."""
        own = script_of(character)
        if character in OPENING:
            self._open.append((character, script))
        elif character in CLOSING:
            while self._open and self._open[-1][0] != CLOSING[character]:
                self._open.pop()
            self._settled = min(self._settled, len(self._open))
            own = self._open[-1][1] if self._open else own
        return own

    def begin(self) -> None:
        """A new stretch begins: what is open keeps its script."""
        self._settled = len(self._open)

    def settle(self, script: int) -> None:
        """The script of this stretch is known, and so that of the marks opened in it."""
        self._open[self._settled :] = [(mark, script) for mark, _ in self._open[self._settled :]]
        self._settled = len(self._open)

    def leave(self, character: str) -> None:
        """A closing mark is done with."""
        if character in CLOSING and self._open:
            self._open.pop()
            self._settled = min(self._settled, len(self._open))
