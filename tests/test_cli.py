"""The command line as an office clerk meets it: Chinese words, exit codes, files."""

import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from subprocess import run

import pytest

from generator import __version__
from generator.check.registry import RULES
from generator.cli import main
from generator.commands import doctor, watch
from generator.kinds import load_kinds
from generator.production.occupancy import sole_use
from generator.readers.travelling import read_source
from generator.typeset.fonts import Fonts, find_fonts
from generator.writers import LIBRARIES, loads
from tests.clerk import xiaowen

COMMANDS = (
    "build",
    "new",
    "import",
    "check",
    "roll",
    "diff",
    "people",
    "verify",
    "kinds",
    "schema",
    "explain",
    "doctor",
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test works in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


# ---- help and wrong usage -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_in_chinese_throughout(command: str) -> None:
    for text in (xiaowen("--help").output, xiaowen(command, "--help").output):
        assert "用法：" in text
        assert not [word for word in ("Usage", "Options", "Show this", "Commands", "default", "list[") if word in text]


def test_no_command_shows_the_help() -> None:
    result = xiaowen()
    assert result.exit_code == 2
    assert "命令" in result.output


def test_version_is_shown() -> None:
    assert xiaowen("--version").output == f"xiaowen {__version__}\n"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["biuld"], "没有“biuld”这个命令。是否想写“build”？"),
        (["build", "--too"], "没有“--too”这个选项。"),
        (["build", "--to"], "选项“--to”后面要写上内容。"),
        (["build", "--watch=1"], "选项“--watch”后面不用写内容。"),
        (["build", "--to", "doc"], "格式只有 docx、pdf、html，没有“doc”"),
        (["build", "--to", "pdf", "--no-pdf"], "没有要生成的格式"),
        (["kinds", "全部"], "多写了“全部”。"),
        (["build", "--pdf", "a-1b"], "--pdf 只有 a-2a、a-3a、ua-1、plain，没有“a-1b”"),
        (["build", "--jobs", "多"], "个数要写整数。"),
        (["build", "--jobs", "-1"], "个数最小是 0。"),
        (["new"], "请写明文种：函、实施方案、"),
        (["new", "公告"], "没有“公告”这个文种"),
        (["check", "--format", "xml"], "--format 只有 text、json"),
        (["explain", "mising-chapter"], "是否想写 missing-chapter"),
        (["explain", "？"], "全部规则见 xiaowen explain"),
    ],
)
def test_a_wrong_command_line_is_told_in_chinese_and_exits_2(words: list[str], message: str) -> None:
    result = xiaowen(*words)
    assert result.exit_code == 2
    assert message in result.output
    assert result.output.startswith("用法错误：")


# ---- new ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", load_kinds())
def test_a_new_plan_of_every_kind_builds_without_edits(kind: str, folder: Path) -> None:
    assert xiaowen("new", kind).exit_code == 0
    result = xiaowen("build", f"{kind}.yaml", "--to", "docx,html")
    assert result.exit_code == 0, result.output
    assert (folder / "out" / f"{kind}.docx").is_file()
    assert "没有问题" in result.output


def test_new_writes_a_school_only_where_none_is_near(folder: Path) -> None:
    xiaowen("new", "工作计划", "-o", "春季/计划.yaml")
    assert (folder / "春季" / "学校.yaml").is_file()
    xiaowen("new", "工作计划", "-o", "春季/安全/计划.yaml")
    assert not (folder / "春季" / "安全" / "学校.yaml").exists()
    xiaowen("new", "工作计划", "--school", "-o", "春季/分校/计划.yaml")
    assert (folder / "春季" / "分校" / "学校.yaml").is_file()


def test_new_takes_a_folder_for_the_place(folder: Path) -> None:
    xiaowen("new", "通知", "-o", "春季")
    assert sorted(path.name for path in (folder / "春季").iterdir()) == ["学校.yaml", "通知.yaml"]


