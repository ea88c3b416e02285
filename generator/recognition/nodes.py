"""A node of the tree of headings and items, and the order of the styles of labels."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.model import Block, Duty

NO_LABEL = "无"
TEXT = "段"
"""The style of a node that holds the text between two lists."""
RANKS: dict[str, float] = {
    NO_LABEL: 0.5,
    "章": -2,
    "节": -1,
    "一、": 0,
    "（一）": 1,
    "1.": 2,
    "（1）": 3,
    "①": 4,
    "一是": 5,
    "第一": 5,
}
RANKS |= {f"{NO_LABEL}{level}": level - 0.5 for level in range(1, 10)}
"""How deep a style of label stands; a heading without one stands between 一、 and （一）."""


@dataclass
class Node:
    """A heading or an item while the tree grows: lead sentence, text on the same line, blocks, children."""

    style: str = ""
    number: int = 0
    heading: str = ""
    runs_in: bool = False
    is_item: bool = False
    blocks: list[Block] = field(default_factory=list)
    children: list["Node"] = field(default_factory=list)
    duty: Duty = field(default_factory=Duty)

    @property
    def own_line(self) -> bool:
        """A heading on a line of its own."""
        return bool(self.heading) and not self.runs_in and not self.is_item


def every_node(node: Node) -> Iterator[Node]:
    """A node and all below it, parents first."""
    yield node
    for child in node.children:
        yield from every_node(child)
