"""What is drawn on a page, layer upon layer, and the lines of text on it."""

from dataclasses import dataclass, field
from functools import lru_cache

from generator.typeset.galley import Kind, pixels
from generator.typeset.setting import SetLine
from generator.writers.plates.borders import Segment
from generator.writers.plates.harfbuzz import font_file
from generator.writers.plates.node import Ink, Node
from generator.writers.plates.typeface import UNITS, width_of


@dataclass(frozen=True, slots=True)
class Fill:
    """A rectangle in a colour."""

    x: float
    y: float
    width: float
    height: float
    colour: str


@dataclass(slots=True)
class Layer:
    """What is drawn together: rules first, texts upon them."""

    rules: list[Segment | Fill] = field(default_factory=list)
    texts: list[Ink] = field(default_factory=list)


@dataclass(slots=True)
class Inked:
    """A page: its first layer, those drawn upon it, the structure of its text."""

    base: Layer
    raised: list[Layer]
    body: Node


@dataclass(frozen=True, slots=True)
class Column:
    """The room for lines: its left edge and its width."""

    left: float
    width: float


@dataclass(frozen=True, slots=True)
class Slot:
    """The room for one line: its column, its upper edge, its indent, the layer it is drawn on."""

    column: Column
    y: float
    indent: float
    layer: Layer


@lru_cache(maxsize=256)
def baseline(kind: Kind) -> float:
    """How far below the top of a line of this kind its baseline is."""
    above, below = font_file(kind.face).sized(int(kind.size * UNITS)).extents()
    return above / UNITS + (kind.pitch - (above + below) / UNITS) / 2


def put_line(line: SetLine, kind: Kind, slot: Slot) -> list[Node | Ink]:
    """The texts of a line; whatever is set unlike the rest is an element of its own."""
    size, base, room = int(kind.size * UNITS), slot.y + baseline(kind), slot.column
    x = room.left + slot.indent + pixels(line.start, 3)
    inks: list[Ink] = []
    for text, face, gap, *_ in line.stretches:
        inks.append(Ink(x, base, face, size, text, gap, kind.colour))
        x += width_of(face, size, text, gap)
    shift = _shift(x - room.left, room.left + room.width - room.left, kind.align)
    for each in inks:
        each.x += shift
    slot.layer.texts += inks
    kids = [each if part.plain else Node("Span", [each]) for each, part in zip(inks, line.stretches, strict=True)]
    return [Node("Span", kids)] if line.start else kids


def _shift(width: float, room: float, align: str) -> float:
    """How far a line moves to the right in its room."""
    if width >= room or align in ("left", "justify"):
        return 0.0
    return (room - width) / 2 if align == "center" else room - width
