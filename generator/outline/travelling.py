"""What of a plan and of its school a finished file shows: all that may travel inside it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from typing import Any

from generator.kinds import Kind
from generator.model import (
    Block,
    Contacts,
    Dispatch,
    Duty,
    Item,
    Listing,
    Office,
    Person,
    Plan,
    Roster,
    Row,
    School,
    Section,
)
from generator.outline.dispatches import document_number, has_imprint, has_printer
from generator.outline.names import holders, resolve

UNPRINTED = "（未印出）"
"""Stands for whoever holds a post, or belongs to a group, that the file names without naming the person."""

_NO_LETTERHEAD: dict[str, Any] = {
    "preprinted": False,
    "shape": "文件",
    "copy_number": "",
    "secrecy": "",
    "secrecy_term": "",
    "urgency": "",
    "mark": "",
    "number": "",
    "upward": False,
    "signers": (),
}
"""The fields of a Dispatch that are printed in the letterhead and nowhere else, left out."""


# ---- the plan -----------------------------------------------------------------------------------------------------


def printed_plan(plan: Plan, kind: Kind) -> Plan:
    """The plan without the keys that leave nothing on paper."""
    return replace(
        plan,
        subject="" if plan.title else plan.subject,
        year="" if plan.title else plan.year,
        dateline=plan.dateline if plan.date else None,
        body=replace(plan.body, duty=Duty()),
        dispatch=_printed_dispatch(plan.dispatch, plan.signature is None and kind.signed) if plan.dispatch else None,
    )


def _printed_dispatch(dispatch: Dispatch, signs: bool) -> Dispatch:
    """`signs`: whether the organisations that issue the document stand in the signature as well."""
    if not dispatch.letterhead:
        dispatch = replace(dispatch, **_NO_LETTERHEAD)
    if not has_printer(dispatch):
        dispatch = replace(dispatch, printer="", printed_on=None)
    return replace(
        dispatch,
        issuers=dispatch.issuers if signs or (dispatch.letterhead and not dispatch.mark) else (),
        even_page=dispatch.even_page and has_imprint(dispatch),
    )


# ---- the school ---------------------------------------------------------------------------------------------------


def printed_school(plan: Plan, school: School, text: str) -> School:
    """What the plan, whose YAML is `text`, shows of its school: the people it names with the posts by which it does.

    Whom it leaves unnamed stays so: a post or a group that is named without its people is held by UNPRINTED.
    """
    people = tuple(_people(plan, school))
    number = document_number(plan, school) if plan.dispatch and plan.dispatch.letterhead else ""
    return School(
        name=school.name,
        code=school.code if school.code in number else "",
        departments=tuple(name for name in school.departments if name in text),
        people=(*people, *_unnamed(plan, school, people)),
        groups=dict.fromkeys((name for name in school.groups if name in text), (UNPRINTED,)),
        layout=school.layout,
    )


def _people(plan: Plan, school: School) -> Iterator[Person]:
    """Everyone whose name is printed, with the posts and the phone that are."""
    blocks = _blocks(plan)
    named = set(_resolved(plan, blocks))
    listed = set(_listed(blocks))
    by_name = {*_answering(blocks), *(resolve(written, school).text for written in named)}
    listed_by_name = {resolve(written, school).text for written in listed if not holders(written, school)}
    alone = {written for written in named if len(holders(written, school)) == 1}
    for person in school.people:
        in_full = person.full_name in listed_by_name
        posts = tuple(post for post in person.posts if in_full or post in alone | listed)
        has_row = in_full or any(post in listed for post in posts)
        if posts or has_row or person.full_name in by_name:
            phone = person.phone if has_row and person.public else ""
            yield Person(full_name=person.full_name, posts=posts, phone=phone)


def _unnamed(plan: Plan, school: School, shown: tuple[Person, ...]) -> Iterator[Person]:
    """As many without a name as leave every post that is named vacant, unique or shared, as it was."""
    blocks = _blocks(plan)
    held = Counter(post for person in shown for post in person.posts)
    named = dict.fromkeys((*_resolved(plan, blocks), *_listed(blocks), *_answering(blocks)))
    lacking = {post: min(len(holders(post, school)), 2) - held[post] for post in named}
    for count in (1, 2):
        posts = tuple(post for post, number in lacking.items() if number >= count)
        if posts:
            yield Person(full_name=UNPRINTED, posts=posts)


# ---- who is named in a plan ---------------------------------------------------------------------------------------


def _resolved(plan: Plan, blocks: Iterable[Block | Item]) -> Iterator[str]:
    """Whatever is printed as the person who holds it, where it is a post of one."""
    yield from plan.byline
    if plan.dispatch:
        dispatch = plan.dispatch
        yield from (*dispatch.signers, *dispatch.present, *dispatch.excused, *dispatch.attending)
    for block in blocks:
        if isinstance(block, Roster):
            yield from chain.from_iterable(row.members for row in _rows(block))


def _listed(blocks: Iterable[Block | Item]) -> Iterator[str]:
    """Everyone in a table of 联系人."""
    for block in blocks:
        if isinstance(block, Contacts):
            yield from block.members


def _answering(blocks: Iterable[Block | Item]) -> Iterator[str]:
    """Everyone who is printed as written: 责任人 and 配合."""
    for block in blocks:
        if isinstance(block, Section | Item):
            yield from (*block.duty.owners, *block.duty.support)


def _rows(roster: Roster) -> Iterator[Row]:
    for line in roster.lines:
        if isinstance(line, Row):
            yield line
        elif isinstance(line, Office):
            yield from line.rows


def _blocks(plan: Plan) -> list[Block | Item]:
    """Every block and item of the plan."""
    annexed = (annex.blocks for annex in plan.annexes)
    return list(_nested(chain(plan.preamble, plan.body.blocks, plan.closing, *annexed)))


def _nested(blocks: Iterable[Block | Item]) -> Iterator[Block | Item]:
    for block in blocks:
        yield block
        match block:
            case Section() | Item():
                yield from _nested(block.blocks)
            case Listing():
                yield from _nested(block.items)
