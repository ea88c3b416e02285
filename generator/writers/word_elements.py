"""WordprocessingML elements, made in one go with lxml: python-docx's own calls are fifty times slower."""

from typing import TypeAlias

from lxml import etree

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = {"w": NAMESPACE, "r": RELATIONSHIPS}
SPACE = "{http://www.w3.org/XML/1998/namespace}space"

Element: TypeAlias = etree._Element


def qualified(name: str) -> str:
    """The name in the namespace of Word's main parts."""
    return f"{{{NAMESPACE}}}{name}"


def element(name: str, /, *children: Element | None, **attributes: object) -> Element:
    """An element of Word's namespace with its children (None is left out) and attributes."""
    made = etree.Element(qualified(name), {qualified(key): str(value) for key, value in attributes.items()}, NAMESPACES)
    made.extend(child for child in children if child is not None)
    return made


def text(name: str, content: str) -> Element:
    """An element that holds text, its spaces kept."""
    made = element(name)
    made.text = content
    made.set(SPACE, "preserve")
    return made


def twips(points: float) -> int:
    """Points as Word's twentieths of a point."""
    return round(points * 20)
