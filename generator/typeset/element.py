"""The elements of the semantic HTML (templates/README.md): which there are, and the text in one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from lxml import etree

from generator.problems import PlanError, Problem

if TYPE_CHECKING:
    from lxml.html import HtmlElement as HtmlElement  # noqa: PLC0414 - so that others may take it from here
else:  # what lxml.html knows besides is not needed, and takes as long to load as lxml itself
    HtmlElement = etree._Element

BLOCKS = {
    "h1.title", "p.byline", "p.dateline", "p.addressee", "section", "h2", "h3", "h4", "h5", "p", "p.item", "p.duty",
    "p.group", "dl.roster", "table", "div.landscape", "p.attachments", "div.signature", "p.organisation", "p.date",
    "p.note", "section.annex", "section.annex.landscape", "p.annex-label", "p.annex-title",
    "header.letterhead", "p.copy-number", "p.secrecy", "p.urgency", "p.mark", "p.number", "p.signers", "dl.attendance",
    "footer.imprint", "p.copies", "p.printed",
}  # fmt: skip
PARTS = {
    "html", "head", "title", "meta", "body", "dt", "dd", "dd.person", "caption", "colgroup", "col", "thead", "tbody",
    "tfoot", "tr", "th", "td", "br", "span.line", "span.label", "span.lead", "span.owner", "span.support", "span.term",
    "span.evidence", "span.post", "span.number", "span.name", "span.suffix",
    "span.printer", "span.printed-on",
}  # fmt: skip

KNOWN = BLOCKS | PARTS

_PARSER = etree.HTMLParser()
_SPACE = re.compile(r"[ \t\r\n]+")


@dataclass(frozen=True)
class Piece:
    """A stretch of text and the class of the `span` it stands in; a newline is a forced break."""

    kind: str
    text: str


def document(html: str) -> HtmlElement:
    """The page as a tree whose elements are all known; PlanError with every line where one is not."""
    root = cast(HtmlElement, etree.fromstring(html, _PARSER))
    problems = [
        _problem(element, "unknown-element", f"页面里有不认识的元素 {name(element)}，见 templates/README.md 的元素表")
        for element in root.iter("*")
        if name(element) not in KNOWN
    ]
    if problems:
        raise PlanError(*problems)
    return root


def name(element: HtmlElement) -> str:
    """Tag and classes of an element, as the table of elements names it."""
    return _named(str(element.tag), element.get("class") or "")


@lru_cache(maxsize=512)
def _named(tag: str, classes: str) -> str:
    return ".".join([tag, *sorted(classes.split())])


def misplaced(element: HtmlElement) -> PlanError:
    """The error for an element or a text where it cannot stand."""
    return PlanError(_problem(element, "misplaced-element", f"元素 {name(element)} 或它后面的文字放错了地方"))


def _problem(element: HtmlElement, rule: str, message: str) -> Problem:
    return Problem("页面", element.sourceline or 0, 1, rule, message)


def blocks(parent: HtmlElement) -> Iterator[HtmlElement]:
    """The blocks directly in an element, which holds no text of its own."""
    if any((text or "").strip() for text in (parent.text, *(child.tail for child in parent))):
        raise misplaced(parent)
    for child in parent.iterchildren("*"):
        if name(child) not in BLOCKS:
            raise misplaced(child)
        yield child


def pieces(element: HtmlElement, breaks: bool = False) -> list[Piece]:
    """The text of an element by its spans, white space as in HTML: a run is one space, none at the ends.

    A `br` is a piece of its own where `breaks` may be, an error elsewhere.
    """
    found = [Piece(kind, text if kind == "br" else _SPACE.sub(" ", text)) for kind, text in _raw(element, "") if text]
    if not breaks and any(piece.kind == "br" for piece in found):
        raise misplaced(element)
    if found and found[0].text.startswith(" "):
        found[0] = replace(found[0], text=found[0].text.lstrip(" "))
    if found and found[-1].text.endswith(" "):
        found[-1] = replace(found[-1], text=found[-1].text.rstrip(" "))
    return [piece for piece in found if piece.text]


def _raw(element: HtmlElement, kind: str) -> Iterator[tuple[str, str]]:
    yield kind, element.text or ""
    for child in element:
        if child.tag == "br":
            yield "br", "\n"
        elif child.tag == "span":
            yield from _raw(child, child.get("class", ""))
        elif isinstance(child.tag, str):
            raise misplaced(child)
        yield kind, child.tail or ""


def text_of(element: HtmlElement) -> str:
    """The text of an element; most hold nothing else."""
    if not len(element):
        return _SPACE.sub(" ", element.text or "").strip(" ")
    return "".join(piece.text for piece in pieces(element))
