"""Rules on people: everyone a plan names works here, every post it names is held."""

from collections.abc import Iterator

from generator.check.registry import Found, Subject, rule
from generator.model import School
from generator.outline.names import COMMON_POSTS, holders
from generator.surnames import looks_like_a_name

DEPARTMENT_POSTS = ("主任", "副主任", "负责人")
"""With a department before it, each of these is a post: 德育处主任."""


@rule("vacant-post")
def vacant_post(subject: Subject) -> Iterator[Found]:
    """名单或责任人里写了一个职务，学校.yaml 里却没有人担任，印出来就没有名字。

    在 学校.yaml 的“人员”里给担任这个职务的人写上“职务”，或者把这里改成现在的职务。
    """
    school = subject.school
    posts = COMMON_POSTS | {f"{name}{post}" for name in school.departments for post in DEPARTMENT_POSTS[:2]}
    for at, written in (*subject.members, *subject.owners):
        if written in posts and not holders(written, school):
            yield Found(at, f"学校.yaml 里没有人担任“{written}”：请在“人员”里给这个人写上职务，或改正这里", written)


@rule("unknown-person")
def unknown_person(subject: Subject) -> Iterator[Found]:
    """名单或责任人里的人不在 学校.yaml 里：可能已经调走，也可能写错了字。

    还在学校的，加进 学校.yaml 的“人员”；已经离开的，换成现在的人；不是人名的，写进“部门”或“群组”。
    """
    known = _known_words(subject.school)
    for at, written in (*subject.members, *subject.owners):
        if written not in known and looks_like_a_name(written):
            remedy = "请补上，或换成现在的人；不是人名的请写进“部门”或“群组”"
            yield Found(at, f"“{written}”不在 学校.yaml 的人员里：{remedy}", written)


def _known_words(school: School) -> frozenset[str]:
    people = {person.full_name for person in school.people}
    posts = {post for person in school.people for post in person.posts}
    grouped = {name for names in school.groups.values() for name in names}
    return frozenset(people | posts | grouped | set(school.groups) | set(school.departments))
