"""Rules on dates (日期): they exist, fall on the weekday given, and do not contradict one another."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date as Date  # noqa: N812 - the type beside names of dates

from generator.check.registry import Found, found_in, rule_of_text
from generator.manuscript import Manuscript, Part, Passage
from generator.problems import Severity

WEEKDAYS = "一二三四五六日"
_DAY = re.compile(
    r"(?:(?<!\d)((?:19|20)\d{2})年)?(?<!\d)(\d{1,2})月(\d{1,2})[日号](?:[（(]?(?:星期|周|礼拜)([一二三四五六日天])[）)]?)?"
)
_LONGEST_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_PERIOD = re.compile(
    r"[从自](?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(?:开始|起)?(?:至|到|—|－|-|~)(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日"
)
_START = re.compile(r"[从自](\d{1,2})月(\d{1,2})日(?:起|开始)")
_MONTHLY = re.compile(r"每月(?:的)?(\d{1,2}[日号]?(?:[、和]\d{1,2}[日号]?)*(?<=[日号]))")
_WEEKLY = re.compile(r"每周(?:的)?(?:星期|周)?([一二三四五六日](?:[、和][一二三四五六日])*)(?![次个期节堂天年月至到—])")
_OCCASIONS = ("接待日", "接访日", "接待来访", "接访")
_YEARED = re.compile(r"(?:19|20)\d{2}")


@rule_of_text("weekday-mismatch", Severity.ERROR)
def weekday_mismatch(manuscript: Manuscript) -> Iterator[Found]:
    """日期和后面括号里的星期对不上，来的人不知道该信哪一个。

    翻日历核对，改正日期或星期。
    """
    for passage, found in manuscript.search(_DAY):
        days = _readings(found, manuscript) if found[4] else []
        said = found[4].replace("天", "日") if found[4] else ""
        if days and said not in {_weekday(day) for day in days}:
            message = f"{found[2]}月{found[3]}日是星期{_weekday(days[0])}，不是星期{said}：请核对"
            severity = None if found[1] else Severity.WARNING
            yield found_in(passage, found.span(), message, severity)


def _readings(found: re.Match[str], manuscript: Manuscript) -> list[Date]:
    """The days a date may mean: that of its year; without year, of the document's years, or after its date."""
    years = [found[1]] if found[1] else _YEARED.findall(manuscript.year)
    if not years and manuscript.date:
        years = [str(manuscript.date.year + (int(found[2]) < manuscript.date.month - 1))]
    return [day for year in years if (day := _day(int(year), int(found[2]), int(found[3])))]


def _day(year: int, month: int, day: int) -> Date | None:
    try:
        return Date(year, month, day)
    except ValueError:
        return None


def _weekday(day: Date) -> str:
    return WEEKDAYS[day.weekday()]


@rule_of_text("weekday-in-table", Severity.WARNING)
def weekday_in_table(manuscript: Manuscript) -> Iterator[Found]:
    """表里一行的日期和星期对不上，照表值班的人会来错日子。

    翻日历核对，改正日期或星期。
    """
    rows: dict[tuple[object, int], Passage] = {}
    for passage in manuscript.passages:
        if passage.cell is None:
            continue
        found = _DAY.fullmatch(passage.plain.strip())
        key = passage.place, passage.cell[0]
        if found and not found[4]:
            rows[key] = passage
        elif (said := _said_weekday(passage.plain)) and key in rows:
            yield from _compared(rows.pop(key), passage, said, manuscript)


def _said_weekday(text: str) -> str:
    found = re.fullmatch(r"(?:星期|周)([一二三四五六日天])", text.strip())
    return found[1].replace("天", "日") if found else ""


def _compared(dated: Passage, passage: Passage, said: str, manuscript: Manuscript) -> Iterator[Found]:
    found = _DAY.match(dated.plain)
    days = _readings(found, manuscript) if found else []
    if days and said not in {_weekday(day) for day in days}:
        yield found_in(passage, (0, 0), f"{dated.text}是星期{_weekday(days[0])}，不是星期{said}：请核对")


