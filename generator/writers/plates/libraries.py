"""HarfBuzz and its part that cuts fonts down, as the machine has them for WeasyPrint: what of them is called, and how."""

import ctypes
import sys
from functools import lru_cache
from typing import Any, NamedTuple

from generator.typeset.galley import BeyondPlatesError

NAMES = {
    "win32": ("libharfbuzz-0.dll", "libharfbuzz-subset-0.dll"),
    "darwin": ("libharfbuzz.0.dylib", "libharfbuzz-subset.0.dylib"),
    "linux": ("libharfbuzz.so.0", "libharfbuzz-subset.so.0"),
}
LIGATURES = ("liga", "clig", "dlig")

POINTER, INT, UINT, TEXT = ctypes.c_void_p, ctypes.c_int, ctypes.c_uint, ctypes.c_char_p
_SIGNATURES: dict[str, tuple[Any, tuple[Any, ...]]] = {
    "hb_blob_create_from_file": (POINTER, (TEXT,)),
    "hb_blob_get_data": (POINTER, (POINTER, POINTER)),
    "hb_blob_destroy": (None, (POINTER,)),
    "hb_face_create": (POINTER, (POINTER, UINT)),
    "hb_face_destroy": (None, (POINTER,)),
    "hb_face_get_glyph_count": (UINT, (POINTER,)),
    "hb_face_reference_blob": (POINTER, (POINTER,)),
    "hb_font_create": (POINTER, (POINTER,)),
    "hb_font_set_scale": (None, (POINTER, INT, INT)),
    "hb_font_get_glyph_h_advance": (INT, (POINTER, UINT)),
    "hb_font_get_extents_for_direction": (None, (POINTER, INT, POINTER)),
    "hb_buffer_create": (POINTER, ()),
    "hb_buffer_add_utf32": (None, (POINTER, TEXT, INT, UINT, INT)),
    "hb_buffer_set_direction": (None, (POINTER, INT)),
    "hb_buffer_set_script": (None, (POINTER, UINT)),
    "hb_buffer_set_language": (None, (POINTER, POINTER)),
    "hb_buffer_get_glyph_infos": (POINTER, (POINTER, POINTER)),
    "hb_buffer_get_glyph_positions": (POINTER, (POINTER, POINTER)),
    "hb_buffer_reset": (None, (POINTER,)),
    "hb_language_from_string": (POINTER, (TEXT, INT)),
    "hb_shape": (None, (POINTER, POINTER, POINTER, UINT)),
    "hb_set_add_sorted_array": (None, (POINTER, POINTER, UINT)),
    "hb_set_add_range": (None, (POINTER, UINT, UINT)),
}
_SUBSETTING: dict[str, tuple[Any, tuple[Any, ...]]] = {
    "hb_subset_input_create_or_fail": (POINTER, ()),
    "hb_subset_input_destroy": (None, (POINTER,)),
    "hb_subset_input_glyph_set": (POINTER, (POINTER,)),
    "hb_subset_input_set": (POINTER, (POINTER, INT)),
    "hb_subset_input_set_flags": (None, (POINTER, UINT)),
    "hb_subset_or_fail": (POINTER, (POINTER, POINTER)),
}


class _Libraries(NamedTuple):
    harfbuzz: Any
    subset: Any
    buffer: Any
    language: Any
    ligatures: Any


@lru_cache(maxsize=1)
def libraries() -> _Libraries:
    """The two libraries with what is made once for all texts; BeyondPlatesError where they are missing or too old."""
    try:
        harfbuzz, subset = map(ctypes.CDLL, NAMES.get(sys.platform, NAMES["linux"]))
        for library, signatures in ((harfbuzz, _SIGNATURES), (subset, _SUBSETTING)):
            for name, (result, arguments) in signatures.items():
                function = getattr(library, name)
                function.restype, function.argtypes = result, arguments
    except (OSError, AttributeError) as error:
        raise BeyondPlatesError("HarfBuzz") from error
    features = [number for name in LIGATURES for number in (tag(name), 0, 0, 0xFFFFFFFF)]
    off = (UINT * len(features))(*features)
    return _Libraries(
        harfbuzz, subset, harfbuzz.hb_buffer_create(), harfbuzz.hb_language_from_string(b"zh-cn", -1), off
    )


def tag(name: str) -> int:
    """A name of four letters as HarfBuzz has it."""
    return int.from_bytes(name.encode("ascii"), "big")
