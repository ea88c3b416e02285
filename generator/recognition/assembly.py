"""The parts told apart, put together as a plan and the school it belongs to."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date as Date  # noqa: N812 - the type beside fields named date

from generator.dates import read_date
from generator.model import Annex, Block, Item, Listing, Paragraph, Person, Plan, Roster, Row, School, Section
from generator.outline.numbering import LEVELS, level_of, style_below
from generator.readers.shapes import is_free_key
from generator.recognition.cleaning import clean
from generator.recognition.head import Head, part_run_in_title, read_head
from generator.recognition.joining import join
from generator.recognition.lines import Findings, Line
from generator.recognition.sheets import Sheet, read_sheet
from generator.recognition.tail import Tail, read_tail
from generator.recognition.tree import Node, every_node, grow
from generator.recognition.widths import widen
from generator.surnames import looks_like_a_name
from generator.vocabulary import ROLES

_CLOSING = re.compile(
    r"^(?:总之|最后|综上|特此|以上|妥否|当否|同志们|老师们|同学们|各位|家长们|让我们|望各|请各|此致|谢谢|本(?:方案|计划|预案|办法)自)"
)
_ADDRESS = re.compile(r"(?<=[。！!])(?=(?:同志们|老师们|同学们|各位(?:老师|同学|家长|领导))[，,！!：:])")
_DEFAULT_KIND = "工作计划"
UNKNOWN_SCHOOL = "××学校"


@dataclass(frozen=True)
class Recognised:
    """A document understood: the plan, its school as far as the document tells, what was removed and guessed."""

    plan: Plan
    school: School
    findings: Findings


def recognise(lines: Sequence[Line]) -> Recognised:
    """The plan that these lines hold."""
    findings = Findings()
    kept = join(part_run_in_title(widen(clean(lines, findings), findings), findings), findings)
    head = read_head(kept)
    kept, sheets = _without_sheets(kept[head.length :], findings)
    tail = read_tail(kept, findings)
    root = grow(kept[: tail.start], findings)
    return Recognised(_plan(head, root, tail, sheets, findings), _school(head, root, tail), findings)


def _without_sheets(lines: list[Line], findings: Findings) -> tuple[list[Line], list[Sheet]]:
    """The lines without the tables typed at their end, and these."""
    for start in range(len(lines)):
        if sheet := read_sheet(lines, start, findings):
            rest, more = _without_sheets(lines[start + sheet.length :], findings)
            return [*lines[:start], *rest], [sheet, *more]
    return lines, []


def _plan(head: Head, root: Node, tail: Tail, sheets: list[Sheet], findings: Findings) -> Plan:
    preamble, closing = tuple(root.blocks), _closing(root, findings)
    body = Section(blocks=_under(root, -1), numbering=_headings_style(root, -1))
    if not body.blocks:
        body, preamble = Section(blocks=preamble), ()
    if not head.title:
        findings.guess("", "原文没有标题：印出来的标题由学校名称和文种拼成，请在“标题”里写上", 0.2)
    year = re.search(r"\d{4}—\d{4}学年(?:第[一二]学期)?|\d{4}(?=年|\D)", "".join(head.title))
    return Plan(
        kind=head.kind or _DEFAULT_KIND,
        title=head.title,
        year=year[0] if year else "",
        date=tail.date or _dateline(head),
        dateline=True if head.dateline else None,
        byline=head.byline,
        addressees=tuple(filter(None, re.split("[、，,]", head.addressees))),
        salutation=head.salutation,
        preamble=preamble,
        body=body,
        closing=closing,
        signature=(*tail.signature, *filter(None, [tail.undated])),
        annexes=(*_annexes(tail, sheets), *(Annex(title=sheet.caption, blocks=(sheet.table,)) for sheet in sheets)),
    )


def _dateline(head: Head) -> Date | None:
    try:
        return read_date(re.sub(r"\s", "", head.dateline)) if head.dateline else None
    except ValueError:
        return None


def _annexes(tail: Tail, sheets: list[Sheet]) -> Iterable[Annex]:
    there = {sheet.caption for sheet in sheets}
    return (Annex(title=name) for name in tail.annexes if name not in there)


# ---- closing ------------------------------------------------------------------------------------------------------


def _closing(root: Node, findings: Findings) -> tuple[Block, ...]:
    """The paragraphs at the end that close the whole document, taken from its last node."""
    last = list(every_node(root))[-1]
    if last is root:
        return ()
    _part_address(last, findings)
    taken: list[Block] = []
    while len(last.blocks) > 1 and _closes(last, root):
        taken.insert(0, last.blocks.pop())
    return tuple(taken)


def _part_address(last: Node, findings: Findings) -> None:
    """A closing that addresses the hearers is parted from the item it ran into."""
    block = last.blocks[-1] if last.blocks else None
    found = list(_ADDRESS.finditer(block.text)) if isinstance(block, Paragraph) else []
    if found and isinstance(block, Paragraph):
        at = found[-1].start()
        findings.guess(block.text[at : at + 12], "这段话原来接在上一条后面，已作为结语另起一段，请核对", 0.8)
        last.blocks[-1:] = [Paragraph(text=block.text[:at]), Paragraph(text=block.text[at:])]


def _closes(last: Node, root: Node) -> bool:
    """Whether the last paragraph of the last node speaks for the whole: by its words, or because no other node has two."""
    block = last.blocks[-1]
    if not isinstance(block, Paragraph):
        return False
    if _CLOSING.match(block.text):
        return True
    paragraphs = [
        sum(isinstance(each, Paragraph) for each in node.blocks) for node in every_node(root) if node is not root
    ]
    single = paragraphs.count(1) + paragraphs.count(0) >= len(paragraphs) - 1
    enough = 3
    return single and len(paragraphs) >= enough and paragraphs[-1] == 2 and not last.own_line  # noqa: PLR2004 - its own and the closing


# ---- body ---------------------------------------------------------------------------------------------------------


def _under(node: Node, level: int) -> tuple[Block, ...]:
    """The children of a node as sections, where all are headings on lines of their own, or as lists of items."""
    groups = _groups(node)
    return tuple(block for group in groups for block in _group(group, level, sections=len(groups) == 1))


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
    style = _style(nodes[0])
    if sections and _are_sections(nodes):
        below = level_of(style, level)
        return tuple(
            Section(
                heading=node.heading,
                blocks=(*node.blocks, *_under(node, below)),
                duty=node.duty,
                numbering=_headings_style(node, below),
            )
            for node in nodes
        )
    default = style_below(level, item=True)
    below = level_of(style, level)
    items = tuple(_item(node, below) for node in nodes)
    return (Listing(items=items, numbering="" if style == default else style),)


def _style(node: Node) -> str:
    """The 序号 for a node's label; chapters take the first style."""
    return {"章": "一、", "节": "（一）"}.get(node.style, node.style)


