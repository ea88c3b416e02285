"""The source that travels inside a finished file: made of what is printed, and read back from the file's bytes."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

from generator.filing import MARKS, NAMESPACE, Travelling
from generator.kinds import Kind
from generator.model import Plan, School
from generator.outline.travelling import printed_plan, printed_school
from generator.problems import PlanError, Problem
from generator.readers.yaml_text import SIZE_LIMIT
from generator.readers.yaml_writer import write_plan, write_school

_STREAM = re.compile(rb"stream\r?\n")
_HEAD_LENGTH = 500
"""Bytes before a PDF's stream in which its dictionary is looked for."""
_HOLDERS = (b"/EmbeddedFile", b"/Metadata")
_CUSTOM_PART = re.compile(r"customXml/item\d*\.xml")

Texts = dict[str, str]
"""Texts of a source by their names in MARKS."""


def write_source(plan: Plan, school: School, kind: Kind) -> Travelling:
    """The source of a file that prints this plan: only what the file shows."""
    shown = printed_plan(plan, kind)
    text = _marked("plan", write_plan(shown))
    return Travelling(text, _marked("school", write_school(printed_school(shown, school, text))))


def _marked(name: str, text: str) -> str:
    """The text under its own first line, in place of the one for editors."""
    _, _, rest = text.partition("\n")
    return f"{MARKS[name]}\n{rest}"


def read_source(content: bytes, file: str) -> Travelling | None:
    """The source in a PDF or a Word file of ours; None in any other, PlanError where only a part of it is left."""
    found: Texts = {}
    for texts in _from_package(content) if content.startswith(b"PK") else _from_pdf(content):
        found.update(texts)
    if not found:
        return None
    if found.keys() != MARKS.keys():
        message = "文件里带着的源文件不全，可能被别的软件改过；请用校文生成的原文件，或改用 YAML 源文件"
        raise PlanError(Problem(file, 0, 0, "damaged-source", message))
    return Travelling(**found)


def _in_xml(content: bytes) -> Texts:
    """The texts that stand in our own elements of an XML document."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        return {}
    elements = ((name, root.find(f".//{{{NAMESPACE}}}{name}")) for name in MARKS)
    return {name: element.text or "" for name, element in elements if element is not None}


def _in_text(content: bytes) -> Texts:
    """An attached text of ours, known by its first line."""
    marks = {name: mark for name, mark in MARKS.items() if content.startswith(mark.encode())}
    return {name: content.decode("utf-8", "replace") for name in marks}


# ---- Word ---------------------------------------------------------------------------------------------------------


def _from_package(content: bytes) -> Iterator[Texts]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            for part in package.infolist():
                if _CUSTOM_PART.fullmatch(part.filename) and part.file_size <= SIZE_LIMIT:
                    yield _in_xml(package.read(part))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError):
        return  # broken, encrypted or packed in a way nobody uses: not a file of ours


# ---- PDF ----------------------------------------------------------------------------------------------------------


def _from_pdf(content: bytes) -> Iterator[Texts]:
    """The texts in every attachment and metadata stream, the latest last."""
    for found in _STREAM.finditer(content):
        head = content[max(0, found.start() - _HEAD_LENGTH) : found.start()].rpartition(b" obj")[2]
        if any(holder in head for holder in _HOLDERS):
            data = _unpacked(content, found.end(), b"/FlateDecode" in head)
            yield _in_text(data) or (_in_xml(data) if NAMESPACE.encode() in data else {})


def _unpacked(content: bytes, start: int, packed: bool) -> bytes:
    """A stream's bytes, packed or plain, up to SIZE_LIMIT."""
    if not packed:
        return content[start : content.find(b"endstream", start)].rstrip(b"\r\n")
    try:
        return zlib.decompressobj().decompress(content[start:], SIZE_LIMIT)
    except zlib.error:
        return b""
