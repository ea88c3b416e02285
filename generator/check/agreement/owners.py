"""Rules on responsibility (责任): every measure among others with an owner has one, and nobody has too many."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from generator.check.registry import Found, Subject, found_in, rule, rule_of_text
from generator.manuscript import Manuscript, Part, Passage
from generator.model import Item, Listing, School, Section
from generator.problems import Severity

_OWNED = re.compile(
    r"[（(](?:主要)?(?:负责|责任|牵头|承办|落实)(?:人员?|部门|单位|科室|处室)?[：:]|[（(](?:责任|牵头|承办)[^）)]{0,4}[：:]"
)
_LED = re.compile(
    r"由[^，。；]{2,16}?(?:负责|牵头|承担|组织|落实|主持)|(?:处|室|班主任|办公室|办|科|部|组)(?:负责|牵头)"
)
_TIMED = re.compile(
    r"[\d一二三四五六七八九十][年月日周天时]|每|前|后|期|立即|及时|随时|当[天日场即]|常年|全年|始终|日常|学年"
)
MOST, FEWEST = 0.6, 4
"""Share of siblings with an owner from which the others are thought to lack one; owners there must be."""

MANY_DUTIES = 8


@rule_of_text("missing-responsible")
def missing_responsible(manuscript: Manuscript) -> Iterator[Found]:
    """别的条目都写了谁负责，这一条没有写，多半没有人做。

    补上责任部门或责任人。
    """
    if not manuscript.foreign:
        return
    for section in _sections(manuscript.passages):
        leaves = _leaves(section)
        owned = [any(map(_OWNED.search, texts)) for _, texts in leaves]
        led = [has or any(map(_LED.search, texts)) for has, (_, texts) in zip(owned, leaves, strict=True)]
        if sum(owned) < FEWEST or sum(led) < MOST * len(leaves) or all(led):
            continue
        before = True
        for has, (passage, _) in zip(led, leaves, strict=True):
            if not has and before:
                yield found_in(passage, (0, 0), "别的条目都写了谁负责，这一条（和紧接着的）没有写：请补上")
            before = has


def _sections(passages: Sequence[Passage]) -> Iterator[list[Passage]]:
    """The passages under each heading of the first level."""
    section: list[Passage] = []
    for passage in passages:
        if passage.level == 1:
            yield section
            section = []
        else:
            section.append(passage)
    yield section


def _leaves(section: Sequence[Passage]) -> list[tuple[Passage, list[str]]]:
    """Labelled passages with no label below them, each with its texts up to the next label."""
    labelled: list[tuple[Passage, list[str]]] = []
    for passage in section:
        if passage.level and passage.part in (Part.HEADING, Part.ITEM):
            labelled.append((passage, [passage.plain]))
        elif labelled:
            labelled[-1][1].append(passage.plain)
    following = [passage.level for passage, _ in labelled[1:]] + [0]
    return [entry for entry, after in zip(labelled, following, strict=False) if after <= entry[0].level]


@rule("ownerless-measure", Severity.WARNING)
def ownerless_measure(subject: Subject) -> Iterator[Found]:
    """并列的措施大多写了责任人或时限，这一条没有写，多半没有人做、做到什么时候也不知道。

    补上“责任人”或“时限”。
    """
    for siblings in _families(subject):
        owned = any(map(_has_owner, siblings))
        key, has, spoken = ("责任人", _has_owner, _LED) if owned else ("时限", _has_term, _TIMED)
        given = list(map(has, siblings))
        if sum(given) < FEWEST - 1 or sum(given) < MOST * len(given):
            continue
        for node, there in zip(siblings, given, strict=True):
            if not there and not _speaks(node, spoken):
                yield Found(node.at, f"并列的都写了“{key}”，这一条没有：请补上", on_key=_on_key(node))


def _on_key(node: Section | Item) -> bool:
    return isinstance(node, Section) or (bool(node.at) and node.at[-1] == node.heading)


def _families(subject: Subject) -> Iterator[Sequence[Section | Item]]:
    """Siblings: the items of a list, the sections beside one another."""
    plan = subject.plan
    for node in subject.nodes:
        if isinstance(node, Listing):
            yield node.items
        elif isinstance(node, Section):
            yield [child for child in node.blocks if isinstance(child, Section)]
    yield [child for child in plan.body.blocks if isinstance(child, Section)]


def _has_owner(node: Section | Item) -> bool:
    return bool(node.duty.owners) or any(child.duty.owners for child in _inside(node))


def _has_term(node: Section | Item) -> bool:
    return bool(node.duty.term) or any(child.duty.term for child in _inside(node))


def _inside(node: Section | Item) -> Iterator[Section | Item]:
    for block in node.blocks:
        children: Iterable[object] = block.items if isinstance(block, Listing) else (block,)
        for child in children:
            if isinstance(child, Section | Item):
                yield child
                yield from _inside(child)


def _speaks(node: Section | Item, form: re.Pattern[str]) -> bool:
    """Whether the words themselves say it."""
    texts = (getattr(block, "text", "") for block in node.blocks)
    return any(form.search(text) for text in (node.heading, *texts))


@rule("overloaded-owner", Severity.HINT)
def overloaded_owner(subject: Subject) -> Iterator[Found]:
    """一个人名下的事太多，到时候哪一件都顾不上。

    分一些给别人，或者写成部门负责。
    """
    counts: Counter[str] = Counter()
    people = _People(subject.school)
    for at, written in subject.owners:
        for name in people(written) if at[-2] == "责任人" and written not in subject.school.groups else ():
            counts[name] += 1
            if counts[name] == MANY_DUTIES + 1:
                yield Found(at, f"“{name}”负责的事超过 {MANY_DUTIES} 件：请考虑分一些给别人", written)


@rule("owner-outside-rosters", Severity.HINT)
def owner_outside_rosters(subject: Subject) -> Iterator[Found]:
    """负责的人不在文稿的任何一个小组里，开会布置时可能没有通知到他。

    把他写进名单，或者换成小组里的人。
    """
    owners = [(at, written) for at, written in subject.owners if at[-2] == "责任人"]
    people = _People(subject.school)
    members = [people(member) for _, member in subject.members] if owners else []
    listed = {name for names in members for name in names}
    vague = not all(members)
    if not listed or vague:
        return
    text = "\n".join(passage.text for passage in subject.manuscript.passages if passage.part != Part.DUTY)
    for at, written in owners:
        own = {written} & people(written)
        if own and not own & listed and not _mentioned(own, subject, text):
            yield Found(at, f"“{written}”不在这份文稿的任何一个小组里：请写进名单，或换人", written)


def _mentioned(people: set[str], subject: Subject, text: str) -> bool:
    """Whether any of them is named elsewhere: in a table of groups, in a sentence, by name or by post."""
    names = [name for person in subject.school.people if person.full_name in people for name in person.posts]
    return any(name in text for name in (*people, *names))


class _People:
    """The people a word stands for: a name, a post or a group of the school; none for other words."""

    def __init__(self, school: School) -> None:
        self._named: dict[str, set[str]] = {name: set(members) for name, members in school.groups.items()}
        for person in school.people:
            for post in person.posts:
                self._named.setdefault(post, set()).add(person.full_name)
        self._named |= {person.full_name: {person.full_name} for person in school.people}

    def __call__(self, written: str) -> set[str]:
        return self._named.get(written, set())
