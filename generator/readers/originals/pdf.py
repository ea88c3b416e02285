"""A PDF with a text layer as lines: paragraphs and tables put together again from where their characters stand."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from generator.original import Line
from generator.readers.originals.pdf_areas import Area, areas_of
from generator.readers.originals.pdf_furniture import take_furniture
from generator.readers.originals.pdf_headings import is_text, levels_of
from generator.readers.originals.pdf_marks import parted_marks, role_of
from generator.readers.originals.pdf_paragraphs import Paragraph, looks_of, paragraphs_of, text_of
from generator.readers.originals.pdf_tables import Sheet, join_sheets
from generator.readers.originals.refusing import MOST_CHARACTERS, refused
from generator.sheets import page as sheets
from generator.sheets.pdf import read_pdf as read_pages

FEWEST = 20
"""A page with fewer characters and a picture is a scan."""
Piece = sheets.Line | Sheet


def read_pdf(content: bytes, file: str) -> Iterator[Line]:
    """Its paragraphs and tables in the order of reading; at the end what was left out."""
    pages = [page.as_read or page for page in read_pages(content, file, MOST_CHARACTERS)]
    scans = [page for page in pages if page.pictures and _count(page) < FEWEST]
    if scans and sum(map(_count, pages)) < FEWEST * len(pages):
        reason = "这份 PDF 是扫描的图片，没有文字；请先用识别软件（OCR）转成文字，再导入"
        raise refused(file, "scanned-file", reason)
    pages, furniture = take_furniture(pages)
    areas = areas_of(pages)
    pieces, heads = join_sheets([piece for page in pages for piece in _pieces(page)])
    yield from _lines(pieces, areas)
    yield from furniture
    yield from (Line(" ".join(filter(None, head)), furniture="续页上重复的表头") for head in heads)
    yield from (
        Line(f"第{page.number}页（图片）", furniture="扫描的图片，里面的文字没有读，要先用 OCR") for page in scans
    )
    yield from (Line(page.aslant, furniture="斜着印的水印") for page in pages if page.aslant.strip())


def _count(page: sheets.Page) -> int:
    cells = (line for table in page.tables for cell in table.cells for line in cell.lines)
    return sum(len(line.visible) for line in (*page.lines, *cells))


def _pieces(page: sheets.Page) -> list[Piece]:
    """The lines and tables of a page from the top down."""
    placed: list[tuple[float, Piece]] = [(line.top, line) for line in parted_marks(page)]
    placed += [(table.top, Sheet(page, table)) for table in page.tables]
    return [piece for _, piece in sorted(placed, key=lambda each: each[0])]


def _lines(pieces: list[Piece], areas: dict[int, Area]) -> Iterator[Line]:
    """The pieces as lines of the original: paragraphs between the tables."""
    gathered = list(_gathered(pieces, areas))
    paragraphs = [piece for piece in gathered if not isinstance(piece, Sheet)]
    levels = levels_of(paragraphs, areas)
    texts = is_text(paragraphs, levels)
    number = 0
    before: sheets.Line | None = None
    role = ""
    for piece in gathered:
        if isinstance(piece, Sheet):
            yield Line("", rows=piece.rows, looks=piece.looks)
            continue
        role = role_of(piece, areas[piece[0].page], before, role) or ("body" if texts[number] else "")
        yield Line(text_of(piece), looks=replace(looks_of(piece, areas, before), level=levels[number], role=role))
        before = piece[-1]
        number += 1


def _gathered(pieces: list[Piece], areas: dict[int, Area]) -> Iterator[Paragraph | Sheet]:
    """The pieces with lines that follow one another gathered into paragraphs."""
    for is_line, run in groupby(pieces, key=lambda piece: isinstance(piece, sheets.Line)):
        if is_line:
            yield from paragraphs_of((piece for piece in run if isinstance(piece, sheets.Line)), areas)
        else:
            yield from (piece for piece in run if isinstance(piece, Sheet))
