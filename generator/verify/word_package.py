"""The XML parts of a DOCX, opened with care: no bombs, no entities, no broken parts."""

import io
import zipfile

from lxml import etree

from generator.sheets.pdf import refusal

MOST_PARTS = 5_000
MOST_BYTES = 100 * 1024 * 1024
"""All XML parts together, unpacked."""
HEAD = 4096
"""Bytes in which a document type would be declared."""
MAIN = "word/document.xml"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Element = etree._Element


def read_parts(data: bytes, name: str) -> dict[str, Element]:
    """Every XML part by its name; PlanError where the file is locked, broken or too large to measure."""
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
        files = [file for file in package.infolist() if file.filename.endswith((".xml", ".rels"))]
        if len(package.infolist()) > MOST_PARTS or sum(file.file_size for file in files) > MOST_BYTES:
            raise refusal(name, "large-file", "这个 DOCX 展开后太大，可能不是正常的文稿，没有量")
        parts = {file.filename: _parsed(package.read(file), name) for file in files}
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError):
        raise _broken(name) from None
    if MAIN not in parts:
        raise refusal(name, "wrong-file", "这不是 Word 文稿（里面没有 word/document.xml）")
    return parts


def _parsed(content: bytes, name: str) -> Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        raise _broken(name) from None
    if b"<!DOCTYPE" in content[:HEAD]:
        raise _broken(name)
    return root


def _broken(name: str) -> Exception:
    return refusal(name, "broken-file", "这个 DOCX 打不开，可能加了密码、没有传完或已损坏，请用 Word 打开后另存一份")
