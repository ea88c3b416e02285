"""One file of values that a later start of the program would work out again, read as far as it is asked for."""

import marshal
import os
import sys
from binascii import crc32
from mmap import ACCESS_READ, mmap
from typing import Any

Key = tuple[object, ...]

_NUMBER = 4
"""Bytes of a number at the beginning: the checksum of the index, and its length."""
BROKEN = (ValueError, EOFError, TypeError)
"""What marshal says of what it did not write."""

Index = dict[Key, tuple[int, int, int]]
"""Where each value begins and ends behind the index, and its checksum."""


class Keeper:
    """What is kept in one file, and what is to be kept in it; `stamp` is what that hangs on."""

    def __init__(self, path: str, stamp: Any) -> None:
        """What the file holds, if it is whole and bears the same stamp."""
        self._path, self._stamp = path, marshal.dumps(stamp)
        self._new: dict[Key, bytes] = {}
        self._content: bytes | mmap = b""
        self._index: Index = {}
        self._start = 0
        self._open()

    def value(self, key: Key) -> Any:
        """What is kept under this key; None where nothing is."""
        found = self._new.get(key) or self._kept(key)
        return marshal.loads(found) if found else None  # noqa: S302 - lies beside the modules and is as safe

    def keep(self, key: Key, value: Any) -> None:
        """Keep what is plain: numbers, texts, code, lists and mappings of them."""
        self._new[key] = marshal.dumps(value)

    def save(self) -> None:
        """Write what is new beside what others wrote by now; where that cannot be, the next start works it out again."""
        if not self._new or sys.dont_write_bytecode:
            return
        self._open()
        values = {key: value for key in self._index if (value := self._kept(key))} | self._new
        self._new, self._index, end = {}, {}, 0
        for key, value in values.items():
            self._index[key] = end, end + len(value), crc32(value)
            end += len(value)
        index = marshal.dumps((self._stamp, self._index))
        numbers = (number.to_bytes(_NUMBER, "big") for number in (crc32(index), len(index)))
        self._start = 2 * _NUMBER + len(index)
        self._content = b"".join((*numbers, index, *values.values()))  # closes the file, or it could not be replaced
        _write(self._path, self._content)

    def _open(self) -> None:
        self._content = _opened(self._path)
        self._index, self._start = _index(self._content, self._stamp)

    def _kept(self, key: Key) -> bytes:
        start, end, checksum = self._index.get(key, (0, 0, 0))
        value = self._content[self._start + start : self._start + end]
        return value if crc32(value) == checksum else b""


def _opened(path: str) -> "bytes | mmap":
    """The content of a file, of which the system reads what is looked at; nothing where there is none."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - pathlib takes longer to load than all this
            return mmap(file.fileno(), 0, access=ACCESS_READ)
    except (OSError, ValueError):
        return b""


def _index(content: "bytes | mmap", stamp: bytes) -> tuple[Index, int]:
    """The index of a file that is whole and bears this stamp, and where it ends."""
    checksum, length = (int.from_bytes(content[at : at + _NUMBER], "big") for at in (0, _NUMBER))
    end = 2 * _NUMBER + length
    written = content[2 * _NUMBER : end]
    if not written or crc32(written) != checksum:
        return {}, 0
    made_with, index = marshal.loads(written)  # noqa: S302 - as above
    return (index, end) if made_with == stamp else ({}, 0)


def _write(path: str, content: bytes) -> None:
    draft = f"{path}.{os.getpid()}"
    try:
        with open(draft, "xb") as file:  # noqa: PTH123 - as above
            file.write(content)
        os.replace(draft, path)  # noqa: PTH105 - as above
    except OSError:
        if os.path.exists(draft):  # noqa: PTH110 - as above
            os.remove(draft)  # noqa: PTH107 - as above
