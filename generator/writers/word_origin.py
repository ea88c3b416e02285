"""Where `word_template` comes from: python-docx's own template, read again whenever the library is another."""

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from lxml import etree

from generator.writers.word_template import URIS, Root


def roots() -> dict[str, Root]:
    """The first element of every part that we take from the template."""
    document = docx.Document()
    footer, _ = document.part.add_footer_part()  # type: ignore[no-untyped-call] # python-docx leaves it untyped
    parts = {
        "document": document.element,
        "styles": document.styles.element,
        "settings": document.settings.element,
        "footer": footer.element,
    }
    return {name: _root(element) for name, element in parts.items()}


def links() -> dict[str, str]:
    """The relationships of the document to its styles and settings."""
    wanted = {RELATIONSHIP_TYPE.STYLES: "styles", RELATIONSHIP_TYPE.SETTINGS: "settings"}
    found = {link.reltype: name for name, link in docx.Document().part.rels.items()}
    return {name: found[kind] for kind, name in wanted.items()}


def _root(element: etree._Element) -> Root:
    prefixes = " ".join(prefix for prefix, uri in element.nsmap.items() if prefix and URIS.get(prefix) == uri)
    ((key, ignorable),) = element.attrib.items()
    assert str(key) == f"{{{URIS['mc']}}}Ignorable"  # noqa: S101 - a template with another attribute is another template
    return Root(f"{element.prefix}:{etree.QName(element).localname}", prefixes, str(ignorable))
