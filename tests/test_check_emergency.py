"""What the rules of 预案 find in a whole plan typed by hand, good and poor."""

from datetime import date

from generator.check import RULES, check_text
from generator.check.tables import grids
from generator.problems import Problem
from generator.readers.foreign_manuscript import read_manuscript

GOOD = """青山县实验小学防汛应急预案
为做好学校防汛工作，确保师生安全，根据上级要求，制定本预案。
一、组织领导
组长：周文
副组长：欧阳静、陈志远
成员：各处室主任
办公室设在安全办，联系电话：0000-0000009。
二、响应分级
应急响应分为一级、二级两个等级。
（一）二级响应。视情停课，转移低洼处物资。
（二）一级响应。立即停课，转移师生。
三、应急处置程序
（一）接到预警后，值班人员立即向校长报告，校长宣布启动预案。
（二）各班班主任清点人数，5分钟内带领学生撤到安全地点。
（三）后勤组随即切断电源，转移贵重物品。
四、信息报告
值班人员立即报告校长，学校在1小时内向县教育局报告，随时续报，汛情结束后写出书面报告。
五、附则
本预案每年修订一次，每月开展一次应急疏散演练。
2026年2月10日"""

POOR = """青山县实验小学防汛应急预案
为做好学校防汛工作，制定本预案。
一、组织领导
组长：周文
成员：各处室主任
二、响应分级
应急响应分为Ⅰ级、Ⅱ级。
三、应急处置程序
（一）拉响警报。
（二）切断电源。
四、信息报告
出现险情要逐级上报。
五、要求
加强宣传，提高认识。
单位\t电话
急救\t119
镇卫生院\t
县医院\t1380000000
2026年2月10日"""


def found(text: str) -> list[Problem]:
    problems = check_text(read_manuscript(text.splitlines(), None, date(2026, 3, 1)), "旧预案.txt")
    return [problem for problem in problems if RULES[problem.rule].family == "预案"]


def test_a_plan_in_order_is_left_alone() -> None:
    assert found(GOOD) == []


def test_a_poor_plan_hears_all_that_it_lacks() -> None:
    rules = {problem.rule for problem in found(POOR)}
    assert rules == {
        "level-undescribed",
        "step-without-owner",
        "no-substitute",
        "broken-report-chain",
        "drill-plan",
        "no-revision-record",
        "empty-phone",
        "malformed-phone",
        "wrong-hotline",
    }


def test_the_same_text_under_another_title_is_no_emergency_plan() -> None:
    rules = {problem.rule for problem in found(POOR.replace("应急预案", "工作计划"))}
    assert rules == {"malformed-phone", "wrong-hotline"}


def test_a_chain_that_breaks_off_after_the_first_report_is_only_a_hint() -> None:
    (problem,) = found(GOOD.replace("，随时续报，汛情结束后写出书面报告", ""))
    assert (problem.rule, problem.severity) == ("broken-report-chain", "提示")
    assert "续报" in problem.message
    assert "终报" in problem.message


def test_a_merged_cell_has_the_text_of_the_cell_it_belongs_to() -> None:
    manuscript = read_manuscript(["安排", "月份\t演练", "3月\t疏散", "^\t防震"], None, date(2026, 3, 1))
    (grid,) = grids(manuscript, ("演练",))
    assert [row[0].text for row in grid.rows] == ["3月", "3月"]
    assert list(grids(manuscript, ("值班",))) == []
