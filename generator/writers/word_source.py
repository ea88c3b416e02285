"""The plan's source inside a Word file, as a custom XML part that Word keeps and never shows."""

from lxml import etree

from generator.filing import NAMESPACE, Travelling
from generator.writers.word_relations import Relation, relations

STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
IDENTIFIER = "{5E0C1B3A-7C54-4E0B-9C1D-8A2F6B7D9E31}"
"""By which Word tells one custom part from another: ours is always the same, and there is never a second."""
ITEM = "customXml/item1.xml"


def item(source: Travelling) -> bytes:
    """The part that holds the source."""
    root = etree.Element(f"{{{NAMESPACE}}}source", nsmap={"xiaowen": NAMESPACE})
    for name, text in (("plan", source.plan), ("school", source.school)):
        etree.SubElement(root, f"{{{NAMESPACE}}}{name}").text = text
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _properties() -> bytes:
    root = etree.Element(f"{{{STORE}}}datastoreItem", {f"{{{STORE}}}itemID": IDENTIFIER}, nsmap={"ds": STORE})
    references = etree.SubElement(root, f"{{{STORE}}}schemaRefs")
    etree.SubElement(references, f"{{{STORE}}}schemaRef", {f"{{{STORE}}}uri": NAMESPACE})
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=False)


SURROUNDINGS = {
    "customXml/_rels/item1.xml.rels": relations([Relation("rId1", "customXmlProps", "itemProps1.xml")]),
    "customXml/itemProps1.xml": _properties(),
}
"""The parts that tell Word what the item is."""
