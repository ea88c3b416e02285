"""Rules on terms (用语): the same body, thing or duty has one name throughout."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache

from generator.check.facts import load_facts
from generator.check.registry import Found, found_in, rule_of_text
from generator.manuscript import Manuscript, Passage
from generator.problems import Severity

_BUSINESS = re.compile(r"(?:(?<![一-龥])|(?<=[和与及在由到向对为给]))([一-龥]{3,12}?(?:厂|公司|集团))")
_BODIES = re.compile("小组|指挥部|委员会")
_PLACES = frozenset("省市县区镇乡村")
_CENTRE = re.compile(r"([省市县区镇乡校村])([一-龥]{2,6}中心)")
_COMMON_CENTRES = re.compile(
    "(服务|活动|管理|指挥|教育|工作|事务|发展|培训|保障|研究|咨询|救助|调解|实践|信息|学习|文化|卫生)中心$"
)
_PARTY = re.compile(r"([省市县区州旗])委、(\1?)政府")
_LABEL = re.compile(
    r"[（(](主要负责人?|责任人员?|负责人|责任部门|责任单位|责任科室|责任处室|牵头部门|牵头单位)(?=[：:])"
)
_LABELS = (
    ("主要负责", "主要负责人"),
    ("责任人", "责任人员", "负责人"),
    ("责任部门", "责任单位", "责任科室", "责任处室"),
    ("牵头部门", "牵头单位"),
)
"""Labels of duties that say the same."""

_SHORTEST_BODY, _LONGEST_BODY = 6, 10
_SIDES, _CORE, _LONGEST_INSERT = 3, 4, 3


@rule_of_text("term-inconsistent")
def term_inconsistent(manuscript: Manuscript) -> Iterator[Found]:
    """同一个机构、同一件事前后叫法不一，读的人会以为是两个机构、两件事。

    定下一个叫法，全文照用；确实是两个的，不用改。
    """
    yield from _two_terms(manuscript)
    yield from _shuffled(manuscript)
    yield from _centres(manuscript)
    yield from _party_and_government(manuscript)
    yield from _labels(manuscript)


def _two_terms(manuscript: Manuscript) -> Iterator[Found]:
    """Pairs of terms for one thing, both of them in one document."""
    text = "\n".join(passage.plain for passage in manuscript.passages)
    for right, wrong in _same_things():
        if right in text:
            for passage, found in manuscript.search(wrong):
                message = f"这里写“{found[0]}”，别处写“{right}”，说的是同一件事：请统一用“{right}”"
                yield found_in(passage, found.span(), message)


@lru_cache
def _same_things() -> tuple[tuple[str, "re.Pattern[str]"], ...]:
    """The usual term for a thing, and what else it is called."""
    facts = load_facts("same-thing", ("用", "不用"))
    return tuple((fact.text("用"), pattern) for fact in facts if (pattern := fact.pattern("不用")))


def _shuffled(manuscript: Manuscript) -> Iterator[Found]:
    """Names of bodies that hold the same characters in another order: 信访领导工作小组, 信访工作领导小组."""
    names: defaultdict[str, Counter[str]] = defaultdict(Counter)
    places: dict[str, list[tuple[Passage, tuple[int, int]]]] = {}
    for passage, found in manuscript.search(_BODIES):
        tail = re.search(r"[一-龥]*$", passage.plain[: found.start()])
        for length in range(_SHORTEST_BODY, min(len(tail[0]), _LONGEST_BODY) + 1) if tail else ():
            name = passage.plain[found.start() - length : found.end()]
            names["".join(sorted(name))][name] += 1
            places.setdefault(name, []).append((passage, (found.start() - length, found.end())))
    told: set[tuple[int, int]] = set()
    for _, spellings in sorted(names.items(), key=lambda entry: -len(entry[0])):
        if len(spellings) > 1:
            rare, common = _rarer(spellings)
            for passage, span in places[rare]:
                if (id(passage), span[1]) not in told:
                    told.add((id(passage), span[1]))
                    yield found_in(passage, span, f"这里写“{rare}”，别处写“{common}”：同一个机构请用同一个名称")


def _rarer(spellings: Counter[str]) -> tuple[str, str]:
    """The spelling to be changed and the one to keep: 工作领导小组 is the usual order."""
    ranked = sorted(spellings, key=lambda name: (spellings[name], "工作领导" in name))
    return ranked[0], ranked[-1]


def _centres(manuscript: Manuscript) -> Iterator[Found]:
    """Centres of one place that share most of their names: 镇综治维稳中心, 镇信访维稳中心."""
    found = list(manuscript.search(_CENTRE))
    counts = Counter(match[0] for _, match in found if not _COMMON_CENTRES.search(match[2]))
    for name, other in _pairs(counts):
        if name[0] == other[0] and len(name) == len(other) and name[-_CORE:] == other[-_CORE:]:
            message = f"这里写“{name}”（共 {counts[name]} 处），别处写“{other}”：是同一个机构的，请统一名称"
            passage, match = next(one for one in found if one[1][0] == name)
            yield found_in(passage, match.span(), message, Severity.HINT)


def _pairs(counts: Counter[str]) -> Iterator[tuple[str, str]]:
    """Every two names, the rarer first."""
    ranked = sorted(counts, key=lambda name: counts[name])
    yield from ((name, other) for index, name in enumerate(ranked) for other in ranked[index + 1 :])


def _party_and_government(manuscript: Manuscript) -> Iterator[Found]:
    """市委、政府 where the document says 市委、市政府 elsewhere."""
    found = list(manuscript.search(_PARTY))
    full = {match[1] for _, match in found if match[2]}
    for passage, match in found:
        if not match[2] and match[1] in full:
            place = match[1]
            message = f"别处写“{place}委、{place}政府”，这里少了“{place}”字：请补上"
            yield found_in(passage, match.span(), message)


def _labels(manuscript: Manuscript) -> Iterator[Found]:
    """（主要负责人：…） among items that say （主要负责：…）."""
    found = list(manuscript.search(_LABEL))
    counts = Counter(match[1] for _, match in found)
    for passage, match in found:
        label = match[1]
        alike = next(group for group in _LABELS if label in group)
        common = max(alike, key=lambda one: counts[one])
        if counts[label] * 2 < counts[common]:
            yield found_in(passage, match.span(1), f"别处都写“{common}：”，这里写“{label}：”：请统一")


@rule_of_text("name-inconsistent")
def name_inconsistent(manuscript: Manuscript) -> Iterator[Found]:
    """同一个单位前后写成两个名字，一处多了几个字，读的人不知道是不是同一家。

    核对全称，全文统一；确实是两个单位的，不用改。
    """
    found = list(manuscript.search(_BUSINESS))
    counts = Counter(match[1] for _, match in found)
    for name, other in _pairs(counts):
        if _inserted(*sorted((_from(name, other), _from(other, name)), key=len)):
            short, long = _from(name, other), _from(other, name)
            passage, match = next(one for one in found if one[1][1] == name)
            span = (match.end(1) - len(short), match.end(1))
            yield found_in(passage, span, f"这里写“{short}”，别处写“{long}”：请核对，统一名称")


def _from(name: str, other: str) -> str:
    """The name from where the other begins in it: words may stand before it."""
    return name[max(0, name.find(other[:_SIDES])) :]


def _inserted(short: str, long: str) -> bool:
    """Whether the longer name is the shorter one with a few characters put into its middle."""
    if not 0 < len(long) - len(short) <= _LONGEST_INSERT:
        return False
    head = next((n for n, pair in enumerate(zip(short, long, strict=False)) if pair[0] != pair[1]), len(short))
    middle = long[head : head + len(long) - len(short)]
    return head >= _SIDES and long.endswith(short[head:]) and not set(middle) & _PLACES and "第" not in middle
