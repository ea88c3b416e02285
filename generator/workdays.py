"""Working days (工作日) by the State Council's notices and the school's own 节假日: known or not, never guessed."""

from datetime import date, timedelta

import chinese_calendar

from generator.model import Holidays

_FIXED = ((1, 1), (5, 1), (10, 1))
"""Days of rest in every year's notice: a list of 休息 that has them is the notice in full."""
_FURTHEST = 120
"""No row of days of rest is longer, be it a summer vacation."""


def is_workday(day: date, holidays: Holidays) -> bool | None:
    """Whether people work on this day; None where the year's 调休 are not known."""
    if _within(day, holidays.work):
        return True
    if _within(day, holidays.rest):
        return False
    if not is_known(day.year, holidays):
        return None
    if _is_own(day.year, holidays):
        return day.isoweekday() <= 5  # noqa: PLR2004 - Friday
    return bool(chinese_calendar.is_workday(day))


def is_known(year: int, holidays: Holidays) -> bool:
    """Whether the year's 调休 are known: from 学校.yaml, or from the calendar of past notices."""
    return _is_own(year, holidays) or _is_published(year)


def next_workday(day: date, holidays: Holidays) -> date | None:
    """The first working day from this one on; None where that is not known."""
    for distance in range(_FURTHEST):
        found = day + timedelta(days=distance)
        working = is_workday(found, holidays)
        if working is not False:
            return found if working else None
    return None


def _within(day: date, spans: tuple[tuple[date, date], ...]) -> bool:
    return any(first <= day <= last for first, last in spans)


def _is_own(year: int, holidays: Holidays) -> bool:
    """Whether 学校.yaml has the notice of the year in full, not only days of its own."""
    return all(_within(date(year, month, day), holidays.rest) for month, day in _FIXED)


def _is_published(year: int) -> bool:
    try:
        chinese_calendar.is_workday(date(year, 7, 1))
    except NotImplementedError:
        return False
    return True
