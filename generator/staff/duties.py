"""Every duty of a person in a plan: in rosters, for measures, in tables and text, by name, post or group."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.check.walk import every_node
from generator.manuscript import PROSE, Manuscript
from generator.model import Contacts, Duty, Item, Office, Paragraph, Place, Plan, Roster, Row, School, Section, Table

_EXCERPT = 22


@dataclass(frozen=True)
class Assignment:
    """A duty at its place in the YAML: what it is, the word by which the person is named; `free` in text and cells."""

    place: Place
    what: str
    written: str
    free: bool = False


def assignments(plan: Plan, manuscript: Manuscript, name: str) -> Iterator[Assignment]:
    """The duties of the person of this name, in the order of print."""
    school = manuscript.school or School(name="")
    for place, what, written in _named(plan):
        if name in persons(written, school):
            yield Assignment(place, what, written)
    yield from _in_tables(plan, name)
    for passage in manuscript.passages:
        if passage.part in PROSE and name in passage.text:
            yield Assignment(passage.place, f"文中提到：{_excerpt(passage.text, passage.text.index(name))}", name, True)


def persons(written: str, school: School) -> frozenset[str]:
    """The persons a word in a roster stands for: a name, those who hold a post, those in a group."""
    members = school.groups.get(written, ())
    holders = {person.full_name for person in school.people if written in person.posts}
    grouped = {name for member in members if member != written for name in (persons(member, _flat(school)) or {member})}
    return frozenset(holders | grouped | ({written} if not holders and not members else set()))


def _flat(school: School) -> School:
    """The school without groups: a group inside a group is taken as a word."""
    return School(name=school.name, people=school.people)


def _named(plan: Plan) -> Iterator[tuple[Place, str, str]]:
    """Every name, post and group in rosters, duties and the head: its place, what for, the word."""
    yield from _each(("署名",), "署名", plan.byline)
    for node in every_node(plan):
        match node:
            case Roster():
                yield from _in_roster(node)
            case Section() | Item():
                yield from _in_duty(node)
            case Contacts():
                yield from _each(node.at, "联系人", node.members)
    if dispatch := plan.dispatch:
        for key, names in (
            ("签发人", dispatch.signers), ("出席", dispatch.present), ("请假", dispatch.excused), ("列席", dispatch.attending),
        ):  # fmt: skip
            yield from _each((*dispatch.at, key), key, names)


def _each(place: Place, what: str, names: tuple[str, ...]) -> Iterator[tuple[Place, str, str]]:
    return (((*place, number), what, name) for number, name in enumerate(names))


def _in_roster(roster: Roster) -> Iterator[tuple[Place, str, str]]:
    group = roster.name or next((step for step in reversed(roster.at) if isinstance(step, str)), "")
    for line in roster.lines:
        rows = line.rows if isinstance(line, Office) else (line,) if isinstance(line, Row) else ()
        office = "办公室" if isinstance(line, Office) else ""
        for row in rows:
            yield from _each(row.at, f"{group}　{office}{row.role}", row.members)


def _in_duty(node: Section | Item) -> Iterator[tuple[Place, str, str]]:
    if node.duty != Duty():
        first = next((block.text for block in node.blocks if isinstance(block, Paragraph)), "")
        task = node.heading or _excerpt(first, 0)
        yield from _each((*node.at, "责任人"), f"{task}　责任人", node.duty.owners)
        yield from _each((*node.at, "配合"), f"{task}　配合", node.duty.support)


def _in_tables(plan: Plan, name: str) -> Iterator[Assignment]:
    for node in every_node(plan):
        if isinstance(node, Table):
            for number, row in enumerate(node.rows):
                for column, cell in zip(node.columns, row, strict=False):
                    if name in cell.text and column != cell.text:
                        what = f"{_called(plan, node)}　{row[0].text if row[0] is not cell else ''}　{column}"
                        yield Assignment(
                            (*node.at, "行", number), what.replace("　　", "　").replace("\n", ""), name, True
                        )


def _called(plan: Plan, table: Table) -> str:
    """A table's caption, else the annex or the heading it stands under."""
    annexes = {annex.at: annex.title for annex in plan.annexes}
    headings = [
        str(step) for step in table.at if isinstance(step, str) and not step.startswith(("表格", "附件", "正文"))
    ]
    return table.caption or annexes.get(table.at[:2]) or next(reversed(headings), "表格")


def _excerpt(text: str, at: int) -> str:
    start = max(0, at - _EXCERPT // 2)
    end = start + _EXCERPT
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"
