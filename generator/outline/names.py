"""People as a document prints them: posts resolved to the persons who hold them, by the school's own list."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generator.model import Person, Row, School

RANK_AND_FILE = frozenset({"成员", "组员", "队员", "委员", "成员单位"})
"""Roles that many hold: 为成员, not 任成员."""


COMMON_POSTS = frozenset(
    "校长 副校长 书记 副书记 党支部书记 党支部副书记 党总支书记 党委书记 教导主任 教务主任 政教主任 总务主任 德育主任 "
    "工会主席 团委书记 大队辅导员 少先队大队辅导员 园长 副园长".split()
)
"""Posts every school knows, whether its 学校.yaml names them or not."""


@dataclass(frozen=True)
class Member:
    """One member of a group as printed: a person, perhaps with the post by which he or she was named, or a body."""

    text: str
    post: str = ""
    is_person: bool = False


def holders(post: str, school: School) -> tuple[Person, ...]:
    """Everyone who holds this post."""
    return tuple(person for person in school.people if post in person.posts)


def resolve(written: str, school: School) -> Member:
    """A post held by one person becomes that person with the post; anything else stays as written."""
    if any(person.full_name == written for person in school.people):
        return Member(written, is_person=True)
    found = holders(written, school)
    if len(found) == 1:
        return Member(found[0].full_name, written, is_person=True)
    return Member(written)


def resolve_all(members: Iterable[str], school: School) -> tuple[Member, ...]:
    """The members in order; posts of one person that stand side by side are joined to one entry."""
    joined: list[Member] = []
    for member in (resolve(written, school) for written in members):
        last = joined[-1] if joined else None
        if last and last.post and member.post and last.text == member.text:
            joined[-1] = replace(last, post=f"{last.post}、{member.post}")
        else:
            joined.append(member)
    return tuple(joined)


def sentence(rows: Iterable[Row], school: School) -> str:
    """The roster as prose: 由校长周文任组长，德育处、总务处为成员。"""
    return f"由{'，'.join(_clauses(rows, school))}。"


def _clauses(rows: Iterable[Row], school: School) -> Iterator[str]:
    for row in rows:
        people = "、".join(f"{member.post}{member.text}" for member in resolve_all(row.members, school))
        yield f"{people}{'为' if row.role in RANK_AND_FILE else '任'}{row.role}"
