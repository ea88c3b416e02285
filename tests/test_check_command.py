"""xiaowen check as a clerk and as a program use it: foreign files, reports, ignoring, mending."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from docx import Document

from generator.check import check
from generator.check.registry import RULES, Found, Subject, found_in, rule_of_text
from generator.inspection import inspect
from generator.kinds import load_kinds
from generator.manuscript import Manuscript, Part
from generator.mending import mend
from generator.model import Checking, School
from generator.outline.manuscripts import manuscript_of
from generator.problems import Problem, Severity
from generator.readers.foreign_manuscript import read_manuscript
from generator.readers.yaml_plan import read_plan
from tests.clerk import xiaowen

TODAY = date(2026, 3, 1)
PLAN = """\
文种: 通知
标题: 关于值班的通知
成文日期: 2026-03-01
正文:
  内容: |
    各处室要坏事。

    第二段又有坏事，
    还没有完。
  工作要求:
    - 每天巡查
    - 坏事不做。  # 说明
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "学校.yaml").write_text("名称: 青山县实验小学\n", encoding="utf-8")
    return tmp_path


@pytest.fixture(autouse=True)
def only_rule() -> Iterator[None]:
    """One rule alone: 坏事 is to be called 好事."""
    kept = dict(RULES)
    RULES.clear()

    @rule_of_text("bad-deed")
    def bad_deed(manuscript: Manuscript) -> Iterator[Found]:
        """Says that something is bad."""
        for passage in manuscript.passages:
            start = passage.plain.find("坏事")
            if start >= 0:
                yield found_in(passage, (start, start + 2), "不是好事：请改成“好事”", fix="好事")

    yield
    RULES.clear()
    RULES.update(kept)


def written(folder: Path, text: str = PLAN) -> Path:
    path = folder / "计划.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def places(problems: tuple[Problem, ...]) -> list[tuple[int, int]]:
    return [(problem.line, problem.column) for problem in problems if problem.rule == "bad-deed"]


# ---- places -------------------------------------------------------------------------------------------------------


def test_a_fault_is_shown_at_its_own_words(folder: Path) -> None:
    assert places(inspect(written(folder), TODAY)) == [(6, 9), (8, 10), (12, 7)]


def test_a_foreign_text_is_checked_by_paragraph_and_character(folder: Path) -> None:
    path = folder / "旧计划.txt"
    path.write_bytes("安全工作计划\n\n一、目标\n我们不做坏事。\n".encode("gb18030"))
    assert places(inspect(path, TODAY)) == [(3, 5)]
    assert xiaowen("check", "旧计划.txt").output.startswith("旧计划.txt:3:5: 警告: 不是好事")


def test_a_foreign_word_file_is_checked_with_its_tables(folder: Path) -> None:
    document = Document()
    document.add_paragraph("安全工作计划")
    document.add_table(1, 2).cell(0, 1).text = "不做坏事"
    document.save(str(folder / "旧.docx"))
    assert places(inspect(folder / "旧.docx", TODAY)) == [(2, 4)]


def test_our_own_pdf_is_checked_as_any_other(folder: Path) -> None:
    written(folder)
    assert xiaowen("build", "计划.yaml", "--to", "pdf", "-o", "out").exit_code == 0
    assert len(places(inspect(folder / "out" / "计划.pdf", TODAY))) == 3


@pytest.mark.parametrize(
    ("name", "content", "rule"),
    [
        ("空.txt", b"", "empty-file"),
        ("坏.docx", b"PK\x03\x04 not a zip", "unreadable-file"),
        ("坏.pdf", b"%PDF-nothing", "broken-file"),
        ("乱.txt", b"\x81\xff\xff\x80\xa0", "unreadable-file"),
    ],
)
def test_a_foreign_file_that_cannot_be_read_is_one_problem(folder: Path, name: str, content: bytes, rule: str) -> None:
    (folder / name).write_bytes(content)
    assert [problem.rule for problem in inspect(folder / name, TODAY)] == [rule]


def test_a_foreign_file_needs_no_school(folder: Path) -> None:
    (folder / "学校.yaml").unlink()
    (folder / "旧.txt").write_text("不做坏事。", encoding="utf-16")
    assert places(inspect(folder / "旧.txt", TODAY)) == [(1, 3)]


# ---- manuscripts --------------------------------------------------------------------------------------------------


