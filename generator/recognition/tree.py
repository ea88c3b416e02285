"""The tree of headings and items: where each stands is told by the style of its label and by what came before."""

import re
from itertools import zip_longest

from generator.model import Duty, Paragraph, Roster
from generator.original import Line
from generator.recognition.duty_notes import is_duty, read_duty, split_duty
from generator.recognition.grids import table_of
from generator.recognition.headings import heading_level, is_unlabelled_heading
from generator.recognition.labels import Label, label_of
from generator.recognition.lines import Findings
from generator.recognition.nodes import NO_LABEL, RANKS, TEXT, Node
from generator.recognition.opening import open_node
from generator.recognition.roster_lines import find_roster_in_text, opens_roster, rows_of
from generator.recognition.rosters import begins_roster, goes_on, is_group, more, rows_in
from generator.recognition.run_in import paragraphs_of
from generator.recognition.settling import settle

_UNLABELLED = Label(NO_LABEL, 0, 0)
_NO_LABELS = ("roster", "group", "caption")
"""Roles of lines that may look labelled and are not."""


def grow(lines: list[Line], findings: Findings) -> Node:
    """The tree of these lines; text before the first label stands in the root."""
    root = Node()
    path = [root]
    for line, following in zip_longest(lines, lines[1:]):
        label = label_of(line) or _next_label(line, path[-1])
        if label and not opens_roster(line.plain) and line.looks.role not in _NO_LABELS:
            node = open_node(line, label, following, findings)
            _part_text(path, label)
            path = _hang(path, label, node)
        elif level := heading_level(line):
            style = f"{NO_LABEL}{level}"
            path = _hang(path, Label(style, 0, 0), Node(style, 0, line.text.rstrip("：:")))
        elif (
            not line.rows
            and line.looks.role != "body"
            and not is_group(line, following)
            and is_unlabelled_heading(line, following)
        ):
            path = _hang(path, _UNLABELLED, Node(NO_LABEL, 0, line.text.rstrip("：:")))
        else:
            _add(_holder(path, line), line, following, findings)
    settle(root, findings)
    return root


def _next_label(line: Line, last: Node) -> Label | None:
    """A label that runs into a number (6.31名), known by the one before it."""
    found = re.match(r"(\d{1,2})\.(?=\d)", line.plain) if last.style == "1." else None
    return Label("1.", int(found[1]), found.end()) if found and int(found[1]) == last.number + 1 else None


def _part_text(path: list[Node], label: Label) -> None:
    """The last paragraph before a list that starts anew stands between the two, not in the last item of the first."""
    last = path[-1]
    again = label.number == 1 and last.style == label.style and last.number > 1
    if again and len(last.blocks) > 1 and isinstance(last.blocks[-1], Paragraph):
        path[-2].children.append(Node(TEXT, blocks=[last.blocks.pop()]))


def _hang(path: list[Node], label: Label, node: Node) -> list[Node]:
    """The path to a new node, hung where its label belongs."""
    above = _above(path, label)
    above[-1].children.append(node)
    return [*above, node]


def _above(path: list[Node], label: Label) -> list[Node]:
    """The path down to the node under which a label of this style hangs."""
    last = path[-1]
    if label.number == 1 and last.style == label.style and _leads_in(last):
        return path
    same = [depth for depth, node in enumerate(path) if node.style == label.style]
    following = [depth for depth in same if path[depth].number == label.number - 1]
    if same:
        return path[: following[-1] if following else same[0]]
    deeper = [node for node in path if not node.style or RANKS[node.style] < RANKS[label.style]]
    return deeper or path[:1]


def _leads_in(node: Node) -> bool:
    """Whether the last paragraph of an item promises a list of its own."""
    last = node.blocks[-1] if node.blocks else None
    return isinstance(last, Paragraph) and last.text[-1:] in "：:"


def _holder(path: list[Node], line: Line) -> Node:
    """The node to which a line without label belongs; a duty on a line of its own to the section, where the file tells."""
    if line.looks.role == "body" and is_duty(line) and line.plain[-1:] != "）":
        return next((node for node in reversed(path) if not node.is_item), path[-1])
    return path[-1]


def _add(node: Node, line: Line, following: Line | None, findings: Findings) -> None:
    """Add what a line without label holds: a table, a roster or more of one, a duty, a paragraph."""
    last = node.blocks[-1] if node.blocks else None
    if line.rows:
        node.blocks.append(table_of(line))
    elif is_group(line, following):
        node.blocks.append(Roster(lines=(), name=line.text))
    elif isinstance(last, Roster) and goes_on(last, line):
        node.blocks[-1] = more(last, line, findings)
    elif begins_roster(line):
        node.blocks.append(Roster(lines=tuple(rows_in(line, findings))))
    elif is_duty(line) and node.style:
        node.duty = _both(node.duty, read_duty(line, findings))
    else:
        _add_text(node, line, findings)


def _add_text(node: Node, line: Line, findings: Findings) -> None:
    """Add a paragraph, with the roster that it brings in, or the duty at its end."""
    start = find_roster_in_text(line.plain)
    if start > 0:
        rows = tuple(rows_of(line.text[start:], findings))
        node.blocks += [Paragraph(text=line.text[:start].rstrip()), Roster(lines=rows)]
        return
    line, duty = split_duty(line, findings) if node.style else (line, Duty())
    node.duty = _both(node.duty, duty)
    node.blocks += paragraphs_of(line, line.text)


def _both(one: Duty, other: Duty) -> Duty:
    """Two duties of one measure as one."""
    return Duty(
        owners=(*one.owners, *other.owners),
        support=(*one.support, *other.support),
        term=one.term or other.term,
        evidence=(*one.evidence, *other.evidence),
    )
