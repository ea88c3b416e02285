"""The paragraphs of a file that is not ours: plain text, DOCX, or PDF with a text layer."""

import io
import re
from collections.abc import Callable, Iterator
from pathlib import PurePath
from zipfile import BadZipFile

from generator.problems import PlanError, Problem

SIZE_LIMIT = 50_000_000
"""Bytes; a larger file is no plan."""

ENCODINGS = ("utf-8-sig", "gb18030", "big5")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def read_foreign(content: bytes, file: str) -> tuple[str, ...]:
    """The paragraphs of the file, one string each, empty ones left out."""
    reader = FOREIGN.get(PurePath(file).suffix.lower())
    if reader is None:
        kinds = "、".join(FOREIGN)
        raise _refused(file, "unknown-form", f"读不了这种文件：能读的有 {kinds}；其他格式请先另存为 .docx")
    paragraphs = tuple(filter(str.strip, (re.sub(r"[^\S\t]+", " ", text).strip(" ") for text in reader(content, file))))
    if not paragraphs:
        raise _refused(file, "empty-file", "文件里没有文字；扫描的文件要先用识别软件（OCR）转成文字")
    return paragraphs


def _read_text(content: bytes, file: str) -> Iterator[str]:
    encodings = ("utf-16",) if content.startswith(_UTF16) else ENCODINGS
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        yield from (line.replace("\t", " ") for line in text.splitlines())
        return
    raise _refused(file, "unreadable-file", "认不出文件的编码，请另存为 UTF-8（在记事本里：另存为 → 编码 → UTF-8）")


def _read_word(content: bytes, file: str) -> Iterator[str]:
    from docx import Document  # noqa: PLC0415 - a plain check need not load it
    from docx.opc.exceptions import PackageNotFoundError  # noqa: PLC0415 - as above
    from docx.table import Table  # noqa: PLC0415 - as above

    try:
        document = Document(io.BytesIO(content))
    except (BadZipFile, KeyError, ValueError, PackageNotFoundError):
        raise _refused(file, "unreadable-file", "这不是完好的 DOCX；请用 Word 打开，另存一份再试") from None
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield from ("\t".join(_cells(row)) for row in block.rows)
        else:
            yield block.text.replace("\t", " ")


def _cells(row: object) -> Iterator[str]:
    """The texts of a row, a merged cell once."""
    seen: set[int] = set()
    for cell in row.cells:  # type: ignore[attr-defined] # python-docx's own row
        if id(cell._tc) not in seen:
            seen.add(id(cell._tc))
            yield " ".join(cell.text.split())


def _read_pdf(content: bytes, file: str) -> Iterator[str]:
    import pypdfium2  # noqa: PLC0415 - a plain check need not load it

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError:
        raise _refused(file, "unreadable-file", "打不开这份 PDF：文件坏了，或者有密码") from None
    try:
        for page in document:
            yield from page.get_textpage().get_text_bounded().replace("\t", " ").splitlines()
    finally:
        document.close()


def _refused(file: str, rule: str, message: str) -> PlanError:
    return PlanError(Problem(file, 0, 0, rule, message))


FOREIGN: dict[str, Callable[[bytes, str], Iterator[str]]] = {
    ".txt": _read_text,
    ".docx": _read_word,
    ".pdf": _read_pdf,
}
"""Reader by the ending of the file's name."""
