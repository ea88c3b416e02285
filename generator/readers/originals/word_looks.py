"""How the paragraphs of a Word file are set: by their styles, what these are based on, and of their own."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from generator.original import Looks
from generator.readers.originals.package import Element
from generator.readers.originals.word_names import VAL, child, is_on, number, value, w
from generator.typeset.styles import CELL, STYLES

_ROLES = {style.chinese: name for name, style in STYLES.items()} | {
    "title": "title",
    "caption": "caption",
    "题注": "caption",
}
_DEEPEST = 9
_TWIPS = 20
_BODY_TEXT = 9
"""The outline level that Word calls body text, from 0."""


@dataclass(frozen=True)
class Setting:
    """What a style or a paragraph says: its looks and the automatic list (numId, ilvl) it takes part in."""

    looks: Looks = Looks()  # noqa: RUF009 - frozen
    list: tuple[str, int] = ("", 0)


class Styles:
    """The paragraph styles of a file, each with what it is based on."""

    def __init__(self, root: Element | None) -> None:
        """Index the styles by their identifiers."""
        found = root.findall(w("style")) if root is not None else []
        self._elements = {str(style.get(w("styleId"))): style for style in found}
        self._default = next((str(s.get(w("styleId"))) for s in found if _is_default(s)), "")
        self._known: dict[str, Setting] = {}

    def setting_of(self, properties: Element | None, paragraph: Element) -> Setting:
        """How a paragraph with these properties is set."""
        return _with_runs(self.outline_of(properties), paragraph)

    def outline_of(self, properties: Element | None) -> Setting:
        """The same without looking at the size and the weight of its runs."""
        return _with(self._of_style(value(properties, "pStyle") or self._default, 0), properties)

    def _of_style(self, identifier: str, depth: int) -> Setting:
        if identifier not in self._known:
            style = self._elements.get(identifier)
            if style is None or depth > _DEEPEST:
                return Setting()
            base = self._of_style(value(style, "basedOn"), depth + 1)
            setting = _with(base, child(style, "pPr"))
            size, bold = _size(child(style, "rPr")), child(style, "rPr", "b")
            looks = replace(setting.looks, role=_ROLES.get(value(style, "name").lower(), setting.looks.role))
            looks = replace(looks, size=size or looks.size, bold=looks.bold if bold is None else is_on(bold))
            self._known[identifier] = replace(setting, looks=looks)
        return self._known[identifier]


def _is_default(style: Element) -> bool:
    return style.get(w("type")) == "paragraph" and style.get(w("default")) in ("1", "true")


def _with(base: Setting, properties: Element | None) -> Setting:
    """A setting with what these properties change."""
    changes: dict[str, Any] = {}
    place = base.list
    for element in properties if properties is not None else ():
        if element.tag == _NUMBERED:
            place = (value(element, "numId") or place[0], number(value(element, "ilvl"), place[1]))
        elif element.tag in _CHANGES:
            changes |= _CHANGES[element.tag](element)
    if not changes and place is base.list:
        return base
    return Setting(replace(base.looks, **changes) if changes else base.looks, place)


def _aligned(element: Element) -> dict[str, Any]:
    aligned = element.get(VAL)
    return {"centred": aligned == "center", "right": aligned in ("right", "end")}


_NUMBERED = w("numPr")
_CHANGES: dict[object, Callable[[Element], dict[str, Any]]] = {
    w("jc"): _aligned,
    w("outlineLvl"): lambda element: {"level": (number(element.get(VAL, "")) + 1) % (_BODY_TEXT + 1)},
    w("ind"): lambda element: {"edge": _edge(element)},
    w("pageBreakBefore"): lambda element: {"page": is_on(element)},
}
"""What a property says of the looks, by its name."""


def _edge(indent: Element) -> float:
    """The indent from the right, in cells."""
    characters = indent.get(w("rightChars")) or indent.get(w("endChars"))
    twips = indent.get(w("right")) or indent.get(w("end")) or ""
    return number(characters) / 100 if characters else round(number(twips) / _TWIPS / CELL, 2)


def _size(properties: Element | None) -> float:
    return number(value(properties, "sz")) / 2


def _with_runs(setting: Setting, paragraph: Element) -> Setting:
    """The setting with the size and the weight that the paragraph's own runs have."""
    looks = setting.looks
    found = {_of_run(properties, looks) for properties in _run_properties(paragraph)}
    if not found or found == {(looks.size, looks.bold)}:
        return setting
    size, bold = max(size for size, _ in found), all(bold for _, bold in found)
    return replace(setting, looks=replace(looks, size=size, bold=bold))


def _of_run(properties: Element | None, looks: Looks) -> tuple[float, bool]:
    if properties is None:
        return looks.size, looks.bold
    switch = child(properties, "b")
    return _size(properties) or looks.size, looks.bold if switch is None else is_on(switch)


def _run_properties(paragraph: Element) -> Iterator[Element | None]:
    """The properties of every run that has text."""
    for run in paragraph.iterchildren(w("r")):
        if run.find(w("t")) is not None:
            yield run.find(w("rPr"))
