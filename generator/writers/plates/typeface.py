"""A face as one PDF uses it: the glyphs printed so far with their widths and characters, and how a text is shown."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from hashlib import md5
from itertools import chain
from typing import NamedTuple

from generator.typeset.font_looks import weight
from generator.typeset.fonts import Face
from generator.typeset.galley import BeyondPlatesError, pixels
from generator.writers.plates.harfbuzz import Glyph, SizedFont, font_file
from generator.writers.plates.itemizing import items

UNITS = 1024
"""Pango's units in a pixel."""
WEIGHTS: dict[int | None, str] = {
    100: "Thin",
    200: "Ultra-Light",
    300: "Light",
    400: "",
    500: "Medium",
    600: "Semi-Bold",
    700: "Bold",
}
WEIGHTS |= {800: "Ultra-Bold", 900: "Heavy"}


class Shaped(NamedTuple):
    """The glyphs of a text, a run for each stretch of one script; how many they are and how far they reach."""

    runs: tuple[tuple[Glyph, ...], ...]
    length: int
    advance: int


class Typeface:
    """One face in one PDF: what of it is used, and what each use looks like."""

    def __init__(self, face: Face, *, bold: bool = False) -> None:
        self.face, self.bold = face, bold
        description = f"{face.name} Bold" if bold else _description(face)
        self.key = "".join(
            chr(65 + byte % 26) for byte in md5(description.encode(), usedforsecurity=False).digest()[:6]
        )
        self.name = f"{self.key}+{description.replace(' ', '-')}"
        self.widths: dict[int, int] = {}
        self.characters: dict[int, str] = {}
        self.height = (0, 0)

    def show(self, text: str, size: int, gap: float) -> str:
        """The operand of TJ for a text at a size in 1/1024 of a pixel, with a gap in points behind each character."""
        if not self.widths:
            self.height = _per_mille(font_file(self.face).sized(size))
        shown, same = _shown(self.face, size, text, gap), True
        for number, character, width in shown.glyphs:
            same = self.widths.setdefault(number, width) == width and same
            self.characters.setdefault(number, character)
        # a glyph has the width of its first use, which at another size may be rounded otherwise
        return shown.operand if same else _operand(self.face, size, text, gap, self.widths)


class Shown(NamedTuple):
    """A text as a PDF shows it, and its glyphs: number, characters, width in thousandths of the size."""

    operand: str
    glyphs: tuple[tuple[int, str, int], ...]


@lru_cache(maxsize=2000)
def _shown(face: Face, size: int, text: str, gap: float) -> Shown:
    """A text by itself: most texts of a school's plans come again, in the next plan or when this one is saved again."""
    runs, *_ = shaped(face, size, text, bool(_room(gap)))
    characters: dict[int, str] = {}
    for run in runs:
        for number, _, _, character in run:
            characters.setdefault(number, character)
    widths = _widths(face, size)
    glyphs = tuple((number, character, widths[number]) for number, character in characters.items())
    return Shown(_operand(face, size, text, gap, widths), glyphs)


class _Widths(dict[int, int]):
    """The widths of glyphs in thousandths of their size, each measured when it is first asked for."""

    def __init__(self, font: SizedFont) -> None:
        super().__init__()
        self._font = font

    def __missing__(self, number: int) -> int:
        """Measure a glyph."""
        self[number] = round(self._font.advance(number) * 1000 * (1 / UNITS) / (self._font.size / UNITS))
        return self[number]


@lru_cache(maxsize=64)
def _widths(face: Face, size: int) -> _Widths:
    return _Widths(font_file(face).sized(size))


def _operand(face: Face, size: int, text: str, gap: float, widths: Mapping[int, int]) -> str:
    room = _room(gap)
    runs, length, _ = shaped(face, size, text, bool(room))
    if not room:
        return "".join([_joined(_alike(run, size, (0, 0), widths)) for run in runs])
    parts, place = [], 0
    for run in runs:
        parts.append(_joined(_spaced(run, size, (room, place, length), widths)))
        place += len(run)
    return "".join(parts)


