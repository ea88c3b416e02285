"""Level-3 heads in bold (三级标题加粗): no 仿宋 has a bold face, so its outlines are drawn with a line around them."""

import re
from collections.abc import Iterable
from typing import Any

from generator.typeset.fonts import Face

STROKE = 0.04
"""How thick the line around each character is, in multiples of its size."""
FILLED = "0 Tr"
_FONT = re.compile(rb"/(\S+) (\S+) Tf")


def embolden(pdf: Any, faces: Iterable[Face]) -> None:
    """Draw whatever WeasyPrint set in the bold of one of these faces, which is no other than the face itself, bolder."""
    names = {f"{face.name}-Bold".encode() for face in faces}
    fonts = [entry["BaseFont"][1:] for entry in pdf.objects if isinstance(entry, dict) and "BaseFont" in entry]
    bold = {key for key, _, name in (font.partition(b"+") for font in fonts) if name in names}
    for entry in pdf.objects:
        if bold and hasattr(entry, "stream"):
            entry.stream = [_drawn(operation, bold) for operation in entry.stream]


def _drawn(operation: Any, bold: set[bytes]) -> Any:
    """An operation that chooses a font, with how its characters are drawn from here on."""
    chosen = _FONT.fullmatch(operation) if isinstance(operation, bytes) else None
    if chosen is None:
        return operation
    way = outlined(float(chosen[2])) if chosen[1] in bold else FILLED
    return operation + b" " + way.encode()


def outlined(size: float) -> str:
    """How characters of this size are drawn with a line around them."""
    return f"2 Tr 0 0 0 RG {size * STROKE:.3f} w"
