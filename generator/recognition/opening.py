"""The node that a labelled line opens: whether it is a heading, an item, or both in one line."""

import re

from generator.model import Paragraph, Roster
from generator.original import Line
from generator.recognition.duty_notes import is_duty, split_duty
from generator.recognition.headings import heading_before_space, heading_level
from generator.recognition.labels import Label, label_of
from generator.recognition.lines import Findings
from generator.recognition.nodes import RANKS, Node
from generator.recognition.roster_lines import find_roster, rows_of
from generator.recognition.run_in import paragraphs_of

_COLON_HEADING = re.compile(r"^[^。，；：:]{2,12}[：:](?=.)")
_SHORT_HEADING = 40


def open_node(line: Line, label: Label, following: Line | None, findings: Findings) -> Node:
    """The node a labelled line opens, with what stands on the line."""
    line = line.cut(label.length, len(line.text))
    if line.looks.role == "body" or heading_level(line):
        return _styled(line, label, following, findings)
    start = find_roster(line.plain)
    if start > 0:
        rows = tuple(rows_of(line.text[start:], findings))
        return Node(label.style, label.number, line.text[:start].strip(" ：:"), blocks=[Roster(lines=rows)])
    line, duty = split_duty(line, findings)
    node = Node(label.style, label.number, duty=duty)
    if found := _COLON_HEADING.match(line.plain):
        node.heading, node.runs_in = line.text[: found.end() - 1], True
        node.blocks.append(Paragraph(text=line.text[found.end() :].strip()))
    elif heading := heading_before_space(line.plain):
        node.heading, node.runs_in = line.text[: len(heading)], True
        node.blocks.append(Paragraph(text=line.text[len(heading) :].strip()))
    elif _is_heading(line, label, following):
        node.heading = line.text.rstrip("：:")
        if node.heading != line.text:
            findings.remove(line, line.text[len(node.heading) :], "标题末尾的冒号")
    else:
        node.blocks.append(Paragraph(text=line.text))
    return node


def _styled(line: Line, label: Label, following: Line | None, findings: Findings) -> Node:
    """The node of a line whose own style says whether it is a heading or text."""
    if line.looks.role != "body":
        return Node(label.style, label.number, line.text.rstrip("：:"))
    line, duty = split_duty(line, findings)
    node = Node(label.style, label.number, is_item=True, duty=duty)
    below = label_of(following) if following else None
    if below and RANKS[below.style] > RANKS[label.style] and line.plain[-1:] not in "。；;：:，,！!？?":
        node.heading = line.text
    else:
        node.blocks += paragraphs_of(line, line.text)
    return node


def _is_heading(line: Line, label: Label, following: Line | None) -> bool:
    """Whether a labelled line stands above what follows it, rather than being all there is."""
    plain = line.plain
    if re.search("[。；;]", plain[:-1]) or (len(plain) > _SHORT_HEADING and plain[-1:] in "。；;"):
        return False
    below = label_of(following) if following else None
    has_more = (
        following is not None and not is_duty(following) and (below is None or RANKS[below.style] > RANKS[label.style])
    )
    return has_more or (label.style in ("章", "节", "一、", "（一）") and plain[-1:] not in "。；;")
