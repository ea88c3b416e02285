"""What is kept between starts: patterns, methods and facts from the file are what would be made anew."""

import atexit
import dataclasses
import marshal
import os
import re
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from generator import keeping
from generator.anchors import anchors
from generator.check.facts import load_facts
from generator.commands.front_page import front_page, show_kept_page
from generator.keeper import Keeper

ROOT = Path(__file__).parents[1]
PLAN = ROOT / "plans" / "示例" / "学校安全工作计划.yaml"
STAMP = ("3.11", 1)


@pytest.fixture(autouse=True)
def _python_writes_modules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


@pytest.fixture
def restart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], Keeper]:
    """Begin as a new process would, with what the last one has kept."""
    compiler = import_module("re._compiler")
    plain = compiler.compile
    monkeypatch.setattr(keeping.__spec__, "cached", str(tmp_path / "keeping.pyc"))
    monkeypatch.setattr(atexit, "register", lambda _: None)
    monkeypatch.delenv(keeping.SWITCH, raising=False)

    def begin() -> Keeper:
        re.purge()
        monkeypatch.setattr(compiler, "compile", plain)
        monkeypatch.setattr(dataclasses, "exec", exec, raising=False)
        monkeypatch.setattr(keeping, "_keepers", [])
        monkeypatch.setattr(keeping, "_own", set())
        keeping.begin()
        return keeping._keepers[0]

    return begin


def kept_in(folder: Path) -> dict[tuple[str, ...], Any]:
    """What the one kept file below a folder holds."""
    (file,) = folder.rglob("*.kept")
    content = file.read_bytes()
    start = 8 + int.from_bytes(content[4:8], "big")
    stamp, index = marshal.loads(content[8:start])  # noqa: S302 - written just now
    assert stamp, "what the values hang on"
    return {key: marshal.loads(content[start + begin : start + end]) for key, (begin, end, _) in index.items()}  # noqa: S302


def test_what_is_kept_is_there_at_the_next_start(tmp_path: Path) -> None:
    path = str(tmp_path / "a.kept")
    keeper = Keeper(path, STAMP)
    keeper.keep(("词",), {"一": ("二", 3)})
    keeper.save()
    assert Keeper(path, STAMP).value(("词",)) == {"一": ("二", 3)}
    assert Keeper(path, STAMP).value(("别的",)) is None


def test_what_two_processes_keep_is_there_for_a_third(tmp_path: Path) -> None:
    path = str(tmp_path / "a.kept")
    one, other = Keeper(path, STAMP), Keeper(path, STAMP)
    one.keep(("一",), 1)
    other.keep(("二",), 2)
    one.save()
    other.save()
    third = Keeper(path, STAMP)
    assert [third.value((word,)) for word in "一二"] == [1, 2]


def test_a_file_of_other_sources_is_ignored(tmp_path: Path) -> None:
    path = str(tmp_path / "a.kept")
    keeper = Keeper(path, STAMP)
    keeper.keep(("词",), 1)
    keeper.save()
    assert Keeper(path, ("3.12", 1)).value(("词",)) is None


@pytest.mark.parametrize(
    "spoil",
    [
        lambda whole: whole[:-9],
        lambda whole: whole[:0],
        lambda whole: b"x" * len(whole),
        lambda whole: whole[:20] + bytes([whole[20] ^ 1]) + whole[21:],
        lambda whole: whole[:-20] + bytes([whole[-20] ^ 1]) + whole[-19:],
    ],
)
def test_a_broken_file_is_ignored(tmp_path: Path, spoil: Callable[[bytes], bytes]) -> None:
    path = tmp_path / "a.kept"
    keeper = Keeper(str(path), STAMP)
    keeper.keep(("词",), "字" * 100)
    keeper.save()
    whole = path.read_bytes()
    path.write_bytes(spoil(whole))
    assert path.read_bytes() != whole
    assert Keeper(str(path), STAMP).value(("词",)) is None


def test_where_nothing_can_be_written_nothing_is_said(tmp_path: Path) -> None:
    for path in (tmp_path / "no folder" / "a.kept", tmp_path):
        keeper = Keeper(str(path), STAMP)
        keeper.keep(("词",), 1)
        keeper.save()
    assert list(tmp_path.parent.glob(f"{tmp_path.name}.*")) == list(tmp_path.iterdir()) == []


def test_nothing_is_written_where_python_writes_no_modules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    keeper = Keeper(str(tmp_path / "a.kept"), STAMP)
    keeper.keep(("词",), 1)
    keeper.save()
    assert list(tmp_path.iterdir()) == []


