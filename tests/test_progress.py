"""How far a long command has come."""

import pytest

from generator.commands.progress import tracked

WORK = ["甲", "乙"]


def told(capsys: pytest.CaptureFixture[str]) -> str:
    assert list(tracked(WORK, len(WORK), "正在生成", lambda each: f"{each}：DOCX")) == WORK
    return capsys.readouterr().out


def test_in_a_pipe_every_piece_of_work_has_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys) == "[1/2] 甲：DOCX\n[2/2] 乙：DOCX\n"


def test_a_terminal_that_wants_no_colours_of_its_own_has_lines_too(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TTY_COMPATIBLE", "0")
    assert told(capsys) == "[1/2] 甲：DOCX\n[2/2] 乙：DOCX\n"


def test_a_terminal_shows_a_bar(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    shown = told(capsys)
    assert "正在生成" in shown
    assert "乙：DOCX" in shown
    assert "[1/2]" not in shown
