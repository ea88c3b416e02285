"""Inked pages drawn as the operations of a PDF, in the order in which WeasyPrint draws."""

from dataclasses import dataclass, field
from math import cos, pi, sin

from generator.typeset.fonts import Face
from generator.typeset.galley import Kind, pixels
from generator.typeset.plate import Plate
from generator.typeset.styles import BOTTOM, PAGE_NUMBER_DROP, PAGE_NUMBER_SIZE, TABLE_RULE
from generator.writers.plates.canvas import Canvas, number
from generator.writers.plates.layers import Fill, Inked, Layer, baseline
from generator.writers.plates.node import Ink, Node
from generator.writers.plates.typeface import UNITS, Typeface, width_of

RULE = pixels(TABLE_RULE, 12)
BLACK = "#000000"
SHARES = {"left": 0.0, "center": 0.5, "right": 1.0}
"""How much of the spare room is before a number that stands there."""
SIDE = pixels(BOTTOM)
"""The square at the side of a lying page in which its number stands."""


@dataclass
class Printer:
    """What the pages of one PDF share: its faces in the order of their use, the alphas that are named."""

    number_face: Face
    faces: dict[Face, Typeface] = field(default_factory=dict)
    alphas: dict[str, None] = field(default_factory=dict)

    def typeface(self, face: Face) -> Typeface:
        """The face as this PDF uses it."""
        if face not in self.faces:
            self.faces[face] = Typeface(face)
        return self.faces[face]


@dataclass(frozen=True)
class Number:
    """The number of a page as printed, and where it stands: left, center or right."""

    shown: str
    place: str


@dataclass
class Printed:
    """A page: its operations, the structure of its text, that of its number."""

    operations: list[str]
    body: Node
    margin: Node | None


def print_page(plate: Plate, inked: Inked, page_number: Number | None, printer: Printer) -> Printed:
    """The page drawn; every text knows its number in the structure after that."""
    canvas = Canvas(printer.alphas)
    canvas.transform(1, 0, 0, -1, 0, plate.area.page_height * 0.75)
    with canvas.saved():
        canvas.transform(0.75, 0, 0, 0.75, 0, 0)
        with canvas.saved(), canvas.saved():
            with canvas.saved(), canvas.saved():
                _draw(inked.base, canvas, printer)
                for layer in inked.raised:
                    with canvas.saved(), canvas.saved():
                        _draw(layer, canvas, printer)
            margin = _draw_number(plate, page_number, canvas, printer) if page_number else None
    return Printed(canvas.operations, inked.body, margin)


def _draw(layer: Layer, canvas: Canvas, printer: Printer) -> None:
    for rule in layer.rules:
        if isinstance(rule, Fill):
            canvas.fill(rule.x, rule.y, rule.width, rule.height, rule.colour)
        else:
            canvas.line(rule[:2], rule[2:], RULE, BLACK)
    for text in layer.texts:
        _show(text, canvas, printer)


def _show(text: Ink, canvas: Canvas, printer: Printer) -> None:
    typeface = printer.typeface(text.face)
    operand = typeface.show(text.text, text.size, text.gap) if text.text.strip() else ""
    font = f"/{typeface.key} {number(text.size / UNITS)} Tf"
    text.mark = canvas.text(text.x, text.y, font, operand, text.colour)


# ---- the number of the page ---------------------------------------------------------------------------------------


def _draw_number(plate: Plate, page_number: Number, canvas: Canvas, printer: Printer) -> Node:
    kind = Kind(printer.number_face, pixels(PAGE_NUMBER_SIZE, 12), 0.0, 0.0, BLACK, page_number.place)
    size, pad = int(kind.size * UNITS), kind.size
    width = width_of(kind.face, size, page_number.shown, 0.0)
    share = SHARES[page_number.place]
    if plate.lying:
        top = plate.area.top + share * (plate.area.height - SIDE)
        x = pad + share * (SIDE - pad - pad - width)
    else:
        top = plate.area.bottom
        x = plate.area.left + share * (plate.area.width - (width + pad + pad)) + pad
    text = Ink(x, top + pixels(PAGE_NUMBER_DROP) + baseline(kind), kind.face, size, page_number.shown, 0.0, BLACK)
    with canvas.saved():
        if plate.lying:
            canvas.transform(*_quarter_turn(SIDE / 2, top + SIDE / 2))
        with canvas.saved():
            _show(text, canvas, printer)
    return Node("NonStruct", [text])


def _quarter_turn(x: float, y: float) -> tuple[float, ...]:
    """The matrix that turns everything around a point to the right."""
    a, b, c, d = cos(pi / 2), sin(pi / 2), -sin(pi / 2), cos(pi / 2)
    return a, b, c, d, -x * a - y * c + x, -x * b - y * d + y