def test_patterns_and_what_they_need_are_the_same_from_the_file(restart: Callable[[], Keeper]) -> None:
    keeper = restart()
    text = "(?P<天>十[五六])|(?i:Ab)|一{2,}"
    first = keeping.own_pattern(text)
    needs = anchors(first)
    keeper.save()
    again = restart()
    second = keeping.own_pattern(text)
    assert first is not second
    assert first == second
    assert (first.groupindex, first.groups, first.flags) == (second.groupindex, second.groups, second.flags)
    assert second.sub(r"<\g<天>>", "十五") == "<十五>"
    assert again.value(("anchors", text, first.flags)) in (needs, None)


def test_only_what_the_program_itself_says_is_kept(restart: Callable[[], Keeper], tmp_path: Path) -> None:
    keeper = restart()
    assert re.search("自己写的", "是自己写的")
    name = "".join(("欧阳", "青青"))
    assert re.search(f"{name}", "是欧阳青青")
    assert [found[0] for found in (re.match(word, name) for word in (name,)) if found] == [name]
    keeper.save()
    texts = {key[2] for key in kept_in(tmp_path) if key[0] == "pattern"}
    assert "自己写的" in texts
    assert name not in texts


def test_classes_are_made_of_kept_methods(restart: Callable[[], Keeper], tmp_path: Path) -> None:
    def made() -> object:
        @dataclasses.dataclass(frozen=True)
        class Pair:
            one: int
            other: str = "二"

        return Pair(1)

    keeper = restart()
    first = made()
    keeper.save()
    restart()
    assert [key for key in kept_in(tmp_path) if key[0] == "methods"]
    assert repr(made()) == repr(first) == f"{type(first).__qualname__}(one=1, other='二')"


def test_values_are_made_once(restart: Callable[[], Keeper]) -> None:
    made: list[int] = []

    def make() -> tuple[int, str]:
        made.append(1)
        return 1, "二"

    keeper = restart()
    assert keeping.kept(("值",), make) == (1, "二")
    keeper.save()
    restart()
    assert keeping.kept(("值",), make) == (1, "二")
    assert made == [1]


def test_the_first_page_of_the_help_is_drawn_once_for_a_width(
    restart: Callable[[], Keeper], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    keeper = restart()
    assert not show_kept_page(["--help"])
    assert front_page(lambda: "第一页") == "第一页"
    keeper.save()
    restart()
    assert front_page(lambda: "另一页") == "第一页"
    assert show_kept_page(["--help"])
    assert capsys.readouterr().out == "第一页\n"
    assert not show_kept_page(["check", "--help"])
    monkeypatch.setenv("COLUMNS", "70")
    assert not show_kept_page(["--help"])


def test_a_page_that_nobody_reads_is_left_to_the_command_line(
    restart: Callable[[], Keeper], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: str) -> None:
        raise BrokenPipeError

    restart()
    front_page(lambda: "第一页")
    monkeypatch.setattr(sys.stdout, "write", refuse)
    assert not show_kept_page(["--help"])


def run(folder: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """What the program says in a process of its own, its compiled modules in a folder of their own."""
    inherited = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    ours = {"PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": str(folder), "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "generator", *words]
    return subprocess.run(  # noqa: S603 - our own program
        command, env=inherited | ours | environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


ANEW: dict[str, Callable[..., Any]] = {
    "anchors": lambda text, flags: anchors(re.compile(text, flags)),
    "methods": lambda text: compile(text, "<string>", "exec"),
    "facts": lambda *asked: [(fact.values, fact.line) for fact in load_facts(*asked)],
}
"""How what is kept is made without what is kept."""


@pytest.mark.slow
def test_a_start_with_what_is_kept_says_the_same_and_every_kept_value_is_as_if_made_anew(tmp_path: Path) -> None:
    words = ("check", str(PLAN), "--format", "json")
    first = run(tmp_path, *words)
    assert (first.returncode, first.stderr) == (0, "")
    kept = kept_in(tmp_path)
    (file,) = tmp_path.rglob("*.kept")
    written = file.read_bytes()
    assert run(tmp_path, *words).stdout == first.stdout
    assert file.read_bytes() == written
    assert run(tmp_path, "--help").stdout == run(tmp_path, "--help").stdout
    assert run(tmp_path, "--help").stdout == run(tmp_path, "--help", **{keeping.SWITCH: "1"}).stdout
    file.write_bytes(written[: len(written) // 2])
    assert run(tmp_path, *words).stdout == first.stdout
    assert run(tmp_path, *words, **{keeping.SWITCH: "1"}).stdout == first.stdout
    for sort, anew in ANEW.items():
        made = {key: value for key, value in kept.items() if key[0] == sort}
        assert len(made) > 20
        assert all(value == anew(*key[1:]) for key, value in made.items())
    patterns: dict[Any, Any] = {
        key[2:]: import_module("_sre").compile(key[2], *made) for key, made in kept.items() if key[0] == "pattern"
    }
    assert len(patterns) > 300
    assert all(pattern == re.compile(*key) for key, pattern in patterns.items())
    assert not [text for text, _ in patterns if "欧阳静" in str(text)]
