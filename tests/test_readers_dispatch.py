"""文件 becomes a Dispatch, and a Dispatch becomes 文件 again."""

from datetime import date

import pytest

from generator.model import Dispatch, Paragraph, Plan, Section
from generator.readers.yaml_plan import read_plan
from generator.readers.yaml_writer import write_plan

HEAD = "文种: 通知\n正文: 文。\n"
FULL = """\
文件:
  红头: 是
  套打: 是
  格式: 信函
  份号: 000001
  密级: 机密
  保密期限: 1年
  紧急程度: 特急
  发文机关: [甲县教育局, 甲县公安局]
  标志: 甲县护学岗联合行动办公室
  发文字号: 甲教〔2026〕3号
  上行文: 是
  签发人: 周文、欧阳静
  抄送: [甲县人民政府, 城关镇人民政府]
  印发机关: 甲县教育局办公室
  印发日期: 2026年3月1日
  盖章: 签名章
  偶数页: 是
  出席: [周文, 欧阳静]
  请假: 陈志远
  列席: 许芳、秦勇
"""


def dispatch_of(text: str) -> Dispatch | None:
    return read_plan(f"{HEAD}{text}".encode(), "甲.yaml")[0].dispatch


def test_every_key_of_a_dispatch_is_read() -> None:
    assert dispatch_of(FULL) == Dispatch(
        letterhead=True,
        preprinted=True,
        shape="信函",
        copy_number="000001",
        secrecy="机密",
        secrecy_term="1年",
        urgency="特急",
        issuers=("甲县教育局", "甲县公安局"),
        mark="甲县护学岗联合行动办公室",
        number="甲教〔2026〕3号",
        upward=True,
        signers=("周文", "欧阳静"),
        copies=("甲县人民政府", "城关镇人民政府"),
        printer="甲县教育局办公室",
        printed_on=date(2026, 3, 1),
        seal="签名章",
        even_page=True,
        present=("周文", "欧阳静"),
        excused=("陈志远",),
        attending=("许芳", "秦勇"),
    )


@pytest.mark.parametrize("text", ["", "文件:\n", "文件: {}\n"])
def test_a_plan_without_dispatch_is_no_formal_document(text: str) -> None:
    assert dispatch_of(text) is None


@pytest.mark.parametrize(
    ("text", "letterhead"),
    [
        ("{发文字号: 3}", True),
        ("{格式: 纪要}", True),
        ("{密级: 秘密}", True),
        ("{红头: 是}", True),
        ("{红头: 否, 发文字号: 3}", False),
        ("{盖章: 是}", False),
        ("{套打: 否, 抄送: 甲县教育局}", False),
    ],
)
def test_the_letterhead_comes_with_what_stands_in_it(text: str, letterhead: bool) -> None:
    dispatch = dispatch_of(f"文件: {text}\n")
    assert dispatch is not None
    assert dispatch.letterhead is letterhead


@pytest.mark.parametrize("text", ["机密★1年", "机密 ★ 1年", "机密★1年\n  保密期限: 1年"])
def test_secrecy_and_its_term_may_stand_in_one(text: str) -> None:
    dispatch = dispatch_of(f"文件:\n  密级: {text}\n")
    assert dispatch is not None
    assert (dispatch.secrecy, dispatch.secrecy_term) == ("机密", "1年")


@pytest.mark.parametrize(
    ("text", "copies"),
    [
        ("甲县教育局、城关派出所", ("甲县教育局", "城关派出所")),
        ("县教育局，公安局；各学校。", ("县教育局，公安局；各学校。",)),
        ("甲局（甲科、乙科）、乙局", ("甲局（甲科、乙科）", "乙局")),
        ("[甲局, 乙局、丙局]", ("甲局", "乙局", "丙局")),
    ],
)
def test_organisations_are_parted_where_nothing_else_parts_them(text: str, copies: tuple[str, ...]) -> None:
    dispatch = dispatch_of(f"文件: {{抄送: {text}}}\n" if not text.startswith("[") else f"文件:\n  抄送: {text}\n")
    assert dispatch is not None
    assert dispatch.copies == copies


def test_a_dispatch_knows_where_it_was_written() -> None:
    plan, source = read_plan(f"{HEAD}{FULL}".encode(), "甲.yaml")
    assert plan.dispatch is not None
    assert source.locate((*plan.dispatch.at, "签发人"), key=True) == (15, 3)


@pytest.mark.parametrize(
    ("dispatch", "lines"),
    [
        (Dispatch(number="3", seal="是"), ["文件:", "  发文字号: 3", "  盖章: 是"]),
        (Dispatch(), ["文件:", "  红头: 是"]),
        (Dispatch(letterhead=False), ["文件:", "  红头: 否"]),
        (Dispatch(letterhead=False, copies=("甲局", "乙局")), ["文件:", "  抄送: [甲局, 乙局]"]),
        (Dispatch(letterhead=False, number="3"), ["文件:", "  红头: 否", "  发文字号: 3"]),
    ],
)
def test_a_dispatch_is_written_without_what_goes_without_saying(dispatch: Dispatch, lines: list[str]) -> None:
    plan = Plan(kind="通知", body=Section(blocks=(Paragraph(text="文。"),)), dispatch=dispatch)
    text = write_plan(plan)
    assert text.rstrip("\n").split("\n")[-len(lines) :] == lines
    assert read_plan(text.encode(), "甲.yaml")[0] == plan