def _spaced(glyphs: Sequence[Glyph], size: int, within: tuple[int, int, int], widths: Mapping[int, int]) -> str:
    """The glyphs of a run with room between them; nothing is before the first of a text and behind its last.

    `within`: the room, the place in the text where the run begins, the length of the text.
    """
    room, place, length = within
    left = _first_half(room)
    starts, ends = place == 0, place + len(glyphs) == length
    if starts and ends and length == 1:
        return _alike(glyphs, size, (0, 0), widths)
    first = _alike(glyphs[:1], size, (0, room - left), widths) if starts else ""
    middle = _alike(glyphs[starts : len(glyphs) - ends], size, (left, room - left), widths)
    return first + middle + (_alike(glyphs[-1:], size, (left, 0), widths) if ends else "")


def _alike(glyphs: Sequence[Glyph], size: int, sides: tuple[int, int], widths: Mapping[int, int]) -> str:
    """Glyphs with the same room on both sides, each with the shift before it and how far the next is moved back."""
    around: dict[tuple[int, int, int], tuple[str, str]] = {}
    parts = []
    for number, advance, shift, _ in glyphs:
        key = (advance, shift, widths[number])
        if key not in around:
            around[key] = _around(widths[number], shift + sides[0], advance + sum(sides), size / UNITS)
        before, behind = around[key]
        parts.append(f"{before}{number:04x}{behind}")
    return "".join(parts)


def _around(width: int, shift: int, advance: int, size: float) -> tuple[str, str]:
    """What stands in a TJ before and behind a glyph of this width."""
    offset = shift / size
    back = width + offset - advance * 1000 * (1 / UNITS) / size
    return f">{-offset}<" if offset else "", f">{int(back)}<" if back else ""


def _joined(parts: str) -> str:
    """Glyphs as they stand in a TJ, opened and closed."""
    return f"<{parts[:-1]}" if parts.endswith("<") else f"<{parts}>"


def width_of(face: Face, size: int, text: str, gap: float) -> float:
    """How wide a text is in pixels, the gap behind its last character with it."""
    room = _room(gap)
    _, length, advance = shaped(face, size, text, bool(room))
    return (advance + room * (length - 1)) / UNITS + pixels(gap)


@lru_cache(maxsize=4096)
def _room(gap: float) -> int:
    """A gap in points, as the stylesheet has it, in 1/1024 of a pixel."""
    return int(pixels(gap) * UNITS)


@lru_cache(maxsize=4000)
def shaped(face: Face, size: int, text: str, spaced: bool) -> Shaped:
    """The glyphs of a text; BeyondPlatesError where a character has none or several."""
    font = font_file(face).sized(size)
    runs = tuple([font.shape(text, *item, spaced=spaced) for item in items(text)])
    numbers, advances, _, characters = zip(*chain.from_iterable(runs), strict=True)
    if 0 in numbers or "" in characters:
        raise BeyondPlatesError("a character without a glyph, or with several")
    return Shaped(runs, len(numbers), sum(advances))


def _first_half(room: int) -> int:
    """What of a gap stands before a character, as Pango halves it."""
    half = int(room / 2)
    return half if room & (UNITS - 1) else (half + UNITS // 2) & ~(UNITS - 1)


def _description(face: Face) -> str:
    """The face as Pango calls it; BeyondPlatesError where that cannot be told from its tables."""
    found = weight(face)
    if found not in WEIGHTS:
        raise BeyondPlatesError("the look of a font")
    return f"{face.name} {WEIGHTS[found]}".strip()


def _per_mille(font: SizedFont) -> tuple[int, int]:
    """What a line takes above and below its baseline, in thousandths of its size."""
    above, below = font.extents()
    size = font.size / UNITS
    return round(above * (1 / UNITS) / size * 1000), -round(below * (1 / UNITS) / size * 1000)