def test_new_school_alone_writes_only_the_school(folder: Path) -> None:
    assert xiaowen("new", "--school").exit_code == 0
    assert [path.name for path in folder.iterdir()] == ["学校.yaml"]


def test_new_overwrites_nothing(folder: Path) -> None:
    (folder / "工作计划.yaml").write_text("我的", encoding="utf-8")
    result = xiaowen("new", "工作计划")
    assert result.exit_code == 1
    assert "已经有这个文件" in result.output
    assert [path.name for path in folder.iterdir()] == ["工作计划.yaml"]


@pytest.mark.parametrize("school", ["名称: [", "- 一所学校"])
def test_new_does_not_need_a_sound_school(folder: Path, school: str) -> None:
    (folder / "学校.yaml").write_text(school, encoding="utf-8")
    assert xiaowen("new", "工作计划").exit_code == 0


def test_new_says_where_it_cannot_write(folder: Path) -> None:
    (folder / "春季").write_text("", encoding="utf-8")
    result = xiaowen("new", "工作计划", "-o", "春季/计划.yaml")
    assert result.exit_code == 1
    assert "写不进去" in result.output


# ---- build and check ----------------------------------------------------------------------------------------------


def test_build_without_paths_takes_the_folder_plans(folder: Path) -> None:
    xiaowen("new", "工作计划", "-o", "plans/计划.yaml")
    xiaowen("new", "通知", "-o", "别处/通知.yaml")
    result = xiaowen("build", "--to", "html")
    assert result.exit_code == 0
    assert [path.name for path in (folder / "out").glob("[!.]*")] == ["计划.html"]


def test_build_ends_with_how_many_files_problems_and_seconds() -> None:
    xiaowen("new", "工作计划")
    result = xiaowen("build", "--to", "docx，html")
    assert "[1/1] 工作计划.yaml：DOCX、HTML\n" in result.output
    assert result.output.splitlines()[-1].startswith("1 份文稿，2 个文件在 out；没有问题；用时 ")


def test_no_pdf_leaves_the_pdf_out(folder: Path) -> None:
    xiaowen("new", "工作计划")
    assert xiaowen("build", "--no-pdf").exit_code == 0
    assert [path.name for path in (folder / "out").glob("[!.]*")] == ["工作计划.docx"]


@pytest.mark.parametrize(("words", "carries"), [((), True), (("--no-source",), False)])
def test_files_carry_their_source_unless_told_not_to(words: tuple[str, ...], carries: bool, folder: Path) -> None:
    xiaowen("new", "通知")
    assert xiaowen("build", "--to", "docx", *words).exit_code == 0
    content = (folder / "out" / "通知.docx").read_bytes()
    assert bool(read_source(content, "通知.docx")) == carries


def test_what_did_not_change_is_kept_and_counted_unless_forced() -> None:
    xiaowen("new", "工作计划")
    xiaowen("build", "--to", "html")
    assert xiaowen("build", "--to", "html").output.startswith("1 份文稿，1 个文件在 out，1 份没有改动；没有问题；用时 ")
    assert "没有改动" not in xiaowen("build", "--to", "html", "--force").output


def _interrupt(*_: object) -> object:
    raise KeyboardInterrupt


def test_ctrl_c_is_told_and_exits_1(monkeypatch: pytest.MonkeyPatch) -> None:
    xiaowen("new", "工作计划")
    monkeypatch.setattr("generator.build.render", _interrupt)
    result = xiaowen("build", "--to", "html")
    assert result.exit_code == 1
    assert "按 Ctrl-C 停下了；已经生成的文件都是完整的" in result.output
    assert xiaowen("build", "--to", "html", "--watch").output.endswith("已结束。\n")


