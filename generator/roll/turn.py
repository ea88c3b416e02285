"""One turn of the year (转年): from which year to which, and what becomes of a year or a day."""

import re
from dataclasses import dataclass
from datetime import date

from generator.model import Holidays, Plan
from generator.problems import PlanError
from generator.source import Source
from generator.workdays import is_workday, next_workday

WEEKDAYS = "一二三四五六日"
_SCHOOL_YEAR_BEGINS = 8
_NUMERALS = "〇一二三四五六七八九"
_READ = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_LONGEST_PERIOD = 1
_YEARS = re.compile(
    r"(?<!\d)(?P<first>20\d\d)(?P<dash>\s*(?:—+|–|－|-|～|~|至|/)\s*)(?P<last>20\d\d)(?!\d)"
    r"|(?<![\d〔.])(?P<year>20\d\d)(?=\s*(?:年|学年|春|秋|届|级|[-./]\d|$))"
    r"|(?P<chinese>二[〇○零][〇○零一二三四五六七八九]{2})(?=年)"
)
_TITLES = re.compile("(?<!印发)(?<!发布)(?<!公布)《[^》]*》")
"""Titles of writings that others made, or that were made before; what is issued now is the school's own."""


@dataclass(frozen=True)
class Turn:
    """From the plan's year to the year wanted; `by_school_year`: the plan is for a school year that begins in them."""

    old: int
    new: int
    holidays: Holidays
    by_school_year: bool = False

    def is_near(self, year: int) -> bool:
        """Whether a year is the plan's own, the one before or the one after: others are no part of its calendar."""
        return abs(year - self.old) <= _LONGEST_PERIOD

    def shifted(self, year: int) -> int:
        """The year as many years later as the plan is."""
        return year + self.new - self.old

    def year_of(self, month: int) -> int:
        """The year of a month that is named without one."""
        return self.old + (self.by_school_year and month < _SCHOOL_YEAR_BEGINS)

    def is_past(self, year: int, month: str | None) -> bool:
        """Whether a year, or a month of it, lies before the period of the new plan."""
        if year == self.new and self.by_school_year:
            return int(month or 0) < _SCHOOL_YEAR_BEGINS
        return year < self.new

    def labelled(self, text: str) -> str:
        """The text with the years that name its period shifted; titles of other writings and long periods stay."""
        kept = [found.span() for found in _TITLES.finditer(text)]

        def shift(found: re.Match[str]) -> str:
            if any(start < found.start() < end for start, end in kept):
                return found[0]
            return self._shifted(found)

        return _YEARS.sub(shift, text)

    def _shifted(self, found: re.Match[str]) -> str:
        if found["first"]:
            first, last = int(found["first"]), int(found["last"])
            if last - first != 1 or not self.is_near(first):
                return found[0]
            return f"{self.shifted(first)}{found['dash']}{self.shifted(last)}"
        year = int(found[0].translate(_READ))
        if not self.is_near(year):
            return found[0]
        digits = str(self.shifted(year))
        return "".join(_NUMERALS[int(digit)] for digit in digits) if found["chinese"] else digits

    def moved(self, day: date) -> tuple[date, str]:
        """The day in the new year, on a working day where it was on one and that is known, and what to look at."""
        target, remark = self.same_day(day)
        if is_workday(day, self.holidays) is False:
            return target, remark + f"{_named(target)}；原来那天不是工作日，没有顺延"
        found = next_workday(target, self.holidays)
        if found is None:
            return target, remark + f"{_named(target)}；{unknown(target.year)}"
        if found != target:
            remark += f"{_named(target)}不上班，顺延到{_named(found)}"
        return found, remark

    def same_day(self, day: date) -> tuple[date, str]:
        """The same day of the new year, the 28th for a 29 February that it has not, and what to look at."""
        try:
            return day.replace(year=self.shifted(day.year)), ""
        except ValueError:
            target = day.replace(year=self.shifted(day.year), day=28)
            return target, f"{target.year}年没有2月29日，改成了28日；"


def unknown(year: int) -> str:
    """What is said of a year whose 调休 are not known."""
    return f"{year}年的调休尚未收录"


def weekday(day: date) -> str:
    """星期一 to 星期日."""
    return f"星期{WEEKDAYS[day.weekday()]}"


def _named(day: date) -> str:
    return f"{day.month}月{day.day}日是{weekday(day)}"


# ---- from which year to which -------------------------------------------------------------------------------------

_EARLIEST, _LATEST = 2000, 2099


def turn_of(plan: Plan, source: Source, year: int, holidays: Holidays) -> Turn:
    """The turn of this plan to this year; PlanError where it has no year of its own or would not go forward."""
    old = _own_year(plan)
    if not old:
        message = "没有“年度”，也没有“成文日期”，不知道是哪一年的；请先写上其中一个"
        raise PlanError(source.problem((), "no-year", message))
    place = ("年度",) if plan.year else ("成文日期",)
    titled = {int(found) for found in re.findall(r"(?<!\d)20\d\d(?=年|—)", "".join(plan.title))}
    if plan.year and titled and not min(titled) - 1 <= old <= max(titled):
        message = f"“年度”写的是{plan.year}，标题里是{min(titled)}年：不知道从哪一年转，请先改成同一年"
        raise PlanError(source.problem(place, "title-of-another-year", message))
    if not _EARLIEST <= year <= _LATEST:
        raise PlanError(
            source.problem(place, "year-out-of-range", f"{year}不是能转到的年份；请写四位年份，如 {old + 1}")
        )
    if year <= old:
        way = "已经是这一年的" if year == old else f"不能倒转到{year}年"
        message = f"这份计划是{old}年的，{way}；请写以后的年份，如 --year {old + 1}"
        raise PlanError(source.problem(place, "year-backwards", message))
    return Turn(old, year, holidays, "学年" in plan.year)


def _own_year(plan: Plan) -> int:
    found = re.search(r"20\d\d", plan.year.translate(_READ))
    return int(found[0]) if found else plan.date.year if plan.date else 0
