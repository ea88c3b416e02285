"""What prints: a digest of everything besides the plans that decides the bytes of a file."""

import fnmatch
import os
import sys
from collections.abc import Iterable, Iterator
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

from generator.kinds import TEMPLATES
from generator.typeset.fonts import font_files

LIBRARIES = (
    "brotli-", "cffi-", "cssselect2-", "fonttools-", "jinja2-", "lxml-", "markupsafe-", "pillow-", "pydantic-", "pydyf-",
    "pyphen-", "python-docx-", "pyyaml-", "tinycss2-", "tinyhtml5-", "weasyprint-", "zopfli-",
)  # fmt: skip
"""How the names of the packages begin that have a part in what is printed; their versions follow."""

NATIVE = ("libpango*-1.0.so.0.*", "libharfbuzz*.so.0.*", "libfontconfig.so.1.*")
"""The native libraries that have one; their files' names tell the version."""

SYSTEM = (Path("/usr/lib"), Path("/usr/lib64"), Path("/usr/local/lib"))
PROGRAM = Path(__file__).parents[1]
BEGINNING = 4096
"""Bytes of a font file that are read: its table of contents holds a checksum of every table."""


@lru_cache
def fingerprint() -> str:
    """The same on every machine that prints the same bytes."""
    found = blake2b(digest_size=16)
    for part in (*_libraries(), *_native(), *_fonts(), *_program()):
        found.update(f"{len(part)}:".encode() + part)
    return found.hexdigest()


def _libraries() -> Iterator[bytes]:
    """As the folders beside the packages tell them: importlib.metadata takes longer to load than all else here."""
    found = {path.name.lower().replace("_", "-") for place in sys.path for path in Path(place).glob("*.dist-info")}
    yield from (name.encode() for name in sorted(found) if name.startswith(LIBRARIES))


def _native() -> Iterator[bytes]:
    folders = [folder for above in SYSTEM for folder in (above, *above.glob("*-linux-gnu*"))]
    present = {name for folder in folders if folder.is_dir() for name in os.listdir(folder)}  # noqa: PTH208 - names alone
    names = {name for pattern in NATIVE for name in fnmatch.filter(present, pattern)}
    yield from (name.encode() for name in sorted(names))


def _fonts() -> Iterator[bytes]:
    for path in font_files():
        with path.open("rb") as stream:
            yield f"{path.name} {path.stat().st_size}".encode() + stream.read(BEGINNING)


def _program() -> Iterator[bytes]:
    for above, below, files in os.walk(PROGRAM):
        below[:] = sorted(set(below) - {"__pycache__"})
        yield from _contents(above, (file for file in files if file.endswith(".py")))
    yield from _contents(str(TEMPLATES), (path.name for path in TEMPLATES.iterdir() if path.is_file()))


def _contents(folder: str, files: Iterable[str]) -> Iterator[bytes]:
    """What each file holds, after its folder's name and its own."""
    for file in sorted(files):
        with open(os.path.join(folder, file), "rb", buffering=0) as stream:  # noqa: PTH118, PTH123 - hundreds of them
            yield f"{os.path.basename(folder)}/{file}".encode() + stream.read()  # noqa: PTH119 - as above