def test_watching_a_folder_that_is_in_use_waits_for_the_next_save(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    xiaowen("new", "工作计划")
    monkeypatch.setattr(time, "sleep", _then(lambda: None, lambda: None))
    with sole_use(folder / "out"):
        result = xiaowen("build", "--to", "html", "--watch")
    assert result.output.count("另一次生成") == 1


def test_a_folder_in_use_is_told_at_the_end(folder: Path) -> None:
    xiaowen("new", "工作计划")
    with sole_use(folder / "out"):
        result = xiaowen("build", "--to", "html")
    assert result.exit_code == 1
    assert "另一次生成" in result.output
    assert "1 份没有轮到；1 个错误；" in result.output


def test_problems_are_shown_at_their_places_and_exit_1(folder: Path) -> None:
    xiaowen("new", "工作计划")
    path = folder / "工作计划.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("导语:", "导言:"), encoding="utf-8")
    result = xiaowen("build", "--to", "html")
    assert result.exit_code == 1
    line = path.read_text(encoding="utf-8").split("导言:")[0].count("\n") + 1
    assert f"工作计划.yaml:{line}:1: 错误: " in result.output
    assert "1 份没有生成；1 个错误；" in result.output


def test_check_writes_nothing(folder: Path) -> None:
    xiaowen("new", "工作计划")
    result = xiaowen("check", ".", "学校.yaml")
    assert result.exit_code == 0
    assert result.output == "检查了 2 个文件：没有问题。\n"
    assert not (folder / "out").exists()


def test_check_gives_json_to_programs(folder: Path) -> None:
    (folder / "学校.yaml").write_text("", encoding="utf-8")
    result = xiaowen("check", "学校.yaml", "--format", "json")
    assert result.exit_code == 1
    (problem,) = json.loads(result.output)
    assert (problem["file"], problem["rule"], problem["severity"]) == ("学校.yaml", "empty-file", "错误")


def test_watch_builds_again_what_a_save_touches(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    xiaowen("new", "工作计划")
    xiaowen("new", "通知")
    plan, school = folder / "工作计划.yaml", folder / "学校.yaml"
    monkeypatch.setattr(time, "sleep", _then(lambda: None, lambda: _save(plan), school.unlink, lambda: _save(school)))
    result = xiaowen("build", "--to", "html", "--watch")
    assert result.exit_code == 0
    lines = [line for line in result.output.splitlines() if line.startswith("[")]
    assert [line.split("] ")[1] for line in lines] == [
        *("工作计划.yaml：HTML", "通知.yaml：HTML"),
        "工作计划.yaml：HTML",
        *("工作计划.yaml：没有生成", "通知.yaml：没有生成"),
        *("工作计划.yaml：HTML", "通知.yaml：HTML"),
    ]


SKELETON = "名称: 青山县实验小学\n人员: [{姓名: 周文, 职务: 校长}]\n"


def _save(path: Path) -> None:
    path.write_text(path.read_text(encoding="utf-8") + "\n" if path.exists() else SKELETON, encoding="utf-8")


def _then(*saves: object) -> object:
    """A pause in which each save happens in turn, ended by Ctrl-C."""
    turns: Iterator[object] = iter(saves)

    def pause(_seconds: float = 0) -> None:
        save = next(turns, None)
        if not callable(save):
            raise KeyboardInterrupt
        save()

    return pause


# ---- machine ------------------------------------------------------------------------------------------------------


def test_doctor_names_every_font_and_library() -> None:
    result = xiaowen("doctor")
    assert result.exit_code == 0
    assert all(word in result.output for word in ("Python", "Pango", "仿宋", "楷体", "黑体", "宋体", "小标宋"))


def test_doctor_gives_one_command_where_something_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "loads", lambda form: form != "pdf")
    monkeypatch.setattr(doctor, "SUBSETTER", "libno-such-library.so")
    monkeypatch.setattr(doctor, "find_fonts", lambda: Fonts({}))
    result = xiaowen("doctor")
    assert result.output.count("缺　") == 7
    assert result.output.splitlines()[-1].startswith("要补上缺的，请运行：sudo ")


def test_doctor_asks_for_the_subsetter_on_linux_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    assert all("HarfBuzz" not in finding.what for finding in doctor.examine_machine(Fonts({})))


def test_a_missing_native_library_is_noticed_without_its_english_lament(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "without_pango.py").write_text("print('could not import')\nraise OSError", encoding="utf-8")
    monkeypatch.syspath_prepend(folder)
    monkeypatch.setitem(LIBRARIES, "pdf", "without_pango")
    assert not loads("pdf")
    assert loads("docx")
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(("system", "command"), [("darwin", "brew install pango"), ("win32", "pacman")])
def test_the_remedy_fits_the_system(system: str, command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", system)
    assert command in doctor.remedy()


def test_the_remedy_outside_a_checkout_is_apt(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setattr(doctor, "SETUP", folder / "none")
    monkeypatch.setattr("sys.platform", "linux")
    assert doctor.remedy().startswith("sudo apt-get install")


@pytest.mark.parametrize("lack", ["library", "fonts"])
def test_a_machine_that_cannot_make_pdf_still_makes_docx(
    lack: str, monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    monkeypatch.setattr(doctor, "prints", lambda form: form != "pdf" or lack == "fonts")
    monkeypatch.setattr(doctor, "find_fonts", lambda: find_fonts((folder,)))
    xiaowen("new", "工作计划")
    result = xiaowen("build")
    assert result.exit_code == 0
    assert "不生成 PDF：这台机器缺少" in result.output
    assert [path.name for path in (folder / "out").glob("[!.]*")] == ["工作计划.docx"]


def test_only_pdf_on_a_machine_that_cannot_make_it_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "prints", lambda form: form != "pdf")
    xiaowen("new", "工作计划")
    result = xiaowen("build", "--to", "pdf")
    assert result.exit_code == 1
    assert "错误: 不生成 PDF" in result.output


# ---- lists --------------------------------------------------------------------------------------------------------


def test_kinds_lists_every_kind_with_its_purpose() -> None:
    lines = xiaowen("kinds").output.splitlines()
    assert lines == [f"{kind.name}　{kind.purpose}" for kind in load_kinds().values()] != []


@pytest.mark.parametrize("words", [("schema",), ("schema", "--school")])
def test_schema_is_json_with_chinese_keys(words: tuple[str, ...]) -> None:
    schema = json.loads(xiaowen(*words).output)
    assert ("名称" if "--school" in words else "文种") in schema["properties"]


def test_explain_prints_why_a_rule_matters_and_how_to_mend_it() -> None:
    assert RULES
    for name, rule in RULES.items():
        assert rule.documentation in xiaowen("explain", name).output


def test_explain_alone_lists_every_rule() -> None:
    output = xiaowen("explain").output
    assert all(name in output for name in RULES)


# ---- the program --------------------------------------------------------------------------------------------------


def test_the_program_runs_as_a_module() -> None:
    done = run([sys.executable, "-m", "generator", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == f"xiaowen {__version__}\n"


def test_the_program_takes_its_words_from_the_command_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["xiaowen", "kinds"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 0
    assert "工作计划" in capsys.readouterr().out


def test_watch_is_not_woken_by_files_that_stay_as_they_are(folder: Path) -> None:
    built: list[object] = []
    watch.watch([folder], lambda batch: built.append(batch) or (), _then(lambda: None))  # type: ignore[arg-type, func-returns-value]  # a list in the place of a builder
    assert built == []


# ---- on a terminal ------------------------------------------------------------------------------------------------


def test_a_terminal_gets_colours_and_a_bar(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    xiaowen("new", "工作计划")
    (folder / "坏.yaml").write_text("文种: 工作计划\n", encoding="utf-8")
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    output = xiaowen("build", "--to", "html").output
    assert "\x1b[1;31m错误" in output
    assert "正在生成" in output
    assert "[1/2]" not in output


def test_a_pipe_gets_plain_text(folder: Path) -> None:
    (folder / "学校.yaml").write_text("", encoding="utf-8")
    assert "\x1b" not in xiaowen("check", "学校.yaml").output
