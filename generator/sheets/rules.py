"""The straight rules of a PDF page: stroked lines, the edges of frames, thin filled boxes."""

import ctypes
from collections.abc import Iterator
from itertools import pairwise
from math import hypot
from typing import Any

from generator.sheets.page import Colour, Rule

THICKEST = 6.0
"""A filled box no thicker than this, in points, is a rule."""
THINNEST = 0.05
"""Less leaves no ink."""
SLANT = 0.5
Point = tuple[float, float]


def rules_of(page: Any, height: float) -> list[Rule]:
    """Every lying or standing rule of a page."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - a library that only a PDF should cost

    found = list[Rule]()
    for piece in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_PATH,)):
        fill, stroke, width = ctypes.c_int(), ctypes.c_int(), ctypes.c_float()
        pdfium.FPDFPath_GetDrawMode(piece, fill, stroke)
        pdfium.FPDFPageObj_GetStrokeWidth(piece, width)
        matrix = piece.get_matrix()
        thickness = width.value * hypot(matrix.a, matrix.b)
        for outline in _outlines(piece, matrix, height):
            if stroke.value:
                colour = _colour(pdfium.FPDFPageObj_GetStrokeColor, piece)
                found += (
                    _between(one, other, thickness, colour) for one, other in pairwise(outline) if _straight(one, other)
                )
            elif fill.value:
                found += _filled(outline, _colour(pdfium.FPDFPageObj_GetFillColor, piece))
    return found


def _outlines(piece: Any, matrix: Any, height: float) -> Iterator[list[Point]]:
    """The corners of each part of a path on the page."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - as above

    outline = list[Point]()
    for index in range(pdfium.FPDFPath_CountSegments(piece)):
        segment = pdfium.FPDFPath_GetPathSegment(piece, index)
        x, y = ctypes.c_float(), ctypes.c_float()
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        across, up = matrix.on_point(x.value, y.value)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO and outline:
            yield outline
            outline = []
        outline.append((across, height - up))
        if pdfium.FPDFPathSegment_GetClose(segment):
            outline.append(outline[0])
    yield outline


def _straight(one: Point, other: Point) -> bool:
    across, down = abs(one[0] - other[0]), abs(one[1] - other[1])
    return min(across, down) <= SLANT < max(across, down)


def _between(one: Point, other: Point, thickness: float, colour: Colour) -> Rule:
    (left, right), (top, bottom) = sorted((one[0], other[0])), sorted((one[1], other[1]))
    return Rule(left, top, right, bottom, thickness, colour)


def _filled(outline: list[Point], colour: Colour) -> Iterator[Rule]:
    left, right = min(x for x, _ in outline), max(x for x, _ in outline)
    top, bottom = min(y for _, y in outline), max(y for _, y in outline)
    thin = min(right - left, bottom - top)
    if not THINNEST < thin <= THICKEST:
        return
    if right - left > bottom - top:
        top = bottom = (top + bottom) / 2
    else:
        left = right = (left + right) / 2
    yield Rule(left, top, right, bottom, thin, colour)


def _colour(ask: Any, piece: Any) -> Colour:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    ask(piece, red, green, blue, alpha)
    return red.value, green.value, blue.value
