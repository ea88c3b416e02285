"""The parts of a Word file's package, read within limits and without reaching outside it."""

from lxml import etree

from generator.readers.originals.archive import BROKEN, TOO_LARGE, open_archive, read_part
from generator.readers.originals.refusing import refused

MOST_TAGS = 600_000
"""Tags in one part; a plan of 200 pages has a third of them."""
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"

Element = etree._Element


class Package:
    """An open package: its main part and those beside it, parsed when asked for."""

    def __init__(self, content: bytes, file: str) -> None:
        """Open the package, or say that it is none."""
        self._file = file
        self._archive = open_archive(content, file)
        self.main = self.part("document.xml")
        if self.main is None:
            raise refused(file, "unreadable-file", BROKEN)

    def part(self, name: str) -> Element | None:
        """The root of a part beside the main one; None where there is none."""
        content = read_part(self._archive, f"word/{name}", self._file)
        if content is None:
            return None
        if content.count(b"<") > MOST_TAGS:
            raise refused(self._file, "too-large", TOO_LARGE)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            root: Element = etree.fromstring(content.replace(_STRICT, WORD.encode()), parser)
        except (etree.XMLSyntaxError, ValueError):
            raise refused(self._file, "unreadable-file", BROKEN) from None
        if root.getroottree().docinfo.internalDTD is not None:
            raise refused(
                self._file, "unreadable-file", "文件里夹着 Word 不会写的实体声明，没有读；请用 Word 另存一份再试"
            )
        return root
