"""A Word file (DOCX) as lines."""

import io
from collections.abc import Iterator
from zipfile import BadZipFile

from generator.original import Line
from generator.readers.originals.refusing import refused


def read_word(content: bytes, file: str) -> Iterator[Line]:
    """Its paragraphs and tables in their order."""
    from docx import Document  # noqa: PLC0415 - a plain check need not load it
    from docx.opc.exceptions import PackageNotFoundError  # noqa: PLC0415 - as above
    from docx.table import Table  # noqa: PLC0415 - as above

    try:
        document = Document(io.BytesIO(content))
    except (BadZipFile, KeyError, ValueError, PackageNotFoundError):
        raise refused(file, "unreadable-file", "这不是完好的 DOCX；请用 Word 打开，另存一份再试") from None
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield Line("", rows=tuple(tuple(_cells(row)) for row in block.rows))
        else:
            yield Line(block.text)


def _cells(row: object) -> Iterator[str]:
    """The texts of a row, a merged cell once."""
    seen: set[int] = set()
    for cell in row.cells:  # type: ignore[attr-defined] # python-docx's own row
        if id(cell._tc) not in seen:
            seen.add(id(cell._tc))
            yield cell.text
