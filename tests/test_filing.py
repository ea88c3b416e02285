"""The PDF as an archive takes it: its standard, its metadata, its attachments."""

import hashlib
import io
import os
import re
import shutil
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
from lxml import etree

from generator.filing import MARKS, NAMESPACE, STANDARDS, Filing, Travelling
from generator.readers.travelling import read_source
from generator.typeset.fonts import find_fonts
from generator.writers import word, write

needs_fonts = pytest.mark.skipif(bool(find_fonts().absent), reason="needs the fonts that make installs")

TITLE, SCHOOL = "学校安全工作计划 <一> & “二”", "青山县实验小学"
HEAD = f'<meta charset="utf-8"><meta name="author" content="{SCHOOL}"><title>学校安全工作计划 &lt;一&gt; &amp; “二”</title>'
PAGE = (
    f'<!DOCTYPE html><html lang="zh-CN"><head>{HEAD}</head><body><h1 class="title"><span class="line">计划</span></h1>'
    "<h2>目标</h2><p>全年无事故。</p></body></html>"
)
SOURCE = Travelling(f"{MARKS['plan']}\n甲: <乙> & “丙”\n\n丁: |\n  戊\t己\n", f"{MARKS['school']}\n名称: 甲\n")

RDF, DC = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}", "{http://purl.org/dc/elements/1.1/}"
PDFA, PDFUA = "{http://www.aiim.org/pdfa/ns/id/}", "{http://www.aiim.org/pdfua/ns/id/}"
SCHEMA, PROPERTY = "{http://www.aiim.org/pdfa/ns/schema#}", "{http://www.aiim.org/pdfa/ns/property#}"


@cache
def filed(standard: str, with_source: bool = True) -> bytes:
    return write(PAGE, "pdf", Filing(standard), SOURCE if with_source else None)


def streams(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The dictionary and the unpacked bytes of every stream."""
    for found in re.finditer(rb"stream\r?\n", content):
        head = content[: found.start()].rpartition(b" obj")[2]
        with suppress(zlib.error):
            yield head, zlib.decompressobj().decompress(content[found.end() :])


def metadata(standard: str) -> etree._Element:
    (xmp,) = [data for head, data in streams(filed(standard)) if b"/Metadata" in head]
    assert xmp.startswith(b"<?xpacket begin=") and xmp.endswith(b'<?xpacket end="r"?>')  # noqa: PT018 - one packet
    root = etree.fromstring(xmp)
    assert [child.tag for child in root] == [f"{RDF}RDF"]
    return root


def stated(root: etree._Element, name: str) -> list[str | None]:
    return [entry.text for entry in root.findall(f".//{DC}{name}//{RDF}li")]


def everything(standard: str) -> bytes:
    content = filed(standard)
    return b"".join([content, *(data for _, data in streams(content))])


@needs_fonts
def test_the_usual_pdf_is_pdf_a_2a() -> None:
    assert write(PAGE, "pdf", source=SOURCE) == filed("a-2a")
    assert filed("a-2a").startswith(b"%PDF-1.7")


@needs_fonts
@pytest.mark.parametrize(("standard", "part"), [("a-2a", "2"), ("a-3a", "3")])
def test_the_metadata_names_the_part_of_pdf_a(standard: str, part: str) -> None:
    (element,) = metadata(standard).findall(f".//{RDF}Description[@{PDFA}part]")
    assert (element.get(f"{PDFA}part"), element.get(f"{PDFA}conformance")) == (part, "A")
    assert b"/S /GTS_PDFA1" in everything(standard)
    assert b"/MarkInfo <</Marked true>>" in everything(standard)


@needs_fonts
def test_the_metadata_names_pdf_ua() -> None:
    (element,) = metadata("ua-1").findall(f".//{RDF}Description[@{PDFUA}part]")
    assert element.get(f"{PDFUA}part") == "1"
    assert b"/DisplayDocTitle true" in everything("ua-1")


@needs_fonts
@pytest.mark.parametrize("standard", ["a-2a", "a-3a", "ua-1"])
def test_the_metadata_agrees_with_what_the_file_says_of_itself(standard: str) -> None:
    document = pypdfium2.PdfDocument(filed(standard))
    facts = document.get_metadata_dict()
    document.close()
    root = metadata(standard)
    assert stated(root, "title") == [facts["Title"]] == [TITLE]
    assert stated(root, "creator") == [facts["Author"]] == [SCHOOL]
    assert stated(root, "language") == ["zh-CN"]
    assert b"/Lang (zh-CN)" in everything(standard)
    assert (facts["CreationDate"], facts["ModDate"]) == ("", "")


@needs_fonts
def test_a_plain_pdf_claims_no_standard() -> None:
    assert b"/Metadata" not in everything("plain")
    assert b"/OutputIntents" not in everything("plain")


@needs_fonts
@pytest.mark.parametrize("standard", STANDARDS)
def test_the_source_travels_in_every_standard(standard: str) -> None:
    assert read_source(filed(standard), "甲.pdf") == SOURCE
    assert read_source(filed(standard, with_source=False), "甲.pdf") is None


@needs_fonts
@pytest.mark.parametrize("standard", ["a-3a", "ua-1", "plain"])
def test_the_source_is_attached_as_the_source_of_the_document(standard: str) -> None:
    document = pypdfium2.PdfDocument(filed(standard))
    attached = [document.get_attachment(index) for index in range(document.count_attachments())]
    found = {one.get_name(): bytes(one.get_data()).decode() for one in attached}
    document.close()
    assert found == {"计划.yaml": SOURCE.plan, "学校.yaml": SOURCE.school}
    assert everything(standard).count(b"/AFRelationship /Source") == 2
    assert re.search(rb"/AF \[\d+ 0 R \d+ 0 R\]", everything(standard))


@needs_fonts
def test_pdf_a_2a_has_no_attachment_and_describes_its_own_properties() -> None:
    assert b"/EmbeddedFile" not in everything("a-2a")
    assert b"/Filespec" not in everything("a-2a")
    root = metadata("a-2a")
    assert root.findtext(f".//{SCHEMA}namespaceURI") == NAMESPACE
    described = [element.text for element in root.iter(f"{PROPERTY}name")]
    used = [str(element.tag).partition("}")[2] for element in root.iter(f"{{{NAMESPACE}}}*")]
    assert described == used == ["plan", "school"]


@needs_fonts
@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("qpdf"), reason="needs qpdf")
@pytest.mark.parametrize("standard", STANDARDS)
def test_qpdf_finds_nothing_wrong(standard: str, tmp_path: Path) -> None:
    file = tmp_path / "甲.pdf"
    file.write_bytes(filed(standard))
    done = subprocess.run(  # noqa: S603 - the file is ours
        [str(shutil.which("qpdf")), "--check", str(file)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "No syntax or stream encoding errors found" in done.stdout


PROGRAM = """
import hashlib, sys
from generator.filing import Filing, Travelling
from generator.writers import write
page, plan, school = sys.stdin.read().split("\\0")
for form, standard in (("docx", "a-2a"), ("pdf", "a-2a"), ("pdf", "a-3a")):
    print(hashlib.sha256(write(page, form, Filing(standard), Travelling(plan, school))).hexdigest())
"""


@needs_fonts
@pytest.mark.slow
def test_the_same_source_gives_the_same_bytes_in_every_process() -> None:
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Shanghai", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", PROGRAM],
        input="\0".join((PAGE, SOURCE.plan, SOURCE.school)),
        env=environment,
        cwd=Path(__file__).parents[1],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    made = (write(PAGE, "docx", source=SOURCE), filed("a-2a"), filed("a-3a"))
    assert done.stdout.split() == [hashlib.sha256(content).hexdigest() for content in made]


# ---- Word ---------------------------------------------------------------------------------------------------------

CUSTOM_PROPERTIES = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def test_the_custom_part_of_a_word_file_is_tied_to_its_document_and_its_properties() -> None:
    with zipfile.ZipFile(io.BytesIO(word.write(PAGE, source=SOURCE))) as package:
        made = {name: etree.fromstring(package.read(name)) for name in package.namelist()}
    links = {link.get("Type"): link.get("Target") for link in made["word/_rels/document.xml.rels"]}
    assert links[f"{RELATION}/customXml"] == "../customXml/item1.xml"
    (link,) = made["customXml/_rels/item1.xml.rels"]
    assert (link.get("Type"), link.get("Target")) == (f"{RELATION}/customXmlProps", "itemProps1.xml")
    types = {
        part.get("PartName") or part.get("Extension"): part.get("ContentType") for part in made["[Content_Types].xml"]
    }
    assert types["xml"] == "application/xml"
    assert types["/customXml/itemProps1.xml"] == CUSTOM_PROPERTIES
    assert [element.text for element in made["customXml/item1.xml"]] == [SOURCE.plan, SOURCE.school]
    assert made["customXml/itemProps1.xml"][0][0].attrib.values() == [NAMESPACE]
