"""The parts told apart, put together as a plan and the school it belongs to."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date as Date  # noqa: N812 - the type beside fields named date

from generator.dates import read_date
from generator.kinds import load_kinds
from generator.model import Annex, Plan, School, Section
from generator.original import Line
from generator.recognition.annexed import annexes_of, part_annexes
from generator.recognition.bodies import blocks_under, headings_style
from generator.recognition.captions import caption_tables
from generator.recognition.cleaning import clean
from generator.recognition.closing import take_closing
from generator.recognition.formal import Formal, formalised, with_responsibility
from generator.recognition.head import Head, part_run_in_title, read_head
from generator.recognition.imprint import read_imprint
from generator.recognition.joining import join
from generator.recognition.labels import label_of
from generator.recognition.letterhead import read_letterhead
from generator.recognition.lines import Comment, Findings
from generator.recognition.nodes import Node
from generator.recognition.people import settle_people
from generator.recognition.seals import seal_of
from generator.recognition.sheets import Sheet, read_sheet
from generator.recognition.tail import Tail, read_tail
from generator.recognition.tree import grow
from generator.recognition.widths import widen

_QUOTED = 12
"""So many characters say where a comment belongs."""
_DEFAULT_KIND = "工作计划"
UNKNOWN_SCHOOL = "××学校"


@dataclass(frozen=True)
class Recognised:
    """A document understood: the plan, its school as far as the document tells, what was removed and guessed."""

    plan: Plan
    school: School
    findings: Findings


def recognise(lines: Sequence[Line], school: School | None = None) -> Recognised:
    """The plan that these lines hold; posts are told by the school's own list where it has one."""
    findings = Findings(comments=[comment for line in lines for comment in _comments(line)])
    kept = caption_tables(join(part_run_in_title(widen(clean(lines, findings), findings), findings), findings))
    imprint = read_imprint(kept, findings)
    letterhead = read_letterhead(kept[: imprint.start])
    start = letterhead.length if letterhead else 0
    main, parts = part_annexes(kept[start : imprint.start])
    head = read_head(main, findings)
    main, sheets = _without_sheets(main[head.length :], findings)
    tail = read_tail(main, findings)
    root = grow(main[: tail.start], findings)
    plan = _plan(head, root, tail, findings)
    annexes = tuple(annexes_of(parts, _listed(tail, sheets), findings))
    typed = (Annex(title=sheet.caption, blocks=(sheet.table,)) for sheet in sheets)
    plan = replace(plan, annexes=(*annexes, *typed))
    formal = Formal(letterhead, imprint, tail, seal_of(main[tail.start :]))
    plan, people = settle_people(with_responsibility(formalised(plan, formal, head.organisation)), school)
    return Recognised(plan, School(name=_name(head, formal), people=people), findings)


def _comments(line: Line) -> Iterator[Comment]:
    """The comments on a line, each at the words behind its label."""
    label = label_of(line)
    start = label.length if label else 0
    yield from (Comment(line.text[start : start + _QUOTED], text) for text in line.notes)


def _without_sheets(lines: list[Line], findings: Findings) -> tuple[list[Line], list[Sheet]]:
    """The lines without the tables typed at their end, and these."""
    for start in range(len(lines)):
        if sheet := read_sheet(lines, start, findings):
            rest, more = _without_sheets(lines[start + sheet.length :], findings)
            return [*lines[:start], *rest], [sheet, *more]
    return lines, []


def _plan(head: Head, root: Node, tail: Tail, findings: Findings) -> Plan:
    preamble, closing = tuple(root.blocks), take_closing(root, findings)
    body = Section(blocks=blocks_under(root, -1), numbering=headings_style(root, -1))
    if not body.blocks:
        body, preamble = Section(blocks=preamble), ()
    if not head.title:
        findings.guess("", "原文没有标题：印出来的标题由学校名称和文种拼成，请在“标题”里写上", 0.2)
    year = re.search(r"\d{4}—\d{4}学年(?:第[一二]学期)?|\d{4}(?=年|\D)", "".join(head.title))
    kind = head.kind or _DEFAULT_KIND
    date = tail.date or _dateline(head)
    return Plan(
        kind=kind,
        title=head.title,
        year=year[0] if year else "",
        date=date,
        dateline=_says_dateline(kind, head, date),
        byline=head.byline,
        addressees=_parted(head.addressees),
        salutation=head.salutation,
        preamble=preamble,
        body=body,
        closing=closing,
        signature=(*tail.signature, *filter(None, [tail.undated])),
        note=tail.note,
    )


def _parted(addressees: str) -> tuple[str, ...]:
    """Those addressed, one by one; groups of them that commas part stay as they are written."""
    return tuple(filter(None, addressees.split("、") if not re.search("[，,]", addressees) else [addressees]))


def _says_dateline(kind: str, head: Head, date: Date | None) -> bool | None:
    """Whether the date stands below the title, where the kind would have it otherwise."""
    usual = load_kinds()[kind].dateline if kind in load_kinds() else False
    return None if date is None or bool(head.dateline) == usual else bool(head.dateline)


def _dateline(head: Head) -> Date | None:
    try:
        return read_date(re.sub(r"\s", "", head.dateline)) if head.dateline else None
    except ValueError:
        return None


def _listed(tail: Tail, sheets: list[Sheet]) -> tuple[str, ...]:
    """The names under which the document lists its annexes, less the tables typed at its end."""
    there = {sheet.caption for sheet in sheets}
    return tuple(name for name in tail.annexes if name not in there)


def _name(head: Head, formal: Formal) -> str:
    """The school's name, by who signs, issues or prints the document."""
    signed = formal.tail.signature[0] if formal.tail.signature else ""
    issued = formal.letterhead.organisation if formal.letterhead else ""
    return signed or head.organisation or issued or formal.imprint.printer or UNKNOWN_SCHOOL
