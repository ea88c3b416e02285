"""What hangs on the text of a Word file: comments (批注), footnotes and endnotes (脚注、尾注)."""

from generator.readers.originals.package import Element, Package
from generator.readers.originals.word_names import w
from generator.readers.originals.word_text import Gathered, Sign


class Notes:
    """The comments and notes of a file, read when the first is asked for."""

    def __init__(self, package: Package) -> None:
        """Remember where they are."""
        self._package = package
        self._parts: dict[str, dict[str, Element]] = {}

    def comment(self, identifier: str) -> str:
        """A comment with its author; empty where there is none."""
        element = self._part("comments.xml", "comment").get(identifier)
        text = _text(element)
        author = str(element.get(w("author"), "")) if element is not None else ""
        return f"批注（{author}）：{text}" if author and text else f"批注：{text}" if text else ""

    def set_in(self, found: Gathered) -> list[str | Sign]:
        """The pieces of a paragraph with every note in brackets where it is called."""
        pieces = list(found.pieces)
        for name, identifier, place in found.notes:
            text = _text(self._part(name, name.removesuffix("s.xml")).get(identifier))
            pieces[place] = f"（注：{text.rstrip('。')}）" if text else ""
        return pieces

    def _part(self, name: str, kind: str) -> dict[str, Element]:
        if name not in self._parts:
            root = self._package.part(name)
            found = root.findall(w(kind)) if root is not None else []
            self._parts[name] = {str(each.get(w("id"))): each for each in found}
        return self._parts[name]


def _text(element: Element | None) -> str:
    """All the text in a note, its paragraphs put together."""
    return "".join(each.text or "" for each in element.iter(w("t"))).strip() if element is not None else ""
