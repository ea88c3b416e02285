"""Zip files of entries that are packed already: what is the same in every file is packed once, and no entry has a date.

The standard library's zipfile packs whatever it writes; the bytes here are those it would write.
"""

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_VERSION = 20  # of the format, since which entries may be deflated
_MIDNIGHT, _EPOCH = 0, 1 << 5 | 1  # the first of January 1980, the earliest date a zip file can hold
_READABLE = 0o600 << 16


@dataclass(frozen=True)
class Entry:
    """A file in the zip, packed: how it stands there, and what the list at the end says of it but for its place."""

    name: str
    record: bytes
    facts: tuple[int, int, int]
    """Checksum, packed size, size."""


def packed(name: str, content: bytes) -> Entry:
    """The content as an entry; its name is in ASCII."""
    deflating = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    body = deflating.compress(content) + deflating.flush()
    facts = (zlib.crc32(content), len(body), len(content))
    head = _LOCAL.pack(b"PK\3\4", _VERSION, 0, zlib.DEFLATED, _MIDNIGHT, _EPOCH, *facts, len(name), 0)
    return Entry(name, head + name.encode("ascii") + body, facts)


def zipped(entries: Iterable[Entry]) -> bytes:
    """The zip file of these entries in their order."""
    records, listed, offset = list[bytes](), list[bytes](), 0
    for entry in entries:
        kind = (_VERSION, _VERSION, 0, zlib.DEFLATED, _MIDNIGHT, _EPOCH)
        place = (len(entry.name), 0, 0, 0, 0, _READABLE, offset)
        listed += (_CENTRAL.pack(b"PK\1\2", *kind, *entry.facts, *place), entry.name.encode("ascii"))
        records.append(entry.record)
        offset += len(entry.record)
    directory, count = b"".join(listed), len(records)
    end = _END.pack(b"PK\5\6", 0, 0, count, count, len(directory), offset, 0)
    return b"".join((*records, directory, end))
