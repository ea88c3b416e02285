"""What a face looks like beyond its outlines: its weight, and whether the outlines alone decide it."""

from functools import lru_cache
from struct import error, unpack_from

from generator.typeset.font_tables import FontTables, UnusualFontError, faces_in
from generator.typeset.fonts import Face

NORMAL_WIDTH = 5
NOT_OUTLINES = {b"fvar", b"CBDT", b"sbix", b"SVG ", b"COLR"}
"""Tables of fonts that vary or have colours."""


@lru_cache
def weight(face: Face) -> int | None:
    """The class of weight of a face, 400 for a regular one; None where more than its outlines decides its look.

    So it is in a collection whose faces do not all have the outlines of the first, which is the one that is printed.
    """
    try:
        numbers = range(faces_in(face.path)) if face.number >= 0 else [-1]
        looks = {_look(FontTables(face.path, number)) for number in numbers}
    except (UnusualFontError, error):
        return None
    return looks.pop()[0] if len(looks) == 1 else None


def _look(tables: FontTables) -> tuple[int, tuple[int, int] | None]:
    """The weight of a face, and where in the file its outlines stand."""
    found, width = unpack_from(">4x2H", tables.table(b"OS/2"))
    if width != NORMAL_WIDTH or tables.places.keys() & NOT_OUTLINES:
        raise UnusualFontError
    return found, tables.places.get(b"CFF ") or tables.places.get(b"glyf")
