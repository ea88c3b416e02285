"""What a reader sees of a page: its words in Word, in print and in the composition both are made from."""

import io
import zipfile
from collections.abc import Iterator

import pypdfium2
from lxml import etree

from generator.typeset.composition import Composition, Grid, GridCell, Marks, Passage

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PARTING_HYPHEN = "\ufffe"


def document_xml(docx: bytes) -> bytes:
    """The main part of a Word file."""
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return package.read("word/document.xml")


def indented(xml: bytes) -> str:
    """XML with one element a line, for the eye and for differences."""
    tree = etree.fromstring(xml, etree.XMLParser(remove_blank_text=True))
    etree.indent(tree)
    return etree.tostring(tree, encoding="unicode") + "\n"


def words_of_docx(docx: bytes) -> str:
    """All text of a Word file's body in its order."""
    return "".join(text.text or "" for text in etree.fromstring(document_xml(docx)).iter(f"{W}t"))


def pages_of_pdf(pdf: bytes) -> list[str]:
    """The text of each page of a PDF; PDFium takes a hyphen at the end of a line for one that parts a word."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [
            page.get_textpage().get_text_range().replace("\r\n", "\n").replace(PARTING_HYPHEN, "-") for page in document
        ]
    finally:
        document.close()


def words_of(composition: Composition) -> Iterator[str]:
    """Each passage, each mark and each cell of a composition in the order of print, the imprint last."""
    for block in (*composition.blocks, *composition.imprint):
        if isinstance(block, Passage):
            yield block.text
        elif isinstance(block, Marks):
            yield from (*block.lines, block.suffix)
        elif isinstance(block, Grid):
            for row in block.rows:
                yield from map(cell_text, row)


def cell_text(cell: GridCell) -> str:
    return "".join(run.text for line in cell.lines for run in line)
