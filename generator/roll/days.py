"""Dates inside a text shifted to the new year as they are written: 2026-03-06, 2026年3月6日, 3月6日."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from generator.dates import print_chinese_date, read_date
from generator.roll.turn import Turn

_DAY = re.compile(
    r"(?<!\d)(?P<year>20\d\d)(?P<mark>[-./])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d)"
    r"|(?:(?P<year2>20\d\d)年)?(?<!\d)(?P<month2>\d{1,2})月(?P<day2>\d{1,2})(?P<end>[日号])"
    r"|二[〇○零][〇○零一二三四五六七八九]{2}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日"
)
_PERIOD = re.compile(
    r"\d{1,2}[日号]?(?:[（(][^（）()]*[）)])?\s*(?:—+|–|－|～|~|-{2}|至|到)\s*(?:20\d\d[年./-])?\d{1,2}(?:[月日号./-]|$)"
)
_PERIOD_REMARK = "起止日期没有顺延，请照新的校历改"
_DOTTED = re.compile(r"(?<![\d.:：%])\d{1,2}\.\d{1,2}(?![\d.%％])")


@dataclass(frozen=True)
class Shifted:
    """A text as it is in the new year, what to look at, and the days that were moved: old and new."""

    text: str
    remarks: tuple[str, ...] = ()
    days: tuple[tuple[date, date], ...] = ()


@dataclass
class _Shifter:
    turn: Turn
    is_period: bool
    remarks: list[str] = field(default_factory=list)
    days: list[tuple[date, date]] = field(default_factory=list)

    def shift(self, found: re.Match[str]) -> str:
        """A date as it is in the new year."""
        try:
            old = self._day(found)
        except ValueError:
            self.remarks.append(f"日历上没有“{found[0]}”这一天")
            return found[0]
        if not self.turn.is_near(old.year):
            self.remarks.append(f"“{found[0]}”不在这个年度，没有改")
            return found[0]
        new, remark = self.turn.same_day(old) if self.is_period else self.turn.moved(old)
        self.days.append((old, new))
        if remark:
            self.remarks.append(remark)
        return _written(found, new)

    def _day(self, found: re.Match[str]) -> date:
        if found["year"]:
            return date(int(found["year"]), int(found["month"]), int(found["day"]))
        if found["month2"]:
            month = int(found["month2"])
            return date(int(found["year2"] or self.turn.year_of(month)), month, int(found["day2"]))
        day = read_date(found[0])
        assert day  # noqa: S101 - the pattern is that of such dates
        return day


def shift_days(text: str, turn: Turn) -> Shifted:
    """The text with its dates in the new year; of a period only the years change."""
    shifter = _Shifter(turn, bool(_PERIOD.search(text)))
    parts, rest = [], 0
    for found in _DAY.finditer(text):
        parts += [turn.labelled(text[rest : found.start()]), shifter.shift(found)]
        rest = found.end()
    parts.append(turn.labelled(text[rest:]))
    if (shifter.is_period and shifter.days) or _DOTTED.search(text):
        shifter.remarks.append(_PERIOD_REMARK)
    return Shifted("".join(parts), tuple(_joined(shifter.remarks)), tuple(shifter.days))


def _joined(remarks: list[str]) -> Iterator[str]:
    """Remarks that say the same of several days as one: 3月6日是星期六、3月7日是星期日；…."""
    subjects: dict[str, list[str]] = {}
    for remark in dict.fromkeys(remarks):
        subject, _, rest = remark.partition("；")
        subjects.setdefault(rest, []).append(subject)
    for rest, same in subjects.items():
        yield "；".join(filter(None, ("、".join(same), rest)))


def _written(found: re.Match[str], day: date) -> str:
    """The day in the form of the one that stood here."""
    if found["year"]:
        padded = found["mark"] == "-" or "0" in {found["month"][0], found["day"][0]}
        month, number = (f"{part:02}" if padded else str(part) for part in (day.month, day.day))
        return found["mark"].join((str(day.year), month, number))
    if found["month2"]:
        year = f"{day.year}年" if found["year2"] else ""
        padded = "0" in {found["month2"][0], found["day2"][0]}
        month, number = (f"{part:02}" if padded else str(part) for part in (day.month, day.day))
        return f"{year}{month}月{number}{found['end']}"
    return print_chinese_date(day)
