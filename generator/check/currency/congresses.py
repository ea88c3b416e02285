"""Party congresses and plenums as the latest spirit: outdated, not yet held, or without 党的."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Date  # noqa: N812 - the type beside fields named date
from functools import lru_cache

from generator.check.currency.citing import HISTORY, latest_day, sentence_around
from generator.check.facts import load_facts
from generator.check.registry import Found, found_in, rule_of_text
from generator.dates import print_date
from generator.manuscript import Manuscript, Passage
from generator.problems import Severity

_NUMBERS = {"十六": 16, "十七": 17, "十八": 18, "十九": 19, "二十": 20, "二十一": 21}
_NAMES = {number: name for name, number in _NUMBERS.items()}
_DIGITS = "零一二三四五六七"
_N = "(?:二十一|二十|十[六七八九])"
_PARTY = "(?:党的|中共|中国共产党)?第?"
_CONGRESS = rf"{_PARTY}{_N}(?:次全国代表大会|次全代会|大)(?![以之]来|[以之]后|[类项罪工措])"
_PLENUM = (
    rf"(?:党的|中共)?{_N}届(?:中央委员会)?(?:历次全会|历届全会|(?:[一二三四五六七]中(?:全会)?[、和及]?)+(?<=全会))"
)
_ITEM = rf"(?:{_CONGRESS}|{_PLENUM})"
_CHAIN = re.compile(
    rf"(?<![〇零一二三四五六七八九十百第]){_ITEM}(?:[、，和及与暨]{{0,2}}(?:以及)?{_ITEM})*"
    r"(?P<tail>(?:报告|会议|全会|大会|系列|的|重要|讲话)*精神|重要思想|(?:为|作为)(?:指导|指针|引领|统领|指南))?"
)
_FAR_TAIL = re.compile(
    r"(?:[、，和及与暨]|以及)[^。；，]{1,40}?精神(?![振饱面文状抖风支病卫])|[^。；，]{0,6}为(?:指导|指针|引领|统领)"
)
_MENTIONED = re.compile(
    rf"(?P<congress>{_N})(?:次全国代表大会|大)|(?P<term>{_N})届(?P<plenums>[一二三四五六七中、和及全会历次届]+)"
)
_WELCOME = re.compile(rf"(?:迎接|喜迎|迎庆)[^，。；]{{0,4}}?(?P<congress>{_N})大(?!类|项)")
_NAMED = re.compile(f"{_N}(?:大|次|届)")
_ALL = 99


@dataclass(frozen=True)
class Spirit:
    """A congress or a list of congresses and plenums whose spirit is to be followed; `last`: the latest of them."""

    passage: Passage
    span: tuple[int, int]
    last: tuple[int, int]
    listed: bool


@lru_cache
def _held() -> dict[tuple[int, int], tuple[Date, Date | None]]:
    """When each congress (term, 0) and plenum (term, number) opened and closed."""
    facts = load_facts("congresses", ("届", "会", "开"), ("闭", "注"))
    return {(int(f.text("届")), int(f.text("会"))): (f.date("开") or Date.max, f.date("闭")) for f in facts}


def _current(day: Date) -> tuple[tuple[int, int], tuple[int, int]]:
    """The latest congress and the latest plenum that are over on that day."""
    over = [meeting for meeting, (_, closed) in _held().items() if closed and closed < day]
    return max((m for m in over if not m[1]), default=(0, 0)), max(over, default=(0, 0))


def _last(text: str) -> tuple[int, int]:
    """The latest congress or plenum a text names."""
    found = [(0, 0)]
    for match in _MENTIONED.finditer(text):
        if match["congress"]:
            found.append((_NUMBERS[match["congress"]], 0))
        else:
            plenums = [_DIGITS.index(digit) for digit in re.findall("([一二三四五六七])中", match["plenums"])]
            number = _ALL if re.search("历[次届]", match["plenums"]) else max(plenums, default=0)
            found.append((_NUMBERS[match["term"]], number))
    return max(found)


def _spirits(manuscript: Manuscript) -> Iterator[Spirit]:
    """Every place where the spirit of congresses is called for."""
    for passage in manuscript.may_match(_NAMED):
        text = passage.plain
        if not _NAMED.search(text):
            continue
        for match in _CHAIN.finditer(text):
            meant = match["tail"] or _FAR_TAIL.match(text, match.end())
            if meant and not HISTORY.search(sentence_around(text, *match.span())):
                last = _last(match[0])
                listed = len(re.findall("大|次全国代表|[一二三四五六七]中", match[0])) > 1
                yield Spirit(passage, match.span(), last, listed)


@rule_of_text("outdated-congress", Severity.ERROR)
def outdated_congress(manuscript: Manuscript) -> Iterator[Found]:
    """把上一次党代会、前一次全会当作最新精神，一看就是旧文；成文那天是最新的不算错。

    请改为“党的二十大和二十届历次全会精神”这样的写法，它到下一次党代会以前都不过时。
    """
    yield from find_outdated_congresses(manuscript, manuscript.day)


def find_outdated_congresses(manuscript: Manuscript, day: Date) -> Iterator[Found]:
    """Spirits that were not the latest on that day, where the same document does not name the latest too."""
    congress, latest = _current(day)
    spirits = list(_spirits(manuscript))
    named = max((_last(spirit.passage.plain) for spirit in spirits), default=(0, 0))
    for spirit in spirits:
        here = _last(spirit.passage.plain)
        if spirit.last < congress > here:
            severity = Severity.HINT if named >= congress else Severity.ERROR
            message = f"{print_date(day)}时最新的党代会是党的{_NAMES[congress[0]]}大：请改为“{_remedy(congress[0])}”"
            yield found_in(spirit.passage, spirit.span, message, severity)
        elif congress < max(spirit.last, here) < latest and spirit.last[1] and named < latest:
            severity = Severity.WARNING if spirit.listed else Severity.HINT
            plenum = f"{_NAMES[latest[0]]}届{_DIGITS[latest[1]]}中全会"
            message = f"{plenum}已经召开，列举不能止于此前的全会：请改为“{_remedy(congress[0])}”"
            yield found_in(spirit.passage, spirit.span, message, severity)
    yield from _welcomed(manuscript, day)


def _remedy(term: int) -> str:
    return f"党的{_NAMES[term]}大和{_NAMES[term]}届历次全会精神"


def _welcomed(manuscript: Manuscript, day: Date) -> Iterator[Found]:
    """Congresses a document still looks forward to when they are over."""
    for passage, match in manuscript.search(_WELCOME):
        closed = _held().get((_NUMBERS[match["congress"]], 0), (day, None))[1]
        if closed and closed < day and not HISTORY.search(sentence_around(passage.plain, *match.span())):
            message = (
                f"党的{match['congress']}大已于{print_date(closed)}闭幕，不能再写“{match[0][:2]}”：请改为学习贯彻其精神"
            )
            yield found_in(passage, match.span(), message, Severity.WARNING)


@rule_of_text("congress-not-yet-held", Severity.ERROR)
def congress_not_yet_held(manuscript: Manuscript) -> Iterator[Found]:
    """会议还没有召开就学习它的精神，不是日期写错，就是从后来的文件里抄来的。

    请核对成文日期和会议名称；“迎接党的二十一大”这样的写法不在此列。
    """
    day = latest_day(manuscript)
    for spirit in _spirits(manuscript):
        opened = _held().get(spirit.last, (Date.min, None))[0]
        if opened > day:
            message = f"到{print_date(day)}，这次会议还没有召开：请核对会议名称和成文日期"
            yield found_in(spirit.passage, spirit.span, message)


@rule_of_text("congress-without-party", Severity.HINT)
def congress_without_party(manuscript: Manuscript) -> Iterator[Found]:
    """“十八大”是简称，公文里要写“党的十八大”；它的精神也不叫“重要思想”。

    请在前面加“党的”，后面写“精神”。
    """
    for spirit in _spirits(manuscript):
        text = spirit.passage.plain
        quote = text[slice(*spirit.span)]
        name = re.search(f"({_N})大", quote)
        if name and quote.endswith("重要思想"):
            yield found_in(spirit.passage, spirit.span, f"没有“{quote}”的提法：请改为“党的{name[0]}精神”")
        elif name and not re.search(f"(?:党的|中共|中国共产党)[^。；]{{0,20}}{name[0]}", manuscript.text):
            yield found_in(spirit.passage, spirit.span, f"“{name[0]}”前缺“党的”：请写“党的{name[0]}精神”")
