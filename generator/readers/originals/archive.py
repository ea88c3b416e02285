"""Zip archives opened within limits: what would unpack to far more than it is, is refused unopened."""

import io
import zipfile
import zlib

from generator.readers.originals.refusing import refused

MOST_PARTS = 5_000
WHOLE_LIMIT, PART_LIMIT = 500_000_000, 10_000_000
"""Bytes all parts may have together, and one that is read, when unpacked: a plan's text has a hundredth of that."""
HIGHEST_RATIO, SMALL = 400, 2_000_000
"""How many times its packed size a part may have, from so many bytes on."""
BROKEN = "这不是完好的 DOCX；请用 Word 打开，另存一份再试"
TOO_LARGE = "文件解开以后大得不像一份文稿，没有读；请用 Word 打开，把正文另存一份再试"
_FAULTS = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError, MemoryError,
)  # fmt: skip
"""What reading a broken, locked or oddly packed archive may raise."""


def open_archive(content: bytes, file: str) -> zipfile.ZipFile:
    """The archive, its parts known to be of an honest size."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        parts = archive.infolist()
    except _FAULTS:
        raise refused(file, "unreadable-file", BROKEN) from None
    whole = sum(part.file_size for part in parts)
    if len(parts) > MOST_PARTS or whole > WHOLE_LIMIT or any(map(_swells, parts)):
        raise refused(file, "too-large", TOO_LARGE)
    return archive


def _swells(part: zipfile.ZipInfo) -> bool:
    return part.file_size > SMALL and part.file_size > HIGHEST_RATIO * max(part.compress_size, 1)


def read_part(archive: zipfile.ZipFile, name: str, file: str) -> bytes | None:
    """The content of a part; None where there is none of this name."""
    try:
        part = archive.getinfo(name)
    except KeyError:
        return None
    if part.flag_bits & 1:
        raise refused(file, "locked-file", "文件加了密码，请先去掉密码再试")
    if part.file_size > PART_LIMIT:
        raise refused(file, "too-large", TOO_LARGE)
    try:
        return archive.read(part)
    except _FAULTS:
        raise refused(file, "unreadable-file", BROKEN) from None
