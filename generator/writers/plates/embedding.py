"""The faces of a PDF as its objects: the part of each file that is used, its widths, its characters."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

import pydyf

from generator.typeset.fonts import Face
from generator.writers.pdf_objects import Ready
from generator.writers.plates.harfbuzz import font_file
from generator.writers.plates.typeface import Typeface

SYMBOLIC, FIXED_PITCH = 4, 1
STEM = 80
"""How thick a stem is said to be, which no reader of an embedded font looks at."""
BATCH = 100
_BEFORE = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo
<< /Registry (Adobe)
/Ordering (UCS)
/Supplement 0
>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange"""
_BEHIND = """endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


def embed(pdf: Any, faces: Iterable[Typeface]) -> Any:
    """Add every face; gives the object that names them for the pages."""
    used = list(faces)
    files = [_file(pdf, face) for face in used]
    names = {face.key: _font(pdf, face, *file) for face, file in zip(used, files, strict=True)}
    found = pydyf.Dictionary(names)
    pdf.add_object(found)
    return found


def _file(pdf: Any, face: Typeface) -> tuple[Any, bool]:
    """The font file as an object, and whether its outlines are PostScript's."""
    content, post_script = _packed(face.face, tuple(sorted(face.characters)))
    stream = Ready(content, packed=False)
    pdf.add_object(stream)
    return stream.reference, post_script


@lru_cache(maxsize=64)
def _packed(face: Face, glyphs: tuple[int, ...]) -> tuple[bytes, bool]:
    """The part of a font file with these glyphs, packed: a plan that is saved again needs the same, as a rule."""
    content = font_file(face).subset(glyphs)
    post_script = content[:4] == b"OTTO"
    extra = {"Subtype": "/OpenType"} if post_script else {"Length1": len(content)}
    return pydyf.Stream([content], pydyf.Dictionary(extra), compress=True).data, post_script


def _font(pdf: Any, face: Typeface, file: Any, post_script: bool) -> Any:
    characters = pydyf.Stream([_characters(face)], compress=True)
    pdf.add_object(characters)
    descriptor = pydyf.Dictionary(_descriptor(face) | {f"FontFile{3 if post_script else 2}": file})
    pdf.add_object(descriptor)
    font = pydyf.Dictionary({
        "Type": "/Font",
        "Subtype": f"/CIDFontType{0 if post_script else 2}",
        "BaseFont": f"/{face.name}",
        "CIDSystemInfo": pydyf.Dictionary(
            {"Registry": pydyf.String("Adobe"), "Ordering": pydyf.String("Identity"), "Supplement": 0}
        ),
        "CIDToGIDMap": "/Identity",
        "W": _widths(face.widths),
        "FontDescriptor": descriptor.reference,
    })  # fmt: skip
    pdf.add_object(font)
    named = pydyf.Dictionary({
        "Type": "/Font",
        "Subtype": "/Type0",
        "BaseFont": f"/{face.name}",
        "ToUnicode": characters.reference,
        "Encoding": "/Identity-H",
        "DescendantFonts": pydyf.Array([font.reference]),
    })  # fmt: skip
    pdf.add_object(named)
    return named.reference


def _descriptor(face: Typeface) -> dict[str, Any]:
    above, below = face.height
    widths = face.widths.values()
    flags = SYMBOLIC + FIXED_PITCH * (len(widths) > 1 and len(set(widths)) == 1)
    return {
        "Type": "/FontDescriptor",
        "FontName": f"/{face.name}",
        "FontFamily": pydyf.String(face.face.name),
        "Flags": flags,
        "FontBBox": pydyf.Array((0, below, max(widths, default=0), above)),
        "ItalicAngle": 0,
        "Ascent": above,
        "Descent": below,
        "CapHeight": above,
        "StemV": STEM,
        "StemH": STEM,
    }


def _characters(face: Typeface) -> bytes:
    """Which character each glyph stands for, in the order of their first use."""
    pairs = [f"<{glyph:04x}> <{text.encode('utf-16-be').hex()}>" for glyph, text in face.characters.items()]
    lines = [_BEFORE]
    for start in range(0, len(pairs), BATCH):
        batch = pairs[start : start + BATCH]
        lines += [f"{len(batch)} beginbfchar", *batch, "endbfchar"]
    return "\n".join([*lines, _BEHIND]).encode()


def _widths(widths: dict[int, int]) -> bytes:
    """Widths by glyph, those of neighbouring numbers together."""
    groups: list[list[int]] = []
    for glyph in sorted(widths):
        if glyph - 1 not in widths:
            groups.append([glyph])
        groups[-1].append(widths[glyph])
    return f"[{' '.join(f'{first} [{chr(32).join(map(str, row))}]' for first, *row in groups)}]".encode()
