"""Rules on rosters (名单): those that are claimed are given, in full, and nobody stands in one twice."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from generator.check.registry import Found, found_in, rule_of_text
from generator.manuscript import PROSE, Manuscript, Part, Passage
from generator.problems import Severity
from generator.surnames import looks_like_a_name

_BODY = r"(?:领导小组|工作小组|领导班子(?:和工作机构)?|领导机构|组织机构|工作专班|指挥部|工作组)"
_SET_UP = re.compile(rf"(?<!已)(?:成立|组建|设立|调整)(?:了)?[^，。；：、]{{0,16}}{_BODY}")
_GIVEN = re.compile(
    r"[组队]\s*长\s*[：:由]|总?指挥(?:长)?[：:由]|[任为]\S{0,2}(?:组长|总指挥|队长)|组长为|担任|成员[：:由为有]|负责人[：:]|主任[：:]"
)
_BELOW = re.compile(r"(?:组成)?(?:人员|成员|名单|组成)(?:名单)?如下[：:。]?$")
_OPEN = re.compile(
    r"([一-龥]{2,4})等(?:同志|领导|人|老师|教师)?(?=[任为担]\S{0,3}(?:副?组长|成员|委员|副?主任|副?总指挥))"
)
_AND_OTHERS = re.compile(r"等(?:同志|人|老师|教师)?[。]?$")
_GROUP_MEMBERS = re.compile(r"[一-龥]{0,6}(?:所有|全体)[一-龥]{2,8}为成员(?=[，、].*?为成员单位)")
_SCHEMES = ("计划", "方案", "预案", "办法", "制度")
_LEADING = frozenset({"组长", "副组长", "成员", "组员", "第一组长", "常务副组长", "总指挥", "副总指挥", "委员"})


@rule_of_text("missing-roster")
def missing_roster(manuscript: Manuscript) -> Iterator[Found]:
    """说成立领导小组（领导机构），全文却没有写谁是组长、谁是成员，等于没有成立。

    在这里写上组长、副组长、成员；名单另发的，写明见哪份文件。
    """
    if manuscript.kind and not manuscript.kind.endswith(_SCHEMES):
        return
    if any(passage.role in _LEADING for passage in manuscript.passages) or any(manuscript.search(_GIVEN)):
        yield from _nothing_below(manuscript)
        return
    for passage, found in manuscript.search(_SET_UP):
        if passage.part in PROSE and "另行" not in passage.plain:
            yield found_in(passage, found.span(), "说要成立，全文却没有名单：请写上组长、副组长和成员")
            return


def _nothing_below(manuscript: Manuscript) -> Iterator[Found]:
    """人员如下 with no name after it."""
    for passage, following in pairwise(manuscript.passages) if manuscript.names_any(["如下"]) else ():
        found = _BELOW.search(passage.plain) if passage.part in PROSE | {Part.ADDRESSEE} else None
        if found and following.part == Part.HEADING and following.level and not following.names:
            yield found_in(passage, found.span(), "说“如下”，下面却没有名单：请写上，或删去这一句")


@rule_of_text("open-roster")
def open_roster(manuscript: Manuscript) -> Iterator[Found]:
    """名单里写“等同志”，谁在小组里、谁不在，就说不清楚了，出了事也找不到人。

    把人写全；人多的，附名单。
    """
    for passage, found in manuscript.search(_OPEN):
        name = next((found[1][-n:] for n in (3, 2) if looks_like_a_name(found[1][-n:])), found[1])
        span = (found.end(1) - len(name), found.end())
        yield found_in(passage, span, f"名单没有写全（“{name}等”）：请把每个人都写上")
    for passage in manuscript.may_match(_AND_OTHERS):
        if passage.role in _LEADING and passage.names and _AND_OTHERS.search(passage.plain):
            yield found_in(passage, (0, 0), "名单末尾写“等”，没有写全：请把每个人都写上")
    for passage, found in manuscript.search(_GROUP_MEMBERS):
        message = "成员写的是一类人，后面又另列“成员单位”：请写明成员的姓名或职务"
        yield found_in(passage, found.span(), message, Severity.HINT)


@rule_of_text("person-twice")
def person_twice(manuscript: Manuscript) -> Iterator[Found]:
    """同一个人在一份名单里出现两次：一人不能又是组长又是成员，多半是调整名单时漏删了。

    留下他的一个职务，删去另一处。
    """
    for lines in _rosters(manuscript):
        seen: Counter[str] = Counter()
        for passage in lines:
            for name in passage.names:
                seen[name] += 1
                if seen[name] > 1 and looks_like_a_name(name):
                    yield found_in(passage, _span(passage, name), f"“{name}”在这份名单里出现了两次：请删去一处")


def _span(passage: Passage, name: str) -> tuple[int, int]:
    found = list(re.finditer(r"\s?".join(map(re.escape, name)), passage.text))
    return found[-1].span() if found else (0, 0)


def _rosters(manuscript: Manuscript) -> Iterator[list[Passage]]:
    """The lines of each roster: roles from 组长 to 成员, one after the other; a second 组长 begins the next."""
    lines: list[Passage] = []
    roles: set[str] = set()
    for passage in (passage for passage in manuscript.passages if passage.part == Part.ROSTER or lines):
        if passage.part != Part.ROSTER or passage.role not in _LEADING or passage.role in roles:
            yield lines
            lines, roles = [], set()
        if passage.part == Part.ROSTER and passage.role in _LEADING:
            lines.append(passage)
            roles.add(passage.role)
    yield lines
