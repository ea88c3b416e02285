"""Where a document uses words that a list of facts knows, judged by a day."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date as Date  # noqa: N812 - the type beside fields named date
from functools import cached_property, lru_cache

from generator.anchors import PIECE
from generator.check.facts import Fact, load_facts
from generator.check.registry import Found, found_in
from generator.dates import print_date
from generator.keeping import own_pattern
from generator.manuscript import Manuscript, Passage
from generator.problems import Severity

Finder = Callable[[Manuscript, Date], Iterator[Found]]
"""Finds what is wrong in a document on a day: its own, or that of its reuse."""

REQUIRED = ("旧",)
OPTIONAL = ("新", "自", "级别", "式", "前非", "后非", "句非", "句有", "书名", "除非", "改", "注")
HISTORY = re.compile(
    r"废止|失效|替代|代替|取代|更名|改名|改称|改为|并入|原名|前身|旧称|原《|原国务院|历史沿革|曾经|当时"
)
"""A sentence that tells what was, not what is."""

_LOCAL = re.compile(r"(?:[省市县区州盟旗]|兵团|实施)$")
_FORMER = re.compile(r"(?:原|原来的|原有的)$")
_STOPS = "。；！？"
_TITLE = r"《(?:中华人民共和国)?(?:{0})(?:（(?!草案|征求意见)[^）]{{1,14}}）)?》"
_FORMS = {"只": _TITLE, "兼": _TITLE + "|(?:{0})", "外": "(?:{0})", "": "(?:{0})"}
"""书名: a title between 《》 only, that or bare words, bare words only; empty: wherever the words stand."""


@dataclass(frozen=True, eq=False)
class Words:
    """One fact made ready: what to look for, where it is in order, from which day it is wrong.

    后非: what must not stand right after; 句非, 句有: what its sentence must not hold, and must; 除非: words anywhere in the
    document that set it right. Patterns are made when the words stand somewhere.
    """

    fact: Fact
    form: str
    since: Date
    severity: Severity | None

    @cached_property
    def pattern(self) -> "re.Pattern[str]":
        """What to look for."""
        names = self.fact.text("式") or "|".join(re.escape(old) for old in self.fact.texts("旧"))
        return own_pattern(self.form.format(names))

    @cached_property
    def before(self) -> "re.Pattern[str] | None":
        """What must not stand right before (前非)."""
        text = self.fact.text("前非")
        return own_pattern(f"(?:{text})$") if text else None

    @property
    def new(self) -> str:
        """What stands in its place today."""
        return self.fact.text("新")

    @property
    def note(self) -> str:
        """What else is to be said of it (注)."""
        return self.fact.text("注")

    @property
    def from_when(self) -> str:
        """From when it is wrong, in print."""
        return f"自{print_date(self.since)}起" if self.since > Date.min else ""

    def stand_at(self, text: str, start: int, end: int) -> bool:
        """Whether the words there are meant: not within another title, not what 前非 and the rest except."""
        kind = self.fact.text("书名")
        if kind and text[start] != "《" and within_title(text, start):
            return False
        if _FORMER.search(text[:start]) or (kind in ("只", "兼") and _LOCAL.search(text[:start])):
            return False
        after, against, needed = map(self.fact.pattern, ("后非", "句非", "句有"))
        if (self.before and self.before.search(text[:start])) or (after and after.match(text, end)):
            return False
        sentence = sentence_around(text, start, end)
        if HISTORY.search(sentence) or (against and against.search(sentence)):
            return False
        return not needed or bool(needed.search(sentence))

    def fixed(self, quote: str) -> str | None:
        """The quote with its one wrong word set right, where that is safe (改: 错=正)."""
        wrong, _, right = self.fact.text("改").partition("=")
        return quote.replace(wrong, right) if wrong and wrong in quote else None


@dataclass(frozen=True)
class Mention:
    """Words of a fact at their place."""

    words: Words
    passage: Passage
    span: tuple[int, int]

    @property
    def quote(self) -> str:
        """The words as they are written."""
        return self.passage.text[slice(*self.span)]

    def found(self, message: str, severity: Severity | None = None) -> Found:
        """The fault with its message; the fact's own 级别 goes first."""
        plain = self.passage.plain[slice(*self.span)]
        fix = self.words.fixed(plain) if self.quote == plain else None
        return found_in(self.passage, self.span, message, self.words.severity or severity, fix)


