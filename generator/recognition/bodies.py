"""The tree of headings and items as the blocks of a plan, with the 序号 that keeps their labels."""

from generator.model import Block, Item, Listing, Section
from generator.outline.numbering import LEVELS, level_of, style_below
from generator.readers.shapes import is_free_key
from generator.recognition.nodes import NO_LABEL, TEXT, Node
from generator.vocabulary import ROLES


def blocks_under(node: Node, level: int) -> tuple[Block, ...]:
    """The children of a node as sections, where all are headings on lines of their own, or as lists of items."""
    groups = _groups(node)
    alone = sum(map(_are_sections, groups)) <= 1
    return tuple(block for group in groups for block in _group(group, level, sections=alone))


def _groups(node: Node) -> list[list[Node]]:
    """Children of one style, in runs."""
    groups: list[list[Node]] = []
    for child in node.children:
        if groups and groups[-1][-1].style == child.style:
            groups[-1].append(child)
        else:
            groups.append([child])
    return groups


def _group(nodes: list[Node], level: int, *, sections: bool) -> tuple[Block, ...]:
    if nodes[0].style == TEXT:
        return tuple(block for node in nodes for block in node.blocks)
    style = _style(nodes[0])
    if sections and _are_sections(nodes):
        below = level_of(style, level)
        return tuple(
            Section(
                heading=node.heading,
                blocks=(*node.blocks, *blocks_under(node, below)),
                duty=node.duty,
                numbering=headings_style(node, below),
            )
            for node in nodes
        )
    default = style_below(level, item=True)
    below = level_of(style, level)
    items = tuple(_item(node, below) for node in nodes)
    return (Listing(items=items, numbering="" if style == default else style),)


def _style(node: Node) -> str:
    """The 序号 for a node's label; chapters take the first style."""
    return NO_LABEL if node.style.startswith(NO_LABEL) else {"章": "一、", "节": "（一）"}.get(node.style, node.style)


def _are_sections(nodes: list[Node]) -> bool:
    headings = [node.heading for node in nodes]
    if nodes[0].style == TEXT:
        return False
    free = all(is_free_key(heading) and heading not in ROLES for heading in headings)
    return (
        all(node.own_line for node in nodes)
        and len(set(headings)) == len(headings)
        and free
        and (_style(nodes[0]) in LEVELS or _style(nodes[0]) == NO_LABEL)
    )


def headings_style(node: Node, level: int) -> str:
    """The 序号 a node must ask for so that its sub-headings keep their labels."""
    groups = [group for group in _groups(node) if _are_sections(group)]
    if len(groups) != 1:
        return ""
    style = _style(groups[0][0])
    return "" if style == style_below(level, item=False) else style


def _item(node: Node, level: int) -> Item:
    heading = node.heading.removesuffix("。") if node.runs_in else node.heading
    return Item(heading=heading, blocks=(*node.blocks, *blocks_under(node, level)), duty=node.duty)
