"""The parts told apart, put together as a plan and the school it belongs to."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date as Date  # noqa: N812 - the type beside fields named date

from generator.dates import read_date
from generator.model import Annex, Person, Plan, Roster, Row, School, Section
from generator.original import Line
from generator.recognition.bodies import blocks_under, headings_style
from generator.recognition.cleaning import clean
from generator.recognition.closing import take_closing
from generator.recognition.head import Head, part_run_in_title, read_head
from generator.recognition.joining import join
from generator.recognition.lines import Findings
from generator.recognition.nodes import Node, every_node
from generator.recognition.sheets import Sheet, read_sheet
from generator.recognition.tail import Tail, read_tail
from generator.recognition.tree import grow
from generator.recognition.widths import widen
from generator.surnames import looks_like_a_name

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
    preamble, closing = tuple(root.blocks), take_closing(root, findings)
    body = Section(blocks=blocks_under(root, -1), numbering=headings_style(root, -1))
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
