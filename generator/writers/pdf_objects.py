"""The objects of a PDF made ready to be written: pydyf asks each twice for its bytes, and packs its stream each time."""

from typing import Any

import pydyf


class Ready(pydyf.Object):  # type: ignore[misc]  # pydyf ships no types
    """An object with its bytes as they will stand in the file."""

    def __init__(self, entry: Any) -> None:
        super().__init__()
        self.number, self.generation = entry.number, entry.generation
        self._bytes, self._compressible = entry.data, entry.compressible

    @property
    def data(self) -> bytes:
        """What stands between `obj` and `endobj`."""
        content: bytes = self._bytes
        return content

    @property
    def compressible(self) -> bool:
        """Whether it may go into a stream of objects."""
        allowed: bool = self._compressible
        return allowed


def make_ready(pdf: Any) -> None:
    """Turn every object in use into its bytes; nothing may be changed after this."""
    pdf.objects[:] = [entry if entry.free == "f" else Ready(entry) for entry in pdf.objects]
