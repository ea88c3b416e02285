"""Ways through a plan: every block of its body, closing and annexes, in the order of print."""

from collections.abc import Iterable, Iterator

from generator.model import (
    Block,
    Charge,
    Duty,
    Item,
    Listing,
    Office,
    Paragraph,
    Place,
    Plan,
    Roster,
    Row,
    Section,
    Table,
)

Node = Block | Item


def every_node(plan: Plan) -> Iterator[Node]:
    """Every block and item, parents before children."""
    yield from _nodes(plan.preamble)
    yield from _nodes(plan.body.blocks)
    yield from _nodes(plan.closing)
    for annex in plan.annexes:
        yield from _nodes(annex.blocks)


def _nodes(blocks: Iterable[Node]) -> Iterator[Node]:
    for block in blocks:
        yield block
        yield from _nodes(_children(block))


def _children(block: Node) -> Iterable[Node]:
    match block:
        case Section() | Item():
            return block.blocks
        case Listing():
            return block.items
        case Roster():
            return [child for line in block.lines if isinstance(line, Charge) for child in line.blocks]
        case _:
            return ()


def every_member(nodes: Iterable[Node]) -> Iterator[tuple[Place, str]]:
    """Everyone named in a roster, with the place."""
    for node in nodes:
        if isinstance(node, Roster):
            for row in _rows(node):
                yield from ((_entry(row.at, index), member) for index, member in enumerate(row.members))


def _rows(roster: Roster) -> Iterator[Row]:
    for line in roster.lines:
        if isinstance(line, Row):
            yield line
        elif isinstance(line, Office):
            yield from line.rows


def every_owner(nodes: Iterable[Node]) -> Iterator[tuple[Place, str]]:
    """Everyone named as 责任人 or 配合, with the place."""
    for node in nodes:
        if isinstance(node, Section | Item) and node.duty != Duty():
            for key, names in (("责任人", node.duty.owners), ("配合", node.duty.support)):
                yield from ((_entry((*node.at, key), index), name) for index, name in enumerate(names))


def _entry(at: Place, index: int) -> Place:
    return (*at, index)


def every_text(nodes: Iterable[Node]) -> Iterator[tuple[Place, str]]:
    """Every text of paragraphs, lead sentences, cells, remarks and evidence, with its place or that of its block."""
    for node in nodes:
        for text in _texts(node):
            yield node.at, text
        if isinstance(node, Section | Item):
            yield from (((*node.at, "佐证"), text) for text in node.duty.evidence)


def _texts(node: Node) -> Iterable[str]:
    match node:
        case Paragraph():
            return (node.text,)
        case Section() | Item():
            return (node.heading,)
        case Table():
            return (node.caption, node.remark, *(cell.text for row in node.rows for cell in row))
        case _:
            return ()
