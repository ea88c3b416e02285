"""Periods (起止日期): a day, or the first and the last with a dash between them."""

import re
from datetime import date

from generator.dates import read_date
from generator.model import Spans
from generator.readers.reading import Spot, shorten

LONGEST = 120
"""Days that a period may have: no holiday is longer, a slip in the year is."""

_DASH = re.compile(r"\s*(?:—+|–|－|～|~|至|到)\s*")


def read_periods(spot: Spot) -> Spans:
    """Every period written here: one text, several parted by 、, or a list."""
    periods = (_period(entry, text) for entry in spot.entries() for text in _parts(entry))
    return tuple(period for period in periods if period)


def _parts(spot: Spot) -> list[str]:
    return [text for text in re.split("[、，,]", spot.text()) if text.strip()]


def _period(spot: Spot, text: str) -> tuple[date, date] | None:
    """The first and the last day; None, and a problem, where the text is no period."""
    ends = _DASH.split(text.strip())
    try:
        days = [read_date(end) for end in ends]
    except ValueError:
        spot.report("impossible-date", f"日历上没有“{shorten(text)}”里的日子；请核对年、月、日")
        return None
    first, last = days[0], days[-1]
    if first is None or last is None or len(days) > len(("first", "last")):
        spot.report("unreadable-date", f"“{shorten(text)}”不是日期；请写成 2027-02-05 或 2027-02-05—2027-02-11")
        return None
    if not first <= last or (last - first).days >= LONGEST:
        spot.report("unreadable-date", f"“{shorten(text)}”的起止日期不对；请把先的写在前面，一段不超过{LONGEST}天")
        return None
    return first, last
