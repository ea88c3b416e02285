"""Dates are read as schools write them and printed the official way."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dates import print_date, read_date

FORMS = (
    "{0}-{1:02}-{2:02}",
    "{0}年{1}月{2}日",
    "{0}.{1}.{2}",
    "{0}/{1}/{2}",
    "{0}年{1}月{2}号",
    " {0} 年 {1} 月 {2} 日",
)


@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_read(form: str) -> None:
    assert read_date(form.format(2026, 2, 27)) == date(2026, 2, 27)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("二〇二六年三月一日", date(2026, 3, 1)),
        ("二○二六年十月十日", date(2026, 10, 10)),
        ("二零二六年十二月三十一日", date(2026, 12, 31)),
        ("二〇二六年十一月二十日", date(2026, 11, 20)),
    ],
)
def test_chinese_numerals_are_read(text: str, day: date) -> None:
    assert read_date(text) == day


@pytest.mark.parametrize("text", ["", "每月底前", "2026年3月", "2026-03", "2026-3/1", "3月1日", "20260301", "26-3-1"])
def test_other_text_is_no_date(text: str) -> None:
    assert read_date(text) is None


@pytest.mark.parametrize(
    "text", ["2026-02-30", "2026年13月1日", "2025.2.29", "2026/4/31", "二〇二六年二月三十日", "二〇二六年二三月一日"]
)
def test_days_that_do_not_exist_are_told_from_other_text(text: str) -> None:
    with pytest.raises(ValueError, match=r"day|month"):
        read_date(text)


def test_a_date_is_printed_without_leading_zeros() -> None:
    assert print_date(date(2026, 2, 7)) == "2026年2月7日"


@given(st.dates(min_value=date(1000, 1, 1)))
def test_what_is_printed_reads_back(day: date) -> None:
    assert read_date(print_date(day)) == day
