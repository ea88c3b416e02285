"""Rules on names (姓名): one person's name is written one way."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from generator.check.registry import Found, found_in, rule_of_text
from generator.manuscript import Manuscript, Passage
from generator.problems import Severity
from generator.surnames import looks_like_a_name

_ALIKE = (
    "付傅 肖萧 阎闫 戴代 余佘于 张章 王汪 李黎 程陈成 吴武 徐许 周邹 "
    "政正证征郑 军均君钧 伟玮卫维 平萍苹评 华花桦 红宏洪虹鸿 明名鸣 玲铃灵凌 丽莉利立 芳方 英瑛颖 梅美玫 霞侠 兰岚蓝 "
    "静靖晶 敏民闽 勇永咏泳 建健剑 国果 文雯闻 志智治至 海晦 东冬栋 波博 林琳霖 春椿 生升胜声 龙隆 飞菲斐 辉晖挥 云芸 "
    "燕艳雁 娟鹃 秀绣 珍真贞 荣蓉容 佳家嘉 俊骏峻 杰洁 涛滔 宇雨羽 婷亭 颜彦 清青卿 忠中钟 德得 义艺毅 凤风 晓小筱 末未 己巳"
).split()
"""Characters in names that sound or look alike, and so are written for one another."""

_SHORTEST = 3
"""Characters of names compared: those of two differ too easily."""

_TWINS = frozenset(pair for group in _ALIKE for one in combinations(group, 2) for pair in (one, one[::-1]))
_TITLED = re.compile(
    r"(?<=[一-龥，、。；：（(由])([一-龥]{2,4}?)(?=同志|老师|校长|副校长|主任|书记(?!处)|园长)|(?:校长|书记|主任|组长|园长)([一-龥]{2,3})(?=[任为担负主，、。；）)]|$)"
)


@rule_of_text("name-spelling")
def name_spelling(manuscript: Manuscript) -> Iterator[Found]:
    """同一个人的名字前后写成两样，差一个同音字或形近字，名单、责任和通讯录就对不上了。

    核对后统一；确实是两个人的，不用改。
    """
    written = [*_in_rosters(manuscript), *_in_prose(manuscript)]
    counts = Counter(name for _, name, _ in written)
    together = {
        pair for passage in manuscript.passages for pair in combinations(sorted(set(passage.names)), 2) if passage.names
    }
    known = {person.full_name for person in manuscript.school.people} if manuscript.school else set()
    for name, other in combinations(sorted(name for name in counts if len(name) >= _SHORTEST), 2):
        if _mistaken(name, other) and (name, other) not in together and not {name, other} <= known:
            rare, common = sorted((name, other), key=lambda one: (one in known, counts[one]))
            passage, _, span = next(entry for entry in written if entry[1] == rare)
            message = f"这里写“{rare}”，别处写“{common}”：是同一个人的，请统一写法"
            yield found_in(passage, span, message, Severity.HINT)


def _mistaken(name: str, other: str) -> bool:
    """Whether two names differ in one character only, which sounds or looks like that of the other."""
    if len(name) != len(other):
        return False
    differing = [pair for pair in zip(name, other, strict=True) if pair[0] != pair[1]]
    return len(differing) == 1 and differing[0] in _TWINS


Written = tuple[Passage, str, tuple[int, int]]


def _in_rosters(manuscript: Manuscript) -> Iterator[Written]:
    for passage in manuscript.passages:
        for name in passage.names:
            start = passage.text.find(name)
            if looks_like_a_name(name) and start >= 0:
                yield passage, name, (start, start + len(name))


def _in_prose(manuscript: Manuscript) -> Iterator[Written]:
    for passage, found in manuscript.search(_TITLED):
        group = 1 if found[1] else 2
        for length in (3, 4):
            name = found[group][-length:] if group == 1 else found[group][:length]
            if len(name) == length and looks_like_a_name(name):
                start = found.end(1) - length if group == 1 else found.start(2)
                yield passage, name, (start, start + length)
                break
