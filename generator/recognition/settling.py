"""What can be told only when the tree has grown: which rosters are empty, which sentences lead their items."""

from dataclasses import replace

from generator.model import Block, Paragraph, Roster, Row
from generator.recognition.leads import split_lead, tells_something
from generator.recognition.lines import Findings
from generator.recognition.nodes import Node, every_node
from generator.recognition.rosters import with_offices


def settle(root: Node, findings: Findings) -> None:
    """Settle the rosters and the lead sentences of the whole tree."""
    for node in every_node(root):
        _settle_rosters(node, findings)
        _settle_leads(node)


def _settle_rosters(node: Node, findings: Findings) -> None:
    """Roles for which nobody is named stand as text: a roster cannot be empty."""
    settled: list[Block] = []
    for block in node.blocks:
        rows = [row for row in block.lines if isinstance(row, Row)] if isinstance(block, Roster) else []
        for row in rows:
            if not row.members:
                findings.guess(f"{row.role}：", f"“{row.role}”后面没有写人，请补上", 0.3)
                settled.append(Paragraph(text=f"{row.role}："))
        settled += _named(block)
    node.blocks = settled


def _named(block: Block) -> list[Block]:
    """A roster with those roles for which somebody is named; its bare name where there are none."""
    if not isinstance(block, Roster):
        return [block]
    lines = tuple(line for line in block.lines if not isinstance(line, Row) or line.members)
    if lines:
        return [with_offices(replace(block, lines=lines))]
    return [Paragraph(text=block.name)] if block.name else []


def _settle_leads(node: Node) -> None:
    """Part lead sentences from their text, the same way for all children of a node."""
    leads = [split_lead(_first_text(child)) for child in node.children]
    likely, all_lead = _are_leads(node.children, leads)
    for child, lead in zip(node.children, leads, strict=True):
        if lead and likely and not child.heading and (all_lead or not tells_something(lead)):
            rest = _first_text(child)[len(lead) :].strip()
            child.heading, child.runs_in = lead, True
            child.blocks[0] = Paragraph(text=rest)


def _are_leads(children: list[Node], leads: list[str]) -> tuple[bool, bool]:
    """Whether half the open children have a sound lead sentence, and whether every one has some sentence to lead it."""
    candidates = [lead for child, lead in zip(children, leads, strict=True) if not child.heading]
    sound = sum(bool(lead) and not tells_something(lead) for lead in candidates)
    return sound * 2 >= len(candidates), all(candidates) and sound > 0


def _first_text(node: Node) -> str:
    first = node.blocks[0] if node.blocks and not node.heading else None
    return first.text if isinstance(first, Paragraph) else ""
