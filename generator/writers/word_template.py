"""What every Word file has from python-docx's own template, kept as text: the library takes longer to load than to write one."""

from dataclasses import dataclass

URIS = {
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "mo": "http://schemas.microsoft.com/office/mac/office/2008/main",
    "mv": "urn:schemas-microsoft-com:mac:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "sl": "http://schemas.openxmlformats.org/schemaLibrary/2006/main",
    "v": "urn:schemas-microsoft-com:vml",
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "w10": "urn:schemas-microsoft-com:office:word",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "wne": "http://schemas.microsoft.com/office/word/2006/wordml",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wp14": "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing",
    "wpc": "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "wpi": "http://schemas.microsoft.com/office/word/2010/wordprocessingInk",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
}
"""Namespaces by the prefixes that Word knows."""


@dataclass(frozen=True)
class Root:
    """The first element of a part: its name, the namespaces it declares in their order, those a reader may pass over."""

    name: str
    prefixes: str
    ignorable: str

    @property
    def opened(self) -> str:
        """The start of the element."""
        declared = " ".join(f'xmlns:{prefix}="{URIS[prefix]}"' for prefix in self.prefixes.split())
        return f'<{self.name} {declared} mc:Ignorable="{self.ignorable}">'

    @property
    def closed(self) -> str:
        """The end of the element."""
        return f"</{self.name}>"


ROOTS = {
    "document": Root("w:document", "wpc mo mc mv o r m v wp14 wp w10 w w14 wpg wpi wne wps", "w14 wp14"),
    "styles": Root("w:styles", "mc r w w14", "w14"),
    "settings": Root("w:settings", "mc o r m v w10 w w14 sl", "w14"),
    "footer": Root("w:ftr", "m mc mo mv o r v w10 w14 w wne wp14 wp wpc wpg wpi wps", "w14 wp14"),
}
"""By the name of the part."""

LINKS = {"styles": "rId3", "settings": "rId5"}
"""The relationships by which the document finds them."""
