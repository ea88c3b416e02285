"""A PDF read into frozen pages by pdfium, which is loaded only when a PDF is measured."""

import ctypes
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from math import hypot
from typing import Any

from generator.problems import PlanError, Problem
from generator.typeset.styles import PAGE_HEIGHT
from generator.verify.pdf_rules import rules_of
from generator.verify.pdf_tables import tables_of
from generator.verify.sheets import Character, Colour, Page, lines_of

MOST_PAGES = 500
MOST_CHARACTERS = 20_000
"""More on one page is no office document; measuring would not end."""
SURROGATES = range(0xD800, 0xE000)
PASSWORD = 4
"""pdfium's number for a file that needs a password."""


def read_pdf(data: bytes, name: str) -> tuple[Page, ...]:
    """Every page of a PDF; PlanError where it is locked, broken or too large to measure."""
    import pypdfium2  # noqa: PLC0415 - a library that only a PDF should cost

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) == PASSWORD
        reason = (
            "这个 PDF 有打开密码，请先去掉密码" if locked else "这个 PDF 打不开，可能没有传完或已损坏，请重新取一份"
        )
        raise refusal(name, "locked-file" if locked else "broken-file", reason) from None
    with closing(document):
        if len(document) > MOST_PAGES:
            raise refusal(name, "large-file", f"有 {len(document)} 页，最多量 {MOST_PAGES} 页：请拆开再量")
        try:
            return tuple(_page(document, number, name) for number in range(1, len(document) + 1))
        except pypdfium2.PdfiumError:
            raise refusal(name, "broken-file", "这个 PDF 有读不出来的页，请重新取一份") from None


def refusal(name: str, rule: str, message: str) -> PlanError:
    """Why a file is not measured, in one sentence."""
    return PlanError(Problem(name, 0, 0, rule, message))


def _page(document: Any, number: int, name: str) -> Page:
    page = document[number - 1]
    width, height = page.get_size()
    text = page.get_textpage()
    if text.count_chars() > MOST_CHARACTERS:
        raise refusal(name, "large-file", f"第 {number} 页有 {text.count_chars()} 个字，太多了，量不了")
    upright, turned = list[Character](), list[Character]()
    for character, angle in _characters(text, height):
        if angle == "upright":
            upright.append(character)
        elif width > height:
            turned.append(_with_the_sheet_turned(character))
    tables, rules, free = tables_of(rules_of(page, height), upright, number)
    return Page(number, width, height, lines_of(free, number), tuple(rules), tables, lines_of(turned, number))


def _characters(text: Any, height: float) -> Iterator[tuple[Character, str]]:
    """Every character with ink or room of its own; what is read downwards carries x and y changed over."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - see read_pdf()

    for index in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, index)
        generated = pdfium.FPDFText_IsGenerated(text, index) == 1
        if code < ord(" ") or (generated and not _is_typed(text, index)):
            continue
        x, y, box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        pdfium.FPDFText_GetLooseCharBox(text, index, box)
        pdfium.FPDFText_GetMatrix(text, index, matrix)
        size = round(pdfium.FPDFText_GetFontSize(text, index) * hypot(matrix.c, matrix.d), 2)
        down = matrix.b < -abs(matrix.a)
        if not down and matrix.a <= abs(matrix.b):
            continue
        start, baseline = (height - y.value, x.value) if down else (x.value, height - y.value)
        end = start + (box.top - box.bottom if down else box.right - x.value)
        sign = _sign(code)
        # the square of an ordinary Chinese font is exactly one size wide; a glyph's ink may overhang it
        end = min(end, start + size)
        yield (
            Character(sign, start, end, baseline, size, _font(text, index), _colour(text, index)),
            ("down" if down else "upright"),
        )


def _is_typed(text: Any, index: int) -> bool:
    """Whether a space pdfium calls generated has a place of its own before the next character, as a typed one has."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - see read_pdf()

    here, after, y = ctypes.c_double(), ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text, index, here, y)
    pdfium.FPDFText_GetCharOrigin(text, index + 1, after, y)
    return pdfium.FPDFText_GetFontSize(text, index) > 1 and after.value - here.value > 1


def _sign(code: int) -> str:
    return "\ufffd" if code in SURROGATES else chr(code)


def _with_the_sheet_turned(character: Character) -> Character:
    """A character read downwards on a lying page as it stands when the sheet is turned: its left edge is the foot."""
    return replace(character, baseline=PAGE_HEIGHT - character.baseline)


def _font(text: Any, index: int) -> str:
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - see read_pdf()

    flags = ctypes.c_int()
    length = pdfium.FPDFText_GetFontInfo(text, index, None, 0, flags)
    buffer = ctypes.create_string_buffer(max(length, 1))
    pdfium.FPDFText_GetFontInfo(text, index, buffer, length, flags)
    name = buffer.value.decode("utf-8", "replace")
    return name.partition("+")[2] or name


def _colour(text: Any, index: int) -> Colour:
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - see read_pdf()

    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    pdfium.FPDFText_GetFillColor(text, index, red, green, blue, alpha)
    return red.value, green.value, blue.value
