"""Word's sections: the paper upright or lying (横向), its margins, and the footers that number its pages."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.typeset.styles import BOTTOM, LEFT, PAGE_HEIGHT, PAGE_WIDTH, RIGHT, TOP
from generator.writers.word_elements import element, twips
from generator.writers.word_footers import DISTANCE

UPRIGHT = {"top": TOP, "right": RIGHT, "bottom": BOTTOM, "left": LEFT}
LYING = {"top": LEFT, "right": TOP, "bottom": RIGHT, "left": BOTTOM}  # the same paper turned, its head at the binding


@dataclass(frozen=True)
class Links:
    """Relationships of footers: by Word's kind of page those of upright, of lying and of unnumbered pages, and that of a
    letter's first page."""

    upright: Mapping[str, str]
    lying: Mapping[str, str]
    empty: Mapping[str, str]
    letter: str

    @property
    def all(self) -> set[str]:
        """Every one of them."""
        return {*self.upright.values(), *self.lying.values(), *self.empty.values(), self.letter}


@dataclass(frozen=True)
class Sheet:
    """How the pages of a section differ from upright numbered ones; `first`: its first page has a footer of its own.

    "ruled" is that with the double rule of a letter (信函), "empty" one without anything (套打).
    """

    landscape: bool = False
    first: str = ""
    numbered: bool = True


def section(sheet: Sheet, links: Links) -> str:
    """The w:sectPr of a section's pages."""
    width, height = (PAGE_HEIGHT, PAGE_WIDTH) if sheet.landscape else (PAGE_WIDTH, PAGE_HEIGHT)
    orientation = {"orient": "landscape"} if sheet.landscape else {}
    edges = {edge: twips(points) for edge, points in (LYING if sheet.landscape else UPRIGHT).items()}
    return element(
        "sectPr",
        *_references(sheet, links),
        element("type", val="nextPage"),
        element("pgSz", w=twips(width), h=twips(height), **orientation),
        element("pgMar", **edges, header=edges["top"] // 2, footer=twips(DISTANCE), gutter=0),
        element("cols", space=0),
        element("titlePg") if sheet.first else None,
    )


def _references(sheet: Sheet, links: Links) -> Iterator[str]:
    own = links.lying if sheet.landscape else links.upright
    for kind, link in (own if sheet.numbered else links.empty).items():
        yield _reference(kind, link)
    if sheet.first:
        yield _reference("first", links.letter if sheet.first == "ruled" else next(iter(links.empty.values())))


def _reference(kind: str, link: str) -> str:
    return element("footerReference", **{"type": kind, "r:id": link})
