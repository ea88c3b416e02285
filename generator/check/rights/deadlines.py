"""Rules on statutory times (期限): of petitions and of reports."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Date  # noqa: N812 - a day, told from date as a field
from functools import lru_cache

from generator.check.facts import Fact, load_facts
from generator.check.periods import PERIOD, days_of
from generator.check.registry import Found, found_in, rule_of_text
from generator.check.rights.measures import advice
from generator.check.tables import Entry, grids
from generator.keeping import own_pattern
from generator.manuscript import Manuscript, Part, Passage

_SENTENCE = re.compile("[^。！？；\n]+")
_PETITION = re.compile("信访|来访|上访|诉求")
_FIRST = re.compile("^(?:书面)?(?:首报|初报|首次报告|初次报告)$")
_STATED = re.compile(f"({PERIOD})(?:之?内|以内)")
_KEYS = ("规则", "表述", "最长", "问题", "依据", "改写")


@dataclass(frozen=True)
class Limit:
    """How long something may take at most, or must take exactly, where a sentence speaks of it."""

    stated: "re.Pattern[str]"
    days: float
    exactly: bool
    needs: "re.Pattern[str] | None"
    unless: "re.Pattern[str] | None"
    since: Date
    message: str

    def broken_by(self, sentence: str) -> Iterator["re.Match[str]"]:
        """Where the sentence states another time."""
        if (self.needs and not self.needs.search(sentence)) or (self.unless and self.unless.search(sentence)):
            return
        for match in self.stated.finditer(sentence):
            days = days_of(next(filter(None, match.groups())))
            if days > self.days or (self.exactly and days != self.days):
                yield match


@lru_cache
def _limits(rule: str) -> tuple[Limit, ...]:
    facts = load_facts("time_limits", _KEYS, ("只能", "语境", "除非", "起"))
    return tuple(_limit(fact) for fact in facts if fact.text("规则") == rule)


def _limit(fact: Fact) -> Limit:
    return Limit(
        own_pattern(fact.text("表述").replace("<期限>", f"({PERIOD})")),
        days_of(fact.text("最长")),
        bool(fact.text("只能")),
        fact.pattern("语境"),
        fact.pattern("除非"),
        fact.date("起") or Date.min,
        advice(fact.text("问题"), fact.texts("依据"), fact.text("改写")),
    )


@rule_of_text("petition-time-limit")
def petition_time_limit(manuscript: Manuscript) -> Iterator[Found]:
    """信访事项的期限是条例定的：15日内书面告知，60日内办结，延长不超过30日，复查、复核各30日，异议5个工作日。

    把期限改成条例规定的数，或者更短的承诺；申请复查、复核的30日是当事人的权利，不能缩短。
    """
    limits = [limit for limit in _limits("petition-time-limit") if limit.since <= manuscript.day]
    if not limits or not manuscript.names_any(("信访", "来访", "上访", "诉求")):
        return
    about = any(_PETITION.search(passage.plain) for passage in manuscript.passages if passage.part == Part.TITLE)
    for passage in manuscript.passages if about else manuscript.may_match(_PETITION):
        if about or _PETITION.search(passage.plain):
            yield from _broken(passage, limits)


@rule_of_text("report-time")
def report_time(manuscript: Manuscript) -> Iterator[Found]:
    """突发事件的首报要快：立即电话报告，书面不超过2小时，生产安全类事故不超过1小时；写宽了，照着做就是迟报。

    改成“立即电话报告，书面报告不超过2小时”。当地规定更短的，从其规定。
    """
    limits = _limits("report-time")
    for passage in manuscript.holding("报"):
        if passage.part != Part.CELL:
            yield from _broken(passage, limits)
    for grid in grids(manuscript, ("首报", "初报", "首次报告", "初次报告")):
        for row in grid.rows:
            yield from _late_cells(row, limits[-1])


def _broken(passage: Passage, limits: "list[Limit] | tuple[Limit, ...]") -> Iterator[Found]:
    """The times of a passage that are not as they must be, each said once."""
    if not _HAS_PERIOD.search(passage.plain):
        return
    for sentence in _SENTENCE.finditer(passage.plain):
        taken = set[int]()
        for limit in limits:
            for match in limit.broken_by(sentence[0]):
                if match.end() not in taken:
                    taken.add(match.end())
                    start = sentence.start()
                    yield found_in(passage, (start + match.start(), start + match.end()), limit.message)


_HAS_PERIOD = re.compile(PERIOD)


def _late_cells(row: tuple[Entry, ...], limit: Limit) -> Iterator[Found]:
    """The cells of the row of the first report that give it too long."""
    for entry in row if any(_FIRST.match(entry.text) for entry in row) else ():
        found = _STATED.search(entry.text)
        if found and days_of(found[1]) > limit.days:
            yield entry.found(limit.message)
