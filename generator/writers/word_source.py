"""The plan's source inside a Word file, as a custom XML part that Word keeps and never shows."""

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from generator.filing import NAMESPACE, Travelling

STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
IDENTIFIER = "{5E0C1B3A-7C54-4E0B-9C1D-8A2F6B7D9E31}"
"""By which Word tells one custom part from another: ours is always the same, and there is never a second."""


def carry_source(document: Document, source: Travelling) -> None:
    """Add the source to the package."""
    package = document.part.package
    item = Part(PackURI("/customXml/item1.xml"), CONTENT_TYPE.XML, _item(source), package)
    properties = Part(
        PackURI("/customXml/itemProps1.xml"), CONTENT_TYPE.OFC_CUSTOM_XML_PROPERTIES, _properties(), package
    )
    item.relate_to(properties, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
    document.part.relate_to(item, RELATIONSHIP_TYPE.CUSTOM_XML)


def _item(source: Travelling) -> bytes:
    root = etree.Element(f"{{{NAMESPACE}}}source", nsmap={"xiaowen": NAMESPACE})
    for name, text in (("plan", source.plan), ("school", source.school)):
        etree.SubElement(root, f"{{{NAMESPACE}}}{name}").text = text
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _properties() -> bytes:
    root = etree.Element(f"{{{STORE}}}datastoreItem", {f"{{{STORE}}}itemID": IDENTIFIER}, nsmap={"ds": STORE})
    references = etree.SubElement(root, f"{{{STORE}}}schemaRefs")
    etree.SubElement(references, f"{{{STORE}}}schemaRef", {f"{{{STORE}}}uri": NAMESPACE})
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=False)
