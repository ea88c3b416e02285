"""The package around a Word document's body: styles, settings, fonts, footers, properties; the same bytes each time."""

import io
import zipfile
from functools import cache

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from generator.typeset.composition import Composition, Pages
from generator.typeset.styles import FONTS, NO_LINE_END, NO_LINE_START
from generator.writers.word_elements import NAMESPACES, Element, element, parsed
from generator.writers.word_footers import empty, lying, sides, upright
from generator.writers.word_letters import lower_rule
from generator.writers.word_sections import Links
from generator.writers.word_styles import styles

KEPT = {RELATIONSHIP_TYPE.STYLES, RELATIONSHIP_TYPE.SETTINGS, RELATIONSHIP_TYPE.OFFICE_DOCUMENT}
FIRST_PARTS = ("[Content_Types].xml", "_rels/.rels")  # readers that stream a package look for these first
EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest date a zip file can hold
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


def prepared_package(pages: Pages) -> Document:
    """A document with all but its body and its properties."""
    return docx.Document(io.BytesIO(_prepared(pages)))


def links_of(document: Document, pages: Pages) -> Links:
    """The relationships of the footers that sections refer to."""
    targets = {str(link.target_part.partname): name for name, link in document.part.rels.items()}
    kinds = tuple(sides(pages))
    footers = [targets[f"/word/footer{number}.xml"] for number in range(1, 2 * len(kinds) + 3)]
    return Links(
        upright=dict(zip(kinds, footers, strict=False)),
        lying=dict(zip(kinds, footers[len(kinds) :], strict=False)),
        empty=dict.fromkeys(kinds, footers[-2]),
        letter=footers[-1],
    )


def drop_unused(document: Document, links: Links) -> None:
    """Leave out the footers that no section refers to: those of lying pages, mostly."""
    reference = f"{{{NAMESPACES['w']}}}footerReference"
    used = {value for found in document.element.body.iter(reference) for value in found.values()}
    for link in links.all - used:
        del document.part.rels[link]


def state_properties(document: Document, composition: Composition) -> None:
    """Give the file its title, author and language, and no date: the same input gives the same bytes."""
    stated = {"title": composition.title, "creator": composition.author, "language": "zh-CN"}
    root = etree.Element(f"{{{CORE['cp']}}}coreProperties", nsmap=CORE)
    for name, value in stated.items():
        etree.SubElement(root, f"{{{CORE['dc']}}}{name}").text = value
    package = document.part.package
    part = Part(PackURI("/docProps/core.xml"), CONTENT_TYPE.OPC_CORE_PROPERTIES, _serialised(root), package)
    package.relate_to(part, RELATIONSHIP_TYPE.CORE_PROPERTIES)


def saved(document: Document, packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The package as a zip file with sorted parts and no date."""
    raw, ordered = io.BytesIO(), io.BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(ordered, "w", packing) as target:
        rest = sorted(set(source.namelist()) - set(FIRST_PARTS))
        for name in (*FIRST_PARTS, *rest):
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type, entry.create_system = packing, 0
            target.writestr(entry, source.read(name))
    return ordered.getvalue()


@cache
def _prepared(pages: Pages) -> bytes:
    document = docx.Document()
    _drop_foreign_parts(document)
    document.styles.element[:] = parsed(*styles(pages))
    document.settings.element[:] = parsed(*_settings(pages))
    for footer in _footers(pages):
        part, _ = document.part.add_footer_part()  # type: ignore[no-untyped-call] # python-docx leaves it untyped
        part.element[:] = parsed(footer)
    package = document.part.package
    table = Part(
        PackURI("/word/fontTable.xml"), CONTENT_TYPE.WML_FONT_TABLE, _serialised(*parsed(_font_table())), package
    )
    document.part.relate_to(table, RELATIONSHIP_TYPE.FONT_TABLE)
    document.element.body[:] = []
    return saved(document, zipfile.ZIP_STORED)


def _footers(pages: Pages) -> list[str]:
    """The footers of upright pages, of lying ones, of a page without number, of the first page of a letter."""
    where = sides(pages).values()
    return [*map(upright, where), *map(lying, where), empty(), lower_rule()]


def _drop_foreign_parts(document: Document) -> None:
    """Leave out the theme, numbering, thumbnail and properties of python-docx's own template."""
    for links in (document.part.rels, document.part.package.rels):
        for name in [name for name, link in links.items() if link.reltype not in KEPT]:
            del links[name]


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


def _serialised(root: Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
