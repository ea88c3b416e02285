"""The tree of headings and items: where each stands is told by the style of its label and by what came before."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.model import Block, Duty, Paragraph, Roster, Row
from generator.recognition.duty_notes import is_duty, read_duty, split_duty
from generator.recognition.labels import Label, label_of
from generator.recognition.leads import split_lead, tells_something
from generator.recognition.lines import Findings, Line
from generator.recognition.roster_lines import find_roster, is_names_alone, members_of, opens_roster, rows_of
from generator.recognition.sheets import table_of

_RANKS = {"章": -2, "节": -1, "一、": 0, "（一）": 1, "1.": 2, "（1）": 3, "①": 4, "一是": 5, "第一": 5}
_COLON_HEADING = re.compile(r"^[^。，；：:]{2,12}[：:](?=.)")
_SHORT_HEADING = 40


@dataclass
class Node:
    """A heading or an item while the tree grows: lead sentence, text on the same line, blocks, children."""

    style: str = ""
    number: int = 0
    heading: str = ""
    runs_in: bool = False
    blocks: list[Block] = field(default_factory=list)
    children: list["Node"] = field(default_factory=list)
    duty: Duty = field(default_factory=Duty)

    @property
    def own_line(self) -> bool:
        """A heading on a line of its own."""
        return bool(self.heading) and not self.runs_in


def grow(lines: list[Line], findings: Findings) -> Node:
    """The tree of these lines; text before the first label stands in the root."""
    root = Node()
    path = [root]
    roster: list[Row] = []
    for index, line in enumerate(lines):
        label = label_of(line)
        following = lines[index + 1] if index + 1 < len(lines) else None
        if roster and (opens_roster(line.plain) or (not label and is_names_alone(line.plain))):
            _continue_roster(path[-1], roster, line, findings)
            continue
        roster = []
        if line.rows:
            path[-1].blocks.append(table_of(line.rows))
        elif label:
            path = [*_above(path, label), _node(line, label, following, findings)]
            path[-2].children.append(path[-1])
            roster = _roster_at(path[-1])
        elif opens_roster(line.plain):
            roster = list(rows_of(line.text, findings))
            path[-1].blocks.append(Roster(lines=tuple(roster)))
        elif is_duty(line) and path[-1] is not root:
            path[-1].duty = read_duty(line, findings)
        else:
            _add_paragraph(path[-1], line, findings)
    _settle_leads(root)
    return root


def _above(path: list[Node], label: Label) -> list[Node]:
    """The path down to the node under which a label of this style hangs."""
    last = path[-1]
    if label.number == 1 and last.style == label.style and _leads_in(last):
        return path
    same = [depth for depth, node in enumerate(path) if node.style == label.style]
    following = [depth for depth in same if path[depth].number == label.number - 1]
    if same:
        return path[: following[-1] if following else same[0]]
    deeper = [node for node in path if not node.style or _RANKS[node.style] < _RANKS[label.style]]
    return deeper or path[:1]


def _leads_in(node: Node) -> bool:
    """Whether the last paragraph of an item promises a list of its own."""
    last = node.blocks[-1] if node.blocks else None
    return isinstance(last, Paragraph) and last.text[-1:] in "：:"


def _node(line: Line, label: Label, following: Line | None, findings: Findings) -> Node:
    """The node a labelled line opens, with what stands on the line."""
    line = line.cut(label.length, len(line.text))
    start = find_roster(line.plain)
    if start > 0:
        rows = tuple(rows_of(line.text[start:], findings))
        return Node(label.style, label.number, line.text[:start].strip(" ：:"), blocks=[Roster(lines=rows)])
    line, duty = split_duty(line, findings)
    node = Node(label.style, label.number, duty=duty)
    if found := _COLON_HEADING.match(line.plain):
        node.heading, node.runs_in = line.text[: found.end() - 1], True
        node.blocks.append(Paragraph(text=line.text[found.end() :].strip()))
    elif _is_heading(line, label, following):
        node.heading = line.text.rstrip("：:")
        if node.heading != line.text:
            findings.remove(line, line.text[len(node.heading) :], "标题末尾的冒号")
    else:
        node.blocks.append(Paragraph(text=line.text))
    return node


def _is_heading(line: Line, label: Label, following: Line | None) -> bool:
    """Whether a labelled line stands above what follows it, rather than being all there is."""
    plain = line.plain
    if re.search("[。；;]", plain[:-1]) or (len(plain) > _SHORT_HEADING and plain[-1] in "。；;"):
        return False
    below = label_of(following) if following else None
    has_more = (
        following is not None
        and not is_duty(following)
        and (below is None or _RANKS[below.style] > _RANKS[label.style])
    )
    return has_more or (label.style in ("章", "节", "一、", "（一）") and plain[-1] not in "。；;")


def _roster_at(node: Node) -> list[Row]:
    last = node.blocks[-1] if node.blocks else None
    return [line for line in last.lines if isinstance(line, Row)] if isinstance(last, Roster) else []


def _continue_roster(node: Node, roster: list[Row], line: Line, findings: Findings) -> None:
    """Add a line to the roster that stands last: new roles, or more names for the last one."""
    if opens_roster(line.plain):
        roster += rows_of(line.text, findings)
    else:
        more = tuple(members_of(line.text, findings))
        roster[-1] = Row(role=roster[-1].role, members=(*roster[-1].members, *more))
    node.blocks[-1] = Roster(lines=tuple(roster))


def _add_paragraph(node: Node, line: Line, findings: Findings) -> None:
    line, duty = split_duty(line, findings) if node.style else (line, Duty())
    if duty != Duty():
        node.duty = duty
    node.blocks.append(Paragraph(text=line.text))


def _settle_leads(node: Node) -> None:
    """Part lead sentences from their text, the same way for all children of a node."""
    leads = [split_lead(_first_text(child)) for child in node.children]
    likely, all_lead = _are_leads(node.children, leads)
    for child, lead in zip(node.children, leads, strict=True):
        if lead and likely and not child.heading and (all_lead or not tells_something(lead)):
            rest = _first_text(child)[len(lead) :].strip()
            child.heading, child.runs_in = lead, True
            child.blocks[0] = Paragraph(text=rest)
    for child in node.children:
        _settle_leads(child)


def _are_leads(children: list[Node], leads: list[str]) -> tuple[bool, bool]:
    """Whether half the open children have a sound lead sentence, and whether every one has some sentence to lead it."""
    candidates = [lead for child, lead in zip(children, leads, strict=True) if not child.heading]
    sound = sum(bool(lead) and not tells_something(lead) for lead in candidates)
    return sound * 2 >= len(candidates), all(candidates) and sound > 0


def _first_text(node: Node) -> str:
    first = node.blocks[0] if node.blocks and not node.heading else None
    return first.text if isinstance(first, Paragraph) else ""


def every_node(node: Node) -> Iterator[Node]:
    """A node and all below it, parents first."""
    yield node
    for child in node.children:
        yield from every_node(child)
