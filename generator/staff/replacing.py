"""One person's name in the place of another's, in the text of 学校.yaml or of a plan: nothing else changes."""

import re
from collections.abc import Iterable
from dataclasses import replace

from generator.model import Place, School
from generator.problems import PlanError
from generator.source import Source

_NAME = re.compile(r"[\u3400-\U0003ffff·]{2,12}")


def refuse_unclear(school: School, source: Source, old: str, new: str) -> None:
    """PlanError where it is not clear who is meant or who comes."""
    found = [person for person in school.people if person.full_name == old]
    taken = {person.full_name for person in school.people} | set(school.groups) | set(school.departments)
    posts = {post for person in school.people for post in person.posts}
    if not found:
        raise PlanError(source.problem(("人员",), "unknown-person", f"学校.yaml 的人员里没有“{old}”，没有改"))
    if len(found) > 1:
        message = f"有{len(found)}个人叫“{old}”，不知道换哪一个；请直接改 学校.yaml"
        raise PlanError(source.problem(found[1].at, "two-persons", message))
    if not _NAME.fullmatch(new) or new == old or new in posts:
        raise PlanError(source.problem(found[0].at, "not-a-name", f"“{new}”不能用作新名字；请写成 --replace 旧名=新名"))
    if new in taken:
        message = f"学校.yaml 里已经有“{new}”，换了会分不清；要把职务交给在校的人，请直接改“职务”"
        raise PlanError(source.problem(found[0].at, "name-taken", message))


def school_with(school: School, old: str, new: str) -> School:
    """The school with the new person in the posts and groups of the old."""
    people = tuple(replace(each, full_name=new) if each.full_name == old else each for each in school.people)
    groups = {group: tuple(new if name == old else name for name in names) for group, names in school.groups.items()}
    return replace(school, people=people, groups=groups)


def school_text(school: School, source: Source, old: str, new: str) -> str:
    """The text of 学校.yaml with the new name."""
    places: list[Place] = [(*person.at, "姓名") for person in school.people if person.full_name == old]
    places += [place for place in source.places if place[:1] == ("群组",) and len(place) > 1]
    return text_with(source, places, old, new)


def text_with(source: Source, places: Iterable[Place], old: str, new: str) -> str:
    """The text with the new name wherever the old stands as a name of its own at these places."""
    text = source.text
    whole = re.compile(rf"(?<![\u3400-\U0003ffff]){re.escape(old)}(?![\u3400-\U0003ffff])")
    spans = {(mark.value, mark.end) for place in places if (mark := source.places.get(place)) and mark.end}
    for start, end in sorted(spans, reverse=True):
        first, last = source.offset(*start), source.offset(*end)
        text = text[:first] + whole.sub(new, text[first:last]) + text[last:]
    return text
