"""Dates as schools write them, read from text and printed the official way."""

import re
from datetime import date

_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_NUMERALS = "零一二三四五六七八九"
_FORMS = (
    re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})[日号]"),
    re.compile(r"(\d{4})([-./])(\d{1,2})\2(\d{1,2})"),
)
_CHINESE = re.compile(
    r"([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})[日号]"
)


def read_date(text: str) -> date | None:
    """The date written in `text`; None where it is no date; ValueError where that day does not exist."""
    text = re.sub(r"\s", "", text)
    for form in _FORMS:
        if found := form.fullmatch(text):
            year, *_, month, day = found.groups()
            return date(int(year), int(month), int(day))
    if found := _CHINESE.fullmatch(text):
        year, month, day = found.groups()
        return date(int(year.translate(_DIGITS)), _number(month), _number(day))
    return None


def print_date(day: date) -> str:
    """The date in Arabic numerals without leading zeros: 2026年2月27日."""
    return f"{day.year}年{day.month}月{day.day}日"


def print_chinese_date(day: date) -> str:
    """The date in Chinese numerals, as some offices still write it: 二〇二六年二月二十七日."""
    year = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(day.year))
    return f"{year}年{chinese_numeral(day.month)}月{chinese_numeral(day.day)}日"


def chinese_numeral(number: int) -> str:
    """A number from 1 to 99 in Chinese numerals."""
    tens, ones = divmod(number, 10)
    head = "" if not tens else "十" if tens == 1 else f"{_NUMERALS[tens]}十"
    return head + (_NUMERALS[ones] if ones else "")


def _number(numeral: str) -> int:
    """A Chinese numeral below one hundred as a number; 0, which no date has, where it is none."""
    tens, ten, units = numeral.rpartition("十")
    if len(tens) > 1 or len(units) > 1:
        return 0
    return (int((tens or "1").translate(_DIGITS)) * 10 if ten else 0) + int((units or "0").translate(_DIGITS))
