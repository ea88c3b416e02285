"""Long titles are broken where a word ends, into 梯形 or 菱形, never inside a name, a number or a book title."""

from itertools import pairwise

import pytest

from generator.typeset.measure import ems
from generator.typeset.titles import ROOM, fitted, title_runs

TITLES = {
    "青山县实验小学突发公共卫生事件应急预案": ["青山县实验小学突发公共卫生事件应急预案"],
    "青山县实验小学2026年信访接待工作实施方案": ["青山县实验小学", "2026年信访接待工作实施方案"],
    "青山县实验小学关于印发《2026年学校安全工作计划》的通知": [
        "青山县实验小学关于印发",
        "《2026年学校安全工作计划》的通知",
    ],
    "青山县实验小学2026—2027学年第一学期教育教学工作计划": [
        "青山县实验小学2026—2027学年",
        "第一学期教育教学工作计划",
    ],
    "青山县实验小学关于申请更换教学楼消防设施设备所需经费的请示": [
        "青山县实验小学关于申请更换",
        "教学楼消防设施设备所需经费的请示",
    ],
    "青山县第二实验小学附属幼儿园2026年春季学期食品安全与营养健康工作计划": [
        "青山县第二实验小学附属幼儿园",
        "2026年春季学期食品安全与营养健康",
        "工作计划",
    ],
    "青山县教育局青山县公安局关于进一步加强全县中小学幼儿园上下学期间校园周边道路交通安全管理工作的实施方案": [
        "青山县教育局青山县公安局关于进一步加强",
        "全县中小学幼儿园上下学期间校园周边",
        "道路交通安全管理工作的实施方案",
    ],
}
SUBJECTS = (
    "关于进一步加强校园及周边安全管理工作的实施方案",
    "关于开展2026年中小学生安全教育日系列活动的通知",
    "关于商请协助校园周边交通秩序维护工作有关事项的函",
    "城关镇中心小学防范学生欺凌和校园暴力工作实施方案",
    "关于召开2025年度组织生活会和开展民主评议党员的工作方案",
    "关于做好2026年秋季学期传染病防控和因病缺课追踪工作的通知",
    "2026—2027学年法治副校长进校园活动和法治教育工作计划",
    "关于调整学校食品安全与营养健康管理领导小组成员的通知",
    "关于公布《校园突发事件信息报告办法》和值班电话的通知",
    "青山县实验小学“家长开放日”活动暨家校共育工作实施方案",
)


@pytest.mark.parametrize("title", TITLES)
def test_a_title_is_broken_as_a_careful_clerk_would(title: str) -> None:
    assert fitted(title) == TITLES[title]


@pytest.mark.parametrize("title", [*TITLES, *SUBJECTS])
def test_lines_fit_and_make_a_trapezium_or_a_rhombus(title: str) -> None:
    lines = fitted(title)
    widths = [ems(line) for line in lines]
    steps = [later - former for former, later in pairwise(widths)]
    growing = [step > 0 for step in steps]
    assert "".join(lines) == title
    assert all(width <= ROOM for width in widths)
    assert all(abs(step) > 1 for step in steps)
    assert growing == sorted(growing, reverse=True)
    assert all(len(line) >= 3 for line in lines)


def test_the_writers_own_lines_stay_and_only_what_does_not_fit_is_broken() -> None:
    own = title_runs(["青山县实验小学", "关于开展2026年中小学生安全教育日系列活动的通知"])
    assert [run.text for run in own[:1]] == ["青山县实验小学"]
    assert len(own) == 3
    assert [run.breaks for run in own] == [False, True, True]


def test_a_word_that_fills_more_than_a_line_stays_whole() -> None:
    assert fitted("《" + "甲" * 30 + "》") == ["《" + "甲" * 30 + "》"]
