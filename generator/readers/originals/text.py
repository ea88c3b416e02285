"""Plain text, whatever it was saved as, as lines."""

from collections.abc import Iterator

from generator.original import Line
from generator.readers.originals.refusing import refused

ENCODINGS = ("utf-8-sig", "gb18030", "big5")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def read_text(content: bytes, file: str) -> Iterator[Line]:
    """The lines of the text."""
    encodings = ("utf-16",) if content.startswith(_UTF16) else ENCODINGS
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        yield from map(Line, text.splitlines())
        return
    raise refused(file, "unreadable-file", "认不出文件的编码，请另存为 UTF-8（在记事本里：另存为 → 编码 → UTF-8）")
