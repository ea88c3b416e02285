"""Measures that need a second look: what is written, unless the sentence forbids, reports or punishes it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date as Date  # noqa: N812 - the type beside fields named date
from functools import cached_property, lru_cache

from generator.check.facts import Fact, load_facts
from generator.check.registry import Found, found_in
from generator.manuscript import PROSE, Manuscript, Part, Passage
from generator.problems import Severity

_FORBIDS = re.compile("不得|严禁|禁止|不准|不许|不允许|杜绝|坚决不|绝不|决不|一律不|零容忍|不应|不能|不可|切勿|不要")
"""What forbids all that follows in its sentence, until a clause begins to order something."""

_ORDERS = re.compile(
    "(?:并?且?|同时)(?:[对向凡要应须由]|必须|立即|一律(?!不)|发现|组织|安排|派|实行|采取|设立|确保(?!不)|如有|出现|经)"
)

_TURNS_AWAY = re.compile(
    "防止|避免|防范|预防|抵制|反对|纠正|查处|整治|治理|制止|拒绝|严查|摒弃|破除|清理|废止|取消|没有|未(?!成年|来)|无[^，]{0,3}$"
    "|是否|有无|排查|自查|举报|投诉|揭露|遭受|受到|劝阻|阻止|不(?!少|足|仅|但|断|服|满|听|按|合|同|及|良|力|到|守|改|[^，]{1,6}[的者])"
)
"""What turns away from the measure it stands before, in one clause."""

_PUNISHED = re.compile(
    "[^，]{0,8}(?:的|者|行为|现象|问题|事件|情况|情形)[”）]*[，、]?[^。；]{0,30}"
    "(?:处理|追究|追责|处分|问责|查处|责任|批评|整改|纠正|解聘|严惩|曝光)"
)
"""What follows an act that is to be punished."""

_BANNED_LIST = re.compile("不得|严禁|禁止|不准|不许|负面清单|红线|[十八六五]不|责任追究|追究|处分|不应当|禁令|纪律要求")
"""Words of a heading or lead under which the acts that are forbidden are listed."""

_SENTENCE = re.compile("[^。！？；\n]+")
_UPPER = re.compile("高中|高级中学|职业|中专|中职|技工|大学|学院")
"""Schools that are not of compulsory education (义务教育)."""

_NEVER = re.compile("(?!)")

KEYS = ("规则", "编号", "词", "表述", "问题", "依据", "改写")
OPTIONAL = ("语境", "除非", "起", "级别", "学段", "直述")


@dataclass(frozen=True)
class Measure:
    """One way of writing a measure, with the law it stands against and what may be written in its place.

    `since`: when the law came into force; `compulsory`: it holds for 义务教育 only; `outright`: a prohibition before it
    does not excuse it. Its patterns are made when its words stand somewhere.
    """

    fact: Fact
    words: tuple[str, ...]
    severity: Severity
    since: Date
    compulsory: bool
    outright: bool

    @cached_property
    def written(self) -> "re.Pattern[str]":
        """How it is written."""
        return self.fact.pattern("表述") or _NEVER

    @cached_property
    def needs(self) -> "re.Pattern[str] | None":
        """What must be in its sentence."""
        return self.fact.pattern("语境")

    @cached_property
    def unless(self) -> "re.Pattern[str] | None":
        """What must not be in its sentence."""
        return self.fact.pattern("除非")

    @property
    def message(self) -> str:
        """What to look at again, by what law."""
        return advice(self.fact.text("问题"), self.fact.texts("依据"), self.fact.text("改写"))


@lru_cache
def _measures(rule: str) -> tuple[Measure, ...]:
    facts = load_facts("rights", KEYS, OPTIONAL)
    return tuple(_measure(fact) for fact in facts if fact.text("规则") == rule)


def _measure(fact: Fact) -> Measure:
    return Measure(
        fact,
        fact.texts("词"),
        fact.severity(Severity.WARNING),
        fact.date("起") or Date.min,
        bool(fact.text("学段")),
        bool(fact.text("直述")),
    )


def advice(fault: str, bases: Sequence[str], instead: str) -> str:
    """The message: what to look at again, by what law, and what to write in its place."""
    return f"建议核对：{fault}（依据{'、'.join(bases)}）；可改为“{instead}”"


def questionable(manuscript: Manuscript, rule: str) -> Iterator[Found]:
    """Every measure of this rule's list that the text takes, none that it forbids."""
    measures = [measure for measure in _measures(rule) if manuscript.names_any(measure.words)]
    measures = [measure for measure in measures if _holds_for(measure, manuscript)]
    where = [(measure, set(map(id, manuscript.may_match(measure.written)))) for measure in measures]
    for index, here in enumerate(map(id, manuscript.passages)) if any(there for _, there in where) else ():
        if measures := [measure for measure, there in where if here in there]:
            yield from _in_passage(manuscript.passages, index, measures)


