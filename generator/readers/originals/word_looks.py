"""How the paragraphs of a Word file are set: by their styles, what these are based on, and of their own."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.original import Looks
from generator.readers.originals.package import Element
from generator.readers.originals.word_names import child, is_on, number, value, w
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
        base = self._of_style(value(properties, "pStyle") or self._default, 0)
        return _with_runs(_with(base, properties), paragraph)

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
    if properties is None:
        return base
    changes: dict[str, object] = {}
    if aligned := value(properties, "jc"):
        changes |= {"centred": aligned == "center", "right": aligned in ("right", "end")}
    if level := value(properties, "outlineLvl"):
        changes["level"] = (number(level) + 1) % (_BODY_TEXT + 1)
    if child(properties, "ind") is not None:
        changes["edge"] = _edge(child(properties, "ind"))
    if child(properties, "pageBreakBefore") is not None:
        changes["page"] = is_on(child(properties, "pageBreakBefore"))
    numbering = child(properties, "numPr")
    place = (value(numbering, "numId") or base.list[0], number(value(numbering, "ilvl"), base.list[1]))
    looks = replace(base.looks, **changes) if changes else base.looks  # type: ignore[arg-type] # fields of Looks
    return Setting(looks, place if numbering is not None else base.list)


def _edge(indent: Element | None) -> float:
    """The indent from the right, in cells."""
    characters = value(indent, attribute=w("rightChars")) or value(indent, attribute=w("endChars"))
    twips = value(indent, attribute=w("right")) or value(indent, attribute=w("end"))
    return number(characters) / 100 if characters else round(number(twips) / _TWIPS / CELL, 2)


def _size(properties: Element | None) -> float:
    return number(value(properties, "sz")) / 2


def _with_runs(setting: Setting, paragraph: Element) -> Setting:
    """The setting with the size and the weight that the paragraph's own runs have."""
    sizes, bold = set[float](), list[bool]()
    for properties in _run_properties(paragraph):
        sizes.add(_size(properties) or setting.looks.size)
        switch = child(properties, "b")
        bold.append(setting.looks.bold if switch is None else is_on(switch))
    if not bold:
        return setting
    return replace(setting, looks=replace(setting.looks, size=max(sizes), bold=all(bold)))


def _run_properties(paragraph: Element) -> Iterator[Element | None]:
    """The properties of every run that has text."""
    for run in paragraph.iterchildren(w("r")):
        if run.find(w("t")) is not None:
            yield run.find(w("rPr"))
