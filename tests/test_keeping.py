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

import pytest

from generator import keeping
from generator.anchors import anchors

ROOT = Path(__file__).parents[1]
PLAN = ROOT / "plans" / "示例" / "学校安全工作计划.yaml"
STAMP = ("3.11", 1)


@pytest.fixture(autouse=True)
def _python_writes_modules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


@pytest.fixture
def restart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], keeping.Keeper]:
    """Begin as a new process would, with what the last one has kept."""
    compiler = import_module("re._compiler")
    plain = compiler.compile
    monkeypatch.setattr(keeping.__spec__, "cached", str(tmp_path / "keeping.pyc"))
    monkeypatch.setattr(atexit, "register", lambda _: None)
    monkeypatch.delenv(keeping.SWITCH, raising=False)

    def begin() -> keeping.Keeper:
        re.purge()
        monkeypatch.setattr(compiler, "compile", plain)
        monkeypatch.setattr(dataclasses, "exec", exec, raising=False)
        monkeypatch.setattr(keeping, "_keepers", [])
        monkeypatch.setattr(keeping, "_own", set())
        keeping.begin()
        return keeping._keepers[0]

    return begin


def kept_in(folder: Path) -> dict[tuple[str, ...], bytes]:
    """What the one kept file below a folder holds."""
    (file,) = folder.rglob("*.kept")
    values: dict[tuple[str, ...], bytes] = marshal.loads(file.read_bytes()[4:])[1]  # noqa: S302 - written just now
    return values


def test_what_is_kept_is_there_at_the_next_start(tmp_path: Path) -> None:
    path = str(tmp_path / "a.kept")
    keeper = keeping.Keeper(path, STAMP)
    keeper.keep(("词",), {"一": ("二", 3)})
    keeper.save()
    assert keeping.Keeper(path, STAMP).value(("词",)) == {"一": ("二", 3)}
    assert keeping.Keeper(path, STAMP).value(("别的",)) is None


def test_a_file_of_other_sources_is_ignored(tmp_path: Path) -> None:
    path = str(tmp_path / "a.kept")
    keeper = keeping.Keeper(path, STAMP)
    keeper.keep(("词",), 1)
    keeper.save()
    assert keeping.Keeper(path, ("3.12", 1)).value(("词",)) is None


@pytest.mark.parametrize(
    "spoil", [lambda b: b[:-9], lambda b: b[:0], lambda b: b"x" * len(b), lambda b: b[:50] + b"\0" + b[51:]]
)
def test_a_broken_file_is_ignored(tmp_path: Path, spoil: Callable[[bytes], bytes]) -> None:
    path = tmp_path / "a.kept"
    keeper = keeping.Keeper(str(path), STAMP)
    keeper.keep(("词",), "字" * 100)
    keeper.save()
    whole = path.read_bytes()
    path.write_bytes(spoil(whole))
    assert path.read_bytes() != whole
    assert keeping.Keeper(str(path), STAMP).value(("词",)) is None


def test_where_nothing_can_be_written_nothing_is_said(tmp_path: Path) -> None:
    for path in (tmp_path / "no folder" / "a.kept", tmp_path):
        keeper = keeping.Keeper(str(path), STAMP)
        keeper.keep(("词",), 1)
        keeper.save()
    assert list(tmp_path.parent.glob(f"{tmp_path.name}.*")) == list(tmp_path.iterdir()) == []


def test_nothing_is_written_where_python_writes_no_modules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    keeper = keeping.Keeper(str(tmp_path / "a.kept"), STAMP)
    keeper.keep(("词",), 1)
    keeper.save()
    assert list(tmp_path.iterdir()) == []


def test_patterns_and_what_they_need_are_the_same_from_the_file(restart: Callable[[], keeping.Keeper]) -> None:
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


def test_only_what_the_program_itself_says_is_kept(restart: Callable[[], keeping.Keeper], tmp_path: Path) -> None:
    keeper = restart()
    assert re.search("自己写的", "是自己写的")
    name = "".join(("欧阳", "青青"))
    assert re.search(f"{name}", "是欧阳青青")
    assert [found[0] for found in (re.match(word, name) for word in (name,)) if found] == [name]
    keeper.save()
    texts = {key[2] for key in kept_in(tmp_path) if key[0] == "pattern"}
    assert "自己写的" in texts
    assert name not in texts


def test_classes_are_made_of_kept_methods(restart: Callable[[], keeping.Keeper], tmp_path: Path) -> None:
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


def test_values_are_made_once(restart: Callable[[], keeping.Keeper]) -> None:
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


def check(folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """What `check` says of the sample plan in a process of its own, its compiled modules in a folder of their own."""
    inherited = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    ours = {"PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": str(folder), "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "generator", "check", str(PLAN), "--format", "json"]
    return subprocess.run(  # noqa: S603 - our own program
        command, env=inherited | ours | environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


@pytest.mark.slow
def test_a_start_with_what_is_kept_says_the_same_and_every_kept_pattern_is_as_if_compiled(tmp_path: Path) -> None:
    first = check(tmp_path)
    assert (first.returncode, first.stderr) == (0, "")
    kept = kept_in(tmp_path)
    (file,) = tmp_path.rglob("*.kept")
    written = file.read_bytes()
    assert check(tmp_path).stdout == first.stdout
    assert file.read_bytes() == written
    file.write_bytes(written[: len(written) // 2])
    assert check(tmp_path).stdout == first.stdout
    assert check(tmp_path, **{keeping.SWITCH: "1"}).stdout == first.stdout
    maker = import_module("_sre")
    patterns = {key: marshal.loads(value) for key, value in kept.items() if key[0] == "pattern"}  # noqa: S302 - as above
    assert len(patterns) > 500
    assert all(maker.compile(key[2], *made) == re.compile(key[2], int(key[3])) for key, made in patterns.items())
    assert not [key for key in patterns if "欧阳静" in str(key[2])]
