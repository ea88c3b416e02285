"""Two plans compared: told section by section, and as tracked changes that Word can accept or reject."""

import copy
import io
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from rich.console import Console

from generator.commands import comparing, terminal
from generator.comparing import compare, write_revision
from generator.problems import PlanError
from generator.renewing import renew
from generator.revision.pairing import pairs
from generator.revision.words import DELETED, INSERTED, SAME, stretches
from tests.clerk import xiaowen

TODAY = date(2026, 11, 22)
SAMPLES = Path(__file__).parents[1] / "plans" / "示例"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SCHOOL = "名称: 青山县实验小学\n机关代字: 青实小\n人员:\n  - {姓名: 周文, 职务: 校长}\n"
PLAN = """文种: 工作计划
标题: [青山县实验小学, 2026年工作计划]
年度: 2026
成文日期: 2026-02-27
正文:
  指导思想: 把安全工作做到开学前、上课前、活动前和放假前。
  组织机构:
    领导小组: {组长: 校长, 成员: 全体教师}
  工作措施:
    抓实教育:
      - 每两周上1节安全课。
      - 每月演练1次，演练后当天评估。
      - 放假前给家长写一封信。
    严格检查: 保安每天巡查3次。
  安排:
    表格:
      标题: 全年安排
      列: [月份, 工作]
      行:
        - [3月, 开学检查]
        - [4月, 清明提醒]
        - [5月, 防灾减灾]
结语: 本计划自印发之日起实施。
附件:
  - 标题: 值班表
    内容: 值班教师七时到校。
文件: {发文字号: 3, 抄送: 青山县教育局, 印发日期: 2026-02-27}
"""
CHANGES = (
    ("2026年工作计划", "2027年工作计划"),
    ("组长: 校长", "组长: 校长, 副组长: 欧阳静"),
    ("每月演练1次，演练后当天评估。", "每月演练2次，演练后当天评估并公布。"),
    ("      - 放假前给家长写一封信。\n", ""),
    ("      - 每两周上1节安全课。\n", "      - 新学期先排课表。\n      - 每两周上1节安全课。\n"),
    ("严格检查: 保安每天巡查3次。", "严格检查: |\n      保安每天巡查3次。\n\n      总务处每周抽查。"),
    ("[4月, 清明提醒]", "[4月, 清明祭扫提醒]"),
    ("        - [5月, 防灾减灾]\n", "        - [6月, 防溺水]\n        - [7月, 暑假告知]\n"),
    ("七时到校", "七时半到校"),
    ("青山县教育局", "青山县教育和体育局"),
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test works in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    Path("学校.yaml").write_text(SCHOOL + "  - {姓名: 欧阳静, 职务: 副校长}\n", encoding="utf-8")
    return tmp_path


def lay_out(*changes: tuple[str, str], old: str = PLAN) -> tuple[Path, Path]:
    new = old
    for before, after in changes:
        assert before in new
        new = new.replace(before, after)
    Path("旧.yaml").write_text(old, encoding="utf-8")
    Path("新.yaml").write_text(new, encoding="utf-8")
    return Path("旧.yaml"), Path("新.yaml")


def told(*changes: tuple[str, str]) -> list[str]:
    old, new = lay_out(*changes)
    return xiaowen("diff", str(old), str(new)).output.splitlines()


# ---- told ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "section", "line"),
    [
        (CHANGES[0], "标题和开头", "  改动　青山县实验小学[-2026-]{+2027+}年工作计划"),
        (CHANGES[2], "三、工作措施 ＞ （一）抓实教育", "  改动　2.每月演练[-1-]{+2+}次，演练后当天评估{+并公布+}。"),
        (CHANGES[3], "三、工作措施 ＞ （一）抓实教育", "  删去　3.放假前给家长写一封信。"),
        (CHANGES[6], "四、安排", "  改动　4月｜清明{+祭扫+}提醒"),
        (CHANGES[8], "附件：值班表", "  改动　值班教师七时{+半+}到校。"),
    ],
)
def test_a_change_is_told_under_its_headings(change: tuple[str, str], section: str, line: str) -> None:
    lines = told(change)
    assert lines[lines.index(line) - 1] == section
    assert lines[-1].startswith("共 1 处不同")


def test_an_item_put_before_others_is_one_change_though_all_numbers_move() -> None:
    lines = told(CHANGES[4])
    assert "  增加　1.新学期先排课表。" in lines
    assert lines[-1] == "共 1 处不同：增加 1 处。"


def test_a_new_number_and_a_new_date_are_told() -> None:
    lines = told(("发文字号: 3", "发文字号: 4"), ("成文日期: 2026-02-27", "成文日期: 2026-03-02"))
    assert any("〔2026〕[-3-]{+4+}号" in line for line in lines)
    assert lines[lines.index("  改动　2026年[-2月27-]{+3月2+}日") - 1] == "落款"


