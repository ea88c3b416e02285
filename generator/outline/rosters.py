"""Rosters (名单) as printed: roles with their people, the office, the group's duties, or one sentence for all."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from generator.model import Block, Cell, Charge, Contacts, Office, Paragraph, Roster, Row, School
from generator.outline.names import Member, holders, resolve, resolve_all, sentence
from generator.outline.printed import Line, Names, Printed, Sheet, Span, Standing

OFFICE = "办公室"
CHARGE = "职责："
CONTACT_COLUMNS = ("职务", "姓名", "电话")

PrintBlocks = Callable[[Iterable[Block], str, Standing], tuple[Printed, ...]]


def print_roster(roster: Roster, standing: Standing, print_blocks: PrintBlocks) -> Iterator[Printed]:
    """The roster under its name; the name is "" where a heading already says it."""
    lines = roster.lines
    if roster.form == "文":
        yield Line((Span(roster.name + sentence(_only_rows(lines), standing.school)),))
        lines = tuple(line for line in lines if not isinstance(line, Row))
    elif roster.name:
        yield Line((Span(roster.name),), "group")
    rows: list[tuple[str, tuple[Member, ...]]] = []
    for line in lines:
        if isinstance(line, Row | Office):
            rows.extend(_rows(line, standing.school))
            continue
        yield from _names(rows)
        rows = []
        yield from _print_text(line, standing, print_blocks)
    yield from _names(rows)


def _only_rows(lines: Iterable[Row | Office | Charge | Paragraph]) -> list[Row]:
    return [line for line in lines if isinstance(line, Row)]


def _names(rows: list[tuple[str, tuple[Member, ...]]]) -> Iterator[Names]:
    if rows:
        yield Names(tuple(rows))


def _rows(line: Row | Office, school: School) -> Iterator[tuple[str, tuple[Member, ...]]]:
    if isinstance(line, Row):
        yield line.role, resolve_all(line.members, school)
        return
    phone = f"电话：{line.phone}" if line.phone else ""
    if line.place or phone:
        yield OFFICE, (Member(f"{line.place}（{phone}）" if line.place and phone else line.place or phone),)
    for row in line.rows:
        yield OFFICE + row.role, resolve_all(row.members, school)


def _print_text(line: Charge | Paragraph, standing: Standing, print_blocks: PrintBlocks) -> Iterator[Printed]:
    if isinstance(line, Paragraph):
        yield Line((Span(line.text),))
        return
    first, *rest = print_blocks(line.blocks, "", standing)
    if isinstance(first, Line) and not first.role:
        yield replace(first, spans=(Span(CHARGE), *first.spans))
    else:
        yield Line((Span(CHARGE),))
        yield first
    yield from rest


def print_contacts(contacts: Contacts, standing: Standing) -> Iterator[Printed]:
    """职务, 姓名 and 电话 of the members from 学校.yaml; a phone that is not public stays blank."""
    rows = [row for written in contacts.members for row in _contact_rows(written, standing.school)]
    yield Sheet(CONTACT_COLUMNS, tuple(rows), (3, 2, 3))


def _contact_rows(written: str, school: School) -> Iterator[tuple[Cell, ...]]:
    named = resolve(written, school).text
    people = holders(written, school) or tuple(person for person in school.people if person.full_name == named)
    for person in people:
        post = written if written in person.posts else "、".join(person.posts)
        phone = person.phone if person.public else ""
        yield Cell(text=post), Cell(text=person.full_name), Cell(text=phone)
    if not people:
        yield Cell(text=written), Cell(), Cell()
