"""The parts of a Word file that tell of the others: their kinds, and which refers to which."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import count

from generator.writers.word_elements import DECLARATION

CONTENT_TYPES = "[Content_Types].xml"

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_VENDOR = "application/vnd.openxmlformats-"
_KINDS = {
    "core-properties": f"{_PACKAGE}/relationships/metadata/core-properties",
    **{name: f"{_OFFICE}/{name}" for name in ("customXml", "customXmlProps", "fontTable", "footer", "officeDocument")},
    **{name: f"{_OFFICE}/{name}" for name in ("settings", "styles")},
}
_TYPES = {
    "customXml/itemProps": f"{_VENDOR}officedocument.customXmlProperties+xml",
    "docProps/core": f"{_VENDOR}package.core-properties+xml",
    "word/document": f"{_VENDOR}officedocument.wordprocessingml.document.main+xml",
    "word/fontTable": f"{_VENDOR}officedocument.wordprocessingml.fontTable+xml",
    "word/footer": f"{_VENDOR}officedocument.wordprocessingml.footer+xml",
    "word/settings": f"{_VENDOR}officedocument.wordprocessingml.settings+xml",
    "word/styles": f"{_VENDOR}officedocument.wordprocessingml.styles+xml",
}
"""By the name of a part without its number; any other is plain XML."""


@dataclass(frozen=True)
class Relation:
    """By which name a part refers to another, as what, and where that is."""

    name: str
    kind: str
    target: str


def free(found: Iterable[Relation]) -> str:
    """The first name that none of them has."""
    taken = {relation.name for relation in found}
    return next(name for number in count(1) if (name := f"rId{number}") not in taken)


def relations(found: Iterable[Relation]) -> bytes:
    """The part that holds the relations of another."""
    written = (
        f'<Relationship Id="{relation.name}" Type="{_KINDS[relation.kind]}" Target="{relation.target}"/>'
        for relation in found
    )
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{"".join(written)}</Relationships>'.encode()


def content_types(parts: Iterable[str]) -> bytes:
    """The part that says what kind of XML each of these is."""
    usual = {"rels": f"{_VENDOR}package.relationships+xml", "xml": "application/xml"}
    defaults = (f'<Default Extension="{ending}" ContentType="{kind}"/>' for ending, kind in usual.items())
    typed = ((part, _TYPES.get(part.removesuffix(".xml").rstrip("0123456789"))) for part in sorted(parts))
    overrides = (f'<Override PartName="/{part}" ContentType="{kind}"/>' for part, kind in typed if kind)
    return f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">{"".join((*defaults, *overrides))}</Types>'.encode()
