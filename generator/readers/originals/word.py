"""A Word file (DOCX) as lines: its paragraphs and tables in the order of the body, headers and footers left out."""

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.original import Line, Looks
from generator.readers.originals.package import Element, Package
from generator.readers.originals.word_looks import Styles
from generator.readers.originals.word_names import child, value, w
from generator.readers.originals.word_notes import Notes
from generator.readers.originals.word_numbering import Numbering
from generator.readers.originals.word_tables import cells_of, rows_of
from generator.readers.originals.word_text import Sign, gather, is_struck

_CONTAINERS = frozenset(map(w, ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")))
_RUNS_ON = re.compile(r"[、，,（(《“：:]$")
_DEEPEST = 6


def read_word(content: bytes, file: str) -> Iterator[Line]:
    """Its paragraphs and tables in their order."""
    package = Package(content, file)
    yield from _Reader(package).lines()


class _Reader:
    """What has to be remembered from one paragraph to the next: counted labels, blank lines, turned pages."""

    def __init__(self, package: Package) -> None:
        self._body = child(package.main, "body")
        self._styles = Styles(package.part("styles.xml"))
        self._numbering = Numbering(package.part("numbering.xml"))
        self._notes = Notes(package)
        self._above = 0
        self._page = False
        self._wide = False

    def lines(self) -> Iterator[Line]:
        """The lines of the body."""
        if self._body is None:
            return
        sections = list(self._body.iter(w("sectPr")))
        self._wide = bool(sections) and _lies(sections[0])
        ahead = iter([*sections[1:], None])
        for line, ends in self._blocks(self._body, 0):
            if line is not None:
                yield line
            if ends:
                following = next(ahead, None)
                self._page = True
                self._wide = following is not None and _lies(following)

    def _blocks(self, parent: Element, depth: int) -> Iterator[tuple[Line | None, bool]]:
        """Every line below a parent, and whether a section ends with it."""
        struck: Line | None = None
        for element in parent.iterchildren("*"):
            if element.tag == w("p"):
                lines = list(self._paragraph(element, depth))
                if struck:
                    lines[:1] = [struck.joined(line) for line in lines[:1]] or [struck]
                struck = lines.pop() if lines and is_struck(child(element, "pPr", "rPr")) else None
                yield from ((line, False) for line in lines)
                if child(element, "pPr", "sectPr") is not None:
                    yield None, True
            elif element.tag == w("tbl"):
                yield from ((line, False) for line in self._table(element, depth))
            elif element.tag in _CONTAINERS:
                yield from self._blocks(element, depth)
        yield from ((line, False) for line in filter(None, [struck]))

    def _paragraph(self, paragraph: Element, depth: int) -> Iterator[Line]:
        """The lines of a paragraph, and of the text boxes that hang on it."""
        found = gather(paragraph)
        properties = child(paragraph, "pPr")
        styles = self._styles
        setting = styles.outline_of(properties) if depth else styles.setting_of(properties, paragraph)
        boxes = [(after, line) for after, box in found.boxes for line in self._boxed(box, depth)]
        yield from (line for after, line in boxes if not after)
        texts = list(_texts(self._notes.set_in(found), setting.looks))
        if any(text.strip() for text, _ in texts):
            label = self._numbering.label(*setting.list)
            comments = tuple(map(self._notes.comment, found.comments))
            for index, (text, page) in enumerate(texts):
                self._page = self._page or page
                if text.strip():
                    line = Line((label if index == 0 else "") + text, looks=self._placed(setting.looks))
                    yield replace(line, notes=tuple(filter(None, comments))) if index == 0 else line
        elif not depth:
            self._above += 1
            self._page = self._page or setting.looks.page or any(piece is Sign.PAGE for piece in found.pieces)
        yield from (line for after, line in boxes if after)

    def _placed(self, looks: Looks) -> Looks:
        """The looks with what came before: blank lines, a turn of the page."""
        looks = replace(looks, above=self._above, page=looks.page or self._page, wide=self._wide)
        self._above, self._page = 0, False
        return looks

    def _boxed(self, box: Element, depth: int) -> Iterator[Line]:
        if depth < _DEEPEST:
            yield from (line for line, _ in self._blocks(box, depth + 1) if line is not None)

    def _table(self, table: Element, depth: int) -> Iterator[Line]:
        """A table; one that only frames what stands in it is read as if it were not there."""
        if depth >= _DEEPEST:
            return
        cells = cells_of(table)
        if len(cells) == 1 or (cells and self._is_frame(table)):
            yield from (line for cell in cells for line, _ in self._blocks(cell, depth + 1) if line is not None)
            return
        looks = self._placed(Looks())
        rows = rows_of(table, lambda cell: self._cell_texts(cell, depth))
        yield Line("", rows=rows, looks=looks)

    def _is_frame(self, table: Element) -> bool:
        """Whether a table holds 发文机关标志 or the lines of an imprint, by the styles of its paragraphs."""
        roles = {self._styles.outline_of(child(each, "pPr")).looks.role for each in table.iter(w("p"))}
        return bool(roles & {"mark", "copies", "printed", "number", "signers"})

    def _cell_texts(self, cell: Element, depth: int) -> Iterator[str]:
        for line, _ in self._blocks(cell, depth + 1):
            if line is not None:
                yield from (" ".join(filter(None, row)) for row in line.rows)
                yield line.text


def _lies(section: Element) -> bool:
    return value(section, "pgSz", attribute=w("orient")) == "landscape"


def _texts(pieces: list[str | Sign], looks: Looks) -> Iterator[tuple[str, bool]]:
    """The text of a paragraph, parted where it is broken into lines that mean something; whether a page turns before."""
    text, page = "", False
    for piece in pieces:
        if isinstance(piece, str):
            text += piece
        elif piece is Sign.LINE and not looks.role.startswith("cell") and _runs_on(text, looks):
            continue
        else:
            yield text, page
            text, page = "", piece is Sign.PAGE
    yield text, page


def _runs_on(text: str, looks: Looks) -> bool:
    """Whether a broken line goes on in the next."""
    return looks.role in _FLOWING or not text.strip() or bool(_RUNS_ON.search(text))


_FLOWING = ("roster", "attendance", "copies", "body")
"""Roles whose lines are broken only to look well."""