@lru_cache
def load_words(name: str) -> tuple[Words, ...]:
    """A list of facts made ready."""
    return tuple(_words(fact) for fact in load_facts(name, REQUIRED, OPTIONAL))


def _words(fact: Fact) -> Words:
    form = fact.text("书名")
    if form not in _FORMS:
        raise fact.fault(f"“书名: {form}”不对：只能是 只、兼、外")
    severity = fact.severity(Severity.WARNING) if fact.text("级别") else None
    return Words(fact, _FORMS[form], fact.date("自") or Date.min, severity)


def mentions(manuscript: Manuscript, name: str, day: Date) -> Iterator[Mention]:
    """Every use of a list's words that is wrong on that day, in the order of print."""
    used = [words for words in _possible(manuscript, name) if words.since <= day and _occurs(words.fact, manuscript)]
    for passage in manuscript.holding(*(old for words in used for old in words.fact.texts("旧"))):
        yield from _mentions_in(passage, used)


def _possible(manuscript: Manuscript, name: str) -> list[Words]:
    """The words of a list that can stand in the document, in the order of the list."""
    pairs, by_pair = _by_pair(name)
    places = {place for pair in pairs & manuscript.pieces for place in by_pair[pair]}
    words = load_words(name)
    return [words[place] for place in sorted(places)]


@lru_cache
def _by_pair(name: str) -> tuple[frozenset[str], dict[str, list[int]]]:
    """The places of words in their list by the two characters with which they begin."""
    found: dict[str, list[int]] = {}
    for place, words in enumerate(load_words(name)):
        for old in words.fact.texts("旧"):
            found.setdefault(old[:PIECE], []).append(place)
    return frozenset(found), found


def _mentions_in(passage: Passage, used: list[Words]) -> Iterator[Mention]:
    for words in used:
        if any(old in passage.plain for old in words.fact.texts("旧")):
            for match in words.pattern.finditer(passage.plain):
                if words.stand_at(passage.plain, *match.span()):
                    yield Mention(words, passage, match.span())


def once(found: Iterator[Mention], manuscript: Manuscript) -> Iterator[tuple[Mention, str]]:
    """Each mention in a plan; in a foreign file the first of each fact, with how many there are."""
    kept = list(found)
    for mention in kept:
        same = [other for other in kept if other.words is mention.words]
        if not manuscript.foreign or len(same) == 1:
            yield mention, ""
        elif mention is same[0]:
            yield mention, f"（全文共{len(same)}处）"


def within_title(text: str, start: int) -> bool:
    """Whether the place lies between 《 and 》."""
    return text.rfind("《", 0, start) > text.rfind("》", 0, start)


def sentence_around(text: str, start: int, end: int, stops: str = _STOPS) -> str:
    """The sentence in which a place lies, or what stands between other stops."""
    first = max(text.rfind(stop, 0, start) for stop in stops) + 1
    ends = [found for stop in stops if (found := text.find(stop, end)) >= 0]
    return text[first : min(ends, default=len(text))]


def latest_day(manuscript: Manuscript) -> Date:
    """The last day on which the document can have been written: of one with a year alone, the end of that."""
    day = manuscript.day
    return day if manuscript.date or day == manuscript.today else Date(day.year + 1, day.month, 1)


def _occurs(fact: Fact, manuscript: Manuscript) -> bool:
    """Whether any of its words stand in the document, and none that set it right."""
    return manuscript.names_any(fact.texts("旧")) and not manuscript.names_any(fact.texts("除非"))
