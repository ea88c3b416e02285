"""How far a composition reaches, reckoned without fonts: whether a Word file's imprint has to be told to turn the page."""

from dataclasses import dataclass

from generator.typeset.composition import Block, Composition, Turn
from generator.typeset.measure import ems
from generator.typeset.reckoning import height_of, places
from generator.typeset.styles import AREA_HEIGHT, AREA_WIDTH


@dataclass(frozen=True)
class End:
    """The last page with text, and the page of the imprint."""

    text: int
    imprint: int


def end_of(composition: Composition) -> End:
    """Where the text ends, and where the imprint stands if nothing but room decides."""
    pitch = composition.pages.pitch
    page, filled, landscape, leaf = 0, 0.0, False, list[Block]()
    for block in (*composition.blocks, Turn()):
        if not isinstance(block, Turn):
            leaf.append(block)
            continue
        room, height = (AREA_HEIGHT, AREA_WIDTH) if landscape else (AREA_WIDTH, AREA_HEIGHT)
        if leaf:
            last = places(leaf, pitch, height, room, ems)[-1]
            page, filled = page + last.page + 1, last.foot
        landscape, leaf = block.landscape, []
    own_page = bool(composition.blocks) and isinstance(composition.blocks[-1], Turn)
    needed = height_of(composition.imprint, pitch, ems)
    return End(page, page + (own_page or filled + needed > AREA_HEIGHT))