def test_a_foreign_text_is_read_with_title_labels_rosters_and_date() -> None:
    lines = (
        "青山县实验小学|安全工作计划|各处室:|为保障安全,制定本计划。|一、组织机构|组 长:周 文|成 员:赵一、钱 二|"
        "(一)工作措施|1、各处室每天巡查重点部位,发现安全隐患立即报告,不能马上整改的派人看守并设置标志,不|得拖延。|附:值班表|青山县实验小学|2026年2月27日"
    ).split("|")
    manuscript = read_manuscript(lines, None, TODAY)
    assert (manuscript.kind, manuscript.date, manuscript.foreign) == ("工作计划", date(2026, 2, 27), True)
    assert [passage.part for passage in manuscript.passages] == [
        Part.TITLE, Part.TITLE, Part.ADDRESSEE, Part.PARAGRAPH, Part.HEADING, Part.ROSTER, Part.ROSTER,
        Part.HEADING, Part.ITEM, Part.ANNEX_NOTE, Part.SIGNATURE, Part.DATE,
    ]  # fmt: skip
    leader, members, _, item = manuscript.passages[5:9]
    assert (leader.role, leader.names, members.names) == ("组长", ("周文",), ("赵一", "钱二"))
    assert (item.level, item.label, item.cuts) == (3, "1、", (43,))
    assert item.plain == "1、各处室每天巡查重点部位，发现安全隐患立即报告，不能马上整改的派人看守并设置标志，不得拖延。"


def test_traditional_text_is_matched_as_simplified(folder: Path) -> None:
    text = "信訪維穩工作計劃\n為進一步開展學校維穩工作，這個組織經過領導討論，不做壞事。\n"
    (folder / "旧.txt").write_text(text, encoding="utf-8")
    assert places(inspect(folder / "旧.txt", TODAY)) == [(2, 27)]


def test_a_plan_is_judged_by_its_own_day_else_by_its_year_else_by_today() -> None:
    def day(text: str) -> date:
        plan, _ = read_plan(f"文种: 通知\n正文: 文。\n{text}".encode(), "p.yaml")
        return manuscript_of(plan, School(name="甲小学"), TODAY).day

    assert day("成文日期: 2017-02-27") == date(2017, 2, 27)
    assert day("年度: 2017") == date(2017, 1, 1)
    assert day("年度: 2017—2018学年") == date(2017, 9, 1)
    assert day("") == TODAY


# ---- ignoring -----------------------------------------------------------------------------------------------------


def ignoring(before: str, after: str) -> list[str]:
    plan, source = read_plan(PLAN.replace(before, after).encode(), "p.yaml")
    problems = check(plan, School(name="甲小学"), load_kinds()["通知"], source, TODAY)
    return [f"{problem.line} {problem.rule}" for problem in problems]


def test_a_comment_with_a_reason_ignores_a_rule_on_its_line() -> None:
    assert ignoring("# 说明", "# 校文: 忽略 bad-deed — 引用原话") == ["6 bad-deed", "8 bad-deed"]


def test_a_comment_above_a_line_speaks_of_it() -> None:
    line = "    - 坏事不做。"
    assert ignoring(line, f"    # 校文：忽略 bad-deed：引用\n{line}") == ["6 bad-deed", "8 bad-deed"]


def test_a_comment_at_a_text_block_speaks_of_the_whole_block() -> None:
    assert ignoring("内容: |", "内容: |  # 校文: 忽略 bad-deed — 引用原话") == ["12 bad-deed"]


@pytest.mark.parametrize(
    ("comment", "rule"),
    [
        ("# 校文: 忽略 bad-deed", "ignore-without-reason"),
        ("# 校文: 忽略", "unknown-ignore"),
        ("# 校文: 忽略 good-deed — 理由", "unknown-ignore"),
    ],
)
def test_an_ignore_without_reason_or_rule_is_a_problem(comment: str, rule: str) -> None:
    assert f"12 {rule}" in ignoring("# 说明", comment)


def test_an_ignore_with_nothing_to_ignore_is_told() -> None:
    assert "11 needless-ignore" in ignoring("    - 每天巡查", "    - 每天巡查 # 校文: 忽略 bad-deed — 过去有")


@pytest.mark.parametrize(
    ("off", "on", "found"), [(("bad-deed",), (), 0), (("文稿",), (), 0), (("文稿",), ("bad-deed",), 3), ((), (), 3)]
)
def test_a_school_turns_rules_off_and_on(off: tuple[str, ...], on: tuple[str, ...], found: int) -> None:
    plan, source = read_plan(PLAN.encode(), "p.yaml")
    school = School(name="甲小学", checking=Checking(off=off, on=on))
    assert len(check(plan, school, load_kinds()["通知"], source, TODAY)) == found


