"""The text of one paragraph of a Word file: as it reads with every change accepted, each thing once."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import Enum

from generator.readers.originals.package import Element
from generator.readers.originals.word_names import child, is_on, number, value, w

_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_WIDE_GAP = 240
"""Twips between two characters from which on they stand apart as if there were a space."""


class Sign(Enum):
    """What breaks a paragraph."""

    LINE = "line"
    PAGE = "page"


@dataclass
class Gathered:
    """What a paragraph holds: its pieces of text and breaks, boxes that hang on it, comments and notes it points to."""

    pieces: list[str | Sign] = field(default_factory=list)
    boxes: list[tuple[bool, Element]] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    notes: list[tuple[str, str, int]] = field(default_factory=list)


def gather(paragraph: Element) -> Gathered:
    """All that a paragraph holds, in its order."""
    found = Gathered()
    _walk(paragraph, found)
    return found


def _walk(parent: Element, found: Gathered) -> None:
    for element in parent.iterchildren("*"):
        if element.tag in _LEFT_OUT:
            continue
        if element.tag == w("r"):
            _run(element, found)
        elif element.tag == f"{_COMPATIBLE}AlternateContent":
            _walk_chosen(element, found)
        elif element.tag == w("commentReference"):
            found.comments.append(str(element.get(w("id"), "")))
        elif element.tag == _MATHS:
            found.pieces.append(element.text or "")
        else:
            _walk(element, found)


_LEFT_OUT = frozenset(
    map(w, ("pPr", "rPr", "del", "moveFrom", "sdtPr", "sdtEndPr", "smartTagPr", "fldData", "instrText", "delText"))
)
"""What prints nothing, or was struck out."""


def _walk_chosen(element: Element, found: Gathered) -> None:
    """One of the forms in which the same thing stands there: the first."""
    for form in element.iterchildren(f"{_COMPATIBLE}Choice", f"{_COMPATIBLE}Fallback"):
        _run_children(form, found, "")
        return


def _run(run: Element, found: Gathered) -> None:
    properties = child(run, "rPr")
    if is_on(child(properties, "vanish")):
        return
    gap = " " if number(value(properties, "spacing")) >= _WIDE_GAP else ""
    _run_children(run, found, gap)


def _run_children(run: Element, found: Gathered, gap: str) -> None:
    for element in run.iterchildren("*"):
        if element.tag == w("t"):
            text = element.text or ""
            found.pieces.append("".join(character + gap for character in text) if gap else text)
        elif element.tag in _SIGNS:
            found.pieces.append(_SIGNS[element.tag])
        elif element.tag in _RARE:
            _RARE[element.tag](element, found)


def _break(element: Element, found: Gathered) -> None:
    found.pieces.append(Sign.PAGE if element.get(w("type")) in ("page", "column") else Sign.LINE)


def _note(element: Element, found: Gathered) -> None:
    found.notes.append((_NOTES[element.tag], str(element.get(w("id"), "")), len(found.pieces)))
    found.pieces.append("")


def _comment(element: Element, found: Gathered) -> None:
    found.comments.append(str(element.get(w("id"), "")))


def _symbol(element: Element, found: Gathered) -> None:
    """A character of a symbol font; those of fonts with codes of their own mean nothing elsewhere."""
    try:
        code = int(str(element.get(w("char"), "0")), 16)
    except ValueError:
        return
    if 0 < code < _SURROGATES:
        found.pieces.append(chr(code))


def _drawn(element: Element, found: Gathered) -> None:
    before = any(isinstance(piece, str) and piece.strip() for piece in found.pieces)
    found.boxes += [(before, box) for box in _boxes(element)]


_SIGNS: dict[object, str | Sign] = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("cr"): Sign.LINE,
    w("noBreakHyphen"): "-",
}
_NOTES: dict[object, str] = {w("footnoteReference"): "footnotes.xml", w("endnoteReference"): "endnotes.xml"}
_SURROGATES = 0xD800
"""Codes from here on are no characters, or those of a font alone."""
_RARE: dict[object, Callable[[Element, Gathered], None]] = {
    w("br"): _break,
    w("commentReference"): _comment,
    w("sym"): _symbol,
    f"{_COMPATIBLE}AlternateContent": _walk_chosen,
    **dict.fromkeys(_NOTES, _note),
    **dict.fromkeys(map(w, ("drawing", "pict", "object")), _drawn),
}


def _boxes(drawn: Element) -> Iterator[Element]:
    """The text boxes in a drawing, each once, none within another."""
    for element in drawn.iter(w("txbxContent"), f"{_COMPATIBLE}Fallback"):
        above = {each.tag for each in element.iterancestors()}
        if element.tag == w("txbxContent") and not {f"{_COMPATIBLE}Fallback"} & above:
            inner = sum(1 for each in element.iterancestors(w("txbxContent")) if drawn in each.iterancestors())
            if not inner:
                yield element


def is_struck(properties: Element | None) -> bool:
    """Whether the row or the end of the paragraph that has these properties was struck out."""
    return child(properties, "del") is not None
