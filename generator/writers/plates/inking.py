"""A plate inked: every text and rule at its place, with the structure of the page for readers who do not see it."""

from generator.typeset.galley import Foot, PageFoot, Room, Table, Text
from generator.typeset.plate import Area, Placed, Plate
from generator.typeset.rows import HALF_RULE
from generator.writers.plates.inked_tables import put_table
from generator.writers.plates.layers import Column, Fill, Inked, Layer, Slot, put_line
from generator.writers.plates.node import Node


def ink(plate: Plate) -> Inked:
    """Every piece of a plate at its place."""
    page = Inked(Layer(), [], Node("Div"))
    sheet = plate.area
    column = Column(sheet.left, sheet.width)
    for placed in plate.placed:
        page.body.kids.append(_piece(placed, column, sheet, page))
    return page


def _piece(placed: Placed, column: Column, sheet: Area, page: Inked) -> Node:
    piece = placed.piece
    if isinstance(piece, Text):
        return _text(placed, piece, column, _raised(page) if piece.rise else page.base)
    if isinstance(piece, Room):
        return _room(piece, placed.y, column, _raised(page) if piece.rise else page.base)
    if isinstance(piece, Table):
        return put_table(placed, piece, sheet.left + HALF_RULE, page.base)
    if isinstance(piece, PageFoot):
        y = sheet.bottom - piece.below - sum(bar.height for bar in piece.bars)
        return _room(Room(0.0, piece.bars), y, column, _raised(page))
    return Node("Div", [_foot(piece, column, sheet, _raised(page))])


def _raised(page: Inked) -> Layer:
    page.raised.append(Layer())
    return page.raised[-1]


# ---- texts --------------------------------------------------------------------------------------------------------


def _text(placed: Placed, text: Text, column: Column, layer: Layer) -> Node:
    room = Column(column.left + text.left, column.width - (text.left + text.right))
    node = Node("Div" if text.tag == "div" else text.tag.upper(), label=text.label, y=placed.y)
    for number in range(placed.first, placed.end):
        y = placed.y + (number - placed.first) * text.kind.pitch - text.rise
        node.kids += put_line(text.lines[number], text.kind, Slot(room, y, 0.0 if number else text.indent, layer))
    return node


# ---- rules --------------------------------------------------------------------------------------------------------


def _room(room: Room, y: float, column: Column, layer: Layer) -> Node:
    node, y = Node("Div"), y + room.height - room.rise
    for bar in room.bars:
        node.kids.append(Node("Div"))
        if bar.colour:
            layer.rules.append(Fill(column.left + bar.left, y, bar.width or column.width, bar.height, bar.colour))
        y += bar.height
    return node


def _foot(foot: Foot, column: Column, sheet: Area, layer: Layer) -> Node:
    """The imprint, its last rule on the foot of the type area."""
    node, y = Node("Div"), sheet.bottom - sum(map(_height, foot.pieces))
    for number, piece in enumerate(foot.pieces):
        if isinstance(piece, Room):
            node.kids.append(_room(piece, y, column, layer))
        else:
            placed = Placed(piece, number, y, y, 0, len(piece.lines))
            node.kids.append(_text(placed, piece, column, layer))
        y += _height(piece)
    return node


def _height(piece: Text | Room) -> float:
    if isinstance(piece, Room):
        return piece.height + sum(bar.height for bar in piece.bars)
    return len(piece.lines) * piece.kind.pitch if piece.lines else piece.height
