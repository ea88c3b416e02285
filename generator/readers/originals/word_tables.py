"""The tables of a Word file as rows of cells, a merged cell once, the places it covers marked."""

from collections.abc import Callable, Iterator

from generator.readers.originals.package import Element
from generator.readers.originals.word_names import child, number, value, w
from generator.readers.originals.word_text import is_struck

ABOVE, LEFT = "^", "<"
"""Stand for a place that a merged cell above, or on the left, covers."""
_MOST_COLUMNS = 200

TextsOf = Callable[[Element], Iterator[str]]


def rows_of(table: Element, texts_of: TextsOf) -> tuple[tuple[str, ...], ...]:
    """The rows of a table; `texts_of` gives the paragraphs of a cell."""
    rows = [tuple(_cells(row, texts_of)) for row in _elements(table, "tr") if not is_struck(child(row, "trPr"))]
    width = max(map(len, rows), default=0)
    return tuple((*row, *[""] * (width - len(row))) for row in rows)


def cells_of(table: Element) -> list[Element]:
    """The cells of a table, row by row."""
    return [cell for row in _elements(table, "tr") for cell in _elements(row, "tc")]


def _elements(parent: Element, name: str) -> Iterator[Element]:
    """The rows or cells of a parent, those within content controls too."""
    for element in parent.iterchildren("*"):
        if element.tag == w(name):
            yield element
        elif element.tag in (w("sdt"), w("sdtContent"), w("customXml"), w("ins"), w("moveTo")):
            yield from _elements(element, name)


def _cells(row: Element, texts_of: TextsOf) -> Iterator[str]:
    yield from [""] * _count(value(row, "trPr", "gridBefore"), 0)
    for cell in _elements(row, "tc"):
        properties = child(cell, "tcPr")
        across = _count(value(properties, "gridSpan"), 1)
        if _goes_on(child(properties, "vMerge")):
            yield from [ABOVE] * across
        elif _goes_on(child(properties, "hMerge")):
            yield LEFT
        else:
            yield "\n".join(filter(None, texts_of(cell)))
            yield from [LEFT] * (across - 1)
    yield from [""] * _count(value(row, "trPr", "gridAfter"), 0)


def _goes_on(merge: Element | None) -> bool:
    """Whether a cell only goes on with one that began before it."""
    return merge is not None and merge.get(w("val"), "continue") == "continue"


def _count(text: str, least: int) -> int:
    return min(max(number(text, least), least), _MOST_COLUMNS)
