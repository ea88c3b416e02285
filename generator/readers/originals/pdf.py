"""A PDF with a text layer as lines."""

from collections.abc import Iterator

from generator.original import Line
from generator.readers.originals.refusing import refused


def read_pdf(content: bytes, file: str) -> Iterator[Line]:
    """The lines of every page."""
    import pypdfium2  # noqa: PLC0415 - a plain check need not load it

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError:
        raise refused(file, "unreadable-file", "打不开这份 PDF：文件坏了，或者有密码") from None
    try:
        for page in document:
            yield from map(Line, page.get_textpage().get_text_bounded().splitlines())
    finally:
        document.close()
