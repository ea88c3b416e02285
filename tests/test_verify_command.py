"""`xiaowen verify` as an office clerk meets it: a table or JSON, and the exit code."""

import json
from pathlib import Path

import pytest
from rich.console import Console
from typer.testing import CliRunner, Result

from generator.cli.commands import app
from generator.commands import verify as command
from generator.verify.clauses import CLAUSES
from tests import finished


def xiaowen(*words: str) -> Result:
    return CliRunner().invoke(app, ["verify", *words], prog_name="xiaowen")


@pytest.fixture
def good(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    Path("好.docx").write_bytes(finished.docx())
    return "好.docx"


@pytest.fixture
def bad(good: str) -> str:
    path = Path(good).with_name("坏.docx")
    path.write_bytes(finished.spoiled({'w:top="2098"': 'w:top="1440"', "各年级组：": "各年级组:"}))
    return str(path)


def test_a_good_file_passes(good: str) -> None:
    result = xiaowen(good)
    assert result.exit_code == 0
    assert "没有不合格的项。" in result.output


def test_a_spoiled_file_fails_with_the_measure_and_the_place(good: str, bad: str) -> None:
    result = xiaowen(good, bad)
    assert result.exit_code == 1
    assert "不合格　5.2.1　天头（上白边）：25.4 毫米（要求：37±1 毫米，字面顶或行框顶）" in result.output
    assert "第3段“各处室、各年级组:”" in result.output


def test_json_has_every_row_of_every_file(good: str, bad: str) -> None:
    result = xiaowen(good, bad, "--format", "json", "没有.pdf")
    first, second, third = json.loads(result.output)
    assert result.exit_code == 1
    assert len(first["rows"]) == len(CLAUSES)
    assert first["counts"]["不合格"] == 0
    (row,) = [row for row in second["rows"] if row["id"] == "1.2"]
    assert row["clause"] == "5.2.1"
    assert row["measured"] == "25.4 毫米"
    assert row["verdict"] == "不合格"
    assert third == {"file": "没有.pdf", "problem": "没有这个文件，或者没有权限打开"}


def test_a_folder_is_not_measured(good: str) -> None:
    result = xiaowen(good, ".")
    assert result.exit_code == 1
    assert "这是文件夹" in result.output


@pytest.mark.parametrize("words", [(), ("好.docx", "--format", "xml")])
def test_wrong_usage_is_told(good: str, words: tuple[str, ...]) -> None:
    assert Path(good).exists()
    assert xiaowen(*words).exit_code == 2


def test_a_wide_terminal_gets_a_table(
    bad: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    wide = Console(force_terminal=True, width=160, soft_wrap=True, color_system=None)
    monkeypatch.setattr(command, "console", lambda: wide)
    assert not command.verify_and_report([Path(bad)], structured=False)
    output = capsys.readouterr().out
    assert "┃ 条款" in output
    assert "25.4 毫米" in output


def test_many_places_are_counted(good: str) -> None:
    Path(good).write_bytes(finished.spoiled({"，": ","}))
    assert "等 6 处" in xiaowen(good).output
