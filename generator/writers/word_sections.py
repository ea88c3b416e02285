"""Word's sections: the paper upright or lying (横向), its margins, and the footers that number its pages."""

from generator.typeset.styles import BOTTOM, LEFT, PAGE_HEIGHT, PAGE_WIDTH, RIGHT, TOP
from generator.writers.word_elements import element, twips
from generator.writers.word_footers import DISTANCE, KINDS

UPRIGHT = {"top": TOP, "right": RIGHT, "bottom": BOTTOM, "left": LEFT}
LYING = {"top": LEFT, "right": TOP, "bottom": RIGHT, "left": BOTTOM}  # the same paper turned, its head at the binding


def section(landscape: bool, links: list[str]) -> str:
    """The w:sectPr of pages of one orientation; `links` are the footers of upright, then of lying pages."""
    width, height = (PAGE_HEIGHT, PAGE_WIDTH) if landscape else (PAGE_WIDTH, PAGE_HEIGHT)
    orientation = {"orient": "landscape"} if landscape else {}
    edges = {edge: twips(points) for edge, points in (LYING if landscape else UPRIGHT).items()}
    own = links[len(KINDS) :] if landscape else links[: len(KINDS)]
    return element(
        "sectPr",
        *(element("footerReference", **{"type": kind, "r:id": link}) for kind, link in zip(KINDS, own, strict=True)),
        element("type", val="nextPage"),
        element("pgSz", w=twips(width), h=twips(height), **orientation),
        element("pgMar", **edges, header=edges["top"] // 2, footer=twips(DISTANCE), gutter=0),
        element("cols", space=0),
    )