def _are_sections(nodes: list[Node]) -> bool:
    headings = [node.heading for node in nodes]
    free = all(is_free_key(heading) and heading not in ROLES for heading in headings)
    return (
        all(node.own_line for node in nodes)
        and len(set(headings)) == len(headings)
        and free
        and _style(nodes[0]) in LEVELS
    )


def _headings_style(node: Node, level: int) -> str:
    """The 序号 a node must ask for so that its sub-headings keep their labels."""
    groups = _groups(node)
    if len(groups) != 1 or not _are_sections(groups[0]):
        return ""
    style = _style(groups[0][0])
    return "" if style == style_below(level, item=False) else style


def _item(node: Node, level: int) -> Item:
    heading = node.heading.removesuffix("。") if node.runs_in else node.heading
    return Item(heading=heading, blocks=(*node.blocks, *_under(node, level)), duty=node.duty)


# ---- school -------------------------------------------------------------------------------------------------------


def _school(head: Head, root: Node, tail: Tail) -> School:
    """The school as the document names it, with everyone in its rosters."""
    name = (tail.signature[0] if tail.signature else "") or head.organisation or UNKNOWN_SCHOOL
    names = dict.fromkeys(
        member
        for node in every_node(root)
        for block in node.blocks
        if isinstance(block, Roster)
        for row in block.lines
        if isinstance(row, Row)
        for member in row.members
        if looks_like_a_name(member)
    )
    return School(name=name, people=tuple(Person(full_name=name) for name in names))
