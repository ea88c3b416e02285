"""A PDF read into frozen pages by pdfium, which is loaded only when there is a PDF to read."""

import ctypes
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from math import hypot, inf
from typing import Any

from generator.problems import PlanError, Problem
from generator.sheets.page import Character, Colour, Page, Rule, lines_of
from generator.sheets.rules import rules_of
from generator.sheets.tables import tables_of

MOST_PAGES = 500
MOST_CHARACTERS = 20_000
"""More on one page is no office document; reading would not end."""
FIRST_HALVES, SECOND_HALVES = range(0xD800, 0xDC00), range(0xDC00, 0xE000)
"""What pdfium gives for a character beyond the first 65,536: two of these, one after the other."""
SIDEWAYS = (90, 270)
PICTURE = 3
"""pdfium's number for a picture on a page."""
ASLANT, SLANT = "aslant", 0.1
Point = tuple[float, float]
PASSWORD = 4
"""pdfium's number for a file that needs a password."""


def read_pdf(data: bytes, name: str, most: float = inf) -> tuple[Page, ...]:
    """Every page of a PDF; PlanError where it is locked, broken, too large, or has more characters than `most`."""
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
            raise refusal(name, "large-file", f"有 {len(document)} 页，最多读 {MOST_PAGES} 页：请拆开再试")
        try:
            return tuple(_pages(document, name, most))
        except pypdfium2.PdfiumError:
            raise refusal(name, "broken-file", "这个 PDF 有读不出来的页，请重新取一份") from None


def _pages(document: Any, name: str, most: float) -> Iterator[Page]:
    count = 0
    for number in range(1, len(document) + 1):
        page = document[number - 1]
        text = page.get_textpage()
        count += text.count_chars()
        if count > most:
            raise refusal(name, "large-file", f"超过 {most / 10_000:.0f} 万字，不像是一份文稿：请拆开再试")
        yield _page(page, text, number, name)


def refusal(name: str, rule: str, message: str) -> PlanError:
    """Why a file is not read, in one sentence."""
    return PlanError(Problem(name, 0, 0, rule, message))


def _page(page: Any, text: Any, number: int, name: str) -> Page:
    if text.count_chars() > MOST_CHARACTERS:
        raise refusal(name, "large-file", f"第 {number} 页有 {text.count_chars()} 个字，太多了，读不了")
    width, height = page.get_size()
    sheet = (height, width) if page.get_rotation() in SIDEWAYS else (width, height)
    found: dict[str, list[Character]] = {turn: [] for turn in (*TURNS, ASLANT)}
    for character, turn in _characters(text, sheet):
        found[turn].append(character)
    drawn = rules_of(page, sheet[1])
    tables, rules, free = tables_of(drawn, found["upright"], number)
    turned = lines_of(found["down"], number) if width > height else ()
    most = max(TURNS, key=lambda turn: len(found[turn]))
    as_read = None if most == "upright" else _as_read(number, sheet, found[most], drawn, most)
    aslant = "".join(character.text for character in found[ASLANT])
    pictures = sum(1 for _ in page.get_objects(filter=(PICTURE,)))
    return Page(number, width, height, lines_of(free, number), tuple(rules), tables, turned, as_read, aslant, pictures)


def _as_read(number: int, sheet: Point, characters: list[Character], drawn: list[Rule], turn: str) -> Page:
    """A page most of whose text runs up, down or on its head, turned so that it is upright."""
    upright = [_rule_turned(rule, sheet, turn) for rule in drawn]
    tables, rules, free = tables_of(upright, characters, number)
    width, height = sheet if turn == "over" else (sheet[1], sheet[0])
    return Page(number, width, height, lines_of(free, number), tuple(rules), tables)


def _rule_turned(rule: Rule, sheet: Point, turn: str) -> Rule:
    (x, y), (across, down) = TURNS[turn](rule.left, rule.top, sheet), TURNS[turn](rule.right, rule.bottom, sheet)
    return replace(rule, left=min(x, across), right=max(x, across), top=min(y, down), bottom=max(y, down))


TURNS: dict[str, Callable[[float, float, Point], Point]] = {
    "upright": lambda x, y, _: (x, y),
    "down": lambda x, y, sheet: (y, sheet[0] - x),
    "up": lambda x, y, sheet: (sheet[1] - y, x),
    "over": lambda x, y, sheet: (sheet[0] - x, sheet[1] - y),
}
"""Where a point of the sheet (its width and height) lies when the sheet is turned so that text running thus is upright."""


def _characters(text: Any, sheet: Point) -> Iterator[tuple[Character, str]]:
    """Every character with ink or room of its own, and how it runs; it stands as if the sheet were turned upright."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - see read_pdf()

    for index in range(text.count_chars()):
        sign = _sign(text, index)
        generated = pdfium.FPDFText_IsGenerated(text, index) == 1
        if sign < " " or (generated and not _is_typed(text, index)):
            continue
        x, y, box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        pdfium.FPDFText_GetLooseCharBox(text, index, box)
        pdfium.FPDFText_GetMatrix(text, index, matrix)
        turn = _turn(matrix)
        size = round(pdfium.FPDFText_GetFontSize(text, index) * hypot(matrix.c, matrix.d), 2)
        start, baseline = TURNS.get(turn, TURNS["upright"])(x.value, sheet[1] - y.value, sheet)
        ends = {"upright": box.right - x.value, "over": x.value - box.left}
        # the square of an ordinary Chinese font is exactly one size wide; a glyph's ink may overhang it
        end = start + min(ends.get(turn, box.top - box.bottom), size)
        yield Character(sign, start, end, baseline, size, _font(text, index), _colour(text, index)), turn


def _turn(matrix: Any) -> str:
    """How a character runs; aslant, as watermarks do, is no turn."""
    across, up = abs(matrix.a), abs(matrix.b)
    if min(across, up) > SLANT * max(across, up):
        return ASLANT
    if across > up:
        return "upright" if matrix.a > 0 else "over"
    return "up" if matrix.b > 0 else "down"


def _is_typed(text: Any, index: int) -> bool:
    """Whether a space pdfium calls generated has a place of its own before the next character, as a typed one has."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - see read_pdf()

    here, after, y = ctypes.c_double(), ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text, index, here, y)
    pdfium.FPDFText_GetCharOrigin(text, index + 1, after, y)
    return pdfium.FPDFText_GetFontSize(text, index) > 1 and after.value - here.value > 1


def _sign(text: Any, index: int) -> str:
    """The character; one of two halves is the whole at its first and "" at its second."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - see read_pdf()

    code = pdfium.FPDFText_GetUnicode(text, index)
    if code in FIRST_HALVES and index + 1 < text.count_chars():
        second = pdfium.FPDFText_GetUnicode(text, index + 1)
        if second in SECOND_HALVES:
            return chr(0x10000 + ((code - FIRST_HALVES.start) << 10) + second - SECOND_HALVES.start)
    if code in SECOND_HALVES and index and pdfium.FPDFText_GetUnicode(text, index - 1) in FIRST_HALVES:
        return ""
    return "\ufffd" if code in FIRST_HALVES or code in SECOND_HALVES else chr(code)


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
