"""Rosters (名单) as they grow line by line: their names, roles of any wording, offices, and what the group is there for."""

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.model import Charge, Office, Paragraph, Roster, Row
from generator.original import Line
from generator.recognition.labels import label_of
from generator.recognition.lines import Findings
from generator.recognition.roster_lines import is_names_alone, members_of, opens_roster, rows_of
from generator.surnames import looks_like_a_name

_OFFICE, _CHARGE = "办公室", "职责"
_ANY_ROLE = re.compile(r"^(?P<role>[一-龥A-Za-z0-9\s]{2,14}?)\s*[：:]\s*(?P<members>.+)$")
_LONGEST_ROLE = 8
_PERSON = re.compile(r"^(?P<name>[^（）]{2,4})(?:（[^（）]{2,20}）)?$")
_OFFICE_LINE = re.compile(r"^办公室\s*[：:][^。]*电话[：:]")
_PLACE = re.compile(r"^(?P<place>[^（）]*?)(?:（?电话[：:]\s*(?P<phone>[\d\-、 ]+)）?)?$")
_GROUP = re.compile(r"(?:小组|指挥部|委员会|专班|工作组|[一-龥]{2}组|[一-龥]{2}队)$")
_LONGEST_GROUP = 24


def is_group(line: Line, following: Line | None) -> bool:
    """Whether a line names the group whose people stand below it."""
    if following is None or line.rows or following.rows:
        return False
    if line.looks.role:
        return line.looks.role == "group"
    short = len(line.plain) <= _LONGEST_GROUP and bool(_GROUP.search(line.plain))
    return short and opens_roster(following.plain) and label_of(line) is None


def begins_roster(line: Line) -> bool:
    """Whether a line begins with a role."""
    if line.looks.role:
        return line.looks.role == "roster" or (line.looks.role == "body" and opens_roster(line.plain))
    return opens_roster(line.plain) or bool(_OFFICE_LINE.match(line.plain))


def goes_on(roster: Roster, line: Line) -> bool:
    """Whether a line without label belongs to the roster above it."""
    if line.rows:
        return False
    if begins_roster(line) or (line.plain.startswith(f"{_CHARGE}：") and len(line.plain) > len(_CHARGE) + 1):
        return True
    if is_names_alone(line.plain):
        return bool(roster.lines)
    found = _ANY_ROLE.match(line.plain)
    return found is not None and _is_row(found["role"], found["members"])


def _is_row(role: str, members: str) -> bool:
    """Whether a word before a colon is a role, by the names behind it."""
    if role == _OFFICE:
        return bool(re.search("电话", members))
    people = list(members_of(members, Findings()))
    return len(role) <= _LONGEST_ROLE and bool(people) and all(_is_person(each) for each in people)


def _is_person(member: str) -> bool:
    found = _PERSON.match(member)
    return found is not None and looks_like_a_name(found["name"])


def more(roster: Roster, line: Line, findings: Findings) -> Roster:
    """The roster with a line more: new roles, its charge, or more names for the last role."""
    if line.plain.startswith(f"{_CHARGE}："):
        return replace(roster, lines=(*roster.lines, Charge(blocks=(Paragraph(text=line.text[3:].strip()),))))
    rows = tuple(rows_in(line, findings))
    if rows or not roster.lines:
        return replace(roster, lines=(*roster.lines, *rows))
    *before, last = roster.lines
    if isinstance(last, Row):
        last = replace(last, members=(*last.members, *members_of(line.text, findings)))
    return replace(roster, lines=(*before, last))


def rows_in(line: Line, findings: Findings) -> Iterator[Row]:
    """The rows of a line: one for every role it is known to hold, else the one before its colon."""
    found = _ANY_ROLE.match(line.text)
    if opens_roster(line.plain) and line.looks.role != "roster":
        yield from rows_of(line.text, findings)
    elif found and not is_names_alone(line.plain):
        role = re.sub(r"\s", "", found["role"])
        members = (found["members"],) if role == _OFFICE else tuple(members_of(found["members"], findings))
        yield Row(role=role, members=members)


def with_offices(roster: Roster) -> Roster:
    """The roster with the lines of its office put together."""
    lines: list[Row | Office | Charge | Paragraph] = []
    for line in roster.lines:
        last = lines[-1] if lines else None
        if isinstance(line, Row) and line.role == _OFFICE:
            lines.append(_office("".join(line.members)))
        elif isinstance(line, Row) and isinstance(last, Office) and line.role.startswith(_OFFICE):
            row = replace(line, role=line.role.removeprefix(_OFFICE))
            lines[-1] = replace(last, rows=(*last.rows, row))
        else:
            lines.append(line)
    return replace(roster, lines=tuple(lines))


def _office(text: str) -> Office:
    found = _PLACE.match(text)
    return Office(place=found["place"], phone=found["phone"] or "") if found else Office(place=text)
