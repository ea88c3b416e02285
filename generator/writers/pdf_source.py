"""What a PDF carries beyond its pages: the plan's source, in the way its standard allows, and its language in XMP."""

from collections.abc import Callable
from html import escape
from typing import Any

from generator.filing import NAMESPACE, Travelling

FILES = {"plan": "计划.yaml", "school": "学校.yaml"}
"""The names of the attached texts."""
MODIFIED = "D:19800101000000Z"
"""An attachment must say when it was changed; the same source always gives the same bytes."""
NO_ATTACHMENTS = ("a-2a",)
"""Standards that take only PDF files as attachments: the source stands in XMP."""

_EXTENSION = """<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">\
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">\
<pdfaSchema:schema>Source of a document made by xiaowen</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>{namespace}</pdfaSchema:namespaceURI><pdfaSchema:prefix>xiaowen</pdfaSchema:prefix>\
<pdfaSchema:property><rdf:Seq>{properties}</rdf:Seq></pdfaSchema:property>\
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"""
_PROPERTY = """<rdf:li rdf:parseType="Resource"><pdfaProperty:name>{name}</pdfaProperty:name>\
<pdfaProperty:valueType>Text</pdfaProperty:valueType><pdfaProperty:category>external</pdfaProperty:category>\
<pdfaProperty:description>{description}</pdfaProperty:description></rdf:li>"""
_DESCRIPTIONS = {"plan": "The plan as YAML", "school": "What the plan takes from its school, as YAML"}
_LANGUAGE = """<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:language><rdf:Bag>\
<rdf:li>{language}</rdf:li></rdf:Bag></dc:language></rdf:Description>"""


def finisher(standard: str, source: Travelling | None) -> Callable[[Any, Any], None]:
    """What WeasyPrint calls with the document and the PDF just before it is written."""

    def finish(document: Any, pdf: Any) -> None:
        texts = {"plan": source.plan, "school": source.school} if source else {}
        descriptions = [_LANGUAGE.format(language=escape(document.metadata.lang))]
        if texts and standard in NO_ATTACHMENTS:
            descriptions += [_extension(), _properties(texts)]
        elif texts:
            _attach(pdf, texts)
        if "Metadata" in pdf.catalog:
            _add_metadata(pdf, "".join(descriptions))

    return finish


# ---- XMP ----------------------------------------------------------------------------------------------------------


def _add_metadata(pdf: Any, descriptions: str) -> None:
    """Set the descriptions into the XMP that WeasyPrint wrote."""
    stream = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    before, end, after = stream.stream[0].rpartition(b"</rdf:RDF>")
    stream.stream[0] = before + descriptions.encode() + end + after


def _extension() -> str:
    """The description of our own schema, without which PDF/A takes no foreign property."""
    properties = (_PROPERTY.format(name=name, description=text) for name, text in _DESCRIPTIONS.items())
    return _EXTENSION.format(namespace=NAMESPACE, properties="".join(properties))


def _properties(texts: dict[str, str]) -> str:
    values = (f"<xiaowen:{name}>{escape(text, quote=False)}</xiaowen:{name}>" for name, text in texts.items())
    return f'<rdf:Description rdf:about="" xmlns:xiaowen="{NAMESPACE}">{"".join(values)}</rdf:Description>'


# ---- attachments --------------------------------------------------------------------------------------------------


def _attach(pdf: Any, texts: dict[str, str]) -> None:
    """Attach the texts as the source (AFRelationship Source) of the whole document."""
    import pydyf  # noqa: PLC0415 - comes with WeasyPrint, which only a PDF should load

    files = {f"{name}.yaml": _attachment(pdf, name, text) for name, text in texts.items()}
    names = [part for name, file in sorted(files.items()) for part in (pydyf.String(name), file)]
    tree = pydyf.Dictionary({"Names": pydyf.Array(names)})
    pdf.add_object(tree)
    pdf.catalog.setdefault("Names", pydyf.Dictionary())["EmbeddedFiles"] = tree.reference
    pdf.catalog["AF"] = pydyf.Array(files.values())


def _attachment(pdf: Any, name: str, text: str) -> Any:
    import pydyf  # noqa: PLC0415 - as above

    content = text.encode()
    parameters = pydyf.Dictionary({"Size": len(content), "ModDate": pydyf.String(MODIFIED)})
    extra = pydyf.Dictionary({"Type": "/EmbeddedFile", "Subtype": "/application#2fyaml", "Params": parameters})
    stream = pydyf.Stream([content], extra, compress=True)
    pdf.add_object(stream)
    file = pydyf.Dictionary({
        "Type": "/Filespec",
        "F": pydyf.String(f"{name}.yaml"),
        "UF": pydyf.String(FILES[name]),
        "EF": pydyf.Dictionary({"F": stream.reference, "UF": stream.reference}),
        "Desc": pydyf.String(_DESCRIPTIONS[name]),
        "AFRelationship": "/Source",
    })  # fmt: skip
    pdf.add_object(file)
    return file.reference
