"""The names of WordprocessingML, spelled once."""

from functools import cache

from generator.readers.originals.package import WORD, Element


@cache
def w(name: str) -> str:
    """A name in the main namespace."""
    return f"{{{WORD}}}{name}"


VAL = w("val")


def child(element: Element | None, *names: str) -> Element | None:
    """The element under these names, one below the other."""
    for name in names:
        element = element.find(w(name)) if element is not None else None
    return element


def value(element: Element | None, *names: str, attribute: str = VAL) -> str:
    """The value of the element under these names; empty where there is none."""
    found = child(element, *names)
    return str(found.get(attribute, "")) if found is not None else ""


def number(text: str, default: int = 0) -> int:
    """A whole number, as far as the text is one."""
    try:
        return int(float(text))
    except (ValueError, OverflowError):
        return default


def is_on(element: Element | None) -> bool:
    """Whether a switch is there and not turned off."""
    return element is not None and element.get(VAL, "1") not in ("0", "false", "off", "none")
