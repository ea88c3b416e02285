"""Whatever the bytes, a reader gives a plan or a list of problems within the file, and nothing else."""

import re
from pathlib import Path

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.problems import PlanError, Problem
from generator.readers.yaml_plan import read_plan

GOOD = """\
文种: 工作计划
标题: [甲小学, 安全工作计划]
成文日期: 2026-02-27
导语: |
  为了安全，
  制定本计划。

  第二段。
正文:
  组织机构:
    领导小组: {组长: 校长, 成员: [德育处, 各班主任], 办公室: {地点: 安全办, 主任: 欧阳静}}
    内容: 每月召开一次例会。
  工作措施:
    序号: 一是
    加强领导:
      - 标题: 落实责任
        责任人: 德育处、安全办
        时限: 2026-03-31
        分项: [甲, "乙"]
      - 健全制度: 修订制度
  响应:
    - {级别: 一级, 条件: 重大}
    - {级别: 二级, 条件: 一般}
附件:
  - 标题: 值班表
    列: [日期, 带班]
    行: [[1日, 周文], [^, <]]
"""
BAD = yaml.safe_load((Path(__file__).parent / "bad" / "plans.yaml").read_text(encoding="utf-8"))
TEXTS = st.sampled_from([GOOD, *(case["plan"] for case in BAD)])
PIECES = st.sampled_from(
    [*"：:，,“\"'[]{}|>-#&*!%@`?~\t\n ^<\u3000\x00\u200b\ud800", "  ", "\n\n", "- ", ": ", "责任入", "标题:"]
)


def outcome(content: bytes) -> tuple[Problem, ...]:
    try:
        read_plan(content, "甲.yaml")
    except PlanError as error:
        return error.problems
    return ()


@st.composite
def spoiled(draw: st.DrawFn) -> str:
    """A plan in which one to four places are cut, doubled or sprinkled with signs."""
    text: str = draw(TEXTS)
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 4)))
        text = text[:start] + draw(st.just("") | PIECES) + text[end:]
    return text


@settings(max_examples=300, deadline=None)
@given(spoiled())
def test_a_spoiled_plan_is_read_or_refused_within_its_lines(text: str) -> None:
    lines = re.split("\r\n|\r|\n", text)
    for problem in outcome(text.encode("utf-8", "surrogatepass")):
        assert 1 <= problem.line <= len(lines) + 1
        assert problem.column >= 1
        assert re.search("[\u4e00-\u9fff]", problem.message)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    outcome(content)
