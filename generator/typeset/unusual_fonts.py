"""Fonts whose tables are in a form of their own, read by fontTools: slow to load, and hardly ever needed."""

from pathlib import Path

from fontTools.ttLib import TTCollection, TTFont


def names(path: Path, alone: bool) -> list[tuple[str, str]]:
    """The PostScript name and the name users know of every face in a file that stands alone or is a collection."""
    if alone:
        with TTFont(path, lazy=True) as font:
            return [_names(font)]
    with TTCollection(path, lazy=True) as collection:
        return [_names(font) for font in collection.fonts]


def advances(path: Path, number: int) -> dict[int, float]:
    """How wide each character of a face is, in multiples of its size."""
    with TTFont(path, fontNumber=number, lazy=True) as font:
        metrics, units = font["hmtx"].metrics, font["head"].unitsPerEm
        return {code: metrics[glyph][0] / units for code, glyph in font.getBestCmap().items()}


def _names(font: TTFont) -> tuple[str, str]:
    table = font["name"]
    return str(table.getDebugName(6)), str(table.getBestFamilyName())
