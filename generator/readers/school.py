"""学校.yaml to a School: its names, departments, people, groups and house rules of layout."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import get_args

from generator.dates import print_date
from generator.model import Checking, Holidays, Layout, Person, School, Spans, Stage, Term, Texts
from generator.readers.periods import read_periods
from generator.readers.reading import Spot, finish, read_spot
from generator.source import Source

SCHOOL_KEYS = ("名称", "简称", "机关代字", "地址", "部门", "人员", "群组", "版式", "检查", "节假日", "学段", "学期")
PERSON_KEYS = ("姓名", "职务", "部门", "电话", "公开")
CHECKING_KEYS = ("关闭", "开启")
HOLIDAY_KEYS = ("休息", "上班")
TERM_KEYS = ("名称", "开始", "结束")
LAYOUT_KEYS = ("行距", "页码居中", "三级标题加粗", "序号顿号", "汉字日期", "单面", "孤字")
STAGES: tuple[Stage, ...] = get_args(Stage)[1:]
_PITCHES = ("26", "28", "28.95", "29.5")


@lru_cache(maxsize=16)
def read_school(content: bytes, file: str) -> tuple[School, Source]:
    """The school in the file and the place of every value; PlanError with all that is wrong.

    All plans of a school ask for the same one.
    """
    spot = read_spot(content, file)
    school = _school(spot)
    finish(spot)
    return school, spot.source


def _school(spot: Spot) -> School:
    if not spot.mapping("学校"):
        return School(name="")
    spot.check_keys(SCHOOL_KEYS)
    if spot.child("名称").empty:
        spot.child("名称").report("missing-key", "缺少“名称”；请写上“名称: ”和学校全称", key=True)
    return School(
        name=spot.child("名称").text(),
        short_name=spot.child("简称").text(),
        code=spot.child("机关代字").text(),
        address=spot.child("地址").text(),
        departments=spot.child("部门").names(),
        people=tuple(map(_person, spot.child("人员").entries())),
        groups=_groups(spot.child("群组")),
        layout=_layout(spot.child("版式")),
        checking=_checking(spot.child("检查")),
        holidays=_holidays(spot.child("节假日")),
        stage=spot.child("学段").choice(STAGES) or "",
        terms=tuple(_terms(spot.child("学期"))),
    )


def _person(spot: Spot) -> Person:
    if not spot.mapping("一个人"):
        return Person(full_name="", at=spot.place)
    spot.check_keys(PERSON_KEYS)
    if spot.child("姓名").empty:
        spot.report("missing-key", "这个人缺少“姓名”；请写上“姓名: ”和名字")
    public = spot.child("公开")
    return Person(
        full_name=spot.child("姓名").text(),
        posts=spot.child("职务").names(),
        department=spot.child("部门").text(),
        phone=spot.child("电话").text(),
        public=public.empty or public.yes(),
        at=spot.place,
    )


def _groups(spot: Spot) -> dict[str, Texts]:
    if not spot.mapping("群组"):
        return {}
    for child in spot.children():
        if child.empty:
            child.report("empty-roster", f"群组“{child.key}”里一个人也没有；请写上姓名，或删去这一行", key=True)
    return {child.key: child.names() for child in spot.children() if not child.empty}


def _layout(spot: Spot) -> Layout:
    if not spot.mapping("版式"):
        return Layout()
    spot.check_keys(LAYOUT_KEYS)
    pitch = spot.child("行距").choice(_PITCHES)
    return Layout(
        pitch=float(pitch) if pitch else Layout().pitch,
        centred_number=spot.child("页码居中").yes(),
        bold_third=spot.child("三级标题加粗").yes(),
        comma_labels=spot.child("序号顿号").yes(),
        chinese_dates=spot.child("汉字日期").yes(),
        one_sided=spot.child("单面").yes(),
        no_lone_character=spot.child("孤字").yes(),
    )


def _checking(spot: Spot) -> Checking:
    if not spot.mapping("检查"):
        return Checking()
    spot.check_keys(CHECKING_KEYS)
    checking = Checking(off=spot.child("关闭").names(), on=spot.child("开启").names())
    for name in sorted(set(checking.off) & set(checking.on)):
        spot.report("contradicting-checks", f"“{name}”既写在“关闭”里，又写在“开启”里；请删去其中一处")
    return checking


def _holidays(spot: Spot) -> Holidays:
    if not spot.mapping("节假日"):
        return Holidays()
    spot.check_keys(HOLIDAY_KEYS)
    rest, work = read_periods(spot.child("休息")), read_periods(spot.child("上班"))
    for day in sorted(_days(rest) & _days(work)):
        spot.report("contradicting-holidays", f"{print_date(day)}既写在“休息”里，又写在“上班”里；请删去其中一处")
    return Holidays(rest=rest, work=work)


def _days(periods: Spans) -> set[date]:
    return {first + timedelta(days=number) for first, last in periods for number in range((last - first).days + 1)}


def _terms(spot: Spot) -> Iterator[Term]:
    """The terms whose days are all told; one that ends before it begins is a slip."""
    for entry in spot.entries():
        if not entry.mapping("一个学期"):
            continue
        entry.check_keys(TERM_KEYS)
        starts, ends = (_term_day(entry, key) for key in ("开始", "结束"))
        if starts and ends and starts > ends:
            entry.child("结束").report("contradicting-dates", "学期结束的日子在开始之前；请核对两个日期")
        elif starts and ends:
            yield Term(name=entry.child("名称").text(), starts=starts, ends=ends)


def _term_day(spot: Spot, key: str) -> date | None:
    if spot.child(key).empty:
        spot.report("missing-key", f"这个学期缺少“{key}”；请写上“{key}: ”和日期")
    return spot.child(key).day()
