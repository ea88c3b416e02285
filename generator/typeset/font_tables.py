"""The few tables of a font that tell its names, its characters and how wide they are, read straight from the file.

fontTools reads every one of them whole, which takes longer than setting a plan; what is in a rare form is left to it.
"""

import struct
import sys
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from pathlib import Path
from typing import Any

_PREFERRED = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3), (0, 2), (0, 1), (0, 0))
"""Platform and encoding of tables of characters, the best first."""
_ENGLISH = {(3, 0x409): {0: "utf-16-be", 1: "utf-16-be", 10: "utf-16-be"}, (1, 0): {0: "mac-roman"}}
"""By platform and language, the best first, and by encoding, how a name in English is written."""
_POSTSCRIPT, _FAMILIES = 6, (21, 16, 1)
"""Numbers of the names of a font; of its family the best first."""
Glyphs = Callable[[int], int | None]
"""The number of a character's glyph, None where there is none."""


class UnusualFontError(Exception):
    """A font, or a table of it, in a form that is not read here."""


class Advances(dict[int, float]):
    """How wide each character of a face is, in multiples of its size; looked up when it is first asked for."""

    def __init__(self, glyphs: Glyphs, widths: "array[int]", units: int) -> None:
        """The glyphs of characters, for each glyph (the last for all that follow) its width and a number, units of the em."""
        super().__init__()
        self._glyphs, self._widths, self._units = glyphs, widths, units
        self._last = len(widths) // 2 - 1

    def __missing__(self, code: int) -> float:
        """The width of a character that was not asked for before."""
        glyph = self._glyphs(code)
        if glyph is None:
            raise KeyError(code)
        width = self[code] = self._widths[2 * min(glyph, self._last)] / self._units
        return width

    def __contains__(self, code: object) -> bool:
        """Whether the face has a character, asked for before or not."""
        if not super().__contains__(code) and isinstance(code, int):
            try:
                self[code]
            except KeyError:
                return False
        return super().__contains__(code)


class FontTables:
    """One face of a file: where each of its tables stands."""

    def __init__(self, path: Path, number: int = -1) -> None:
        """The face of this number in a collection, or that of a file of its own (-1)."""
        self._path = path
        with path.open("rb") as stream:
            offset = 0
            if number >= 0:
                head = stream.read(12 + 4 * (number + 1))
                offset = _unpacked(">L", head, 12 + 4 * number)[0]
            stream.seek(offset)
            count = _unpacked(">4xH", stream.read(12))[0]
            records = stream.read(16 * count)
        found = (_unpacked(">4s4xLL", records, 16 * index) for index in range(count))
        self.places = {tag: (start, size) for tag, start, size in found}

    def names(self) -> tuple[str, str]:
        """Its PostScript name and the name users know."""
        table = self.table(b"name")
        _, count, texts = _unpacked(">3H", table)
        records = [_unpacked(">6H", table, 6 + 12 * index) for index in range(count)]
        family = next((number for number in _FAMILIES if any(record[3] == number for record in records)), 0)
        try:
            found = [_name(number, records, table[texts:]) for number in (_POSTSCRIPT, family)]
        except UnicodeDecodeError as error:
            raise UnusualFontError(self._path) from error
        if not all(found):
            raise UnusualFontError(self._path)
        return found[0], found[1]

    def heights(self) -> tuple[float, float]:
        """What a line takes above and below its baseline, in multiples of its size."""
        above, below = _unpacked(">4x2h", self.table(b"hhea"))
        return above / self._units(), -below / self._units()

    def advances(self) -> Advances:
        """How wide its characters are."""
        count = _unpacked(">34xH", self.table(b"hhea"))[0]
        widths = _numbers("H", self.table(b"hmtx")[: 4 * count])
        if not count or len(widths) != 2 * count:
            raise UnusualFontError(self._path)
        return Advances(_glyphs(self.table(b"cmap")), widths, self._units())

    def _units(self) -> int:
        return int(_unpacked(">18xH", self.table(b"head"))[0])

    def table(self, tag: bytes) -> bytes:
        """One table whole."""
        if tag not in self.places:
            raise UnusualFontError(self._path)
        start, size = self.places[tag]
        with self._path.open("rb") as stream:
            stream.seek(start)
            return stream.read(size)


def faces_in(path: Path) -> int:
    """How many faces a collection holds."""
    with path.open("rb") as stream:
        mark, count = _unpacked(">4s4xL", stream.read(12))
    if mark != b"ttcf":
        raise UnusualFontError(path)
    return int(count)


def _name(wanted: int, records: list[tuple[int, ...]], texts: bytes) -> str:
    """The name of this number in English, "" where it has none."""
    for spoken, encodings in _ENGLISH.items():
        for platform, encoding, language, number, size, offset in records:
            if (number, platform, language) == (wanted, *spoken):
                return texts[offset : offset + size].decode(encodings[encoding]) if encoding in encodings else ""
    return ""


def _glyphs(table: bytes) -> Glyphs:
    """The best of the tables of characters."""
    count = _unpacked(">2xH", table)[0]
    records = [_unpacked(">2HL", table, 4 + 8 * index) for index in range(count)]
    places = {(platform, encoding): offset for platform, encoding, offset in reversed(records)}
    offset = next((places[kind] for kind in _PREFERRED if kind in places), None)
    if offset is None:
        raise UnusualFontError
    form = _unpacked(">H", table, offset)[0]
    if form not in _FORMS:
        raise UnusualFontError
    return _FORMS[form](table[offset:])


def _by_segments(table: bytes) -> Glyphs:
    """Format 4: codes of two bytes, each stretch of them moved by a number or listed."""
    size, _, doubled = _unpacked(">2x3H", table)
    count = doubled // 2
    numbers = _numbers("H", table[14 : size - size % 2])
    if len(numbers) <= 4 * count:
        raise UnusualFontError
    ends, starts = numbers[:count], numbers[count + 1 : 2 * count + 1]
    moves, listed = numbers[2 * count + 1 : 3 * count + 1], numbers[3 * count + 1 :]

    def glyph(code: int) -> int | None:
        place = bisect_left(ends, code)
        if place >= count - 1 or code < starts[place]:  # the last segment only ends the table
            return None
        if not listed[place]:
            return (code + moves[place]) & 0xFFFF or None
        found = listed[place + listed[place] // 2 + code - starts[place]]
        return ((found + moves[place]) & 0xFFFF or None) if found else None

    return glyph


def _by_groups(table: bytes) -> Glyphs:
    """Format 12: stretches of codes of any size, each with the glyph of its first."""
    numbers = _numbers("I", table[16 : 16 + 12 * _unpacked(">12xL", table)[0]])
    starts, ends, firsts = numbers[0::3], numbers[1::3], numbers[2::3]

    def glyph(code: int) -> int | None:
        place = bisect_right(starts, code) - 1
        return firsts[place] + code - starts[place] if place >= 0 and code <= ends[place] else None

    return glyph


_FORMS = {4: _by_segments, 12: _by_groups}


def _numbers(kind: str, content: bytes) -> "array[int]":
    """Numbers as a font writes them, the greater byte first."""
    found = array(kind)
    found.frombytes(content)
    if sys.byteorder == "little":
        found.byteswap()
    return found


def _unpacked(form: str, content: bytes, offset: int = 0) -> tuple[Any, ...]:
    try:
        return struct.unpack_from(form, content, offset)
    except struct.error as error:
        raise UnusualFontError from error
