"""Periods of time as texts state them (期限): 15日, 十五个工作日, 两小时."""

import re
from typing import Final

PERIOD: Final = r"(?:\d{1,3}|[一二两三四五六七八九十]{1,3}|半)(?:个?小时|个?钟头|个?工作日|分钟|日|天|周|个星期|个月)"
"""A stated period, for patterns."""

_PARTS = re.compile(r"(\d+|[一二两三四五六七八九十]+|半)个?(小时|钟头|工作日|分钟|日|天|周|星期|月)")
_DIGITS = {digit: number for number, digit in enumerate("零一二三四五六七八九")} | {"两": 2}
_HOURS = {
    "小时": 1,
    "钟头": 1,
    "分钟": 1 / 60,
    "日": 24,
    "天": 24,
    "工作日": 24 * 7 / 5,
    "周": 168,
    "星期": 168,
    "月": 720,
}


def hours_of(period: str) -> float:
    """How many hours a period has; a working day counts as its share of a week."""
    found = _PARTS.fullmatch(period)
    return _number(found[1]) * _HOURS[found[2]] if found else 0


def days_of(period: str) -> float:
    """How many days a period has."""
    return hours_of(period) / 24


def _number(text: str) -> float:
    if text == "半":
        return 1 / 2
    if text.isdecimal():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    return (_DIGITS.get(tens, 1) * 10 if ten else 0) + _DIGITS.get(ones, 0)
