"""The pipeline: from files in a folder to finished files in another, all or none."""

import os
import sys
from datetime import date
from pathlib import Path
from subprocess import run

import pytest

from generator.batch import gather
from generator.build import build, build_all
from generator.check import RULES
from generator.inspection import inspect
from generator.orders import Built
from generator.problems import PlanError, Problem, Severity
from tests.many import NOTICE

TODAY = date(2026, 3, 1)

SCHOOL = """\
名称: 青山县实验小学
人员:
  - {姓名: 周文, 职务: 校长}
"""

PLAN = """\
文种: 实施方案
标题: 消防演练实施方案
成文日期: 2026-02-27
正文:
  工作目标: 人人会避险。
  组织机构: {组长: 校长}
  工作措施: 每月演练一次。
"""


def place(folder: Path, **files: str) -> Path:
    """A folder with a school and these plans."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "学校.yaml").write_text(SCHOOL, encoding="utf-8")
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def build_here(folder: Path, *, forms: tuple[str, ...] = ("docx", "html")) -> list[Built]:
    return list(build_all(gather([folder]).jobs, folder / "out", forms, TODAY))


def rules(problems: tuple[Problem, ...]) -> list[str]:
    return [problem.rule for problem in problems]


def test_a_plan_becomes_one_file_of_every_form(tmp_path: Path) -> None:
    (built,) = build_here(place(tmp_path, 方案=PLAN))
    assert [file.name for file in built.files] == ["方案.docx", "方案.html"]
    assert all(file.stat().st_size > 500 for file in built.files)
    assert built.problems == ()


@pytest.mark.slow
def test_the_pdf_is_made_beside_the_others(tmp_path: Path) -> None:
    (built,) = build_here(place(tmp_path, 方案=PLAN), forms=("docx", "pdf"))
    assert built.files[1].read_bytes().startswith(b"%PDF")


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    first = [file.read_bytes() for built in build_here(place(tmp_path, 方案=PLAN)) for file in built.files]
    second = [file.read_bytes() for built in build_here(tmp_path) for file in built.files]
    assert first
    assert first == second


def test_sub_folders_are_mirrored(tmp_path: Path) -> None:
    place(tmp_path / "安全" / "消防", 方案=PLAN)
    (built,) = build_here(tmp_path, forms=("html",))
    assert built.files == (tmp_path / "out" / "安全" / "消防" / "方案.html",)


def test_a_name_with_dots_keeps_them(tmp_path: Path) -> None:
    place(tmp_path, **{"方案2.0": PLAN})
    (built,) = build_here(tmp_path, forms=("html",))
    assert built.files[0].name == "方案2.0.html"


def test_school_and_hidden_files_are_no_plans(tmp_path: Path) -> None:
    place(tmp_path, 方案=PLAN)
    place(tmp_path / ".草稿", 方案=PLAN)
    assert [job.plan.name for job in gather([tmp_path]).jobs] == ["方案.yaml"]


def test_a_plan_with_an_error_does_not_stop_the_next(tmp_path: Path) -> None:
    place(tmp_path, 坏=PLAN.replace("正文", "正闻"), 好=PLAN)
    broken, good = sorted(build_here(tmp_path, forms=("html",)), key=lambda built: len(built.files))
    assert broken.files == ()
    assert rules(broken.problems)
    assert good.files
    assert not (tmp_path / "out" / "坏.html").exists()


def test_a_rule_that_finds_an_error_stops_its_plan(tmp_path: Path) -> None:
    (built,) = build_here(
        place(tmp_path, 方案=PLAN.replace("组长: 校长", "组长: 钱多多")),
        forms=("html",),
    )
    assert set(rules(built.problems)) == {"unknown-person"}
    assert built.files == ()
    assert built.sources


def test_what_the_words_say_is_told_and_stops_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name = next(rule.name for rule in RULES.values() if rule.of_text)
    error = Problem("方案.yaml", 1, 1, name, "这部法规已经废止", Severity.ERROR)
    monkeypatch.setattr("generator.examining.check", lambda *_: [error])
    (built,) = build_here(place(tmp_path, 方案=PLAN), forms=("html",))
    assert built.files
    assert built.problems == (error,)


def test_a_warning_does_not_stop_a_plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    warning = Problem("方案.yaml", 1, 1, "some-warning", "可以更好", Severity.WARNING)
    monkeypatch.setattr("generator.examining.check", lambda *_: [warning])
    (built,) = build_here(place(tmp_path, 方案=PLAN), forms=("html",))
    assert built.files
    assert built.problems == (warning,)


def test_problems_of_school_and_plan_are_told_together(tmp_path: Path) -> None:
    place(tmp_path, 方案=PLAN.replace("标题", "标提"))
    (tmp_path / "学校.yaml").write_text("名城: 青山县实验小学\n", encoding="utf-8")
    (built,) = build_here(tmp_path)
    assert {Path(problem.file).name for problem in built.problems} == {"学校.yaml", "方案.yaml"}


def test_faults_of_writing_and_broken_rules_are_told_together(tmp_path: Path) -> None:
    (built,) = build_here(place(tmp_path, 方案=PLAN.replace("组长: 校长", "组长: 李大明") + "附住: 无\n"))
    assert [(problem.line, problem.rule) for problem in built.problems] == [(6, "unknown-person"), (8, "unknown-key")]
    assert built.files == ()


def test_a_missing_school_is_reported_with_its_remedy(tmp_path: Path) -> None:
    place(tmp_path, 方案=PLAN)
    (tmp_path / "学校.yaml").unlink()
    (built,) = build_here(tmp_path)
    assert rules(built.problems) == ["school-missing"]
    assert "xiaowen new --school" in built.problems[0].message


def test_the_school_is_found_in_a_folder_above(tmp_path: Path) -> None:
    place(tmp_path)
    (tmp_path / "春季").mkdir()
    (tmp_path / "春季" / "方案.yaml").write_text(PLAN, encoding="utf-8")
    assert inspect(tmp_path / "春季" / "方案.yaml", TODAY) == ()


def test_an_unknown_kind_is_reported_with_the_nearest(tmp_path: Path) -> None:
    place(tmp_path, 方案=PLAN.replace("实施方案", "实施方按", 1))
    (built,) = build_here(tmp_path)
    assert built.files == ()
    assert any("实施方案" in problem.message and problem.line == 1 for problem in built.problems)


def test_a_file_that_vanished_is_a_problem(tmp_path: Path) -> None:
    place(tmp_path)
    built = build(tmp_path / "没有.yaml", tmp_path / "out", ("html",), TODAY)
    assert rules(built.problems) == ["unreadable-file"]


def test_a_school_file_can_be_inspected_by_itself(tmp_path: Path) -> None:
    place(tmp_path)
    assert inspect(tmp_path / "学校.yaml", TODAY) == ()
    (tmp_path / "学校.yaml").write_text("", encoding="utf-8")
    assert rules(inspect(tmp_path / "学校.yaml", TODAY)) == ["empty-file"]


# ---- what was asked for -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "message"),
    [("没有.yaml", "没有这个文件"), ("学校.yaml", "不是计划"), ("空", "没有计划")],
)
def test_a_path_without_plans_is_a_problem(tmp_path: Path, name: str, message: str) -> None:
    place(tmp_path)
    (tmp_path / "空").mkdir()
    (problem,) = gather([tmp_path / name]).problems
    assert message in problem.message


def test_two_plans_of_one_name_are_refused_not_overwritten(tmp_path: Path) -> None:
    first = place(tmp_path / "甲", 方案=PLAN) / "方案.yaml"
    second = place(tmp_path / "乙", 方案=PLAN) / "方案.yaml"
    batch = gather([first, second, first])
    assert [job.plan for job in batch.jobs] == [first]
    assert rules(batch.problems) == ["same-output"]


# ---- annexed plans ------------------------------------------------------------------------------------------------


def test_a_notice_carries_another_plan_as_its_annex(tmp_path: Path) -> None:
    place(tmp_path, 方案=PLAN, 通知=NOTICE.format(file="方案.yaml"))
    built = build(tmp_path / "通知.yaml", tmp_path / "out", ("html",), TODAY)
    page = built.files[0].read_text(encoding="utf-8")
    assert "消防演练实施方案" in page
    assert "每月演练一次" in page
    assert tmp_path / "方案.yaml" in built.sources


def test_the_annexes_of_an_annexed_plan_follow_it(tmp_path: Path) -> None:
    plan = PLAN + "责任分解表: 是\n附件:\n  - {标题: 路线图, 内容: 由东门撤离。}\n"
    plan = plan.replace("每月演练一次。", "\n    - {标题: 每月演练, 责任人: 校长}")
    place(tmp_path, 方案=plan, 通知=NOTICE.format(file="方案.yaml"))
    built = build(tmp_path / "通知.yaml", tmp_path / "out", ("html",), TODAY)
    page = built.files[0].read_text(encoding="utf-8")
    assert page.rindex("消防演练实施方案") < page.rindex("路线图") < page.rindex("责任分解表")


def test_a_fault_of_an_annexed_plan_is_shown_at_its_own_file(tmp_path: Path) -> None:
    place(
        tmp_path,
        方案=PLAN.replace("成文日期: 2026-02-27", "成文日期: 2026-02-30"),
        通知=NOTICE.format(file="方案.yaml"),
    )
    built = build(tmp_path / "通知.yaml", tmp_path / "out", ("html",), TODAY)
    assert [(Path(problem.file).name, problem.line) for problem in built.problems] == [("方案.yaml", 3)]


@pytest.mark.parametrize(
    ("file", "rule"),
    [("没有.yaml", "annex-missing"), ("../别校/方案.yaml", "annex-outside"), ("通知.yaml", "annex-loop")],
)
def test_an_annex_that_cannot_be_taken_in_is_refused_at_its_place(tmp_path: Path, file: str, rule: str) -> None:
    place(tmp_path / "别校", 方案=PLAN)
    place(tmp_path / "本校", 通知=NOTICE.format(file=file))
    (problem,) = build(tmp_path / "本校" / "通知.yaml", tmp_path / "out", ("html",), TODAY).problems
    assert (problem.rule, problem.line) == (rule, 7)


def test_two_plans_that_annex_each_other_are_refused(tmp_path: Path) -> None:
    place(tmp_path, 甲=NOTICE.format(file="乙.yaml"), 乙=NOTICE.format(file="甲.yaml"))
    (problem,) = build(tmp_path / "甲.yaml", tmp_path / "out", ("html",), TODAY).problems
    assert (Path(problem.file).name, problem.rule) == ("乙.yaml", "annex-loop")


# ---- writing ------------------------------------------------------------------------------------------------------


def test_a_folder_in_the_place_of_a_file_leaves_every_file_as_it_was(tmp_path: Path) -> None:
    out = place(tmp_path, 方案=PLAN) / "out"
    (out / "方案.html").mkdir(parents=True)
    (out / "方案.docx").write_text("去年的", encoding="utf-8")
    (built,) = build_here(tmp_path)
    assert rules(built.problems) == ["unwritable-output"]
    assert (out / "方案.docx").read_text(encoding="utf-8") == "去年的"
    assert sorted(path.name for path in out.iterdir()) == ["方案.docx", "方案.html"]


def test_an_output_folder_that_is_a_file_is_a_problem(tmp_path: Path) -> None:
    (place(tmp_path, 方案=PLAN) / "out").write_text("", encoding="utf-8")
    (built,) = build_here(tmp_path)
    assert rules(built.problems) == ["unwritable-output"]


@pytest.mark.skipif(os.name == "nt", reason="links need rights of their own on Windows")
def test_a_link_cannot_lead_out_of_the_output_folder(tmp_path: Path) -> None:
    place(tmp_path / "校" / "子", 方案=PLAN)
    (tmp_path / "校" / "out").mkdir()
    (tmp_path / "外").mkdir()
    (tmp_path / "校" / "out" / "子").symlink_to(tmp_path / "外")
    (built,) = build_here(tmp_path / "校", forms=("html",))
    assert rules(built.problems) == ["outside-output"]
    assert list((tmp_path / "外").iterdir()) == []


def test_a_problem_found_in_the_page_is_shown_where_its_text_was_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> bytes:
        raise PlanError(
            Problem("字体", 0, 0, "no-glyph", "印不出来", quote="避险"),
            Problem("字体", 0, 0, "no-glyph", "印不出来", quote="周文"),
            Problem("字体", 0, 0, "no-glyph", "印不出来", quote="生成的字"),
            Problem("字体", 0, 0, "no-font", "没有字体"),
        )

    monkeypatch.setattr("generator.build.write", fail)
    (built,) = build_here(place(tmp_path, 方案=PLAN))
    places = {(Path(problem.file).name, problem.line, problem.column) for problem in built.problems}
    assert places == {("方案.yaml", 5, 12), ("学校.yaml", 3, 10), ("方案.yaml", 0, 0), ("字体", 0, 0)}


def test_rare_characters_of_the_pdf_are_hinted_at_where_they_were_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hint = Problem("", 0, 0, "rare-character", "生僻字", Severity.HINT, quote="避险")
    monkeypatch.setattr("generator.writers.rare.fallbacks", lambda *_: [hint])
    monkeypatch.setattr("generator.writers.rare.find_fonts", lambda: None)
    monkeypatch.setattr("generator.build.write", lambda *_: b"")
    (built,) = build_here(place(tmp_path, 方案=PLAN), forms=("docx", "pdf"))
    assert [(problem.line, problem.column) for problem in built.problems] == [(5, 12)]
    assert len(built.files) == 2
    (without,) = build_here(tmp_path, forms=("docx",))
    assert without.problems == ()


WITHOUT_WEASYPRINT = """
import sys
sys.modules["weasyprint"] = None
from generator.cli.commands import app
app(["build", "方案.yaml", "--to", "docx,html"])
"""


def test_docx_and_html_never_load_the_pdf_library(tmp_path: Path) -> None:
    place(tmp_path, 方案=PLAN)
    command = [sys.executable, "-c", WITHOUT_WEASYPRINT]
    done = run(command, cwd=tmp_path, capture_output=True, text=True, check=False)  # noqa: S603 - our own program
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out" / "方案.docx").is_file()
