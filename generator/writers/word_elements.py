"""WordprocessingML as text that is parsed once for a whole part: python-docx's own calls are fifty times slower."""

from typing import TypeAlias
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
}

Element: TypeAlias = etree._Element


def element(name: str, /, *children: str | None, **attributes: object) -> str:
    """An element of Word's namespace with its children (None is left out) and attributes."""
    opened = "".join(f" {_qualified(key)}={_quoted(str(value))}" for key, value in attributes.items())
    return f"<w:{name}{opened}>{''.join(filter(None, children))}</w:{name}>"


def text(name: str, content: str) -> str:
    """An element that holds text, its spaces kept."""
    return f'<w:{name} xml:space="preserve">{escape(content)}</w:{name}>'


def parsed(*elements: str) -> list[Element]:
    """The elements themselves."""
    declared = " ".join(f"xmlns:{prefix}={quoteattr(uri)}" for prefix, uri in NAMESPACES.items())
    root = etree.fromstring(f"<parsed {declared}>{''.join(elements)}</parsed>")
    return list(root)


def twips(points: float) -> int:
    """Points as Word's twentieths of a point."""
    return round(points * 20)


def _quoted(value: str) -> str:
    """An attribute's value; most are words and numbers, in which there is nothing to escape."""
    return f'"{value}"' if value.isalnum() else quoteattr(value)


def _qualified(name: str) -> str:
    return name if ":" in name else f"w:{name}"