def test_a_rule_turned_off_and_on_at_once_is_a_problem(folder: Path) -> None:
    (folder / "学校.yaml").write_text("名称: 甲小学\n检查: {关闭: 规范, 开启: [规范]}\n", encoding="utf-8")
    result = xiaowen("check", "学校.yaml")
    assert "既写在“关闭”里，又写在“开启”里" in result.output
    assert result.exit_code == 1


# ---- reports ------------------------------------------------------------------------------------------------------


def test_warnings_stop_only_where_strictness_is_asked_for(folder: Path) -> None:
    written(folder)
    assert xiaowen("check", "计划.yaml").exit_code == 0
    assert xiaowen("check", "计划.yaml", "--strict").exit_code == 1


def test_json_holds_place_rule_severity_message_and_quote(folder: Path) -> None:
    written(folder)
    found = json.loads(xiaowen("check", "计划.yaml", "--format", "json").output)
    assert found[0] == {
        "file": "计划.yaml", "line": 6, "column": 9, "rule": "bad-deed", "severity": "警告",
        "message": "不是好事：请改成“好事”", "quote": "坏事",
    }  # fmt: skip
    assert len(found) == 3


def test_sarif_names_rule_level_and_place(folder: Path) -> None:
    written(folder)
    (run,) = json.loads(xiaowen("check", "计划.yaml", "--format", "sarif").output)["runs"]
    assert [each["id"] for each in run["tool"]["driver"]["rules"]] == ["bad-deed"]
    assert run["results"][0]["level"] == "warning"
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "计划.yaml"
    assert place["region"] == {"startLine": 6, "startColumn": 9, "snippet": {"text": "坏事"}}


def test_github_gets_one_note_a_line(folder: Path) -> None:
    written(folder)
    notes = xiaowen("check", "计划.yaml", "--format", "github").output.splitlines()
    assert notes[0] == "::warning file=计划.yaml,line=6,col=9,title=bad-deed::不是好事：请改成“好事”"
    assert len(notes) == 3


def test_nothing_found_prints_no_note(folder: Path) -> None:
    written(folder, PLAN.replace("坏事", "好事"))
    assert xiaowen("check", "计划.yaml", "--format", "github").output == ""


# ---- mending ------------------------------------------------------------------------------------------------------


def test_fix_changes_the_faulty_words_and_nothing_else(folder: Path) -> None:
    path = written(folder)
    result = xiaowen("check", "计划.yaml", "--fix")
    assert path.read_text(encoding="utf-8") == PLAN.replace("坏事", "好事")
    assert "改好了 3 处；没有问题" in result.output


def test_fix_keeps_the_ends_of_lines(folder: Path) -> None:
    path = written(folder)
    path.write_bytes(b"\xef\xbb\xbf" + PLAN.replace("\n", "\r\n").encode())
    xiaowen("check", "计划.yaml", "--fix")
    assert path.read_bytes() == b"\xef\xbb\xbf" + PLAN.replace("坏事", "好事").replace("\n", "\r\n").encode()


def test_a_mend_that_would_change_the_reading_is_left_out(folder: Path) -> None:
    path = written(folder)
    problems = [
        Problem("计划.yaml", 11, 7, "bad-deed", "…", Severity.WARNING, "每天巡查", fix="每天: 巡查"),
        Problem("计划.yaml", 11, 7, "bad-deed", "…", Severity.WARNING, "每周巡查", fix="每月巡查"),
        Problem("别处.yaml", 11, 7, "bad-deed", "…", Severity.WARNING, "每天巡查", fix="每月巡查"),
    ]
    assert mend(path, problems).done == ()
    assert path.read_text(encoding="utf-8") == PLAN


def test_foreign_files_are_never_written(folder: Path) -> None:
    (folder / "旧.txt").write_text("不做坏事。", encoding="utf-8")
    xiaowen("check", "旧.txt", "--fix")
    assert (folder / "旧.txt").read_text(encoding="utf-8") == "不做坏事。"


def test_every_rule_belongs_to_a_family() -> None:
    assert {rule.family for rule in RULES.values()} == {"文稿"}
    assert all(isinstance(rule.examine(_nothing()), Iterator) for rule in RULES.values())


def _nothing() -> Subject:
    plan, _ = read_plan("文种: 通知\n正文: 文。\n".encode(), "p.yaml")
    school = School(name="甲小学")
    return Subject(plan, school, load_kinds()["通知"], TODAY, manuscript_of(plan, school, TODAY))
