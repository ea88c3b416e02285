"""HarfBuzz, which WeasyPrint uses too: the glyphs of a text, the measures of a font, the part of it that is used."""

import ctypes
from array import array
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any

from generator.typeset.fonts import Face
from generator.typeset.galley import BeyondPlatesError
from generator.writers.plates.libraries import INT, LIGATURES, UINT, libraries, tag

LEFT_TO_RIGHT = 4
NO_HINTS, KEEP_NUMBERS, PLAIN = 0x1, 0x2, 0x4 | 0x20
"""What becomes of a font: its hints go; its glyphs keep their numbers; no subroutines, unknown tables are passed on."""
DROPPED = ("BASE", "DSIG", "EBDT", "EBLC", "EBSC", "GPOS", "GSUB", "JSTF", "LTSH", "PCLT", "SVG ")
"""Tables of a font that a PDF has no use for."""
DROP_TABLES = 3

Glyph = tuple[int, int, int, str]
"""A glyph: its number, its advance and its shift in 1/1024 of a pixel, and the characters it stands for."""


class FontFile:
    """One face of a font file, opened once."""

    def __init__(self, face: Face) -> None:
        # of a collection WeasyPrint takes the first face, whose glyphs for Chinese text are those of all others
        library = libraries().harfbuzz
        blob = library.hb_blob_create_from_file(str(face.path).encode())
        self._face = library.hb_face_create(blob, 0)
        library.hb_blob_destroy(blob)
        self._sized: dict[int, Any] = {}
        self._lean = True

    def sized(self, size: int) -> "SizedFont":
        """The face at a size in 1/1024 of a pixel."""
        if size not in self._sized:
            self._sized[size] = SizedFont(self._face, size)
        return self._sized[size]  # type: ignore[no-any-return]  # a dict of what was made just now

    def subset(self, wanted: Sequence[int]) -> bytes:
        """The font file with these glyphs alone, in their order, each under its own number, and nothing behind the last of them.

        WeasyPrint goes over it twice: what the glyphs may be replaced by comes in, and is cut off where it lies behind.
        Once is enough where nothing lies there, which the fonts of Chinese offices tell when they are first used.
        """
        if self._lean:
            found = _subset(self._face, wanted, KEEP_NUMBERS | PLAIN | NO_HINTS, DROPPED)
            self._lean = libraries().harfbuzz.hb_face_get_glyph_count(found) == wanted[-1] + 1
            if self._lean:
                return _content(found)
        some = _subset(self._face, wanted, KEEP_NUMBERS | PLAIN, DROPPED)
        final = _subset(some, range(wanted[-1] + 1), PLAIN | NO_HINTS, ())
        libraries().harfbuzz.hb_face_destroy(some)
        return _content(final)


def _subset(face: Any, glyphs: Sequence[int], flags: int, dropped: tuple[str, ...]) -> Any:
    library, subset = libraries().harfbuzz, libraries().subset
    wanted = subset.hb_subset_input_create_or_fail()
    numbers, tables = subset.hb_subset_input_glyph_set(wanted), subset.hb_subset_input_set(wanted, DROP_TABLES)
    if isinstance(glyphs, range):
        library.hb_set_add_range(numbers, glyphs.start, glyphs.stop - 1)
    else:
        library.hb_set_add_sorted_array(numbers, (UINT * len(glyphs))(*glyphs), len(glyphs))
    library.hb_set_add_sorted_array(tables, (UINT * len(dropped))(*map(tag, dropped)), len(dropped))
    subset.hb_subset_input_set_flags(wanted, flags)
    found = subset.hb_subset_or_fail(face, wanted)
    subset.hb_subset_input_destroy(wanted)
    return found


def _content(face: Any) -> bytes:
    """The bytes of a face, which is done with."""
    library, length = libraries().harfbuzz, UINT()
    blob = library.hb_face_reference_blob(face)
    content = ctypes.string_at(library.hb_blob_get_data(blob, ctypes.byref(length)), length.value)
    library.hb_blob_destroy(blob)
    library.hb_face_destroy(face)
    return content


class SizedFont:
    """A face at one size; lengths are 1/1024 of a pixel."""

    def __init__(self, face: Any, size: int) -> None:
        self.size = size
        self._font = libraries().harfbuzz.hb_font_create(face)
        libraries().harfbuzz.hb_font_set_scale(self._font, size, size)

    def extents(self) -> tuple[int, int]:
        """What a line takes above and below its baseline."""
        found = (INT * 12)()
        libraries().harfbuzz.hb_font_get_extents_for_direction(self._font, LEFT_TO_RIGHT, found)
        return found[0], -found[1]

    def advance(self, glyph: int) -> int:
        """How far a glyph moves on by itself."""
        return int(libraries().harfbuzz.hb_font_get_glyph_h_advance(self._font, glyph))

    def shape(self, text: str, start: int, end: int, script: int, *, spaced: bool) -> tuple[Glyph, ...]:
        """The glyphs of characters `start` to `end` of a text; `spaced` letters make no ligatures."""
        library, _, buffer, language, ligatures = libraries()
        library.hb_buffer_reset(buffer)
        content = text.encode("utf-32-le")
        library.hb_buffer_add_utf32(buffer, content, len(text), start, end - start)
        library.hb_buffer_set_direction(buffer, LEFT_TO_RIGHT)
        library.hb_buffer_set_script(buffer, script)
        library.hb_buffer_set_language(buffer, language)
        library.hb_shape(self._font, buffer, ligatures if spaced else None, len(LIGATURES) if spaced else 0)
        count = UINT()
        infos = library.hb_buffer_get_glyph_infos(buffer, ctypes.byref(count))
        positions = library.hb_buffer_get_glyph_positions(buffer, None)
        length = 20 * count.value
        found, places = array("I", ctypes.string_at(infos, length)), array("i", ctypes.string_at(positions, length))
        if any(places[3::5]):
            raise BeyondPlatesError("a character raised by its font")
        starts = found[2::5].tolist()
        texts = [text[first:after] for first, after in pairwise([*starts, end])]
        return tuple(zip(found[0::5], places[0::5], places[2::5], texts, strict=True))


@lru_cache(maxsize=32)
def font_file(face: Face) -> FontFile:
    """The file of a face, kept open for the next document."""
    return FontFile(face)
