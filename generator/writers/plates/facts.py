"""What a PDF says of itself: its title and author, its language, the standard it keeps; in its objects and as XMP."""

from typing import Any
from xml.sax.saxutils import escape

import pydyf

from generator.typeset.composition import Composition

PRODUCER = "WeasyPrint 70.0"
"""Whose pages these are, to the byte: what cannot be printed here it prints itself."""
LANGUAGE = "zh-CN"
PROFILE = "IEC 61966-2-1 Default RGB Colour Space - sRGB"
_XMP = """<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF{names}><rdf:Description rdf:about="" pdfaid:part="{part}" pdfaid:conformance="A" />\
<rdf:Description rdf:about="" pdf:Producer="{producer}" />{title}{author}</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


def add_facts(pdf: Any, composition: Composition) -> None:
    """The title, the author, the language, and whose pages these are."""
    pdf.info["Producer"] = pydyf.String(PRODUCER)
    if composition.title:
        pdf.info["Title"] = pydyf.String(composition.title)
    if composition.author:
        pdf.info["Author"] = pydyf.String(composition.author)
    pdf.catalog["Lang"] = pydyf.String(LANGUAGE)


def intent(profile: bytes) -> Any:
    """For which colours the pages are meant."""
    return pydyf.Dictionary({
        "Type": "/OutputIntent",
        "S": "/GTS_PDFA1",
        "OutputConditionIdentifier": pydyf.String(PROFILE),
        "Info": pydyf.String(PROFILE),
        "DestOutputProfile": profile,
    })  # fmt: skip


def describe(pdf: Any, composition: Composition, part: int) -> None:
    """The facts once more, as XMP."""
    spaces = {"dc": "http://purl.org/dc/elements/1.1/"} if composition.title or composition.author else {}
    spaces |= {"pdf": "http://ns.adobe.com/pdf/1.3/", "pdfaid": "http://www.aiim.org/pdfa/ns/id/"}
    spaces |= {"rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#"}
    content = _XMP.format(
        names="".join(f' xmlns:{name}="{uri}"' for name, uri in spaces.items()),
        part=part,
        producer=PRODUCER,
        title=_list("title", "Alt", composition.title, ' xml:lang="x-default"'),
        author=_list("creator", "Seq", composition.author),
    )
    stream = pydyf.Stream([content.encode()], {"Type": "/Metadata", "Subtype": "/XML"}, compress=True)
    pdf.add_object(stream)
    pdf.catalog["Metadata"] = stream.reference


def _list(name: str, kind: str, text: str, attribute: str = "") -> str:
    if not text:
        return ""
    entry = f"<rdf:li{attribute}>{escape(text)}</rdf:li>"
    return f'<rdf:Description rdf:about=""><dc:{name}><rdf:{kind}>{entry}</rdf:{kind}></dc:{name}></rdf:Description>'
