"""Word's sections: the paper upright or lying (横向), its margins, and where the page number stands."""

from generator.typeset.styles import (
    BOTTOM,
    LEFT,
    PAGE_HEIGHT,
    PAGE_NUMBER_DROP,
    PAGE_NUMBER_SIZE,
    PAGE_WIDTH,
    RIGHT,
    TOP,
)
from generator.writers.word_elements import RELATIONSHIPS, Element, element, twips
from generator.writers.word_styles import PAGE_NUMBER_PITCH

DASH, DEPTH = 0.38, 0.2  # of the em, the dash over the baseline; of an exact line, what lies under the baseline
UPRIGHT = {"top": TOP, "right": RIGHT, "bottom": BOTTOM, "left": LEFT}
LYING = {"top": LEFT, "right": TOP, "bottom": RIGHT, "left": BOTTOM}  # the same paper turned, its head at the binding


def section(landscape: bool, footers: dict[str, str]) -> Element:
    """The w:sectPr of pages of one orientation; without footers of its own it goes on with those before."""
    margins = LYING if landscape else UPRIGHT
    width, height = (PAGE_HEIGHT, PAGE_WIDTH) if landscape else (PAGE_WIDTH, PAGE_HEIGHT)
    orientation = {"orient": "landscape"} if landscape else {}
    edges = {edge: twips(points) for edge, points in margins.items()}
    return element(
        "sectPr",
        *(_reference(kind, link) for kind, link in footers.items()),
        element("type", val="nextPage"),
        element("pgSz", w=twips(width), h=twips(height), **orientation),
        element("pgMar", **edges, header=edges["top"] // 2, footer=_footer_distance(margins["bottom"]), gutter=0),
        element("cols", space=0),
    )


def _footer_distance(bottom: float) -> int:
    """From the paper's edge to the footer's, so that the dash of the page number stands where 7.5 wants it."""
    return twips(bottom - PAGE_NUMBER_DROP - DASH * PAGE_NUMBER_SIZE - DEPTH * PAGE_NUMBER_PITCH)


def _reference(kind: str, link: str) -> Element:
    made = element("footerReference", type=kind)
    made.set(f"{{{RELATIONSHIPS}}}id", link)
    return made
