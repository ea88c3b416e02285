"""The package around a Word document's body: styles, settings, fonts, footers, properties; the same bytes each time.

All but body, properties and source is alike in every file of a school: it is made and packed once.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from generator.filing import Travelling
from generator.typeset.composition import Composition, Pages
from generator.typeset.styles import FONTS, NO_LINE_END, NO_LINE_START
from generator.writers.word_elements import DECLARATION, Element, element, parsed
from generator.writers.word_footers import empty, lying, sides, upright
from generator.writers.word_letters import lower_rule
from generator.writers.word_relations import CONTENT_TYPES, Relation, content_types, free, relations
from generator.writers.word_sections import Links
from generator.writers.word_source import ITEM, SURROUNDINGS, item
from generator.writers.word_styles import styles
from generator.writers.word_template import LINKS, ROOTS
from generator.writers.word_zip import Entry, packed, zipped

DOCUMENT, PROPERTIES = "word/document.xml", "docProps/core.xml"
OF_DOCUMENT, OF_PACKAGE = "word/_rels/document.xml.rels", "_rels/.rels"
FIRST_PARTS = (CONTENT_TYPES, OF_PACKAGE)  # readers that stream a package look for these first
WORD_2013 = "http://schemas.microsoft.com/office/word"
COMPATIBILITY = {
    "compatibilityMode": 15,
    "overrideTableStyleFontSizeAndJustification": 1,
    "enableOpenTypeFeatures": 1,
    "doNotFlipMirrorIndents": 1,
    "differentiateMultirowTableHeaders": 1,
}
CORE = {
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
}
_USED = re.compile(r'<w:footerReference [^>]*r:id="([^"]*)"')


@dataclass(frozen=True)
class Package:
    """What is alike in every file of one set of house rules: the document's relations, the parts they name, the footers."""

    relations: tuple[Relation, ...]
    parts: dict[str, Entry]
    links: Links


@lru_cache(maxsize=32)
def prepared_package(pages: Pages) -> Package:
    """A package without body, properties and source, with every footer."""
    parts = {"styles": _part("styles", styles(pages)), "settings": _part("settings", _settings(pages))}
    found = [Relation(LINKS[name], name, f"{name}.xml") for name in parts]
    for number, footer in enumerate(_footers(pages), 1):
        parts[f"footer{number}"] = _part("footer", [footer])
        found.append(Relation(free(found), "footer", f"footer{number}.xml"))
    parts["fontTable"] = _serialised(*parsed(_font_table()))
    links = _links([relation.name for relation in found if relation.kind == "footer"], pages)
    found.append(Relation(free(found), "fontTable", "fontTable.xml"))
    entries = {f"{name}.xml": packed(f"word/{name}.xml", content) for name, content in parts.items()}
    return Package(tuple(found), entries, links)


def _links(footers: list[str], pages: Pages) -> Links:
    """The relations of the footers that sections refer to."""
    kinds = tuple(sides(pages))
    return Links(
        upright=dict(zip(kinds, footers, strict=False)),
        lying=dict(zip(kinds, footers[len(kinds) :], strict=False)),
        empty=dict.fromkeys(kinds, footers[-2]),
        letter=footers[-1],
    )


def saved(composition: Composition, body: str, source: Travelling | None) -> bytes:
    """The package with this body as a zip file with sorted parts and no date."""
    own = {DOCUMENT: _document(body), PROPERTIES: _properties(composition)}
    if source:
        own[ITEM] = item(source)
    around = _around(composition.pages, frozenset(_USED.findall(body)), bool(source))
    entries = {**around, **{name: packed(name, content) for name, content in own.items()}}
    rest = sorted(entries.keys() - set(FIRST_PARTS))
    return zipped(entries[name] for name in (*FIRST_PARTS, *rest))


@lru_cache(maxsize=64)
def _around(pages: Pages, used: frozenset[str], with_source: bool) -> dict[str, Entry]:
    """Every part that is alike in all files with these footers; those that no section refers to are left out."""
    package = prepared_package(pages)
    unused = package.links.all - used
    found = [relation for relation in package.relations if relation.name not in unused]
    parts = {f"word/{relation.target}": package.parts[relation.target] for relation in found}
    if with_source:
        found.append(Relation(free(found), "customXml", f"../{ITEM}"))
        parts |= {name: packed(name, content) for name, content in SURROUNDINGS.items()}
    of_package = [("officeDocument", DOCUMENT), ("core-properties", PROPERTIES)]
    told = {
        OF_DOCUMENT: relations(found),
        OF_PACKAGE: relations(Relation(f"rId{n}", kind, target) for n, (kind, target) in enumerate(of_package, 1)),
        CONTENT_TYPES: content_types((DOCUMENT, PROPERTIES, *parts)),
    }
    return {**parts, **{name: packed(name, content) for name, content in told.items()}}


def _document(body: str) -> bytes:
    root = ROOTS["document"]
    return f"{DECLARATION}{root.opened}<w:body>{body}</w:body>{root.closed}".encode()


def _properties(composition: Composition) -> bytes:
    """Title, author and language, and no date: the same input gives the same bytes."""
    stated = {"title": composition.title, "creator": composition.author, "language": "zh-CN"}
    root = etree.Element(f"{{{CORE['cp']}}}coreProperties", nsmap=CORE)
    for name, value in stated.items():
        etree.SubElement(root, f"{{{CORE['dc']}}}{name}").text = value
    return _serialised(root)


def _footers(pages: Pages) -> Iterator[str]:
    """The footers of upright pages, of lying ones, of a page without number, of the first page of a letter."""
    where = sides(pages).values()
    yield from (*map(upright, where), *map(lying, where), empty(), lower_rule())


def _settings(pages: Pages) -> list[str]:
    return [
        element("zoom", percent=100),
        element("defaultTabStop", val=420),
        *([element("evenAndOddHeaders")] if "even" in sides(pages) else []),
        element("characterSpacingControl", val="doNotCompress"),
        element("noLineBreaksAfter", lang="zh-CN", val=NO_LINE_END),
        element("noLineBreaksBefore", lang="zh-CN", val=NO_LINE_START),
        element("compat", element("doNotExpandShiftReturn"), *_compatibility()),
        element("decimalSymbol", val="."),
        element("listSeparator", val=","),
    ]


def _compatibility() -> list[str]:
    return [element("compatSetting", name=name, uri=WORD_2013, val=val) for name, val in COMPATIBILITY.items()]


def _font_table() -> str:
    """Fonts as Chinese ones, so that a machine without 小标宋 falls back to 宋体 and not to a Latin font."""
    return element("fonts", *(_declared(font.word) for font in FONTS.values()))


def _declared(name: str) -> str:
    children = (element("charset", val="86"), element("family", val="auto"), element("pitch", val="variable"))
    return element("font", *children, name=name)


def _part(name: str, children: list[str]) -> bytes:
    """A part of python-docx's template with these elements in it."""
    root = etree.fromstring(ROOTS[name].opened + ROOTS[name].closed)
    root[:] = parsed(*children)
    return _serialised(root)


def _serialised(root: Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
