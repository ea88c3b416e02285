"""Working days: by the notices of past years, by the school's own 节假日, and never guessed."""

from datetime import date

import pytest

from generator.model import Holidays, School
from generator.problems import PlanError
from generator.readers.school import read_school
from generator.readers.yaml_writer import write_school
from generator.workdays import is_known, is_workday, next_workday

NONE = Holidays()
OWN = """
名称: 青山县实验小学
节假日:
  休息: [2027-01-01—2027-01-03, 2027年2月5日至2027年2月11日, 2027-05-01—2027-05-05, 2027-10-01—2027-10-07]
  上班: [2027-02-14, 2027-05-08]
"""


def school(text: str = OWN) -> School:
    return read_school(text.encode(), "学校.yaml")[0]


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2026, 2, 13), True),
        (date(2026, 2, 14), True),  # a Saturday of 调休
        (date(2026, 2, 16), False),
        (date(2026, 3, 7), False),
        (date(2004, 5, 10), True),
    ],
)
def test_days_of_past_notices_are_known(day: date, working: bool) -> None:
    assert is_workday(day, NONE) is working


def test_a_year_without_notice_is_not_guessed() -> None:
    assert is_workday(date(2027, 3, 3), NONE) is None
    assert is_workday(date(2003, 3, 3), NONE) is None
    assert next_workday(date(2027, 3, 3), NONE) is None
    assert not is_known(2027, NONE)


def test_the_schools_own_list_in_full_makes_a_year_known() -> None:
    own = school().holidays
    assert is_known(2027, own)
    assert is_workday(date(2027, 2, 8), own) is False
    assert is_workday(date(2027, 2, 14), own) is True
    assert is_workday(date(2027, 3, 6), own) is False
    assert is_workday(date(2027, 3, 3), own) is True


def test_single_days_of_a_school_do_not_make_a_year_known() -> None:
    own = school("名称: 青山县实验小学\n节假日: {休息: 2027-05-20}").holidays
    assert is_workday(date(2027, 5, 20), own) is False
    assert is_workday(date(2027, 5, 21), own) is None


def test_the_schools_own_days_come_before_the_notice() -> None:
    own = school("名称: 青山县实验小学\n节假日: {休息: 2026-03-03, 上班: 2026-03-07}").holidays
    assert (is_workday(date(2026, 3, 3), own), is_workday(date(2026, 3, 7), own)) == (False, True)


def test_the_next_working_day_is_the_day_itself_or_the_first_after() -> None:
    assert next_workday(date(2026, 3, 6), NONE) == date(2026, 3, 6)
    assert next_workday(date(2026, 10, 1), NONE) == date(2026, 10, 8)
    assert next_workday(date(2026, 12, 31), NONE) == date(2026, 12, 31)
    assert next_workday(date(2027, 2, 6), school().holidays) == date(2027, 2, 12)


def test_the_next_working_day_of_a_year_end_may_not_be_known() -> None:
    assert next_workday(date(2026, 12, 31), Holidays(rest=((date(2026, 12, 31), date(2026, 12, 31)),))) is None


def test_a_vacation_without_end_has_no_next_working_day() -> None:
    assert next_workday(date(2026, 1, 1), Holidays(rest=((date(2026, 1, 1), date(2026, 12, 31)),))) is None


def test_own_days_are_written_back_as_they_were_read() -> None:
    written = write_school(school())
    assert "2027-01-01—2027-01-03" in written
    assert "上班: [2027-02-14, 2027-05-08]" in written
    assert read_school(written.encode(), "学校.yaml")[0] == school()


@pytest.mark.parametrize(
    ("holidays", "message"),
    [
        ("休息: 2027-02-30", "日历上没有“2027-02-30”里的日子"),
        ("休息: 春节", "“春节”不是日期"),
        ("休息: 2027-02-05—2027-02-07—2027-02-09", "不是日期"),
        ("休息: 2027-02-11—2027-02-05", "起止日期不对"),
        ("休息: 2026-02-05—2027-02-05", "一段不超过120天"),
        ("休息: 2027-05-01—2027-05-05, 上班: 2027-05-03", "2027年5月3日既写在“休息”里，又写在“上班”里"),
        ("放假: 2027-05-01", "“放假”不是可用的键"),
    ],
)
def test_wrong_days_are_reported_at_their_place(holidays: str, message: str) -> None:
    with pytest.raises(PlanError) as caught:
        school(f"名称: 青山县实验小学\n节假日: {{{holidays}}}")
    assert message in str(caught.value)
    assert caught.value.problems[0].line == 2


def test_nothing_written_is_no_day_of_its_own() -> None:
    assert school("名称: 青山县实验小学\n节假日:").holidays == NONE
