"""The structure tree of a PDF (无障碍标签): every page's elements as objects, in the order in which WeasyPrint adds them."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from generator.writers.pdf_objects import Ready
from generator.writers.plates.node import Ink, Node
from generator.writers.plates.printing import Printed


class Tree:
    """The elements of a document; `found` says for every page which element each of its texts belongs to."""

    def __init__(self, pdf: Any) -> None:
        self._pdf = pdf
        self._page = b""
        self._found: dict[int, int] = {}

    def add(self, pages: Iterable[tuple[Printed, bytes]]) -> None:
        """Write the tree of these pages, each with its reference, and name it in the catalogue."""
        mapping, root, document = (self._object() for _ in range(3))
        kids, numbers = [], []
        for count, (page, reference) in enumerate(pages):
            self._page, self._found = reference, {}
            kids.append(self._element(page.body, document.number))
            if page.margin:
                self._element(page.margin, document.number)
            numbers.append(b"%d [%s]" % (count, _references(self._found[mark] for mark in sorted(self._found))))
        mapping.content = b"<</Nums [%s]>>" % b" ".join(numbers)
        root.content = b"<</Type /StructTreeRoot/ParentTree %s/K [%s]>>" % (mapping.reference, document.reference)
        document.content = b"<</Type /StructElem/S /Document/K [%s]/P %s>>" % (_references(kids), root.reference)
        self._pdf.catalog["StructTreeRoot"] = root.reference

    def _object(self) -> Ready:
        made = Ready()
        self._pdf.add_object(made)
        return made

    def _element(self, node: Node, parent: int) -> int:
        """Add an element and all in it; gives its number."""
        made = self._object()
        kids = [
            self._text(kid, made.number) if isinstance(kid, Ink) else self._element(kid, made.number)
            for kid in node.kids
        ]
        made.content = self._written(node.tag, _references(kids), parent, _spans(node))
        if node.tag == "Table":
            self._head(node, made.number, kids)
        return int(made.number)

    def _text(self, text: Ink, parent: int) -> int:
        made = self._object()
        made.content = self._written("Span", b"%d" % text.mark, parent, b"")
        self._found[text.mark] = made.number
        return int(made.number)

    def _written(self, tag: str, kids: bytes, parent: int, more: bytes) -> bytes:
        return b"<</Type /StructElem/S /%s/K [%s]/Pg %s/P %d 0 R%s>>" % (tag.encode(), kids, self._page, parent, more)

    def _head(self, table: Node, number: int, groups: list[int]) -> None:
        """Name the cells of a table's head, and in every other cell those that stand over it."""
        rows = [row for group in table.kids if isinstance(group, Node) for row in group.kids if isinstance(row, Node)]
        numbered = _numbers(table, groups[0])
        heads: dict[int, list[str]] = defaultdict(list)
        for line, column, cell in _columns(rows):
            if cell.tag == "TH":
                heads[column].append(f"({number}-{line}-{column})")
                self._append(numbered[cell], f"/ID {heads[column][-1]}")
        for _, column, cell in _columns(rows):
            if cell.tag == "TD":
                over = " ".join(name for place in range(cell.across) for name in heads[column + place])
                self._within(numbered[cell], f"/Headers [{over}]")

    def _append(self, number: int, more: str) -> None:
        entry = self._pdf.objects[number]
        entry.content = entry.content[:-2] + more.encode() + b">>"

    def _within(self, number: int, more: str) -> None:
        entry = self._pdf.objects[number]
        entry.content = entry.content[:-4] + more.encode() + b">>>>"


def _references(numbers: Iterable[int]) -> bytes:
    return b" ".join(b"%d 0 R" % number for number in numbers)


def _spans(node: Node) -> bytes:
    if node.tag not in ("TH", "TD"):
        return b""
    spans = (b"/ColSpan %d" % node.across) * (node.across > 1) + (b"/RowSpan %d" % node.down) * (node.down > 1)
    return b"/A <</O /Table%s>>" % spans


def _numbers(table: Node, first: int) -> dict[Node, int]:
    """The numbers of all elements in a table, which follow one another as they stand."""
    numbers: dict[Node, int] = {}

    def count(node: Node | Ink, number: int) -> int:
        if isinstance(node, Ink):
            return number + 1
        numbers[node] = number
        number += 1
        for kid in node.kids:
            number = count(kid, number)
        return number

    for group in table.kids:
        first = count(group, first)
    return numbers


def _columns(rows: list[Node]) -> Iterable[tuple[int, int, Node]]:
    """Every cell with its row and column, as WeasyPrint counts them below cells that take several rows."""
    taken: dict[int, int] = defaultdict(int)
    for line, row in enumerate(rows):
        column = 0
        for cell in row.kids:
            assert isinstance(cell, Node)  # noqa: S101 - a row holds cells alone
            yield line, column, cell
            for _ in range(cell.across):
                taken[column] = cell.down - 1
                column += 1
            if taken[column]:
                column += 1
                taken[column] -= 1
