"""Titles too long for a line are broken between words, into 梯形 or 菱形."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.typeset.titles import ROOM, fitted, title_runs
from generator.typeset.words import words
from tests.plans_strategy import WORDS

BROKEN = [
    "青山县实验小学2026年/学校安全工作计划责任分解表",
    "青山县实验小学/关于印发2026年学校安全工作计划的通知",
    "青山县实验小学2026年/防范学生欺凌工作责任分解表",
    "青山县实验小学/关于进一步加强校园及周边环境综合治理/和安全隐患排查整治工作的实施方案",
    "青山县实验小学2026—2027学年/第一学期学校工作计划",
    "青山县实验小学2026年/全国两会期间值班值守工作实施方案",
    "青山县实验小学/关于更换教学楼消防设施的请示",
    "青山县实验小学/关于商请协助校园周边交通秩序维护的函",
    "青山县实验小学2026年春季/传染病防控应急预案",
    "青山县第一中学2026年/防震减灾应急疏散演练活动方案",
    "青山县教育局关于开展2026年中小学生/防溺水专项行动的通知",
    "青山县教育局关于印发/《青山县中小学幼儿园安全管理办法》的通知",
    "青山县实验小学贯彻落实/《中小学幼儿园安全管理办法》实施方案",
    "关于开展“护校安园”/专项行动的工作方案暨责任分解表",
    "关于做好2026年国庆节/放假期间校园安全工作的通知",
    "关于印发/《青山县实验小学食品安全应急预案》的通知",
    "青山县实验小学/师德师风建设年活动实施方案和考核办法|青山县实验小学师德师风建设年活动/实施方案和考核办法",
    "青山县城关镇中心幼儿园/2026年秋季开学工作实施方案",
    "青山县实验小学教职工代表大会/第三届第二次会议纪要",
    "在青山县实验小学/2026年秋季开学典礼上的讲话",
    "青山县实验小学控辍保学/和留守儿童关爱工作实施方案",
    "青山县实验小学/关于成立食品安全工作领导小组的通知",
    "青山县教育局青山县公安局青山县交通运输局/关于联合开展校车安全隐患排查整治的通知|青山县教育局/青山县公安局青山县交通运输局/关于联合开展校车安全隐患排查整治的通知",
    "青山县实验小学2026—2027学年度第二学期/教学质量监测工作实施方案",
    "青山县实验小学/课后服务工作管理办法（试行）",
    "青山县实验小学关于申请/拨付2026年校舍维修改造经费的请示",
    "青山县实验小学2026年/“六一”国际儿童节庆祝活动安全工作预案",
    "青山县实验小学/食堂食品安全突发事件应急处置工作预案|青山县实验小学食堂食品安全/突发事件应急处置工作预案",
    "青山县实验小学/中小学生心理健康教育和危机干预实施方案",
    "青山县实验小学关于报送/2026年度平安校园创建工作情况的报告",
    "青山县实验小学学生宿舍消防安全/管理制度和应急疏散预案",
    "青山县阳光学校2026年/预防未成年人违法犯罪法治教育活动方案",
    "青山县实验小学关于举办/第十二届校园文化艺术节暨科技节的通知|青山县实验小学/关于举办第十二届校园文化艺术节/暨科技节的通知",
    "青山县实验小学党支部/2026年主题教育组织生活会工作方案",
    "青山县实验小学劳动教育/与综合实践活动课程实施方案",
    "青山县实验小学/电动自行车安全隐患专项整治行动方案",
    "青山县实验小学2026年/汛期防汛防灾安全工作应急预案",
    "青山县实验小学/关于禁止使用不合格教辅材料的若干规定",
    "青山县实验小学/学校安全工作责任目标考核实施细则",
    "青山县实验小学/2026年信访接待工作实施方案",
    "青山县实验小学关于印发/《2026年学校安全工作计划》的通知",
    "青山县实验小学2026—2027学年/第一学期教育教学工作计划",
    "青山县实验小学关于申请更换教学楼/消防设施设备所需经费的请示",
    "青山县第二实验小学附属幼儿园/2026年春季学期食品安全/与营养健康工作计划",
    "青山县教育局青山县公安局关于进一步加强/全县中小学幼儿园上下学期间校园周边/道路交通安全管理工作的实施方案",
    "关于进一步加强/校园及周边安全管理工作的实施方案",
    "关于开展2026年中小学生安全教育日/系列活动的通知",
    "关于商请协助校园周边/交通秩序维护工作有关事项的函",
    "城关镇中心小学防范学生欺凌/和校园暴力工作实施方案",
    "关于召开2025年度组织生活会和开展/民主评议党员的工作方案",
    "关于做好2026年秋季学期传染病防控/和因病缺课追踪工作的通知",
    "2026—2027学年法治副校长/进校园活动和法治教育工作计划",
    "关于调整学校食品安全/与营养健康管理领导小组成员的通知",
    "关于公布《校园突发事件信息报告办法》/和值班电话的通知",
    "青山县实验小学“家长开放日”活动/暨家校共育工作实施方案",
]
"""Titles with / where they may be broken, other ways after | ."""


def width(text: str) -> float:
    return sum(0.5 if character.isascii() else 1.0 for character in text)


def is_well_shaped(parts: list[str]) -> bool:
    """Whether no two lines look equally wide and none is narrower than both its neighbours."""
    slopes = [width(after) - width(before) for before, after in pairwise(parts)]
    return all(abs(slope) > 1 for slope in slopes) and not any(first < 0 < second for first, second in pairwise(slopes))


@pytest.mark.parametrize("ways", BROKEN)
def test_a_long_title_is_broken_by_meaning(ways: str) -> None:
    parts = fitted(ways.partition("|")[0].replace("/", ""))
    assert "/".join(parts) in ways.split("|")
    assert is_well_shaped(parts)
    assert all(width(part) <= ROOM for part in parts)


@pytest.mark.parametrize("title", ["学校安全工作计划", "青山县实验小学家校共育工作经验材料", ""])
def test_a_title_that_fits_stays(title: str) -> None:
    assert fitted(title) == [title]


def test_the_writers_own_lines_stay_and_only_one_that_does_not_fit_is_broken() -> None:
    runs = title_runs(["青山县实验小学2026年", "传染病防控", "学校安全工作计划实施情况检查评估责任分解表"])
    assert [run.text for run in runs][:2] == ["青山县实验小学2026年", "传染病防控"]
    assert [run.breaks for run in runs] == [False, True, True, True]


@pytest.mark.parametrize("title", ["关于开展中小学幼儿园消防安全应急疏散演练有关工作的通知", "关于加强安全" * 6])
def test_no_line_ends_with_about_or_begins_with_of(title: str) -> None:
    parts = fitted(title)
    assert len(parts) > 1
    assert not any(part.endswith("关于") for part in parts)
    assert not any(part.startswith("的") for part in parts)


@pytest.mark.parametrize(
    ("title", "whole"),
    [
        ("青山县实验小学贯彻落实《中小学幼儿园安全管理办法》方案", "《中小学幼儿园安全管理办法》"),
        ("甲乙丙丁戊己庚辛壬2026年庚辛壬癸子丑寅卯辰", "2026年"),
        ("甲乙丙丁戊己庚辛壬癸2026—2027学年第一学期庚辛壬癸", "2026—2027学年"),
        ("青山县实验小学关于开展“小手拉大手共建平安校园”主题教育活动的通知", "“小手拉大手共建平安校园”"),
    ],
)
def test_a_name_in_marks_and_a_date_stay_whole(title: str, whole: str) -> None:
    assert any(whole in part for part in fitted(title))


def test_a_name_in_marks_longer_than_a_line_is_broken_between_its_words() -> None:
    parts = fitted("关于印发《青山县实验小学校园及周边环境综合治理和安全隐患排查整治工作实施方案》的通知")
    assert all(width(part) <= ROOM for part in parts)
    assert is_well_shaped(parts)


def test_what_no_lexicon_knows_is_broken_all_the_same_but_never_into_equal_lines() -> None:
    parts = fitted("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥")
    assert len(parts) == 2
    assert is_well_shaped(parts)


@pytest.mark.parametrize("title", ["甲" * 200, "ABCDEFGHIJKLMNOPQRSTUVWXYZ" * 4, "的" * 30])
def test_a_line_of_no_words_at_all_is_filled(title: str) -> None:
    parts = fitted(title)
    assert "".join(parts) == title
    assert len(parts) > 1


@given(
    st.lists(st.sampled_from([*WORDS, "的", "关于", "《", "》", "2026年", "“", "”", "A4", "和"]), max_size=24).map(
        "".join
    )
)
def test_any_title_is_kept_whole_in_lines_that_fit(title: str) -> None:
    parts = fitted(title)
    assert "".join(parts) == title
    assert all(width(part) <= ROOM + 1 for part in parts)
    assert len(parts) == 1 or all(parts)


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("青山县实验小学关于印发2026年工作要点的通知", "青山县 实验小学 关于 印发 2026年 工作要点 的 通知"),
        ("青山县教育局青山县公安局通告", "青山县 教育局 青山县 公安局 通告"),
        ("2026—2027学年度第二学期工作计划", "2026—2027学年度 第二学期 工作计划"),
        ("阳光小学工会第三届运动会", "阳光小学工会 第三届 运动会"),
        ("学校工作", "学校 工作"),
        ("魑魅魍魉工作", "魑魅魍魉 工作"),
    ],
)
def test_words_are_names_dates_and_what_the_lexicon_knows(title: str, found: str) -> None:
    assert [word.text for word in words(title)] == found.split()
