"""The objects of a PDF made ready to be written: pydyf asks each twice for its bytes, and packs its stream each time."""

from typing import Any

import pydyf


class Ready(pydyf.Object):  # type: ignore[misc]  # pydyf ships no types
    """An object with its bytes as they will stand in the file; `packed`: it may go into a stream of objects."""

    def __init__(self, content: bytes = b"", *, packed: bool = True) -> None:
        super().__init__()
        self.content, self.packed = content, packed

    @property
    def data(self) -> bytes:
        """What stands between `obj` and `endobj`."""
        return self.content

    @property
    def compressible(self) -> bool:
        """Whether it may go into a stream of objects."""
        return self.packed


def make_ready(pdf: Any) -> None:
    """Turn every object in use into its bytes; nothing may be changed after this."""
    pdf.objects[:] = [
        entry if entry.free == "f" or isinstance(entry, Ready) else _ready(entry) for entry in pdf.objects
    ]


def _ready(entry: Any) -> Ready:
    ready = Ready(entry.data, packed=entry.compressible)
    ready.number, ready.generation = entry.number, entry.generation
    return ready