def _holds_for(measure: Measure, manuscript: Manuscript) -> bool:
    if manuscript.day < measure.since:
        return False
    if not measure.compulsory:
        return True
    name = manuscript.school.name if manuscript.school and not manuscript.foreign else ""
    titles = (passage.plain for passage in manuscript.passages if passage.part in (Part.TITLE, Part.SIGNATURE))
    return not any(_UPPER.search(text) for text in (name, *titles))


def _in_passage(passages: Sequence[Passage], index: int, measures: Sequence[Measure]) -> Iterator[Found]:
    """The measures of one passage, at most one at a place."""
    passage, taken = passages[index], list[tuple[int, int]]()
    for measure in measures:
        for span in _spans(passage.plain, measure):
            apart = all(span[1] <= start or end <= span[0] for start, end in taken)
            if apart and not (not measure.outright and _listed_as_banned(passages, index)):
                taken.append(span)
                yield found_in(passage, span, measure.message, measure.severity)


def _spans(text: str, measure: Measure) -> Iterator[tuple[int, int]]:
    """Where the measure is written and meant."""
    for sentence in _SENTENCE.finditer(text) if any(word in text for word in measure.words) else ():
        words = sentence[0]
        for match in measure.written.finditer(words):
            if _is_meant(measure, words, match):
                yield sentence.start() + match.start(), sentence.start() + match.end()


def _is_meant(measure: Measure, sentence: str, match: "re.Match[str]") -> bool:
    """Whether the sentence has what the measure needs, and nothing that takes it back."""
    if (measure.needs and not measure.needs.search(sentence)) or (measure.unless and measure.unless.search(sentence)):
        return False
    if _quoted_title(sentence, match.start()):
        return False
    return measure.outright or not (_excused(sentence, match) or _denies(measure, match[0]))


def _denies(measure: Measure, words: str) -> bool:
    """Whether a negation came in between the words of the measure, which has none of its own."""
    return "不" not in measure.written.pattern and bool(re.search("不|严禁|禁止|杜绝", words))


def _excused(sentence: str, match: "re.Match[str]") -> bool:
    """Whether the sentence forbids, avoids, asks after or punishes what matched."""
    if _PUNISHED.match(sentence, match.end()):
        return True
    *earlier, clause = re.split("[，：]", sentence[: match.start()])
    if _FORBIDS.search(clause) or _TURNS_AWAY.search(clause):
        return True
    for before in (clause, *reversed(earlier)):
        if _ORDERS.match(before):
            return False
        if _FORBIDS.search(before):
            return True
    return False


def _quoted_title(sentence: str, start: int) -> bool:
    """Whether the place lies within 《》."""
    return sentence.rfind("《", 0, start) > sentence.rfind("》", 0, start)


def _listed_as_banned(passages: Sequence[Passage], index: int) -> bool:
    """Whether the passage stands under a heading or a lead that forbids what follows."""
    level, passage = passages[index].level or 9, passages[index]
    for above in reversed(passages[:index]):
        if above.part == Part.CELL and passage.cell and above.cell == (0, passage.cell[1]):
            return bool(_BANNED_LIST.search(above.plain))
        lead = above.level == 0 and above.plain.endswith("：") and passage.level > 0
        if lead or (above.part in PROSE and 0 < above.level < level):
            if _BANNED_LIST.search(above.plain[-60:]):
                return True
            level = above.level or level
        if level == 1:
            return False
    return False
