"""Files that are not ours (原件), read as lines: one reader for every form."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from generator.original import Line
from generator.readers.originals.forms import ENDINGS, OFFICE, form_of
from generator.readers.originals.refusing import MOST_CHARACTERS, refused
from generator.readers.originals.text import read_text

SIZE_LIMIT = 50_000_000
"""Bytes; a larger file is no plan."""
TEXT_LIMIT = 2_000_000
"""Bytes of plain text, which has no pictures to fill them."""
MOST_LINES = 10_000
"""Paragraphs with the blank ones between them; more is a book, as are more characters."""


def _read_word(content: bytes, file: str) -> Iterable[Line]:
    from generator.readers.originals.word import read_word  # noqa: PLC0415 - a plain build need not load it

    return read_word(content, file)


def _read_pdf(content: bytes, file: str) -> Iterable[Line]:
    from generator.readers.originals.pdf import read_pdf  # noqa: PLC0415 - as above

    return read_pdf(content, file)


FORMS: dict[str, Callable[[bytes, str], Iterable[Line]]] = {".txt": read_text, ".docx": _read_word, ".pdf": _read_pdf}
"""Reader by form; the lines need no number yet, and may be empty."""

__all__ = ["ENDINGS", "FORMS", "OFFICE", "SIZE_LIMIT", "form_of", "read_original"]


def read_original(content: bytes, file: str) -> tuple[Line, ...]:
    """The lines of the file, numbered from 1, empty ones left out, white space closed up."""
    if len(content) > SIZE_LIMIT:
        raise refused(file, "too-large", f"文件超过 {SIZE_LIMIT // 1_000_000} MB，不像是一份文稿；请确认没有选错文件")
    form = form_of(content, file).ending
    if form == ".txt" and len(content) > TEXT_LIMIT:
        raise refused(file, "too-large", f"文字超过 {TEXT_LIMIT // 1_000_000} MB，不像是一份文稿；请确认没有选错文件")
    if form in OFFICE:
        raise refused(file, "unknown-form", f"{OFFICE[form]}要先另存为 .docx 才能读")
    reader = FORMS[form]
    lines = tuple(_numbered(_limited(reader(content, file), file)))
    if not lines:
        raise refused(file, "empty-file", "文件里没有文字；扫描的文件要先用识别软件（OCR）转成文字")
    return lines


def _limited(lines: Iterable[Line], file: str) -> Iterator[Line]:
    """The lines; PlanError where there are more than any plan has."""
    characters = 0
    for number, line in enumerate(lines, 1):
        characters += len(line.text) + sum(len(cell) + 1 for row in line.rows for cell in row)
        if number > MOST_LINES or characters > MOST_CHARACTERS:
            message = (
                f"超过 {MOST_CHARACTERS // 10_000} 万字或者 {MOST_LINES // 10_000} 万段，不像是一份文稿：请拆开再试"
            )
            raise refused(file, "too-large", message)
        yield line


def _numbered(lines: Iterable[Line]) -> Iterator[Line]:
    number = 0
    for line in lines:
        text = _closed_up(line.text)
        rows = tuple(tuple(map(_cell, row)) for row in line.rows)
        if text or any(map(any, rows)):
            number += 1
            yield replace(line, text=text, plain=text, rows=rows, number=number)


def _cell(text: str) -> str:
    """The lines of a cell, each closed up."""
    return "\n".join(filter(None, map(_closed_up, text.splitlines())))


def _closed_up(text: str) -> str:
    return re.sub(r"\s+", " ", _CONTROLS.sub("", text)).strip()


_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""What no text prints and no YAML holds."""
