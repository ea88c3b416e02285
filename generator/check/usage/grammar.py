"""Sentences that do not hold together: words of one sound confused, patterns mixed, words doubled, series broken, 的 for 地."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial

from generator.check.facts import Fact, load_facts
from generator.check.registry import Found, found_in, rule_of_text
from generator.check.usage.joined import Joined, Span, clause_of
from generator.check.usage.spelling import begins_a_word, ends_a_word
from generator.manuscript import Manuscript
from generator.problems import Severity

_NOTHING = re.compile(r"(?!)")


@dataclass(frozen=True)
class _Fault:
    """What a pattern of a fact finds, and the words without which it cannot."""

    fact: Fact
    words: tuple[str, ...]

    @cached_property
    def pattern(self) -> "re.Pattern[str]":
        """What it looks like (式)."""
        return self.fact.pattern("式") or _NOTHING

    @cached_property
    def exempt(self) -> "re.Pattern[str] | None":
        """What makes it right in the same clause (除)."""
        return self.fact.pattern("除")

    def matches_in(self, joined: Joined) -> "Iterator[re.Match[str]]":
        """Its matches in the text."""
        if joined.holds_any(self.words) and joined.may_match(self.pattern):
            for match in self.pattern.finditer(joined.text):
                if not (self.exempt and self.exempt.search(clause_of(joined.text, *match.span()))):
                    yield match


_CONFUSED = re.compile(r"\(([\u4e00-\u9fff|]+)\)")


@lru_cache
def _confused_words() -> tuple[_Fault, ...]:
    facts = load_facts("word_choice", ("式", "对"), ("除", "级别"))
    return tuple(_Fault(fact, tuple(_CONFUSED.findall(fact.text("式"))[0].split("|"))) for fact in facts)


@lru_cache
def _sentences(sort: str) -> tuple[_Fault, ...]:
    facts = load_facts("sentences", ("类", "含", "式", "说"), ("除", "级别"))
    return tuple(_Fault(fact, fact.texts("含")) for fact in facts if fact.text("类") == sort)


@rule_of_text("confused-word")
def confused_word(manuscript: Manuscript) -> Iterator[Found]:
    """“形势”写成“形式”、“得”写成“的”，电脑查不出来，因为两个都是词；意思却差远了。

    照上下文改成提示的词；没有写错的可以不理。
    """
    seen = set()
    joined = manuscript.derived(Joined)
    for fault in _confused_words():
        for passage, span, quote in joined.found(partial(_quotes, fault, 1)):
            if (passage.place, span) not in seen:
                seen.add((passage.place, span))
                message = f"“{quote}”疑为“{fault.fact.text('对')}”，请照上下文核对"
                yield found_in(passage, span, message, fault.fact.severity(Severity.WARNING))


def _quotes(fault: _Fault, group: int, joined: Joined) -> Iterator[Span]:
    return ((*match.span(group), match[group]) for match in fault.matches_in(joined))


@rule_of_text("broken-sentence")
def broken_sentence(manuscript: Manuscript) -> Iterator[Found]:
    """句子缺了成分、两种句式混在一起，或者说反了，照办的人不知道怎么办。

    照提示改句子；一时难改的，拆成两句短的。
    """
    yield from _told_sentences(manuscript, "句式", Severity.WARNING)


@rule_of_text("mismatched-words", Severity.HINT)
def mismatched_words(manuscript: Manuscript) -> Iterator[Found]:
    """动词和它管的名词配不上（“加强活动”“开展预案”），说的是哪件工作就不清楚。

    换动词，或者补上名词。
    """
    yield from _told_sentences(manuscript, "搭配", Severity.HINT)


def _told_sentences(manuscript: Manuscript, sort: str, severity: Severity) -> Iterator[Found]:
    joined = manuscript.derived(Joined)
    for fault in _sentences(sort):
        for passage, span, quote in joined.found(partial(_quotes, fault, 0)):
            yield found_in(passage, span, f"“{quote}”：{fault.fact.text('说')}", fault.fact.severity(severity))


_PARTICLES = re.compile(
    r"(?<![目标中有])(?:的的(?!确)|地地|(?<!为)了了(?!解|如|然|不|得|结|无|断|事)|和和|与与|及及|把把|被被|在在|以以|为为|要要|是是|将将|由由|对对)"
)
_DOUBLED = re.compile(r"([\u4e00-\u9fff]{2})\1")
_NEVER_DOUBLED = frozenset(
    "进行 通过 工作 学校 以及 为了 关于 按照 根据 对于 由于 必须 应当 我们 安全 教育 制度 落实 加强 开展 提高 确保 "
    "组织 领导 建立 健全 完善 切实 认真 积极 贯彻 执行 责任 措施 师生 学生 教师 家长 部门 单位 问题 隐患 矛盾 纠纷 "
    "稳定 维护 信访 值班 应急 预案 事件 事故 校园 方案 计划 意识 能力 重视 明确 坚持 做好 抓好 全面 各项 上级 有关 "
    "相关 及时 严格 保障 负责 成员 组长 会议 精神 要求 情况 实施 管理 检查 机制 体系 以人 为主 为本 并且 而且 或者 "
    "因此 同时 ".split()
)


@rule_of_text("doubled-word")
def doubled_word(manuscript: Manuscript) -> Iterator[Found]:
    """字词打重了，是改稿时留下的痕迹，印出来显得没有校对。

    删去一个；有意重叠的可以不理。
    """
    for passage, span, told in manuscript.derived(Joined).found(_doubled):
        yield found_in(passage, span, told)


def _doubled(joined: Joined) -> Iterator[Span]:
    """Words that stand twice, where neither belongs to another word."""
    text = joined.text
    matches = [*_PARTICLES.finditer(text), *(twice for twice in _DOUBLED.finditer(text) if twice[1] in _NEVER_DOUBLED)]
    for match in matches:
        start, end = match.span()
        middle = (start + end) // 2
        if not (ends_a_word(text, start, middle) or begins_a_word(text, middle, end)):
            yield start, end, f"“{match[0]}”打重了，请删去一个"


_BAD = (
    r"(?:失火|失窃|火灾|盗窃|中毒|溺水|伤亡|犯罪|违法|违纪|打架|斗殴|吸烟|酗酒|赌博|上访|迟到|早退|旷课|缺课|逃学|体罚|辱骂|欺凌|踩踏|"
    r"触电|拥挤|吵闹|追逐|攀爬|喝酒|脱岗|离岗|串岗|睡岗|瞒报|漏报|迟报|谎报|推诿|扯皮|拖延|"
    r"[^、，。；无不有]{1,6}(?:事件|事故|案件|现象|行为|发生))"
)
_LACKING = tuple(
    (word, re.compile(rf"{word}[^、，。；：{word[0]}]{{1,10}}、({_BAD})、(?={word}[^、，。；])"))
    for word in ("无", "不", "不得", "严禁", "不准", "没有", "杜绝")
)
_HAVING = re.compile(r"有[^、，。；有没无的]{2}、([^、，。；有没无的]{2})、有[^、，。；有没无的]{2}")


@rule_of_text("broken-series")
def broken_series(manuscript: Manuscript) -> Iterator[Found]:
    """“无……、……、无……”里中间一项少了“无”，读起来就成了要有它；并列的几项应当一样齐整。

    给缺的一项补上同样的字，或者只在头一项前面写。
    """
    joined = manuscript.derived(Joined)
    for passage, span, told in joined.found(_lacking):
        yield found_in(passage, span, told)
    for passage, span, told in joined.found(_having):
        yield found_in(passage, span, told, Severity.HINT)


def _lacking(joined: Joined) -> Iterator[Span]:
    for word, pattern in _LACKING:
        for match in pattern.finditer(joined.text) if joined.may_match(pattern) else ():
            yield *match.span(), f"“{match[1]}”前面缺“{word}”，与前后各项不并列"


def _having(joined: Joined) -> Iterator[Span]:
    return ((*match.span(), f"“{match[1]}”前面缺“有”，与前后各项不并列") for match in _HAVING.finditer(joined.text))
