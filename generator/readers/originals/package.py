"""The parts of a Word file's package, read within limits and without reaching outside it."""

import io
import zipfile
import zlib

from lxml import etree

from generator.readers.originals.refusing import refused

PART_LIMIT = 60_000_000
"""Bytes a part may have when unpacked."""
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_BROKEN = "这不是完好的 DOCX；请用 Word 打开，另存一份再试"

Element = etree._Element


class Package:
    """An open package: its main part and those beside it, parsed when asked for."""

    def __init__(self, content: bytes, file: str) -> None:
        """Open the package, or say that it is none."""
        self._file = file
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
            self.main = self.part("document.xml")
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
            self.main = None
        if self.main is None:
            raise refused(file, "unreadable-file", _BROKEN)

    def part(self, name: str) -> Element | None:
        """The root of a part beside the main one; None where there is none."""
        try:
            entry = self._zip.getinfo(f"word/{name}")
            if entry.file_size > PART_LIMIT:
                raise refused(self._file, "too-large", "文件解开以后太大，不像是一份文稿；请另存一份再试")
            content = self._zip.read(entry).replace(_STRICT, WORD.encode())
            parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
            root: Element = etree.fromstring(content, parser)
        except KeyError:
            return None
        except (zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, EOFError, RuntimeError, NotImplementedError):
            raise refused(self._file, "unreadable-file", _BROKEN) from None
        return root