@rule_of_text("nonexistent-date", Severity.ERROR)
def nonexistent_date(manuscript: Manuscript) -> Iterator[Found]:
    """写了历上没有的日子（2月30日、平年的2月29日），到期没有人能办。

    核对后改正。
    """
    for passage, found in manuscript.search(_DAY):
        month, day = int(found[2]), int(found[3])
        exists = 1 <= month <= len(_LONGEST_MONTH) and 1 <= day <= _LONGEST_MONTH[month - 1]
        if not exists or (found[1] and not _day(int(found[1]), month, day)):
            yield found_in(passage, found.span(), f"没有“{found[0]}”这一天：请核对")


@rule_of_text("date-incomplete", Severity.HINT)
def date_incomplete(manuscript: Manuscript) -> Iterator[Found]:
    """标题、年度和正文里都没有年份，“从3月1日至3月20日”明年再看就不知道是哪一年。

    给第一个日期写上年份，或者在标题里写上年度。
    """
    if manuscript.year or (not manuscript.foreign and manuscript.date):
        return
    dated = (Part.DATE, Part.SIGNATURE)
    if any(passage.part not in dated for passage, _ in manuscript.search(_YEARED)):
        return
    for passage, found in manuscript.search(_PERIOD):
        yield found_in(passage, found.span(), f"“{found[0]}”没有年份，全文也没有：请写上年份")
        return


@rule_of_text("period-mismatch", Severity.HINT)
def period_mismatch(manuscript: Manuscript) -> Iterator[Found]:
    """前面说一段时间从某日起，后面同一件事又从另一日起，执行的人不知道从哪天算。

    两处改成同一天；本来就是两件事的，不用改。
    """
    period = next(manuscript.search(_PERIOD), None)
    if not period or period[1][1]:
        return
    _, found = period
    start = int(found[2]), int(found[3])
    end = int(found[5] or found[2]), int(found[6])
    for passage, other in manuscript.search(_START):
        begins = int(other[1]), int(other[2])
        if start < begins <= end:
            message = f"前面说“{found[0]}”，这里却从{other[1]}月{other[2]}日起：请核对"
            yield found_in(passage, other.span(), message)


@rule_of_text("recurring-day-mismatch")
def recurring_day_mismatch(manuscript: Manuscript) -> Iterator[Found]:
    """同一件每月（每周）要做的事，前后写的日子不一样，来访的人会白跑一趟。

    定下是哪几天，全文照写。
    """
    for form in (_MONTHLY, _WEEKLY):
        spoken: dict[str, list[tuple[Passage, re.Match[str], frozenset[str]]]] = {}
        for passage, found in manuscript.search(form):
            for occasion in _occasions(passage.plain, found):
                days = frozenset(
                    re.findall(r"\d{1,2}|[一二三四五六日](?![号])", found[1].replace("日", "") or found[1])
                )
                spoken.setdefault(occasion, []).append((passage, found, days))
        yield from _at_odds(spoken)


def _occasions(text: str, found: re.Match[str]) -> Iterator[str]:
    """What is done on these days: the first word for it in the same sentence, else none."""
    rest = re.split("[。；]", text[found.end() :])[0]
    near = [(rest.find(word), word) for word in _OCCASIONS if word in rest]
    if near:
        yield min(near)[1]


def _at_odds(spoken: dict[str, list[tuple[Passage, re.Match[str], frozenset[str]]]]) -> Iterator[Found]:
    for occasion, times in spoken.items():
        counts = Counter(days for _, _, days in times)
        if len(counts) == 1 or len({id(passage) for passage, _, _ in times}) < len(times):
            continue
        common = counts.most_common(1)[0][0]
        usual = next(found for _, found, days in times if days == common)
        for passage, found, days in times:
            if days != common:
                message = f"这里写“{found[0]}”，别处写“{usual[0]}”，说的都是{occasion}：请统一"
                yield found_in(passage, found.span(), message)
