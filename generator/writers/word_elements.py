"""WordprocessingML as text, written as lxml would write it: python-docx's own calls are fifty times slower."""

from typing import TypeAlias

from lxml import etree

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
}
DECLARATION = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"

Element: TypeAlias = etree._Element

_OPENED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
_IN_QUOTES = (('"', "&quot;"), ("\t", "&#9;"), ("\n", "&#10;"), ("\r", "&#13;"))


def element(name: str, /, *children: str | None, **attributes: object) -> str:
    """An element of Word's namespace with its children (None is left out) and attributes."""
    opened = "".join([f" {_qualified(key)}={_quoted(str(value))}" for key, value in attributes.items()])
    inside = "".join(filter(None, children)) if children else ""
    return f"<w:{name}{opened}>{inside}</w:{name}>" if inside else f"<w:{name}{opened}/>"


def text(name: str, content: str) -> str:
    """An element that holds text, its spaces kept."""
    return f'<w:{name} xml:space="preserve">{escaped(content)}</w:{name}>'


def escaped(content: str) -> str:
    """Text in which nothing is taken for an element."""
    return content.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def parsed(*elements: str) -> list[Element]:
    """The elements themselves."""
    return list(etree.fromstring(f"<parsed {_OPENED}>{''.join(elements)}</parsed>"))


def twips(points: float) -> int:
    """Points as Word's twentieths of a point."""
    return round(points * 20)


def _quoted(value: str) -> str:
    """An attribute's value; most are words and numbers, in which there is nothing to escape."""
    if value.isalnum():
        return f'"{value}"'
    value = escaped(value)
    for mark, written in _IN_QUOTES:
        value = value.replace(mark, written)
    return f'"{value}"'


def _qualified(name: str) -> str:
    return name if ":" in name else f"w:{name}"