def test_the_same_plan_has_no_changes() -> None:
    assert told() == ["印出来的内容一样。"]


def test_only_what_is_printed_counts() -> None:
    assert told(("文种: 工作计划", "# 说明\n文种: 工作计划")) == ["印出来的内容一样。"]


def test_on_a_terminal_changes_are_coloured(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Console(file=io.StringIO(), force_terminal=True, color_system="standard", width=200)
    monkeypatch.setattr(comparing, "console", lambda: screen)
    monkeypatch.setattr(terminal, "console", lambda: screen)
    told(CHANGES[6])
    output = screen.file.getvalue()  # type: ignore[attr-defined]  # it was made as StringIO above
    assert "\x1b[4;32m祭扫" in output
    assert "{+" not in output


# ---- tracked changes ----------------------------------------------------------------------------------------------


def document(path: Path) -> Any:
    return etree.fromstring(zipfile.ZipFile(path).read("word/document.xml")).find(f"{W}body")


def revision(*changes: tuple[str, str], old: str = PLAN) -> Any:
    write_revision(compare(*lay_out(*changes, old=old)), Path("修订.docx"), TODAY, force=True)
    return document(Path("修订.docx"))


def decided(body: Any, kept: str, dropped: str) -> list[str]:
    """The paragraphs that are left when every change is accepted (or rejected), tables row by row."""
    body = copy.deepcopy(body)
    for change in [*body.iter(f"{W}{dropped}")]:
        parent = change.getparent()
        if parent.tag == f"{W}trPr":
            parent.getparent().getparent().remove(parent.getparent())
        elif parent.tag == f"{W}rPr":
            paragraph = parent.getparent().getparent()
            assert not "".join(node.text or "" for node in paragraph.iter(f"{W}t", f"{W}delText")) or all(
                run.getparent().tag == f"{W}{dropped}" for run in paragraph.iter(f"{W}r")
            )
            if paragraph.getparent() is not None:
                paragraph.getparent().remove(paragraph)
        elif parent is not None:
            parent.remove(change)
    assert kept != dropped
    texts = ("".join(node.text or "" for node in p.iter(f"{W}t", f"{W}delText")) for p in body.iter(f"{W}p"))
    return [text for text in texts if text]


def accepted(body: Any) -> list[str]:
    return decided(body, "ins", "del")


def rejected(body: Any) -> list[str]:
    return decided(body, "del", "ins")


def printed(path: Path) -> list[str]:
    """The paragraphs of a plan built without revision."""
    write_revision(compare(path, path), Path("plain.docx"), TODAY, force=True)
    body = document(Path("plain.docx"))
    assert not [*body.iter(f"{W}ins", f"{W}del")]
    return accepted(body)


@pytest.mark.parametrize("changes", [*((change,) for change in CHANGES), CHANGES], ids=str)
def test_accepting_gives_the_new_text_and_rejecting_the_old(changes: tuple[tuple[str, str], ...]) -> None:
    body = revision(*changes)
    assert [*body.iter(f"{W}ins", f"{W}del")]
    assert accepted(body) == printed(Path("新.yaml"))
    assert rejected(body) == printed(Path("旧.yaml"))


def test_every_change_has_a_number_an_author_and_a_date() -> None:
    changes = [*revision(*CHANGES).iter(f"{W}ins", f"{W}del")]
    assert len(changes) > 20
    assert len({change.get(f"{W}id") for change in changes}) == len(changes)
    assert {change.get(f"{W}author") for change in changes} == {"校文"}
    assert {change.get(f"{W}date") for change in changes} == {"2026-11-22T00:00:00Z"}


def test_deleted_words_are_deleted_text_and_nothing_else_is() -> None:
    body = revision(*CHANGES)
    deleted = list(body.iter(f"{W}delText"))
    assert deleted
    assert all(node.getparent().getparent().tag == f"{W}del" for node in deleted)
    assert not [node for change in body.iter(f"{W}del") for node in change.iter(f"{W}t")]


def test_a_table_of_another_shape_is_replaced_whole() -> None:
    body = revision(
        ("列: [月份, 工作]", "列: [月份, 工作, 责任人]"),
        ("[3月, 开学检查]", "[3月, 开学检查, 总务处]"),
        ("[4月, 清明提醒]", "[4月, 清明提醒, ^]"),
        ("[5月, 防灾减灾]", "[5月, 防灾减灾, 安全办]"),
    )
    assert len([*body.iter(f"{W}tbl")]) >= 3
    assert accepted(body) == printed(Path("新.yaml"))
    assert rejected(body) == printed(Path("旧.yaml"))


def test_cells_over_several_rows_change_in_their_places() -> None:
    old = PLAN.replace("[4月, 清明提醒]", "[4月, ^]")
    body = revision(("开学检查", "开学大检查"), ("防灾减灾", "防灾"), old=old)
    assert not [*body.iter(f"{W}trPr/{W}ins")]
    assert accepted(body) == printed(Path("新.yaml"))
    assert rejected(body) == printed(Path("旧.yaml"))


def test_rows_cannot_come_singly_where_cells_reach_over_them() -> None:
    old = PLAN.replace("[4月, 清明提醒]", "[4月, ^]")
    body = revision(("        - [5月, 防灾减灾]\n", ""), old=old)
    assert accepted(body) == printed(Path("新.yaml"))
    assert rejected(body) == printed(Path("旧.yaml"))


def test_lines_in_a_cell_stay_lines() -> None:
    body = revision(("[3月, 开学检查]", '[3月, "开学检查\\n放学护导"]'))
    assert [*body.iter(f"{W}br")]
    assert rejected(body) == printed(Path("旧.yaml"))


@pytest.mark.parametrize(
    "name", ["学校安全工作计划", "印发安全工作计划的通知", "信访接待工作方案", "关于更换教学楼消防设施的请示"]
)
def test_a_turned_sample_can_be_accepted_and_rejected(name: str) -> None:
    Path("2026").mkdir()
    for sample in SAMPLES.glob("*.yaml"):
        Path("2026", sample.name).write_bytes(sample.read_bytes())
    Path("2026/学校.yaml").replace("学校.yaml")
    Path("2027").mkdir()
    Path("2027/学校安全工作计划.yaml").write_bytes(Path("2026/学校安全工作计划.yaml").read_bytes())
    old = Path("2026", f"{name}.yaml")
    new = renew(old, 2027, None, TODAY, force=True).path
    write_revision(compare(old, new), Path("修订.docx"), TODAY)
    body = document(Path("修订.docx"))
    assert accepted(body) == printed(new)
    assert rejected(body) == printed(old)


def test_the_command_writes_the_file_once() -> None:
    old, new = map(str, lay_out(CHANGES[2]))
    assert "写好了 修订.docx" in xiaowen("diff", old, new, "--docx", "修订.docx").output
    assert "已经有这个文件" in xiaowen("diff", old, new, "--docx", "修订.docx").output
    assert xiaowen("diff", old, new, "--docx", "修订.docx", "--force").exit_code == 0


def test_a_revision_is_a_word_file() -> None:
    old, new = map(str, lay_out(CHANGES[2]))
    result = xiaowen("diff", old, new, "--docx", "修订.pdf")
    assert result.exit_code == 1
    assert "文件名要以 .docx 结尾" in result.output


def test_what_is_wrong_in_either_plan_is_told() -> None:
    old, new = lay_out()
    old.write_text("文种: 工作计划\n", encoding="utf-8")
    new.write_text(PLAN.replace("文种: 工作计划", "文种: 工作计化"), encoding="utf-8")
    with pytest.raises(PlanError) as caught:
        compare(old, new)
    assert {problem.rule for problem in caught.value.problems} == {"missing-key", "unknown-kind"}


def test_the_command_wants_two_plans() -> None:
    assert xiaowen("diff", "旧.yaml").exit_code == 2


# ---- words and pairs ----------------------------------------------------------------------------------------------


def test_numbers_and_words_change_whole() -> None:
    found = [(one.change, one.text("98%以上", "99%以上")) for one in stretches("98%以上", "99%以上")]
    assert found == [(DELETED, "98%"), (INSERTED, "99%"), (SAME, "以上")]


def test_single_letters_between_changes_are_changed_with_them() -> None:
    changes = [one.change for one in stretches("甲乙丙丁戊", "子乙丑丁寅")]
    assert changes == [DELETED, INSERTED]


TEXTS = st.text("安全工作检查演练，。12月", max_size=30)


@given(TEXTS, TEXTS)
def test_stretches_make_up_both_texts(old: str, new: str) -> None:
    found = stretches(old, new)
    assert "".join(one.text(old, new) for one in found if one.change != INSERTED) == (old if old != new else new)
    assert "".join(one.text(old, new) for one in found if one.change != DELETED) == new


@given(st.lists(TEXTS, max_size=6), st.lists(TEXTS, max_size=6))
def test_every_text_is_paired_once_and_in_order(old: list[str], new: list[str]) -> None:
    found = list(pairs(old, new))
    assert [i for i, _ in found if i is not None] == list(range(len(old)))
    assert [j for _, j in found if j is not None] == list(range(len(new)))
