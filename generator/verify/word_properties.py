"""The properties of paragraphs and runs worked out: document defaults, then the chain of styles, then what is direct."""

import re
from typing import Any

from generator.verify.manuscript import Paragraph, Run
from generator.verify.word_package import Element, W

MERGED = ("ind", "spacing", "rFonts")
"""Properties whose attributes are inherited one by one."""
TWIPS = 20
RED = re.compile(r"[c-f][0-9a-f][0-4][0-9a-f][0-4][0-9a-f]$")
Resolved = dict[str, dict[str, str]]


def number(element: Element | None, key: str) -> float:
    """The number an attribute holds; 0 where there is none."""
    return _float("" if element is None else element.get(f"{W}{key}", ""))


def points(element: Element | None, key: str) -> float:
    """The length an attribute holds in twips, in points."""
    return number(element, key) / TWIPS


def _float(text: str) -> float:
    try:
        return float(text or 0)
    except ValueError:
        return 0.0


def flag(element: Element | None) -> bool:
    """Whether a switch is there and on."""
    return element is not None and element.get(f"{W}val") in (None, "1", "true", "on")


def _on(resolved: Resolved, key: str, default: bool = False) -> bool:
    return resolved[key].get("val") in (None, "1", "true", "on") if key in resolved else default


class Properties:
    """The styles of a DOCX, asked what a paragraph or a run looks like."""

    def __init__(self, styles: Element | None) -> None:
        """Keep the styles by their names; a document may have none."""
        found = [] if styles is None else styles.findall(f"{W}style")
        self._styles = {style.get(f"{W}styleId", ""): style for style in found}
        paragraph = (
            style
            for style in found
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true")
        )
        self._default = next((style.get(f"{W}styleId", "") for style in paragraph), "")
        self._defaults = {
            kind: None if styles is None else styles.find(f"{W}docDefaults/{W}{kind}Default/{W}{kind}")
            for kind in ("pPr", "rPr")
        }

    def paragraph(self, element: Element, index: int) -> Paragraph:
        """A paragraph with all its properties."""
        own = element.find(f"{W}pPr")
        chain = self._chain(_value(own, "pStyle") or self._default)
        resolved = _merged(self._defaults["pPr"], *(style.find(f"{W}pPr") for style in chain), own)
        runs = tuple(run for each in element.iter(f"{W}r") if (run := self._run(each, chain)).text)
        size = self._pitch(chain)
        spacing, indent = resolved.get("spacing", {}), resolved.get("ind", {})
        exact = spacing.get("lineRule") == "exact"
        numbering = None if own is None else own.find(f"{W}numPr/{W}numId")
        return Paragraph(
            index,
            runs,
            resolved.get("jc", {}).get("val", ""),
            _first(indent, size),
            _characters(indent, ("left", "start"), size),
            _characters(indent, ("right", "end"), size),
            _float(spacing.get("line", "")) / TWIPS if exact else 0.0,
            spacing.get("line", "240") == "240",
            any(above.tag == f"{W}tbl" for above in element.iterancestors()),
            number(numbering, "val") > 0 or "numPr" in resolved,
            _on(resolved, "pageBreakBefore") or _breaks(element) or _after_a_break(element),
            _on(resolved, "kinsoku", default=True),
            _field(element),
        )

    def _pitch(self, chain: list[Element]) -> float:
        """From one character to the next in a paragraph's style, in points: the unit of its indents."""
        look = _merged(self._defaults["rPr"], *(style.find(f"{W}rPr") for style in chain))
        return _size(look) + _gap(look)

    def _chain(self, name: str) -> list[Element]:
        """A style and those it is based on, the most basic first."""
        chain = list[Element]()
        while name in self._styles and self._styles[name] not in chain:
            chain.insert(0, self._styles[name])
            name = _value(chain[0], "basedOn")
        return chain

    def _run(self, element: Element, chain: list[Element]) -> Run:
        own = element.find(f"{W}rPr")
        styles = [*chain, *self._chain(_value(own, "rStyle"))]
        look = _merged(self._defaults["rPr"], *(style.find(f"{W}rPr") for style in styles), own)
        fonts, colour = look.get("rFonts", {}), look.get("color", {}).get("val", "auto").lower()
        return Run(
            "".join(_sign(each) for each in element),
            fonts.get("eastAsia", ""),
            fonts.get("ascii", ""),
            _size(look),
            _on(look, "b"),
            bool(RED.match(colour)),
            colour in ("auto", "000000"),
            _gap(look),
        )


def _size(look: Resolved) -> float:
    """The size of characters in points; 10 where nothing says it, as in Word."""
    return _float(look.get("sz", {}).get("val", "")) / 2 or 10.0


def _gap(look: Resolved) -> float:
    """The room added to each character, in points."""
    return _float(look.get("spacing", {}).get("val", "")) / TWIPS


def _sign(element: Element) -> str:
    if element.tag == f"{W}t":
        return element.text or ""
    return "\t" if element.tag == f"{W}tab" else ""


def _value(element: Element | None, tag: str) -> str:
    found = None if element is None else element.find(f"{W}{tag}")
    return "" if found is None else found.get(f"{W}val", "")


def _merged(*layers: Element | None) -> Resolved:
    """Properties of several layers, the last winning; some attribute by attribute."""
    resolved: Resolved = {}
    for layer in layers:
        for element in () if layer is None else layer:
            key = str(element.tag).removeprefix(W)
            attributes = {str(name).removeprefix(W): str(value) for name, value in element.attrib.items()}
            resolved[key] = {**resolved.get(key, {}), **attributes} if key in MERGED else attributes
    return resolved


def _characters(indent: dict[str, str], sides: tuple[str, ...], size: float) -> float:
    """An indent in characters; Word takes the one in characters before the one in twips."""
    for side in sides:
        if f"{side}Chars" in indent and _float(indent[f"{side}Chars"]):
            return _float(indent[f"{side}Chars"]) / 100
    return next((_float(indent[side]) / TWIPS / size for side in sides if side in indent), 0.0)


def _first(indent: dict[str, str], size: float) -> float:
    """The indent of the first line beyond the others'; one that hangs overrides one that goes in."""
    hanging = _characters(indent, ("hanging",), size)
    return -hanging if hanging else _characters(indent, ("firstLine",), size)


def _breaks(element: Element) -> bool:
    return element.find(f".//{W}br[@{W}type='page']") is not None


def _after_a_break(element: Element) -> bool:
    """Whether the paragraph before ends a page or a section."""
    before: Any = element.getprevious()
    return (
        before is not None
        and before.tag == f"{W}p"
        and (_breaks(before) or before.find(f"{W}pPr/{W}sectPr") is not None)
    )


def _field(element: Element) -> str:
    """The instructions of the fields in a paragraph."""
    texts = [each.text or "" for each in element.iter(f"{W}instrText")]
    return "".join([*texts, *(each.get(f"{W}instr", "") for each in element.iter(f"{W}fldSimple"))]).strip()
