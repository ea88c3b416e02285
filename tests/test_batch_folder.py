"""One run at a time in a folder, and whole files whatever happens."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.problems import PlanError
from generator.production.occupancy import LOCK, sole_use
from tests.many import contents, place, run

HOLDER = """
import sys, time
from pathlib import Path
from generator.production.occupancy import sole_use
with sole_use(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""
ROOT = Path(__file__).parents[1]


def held_elsewhere(out: Path) -> "subprocess.Popen[str]":
    """Another process that has the folder."""
    holder = subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-c", HOLDER, str(out)], stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    assert holder.stdout
    assert holder.stdout.readline() == "held\n"
    return holder


def end(holder: "subprocess.Popen[str]") -> None:
    holder.kill()
    holder.communicate()


def test_a_second_run_in_a_folder_is_told_who_has_it(tmp_path: Path) -> None:
    holder = held_elsewhere(tmp_path / "out")
    try:
        with pytest.raises(PlanError) as raised, sole_use(tmp_path / "out"):
            pass
        (problem,) = raised.value.problems
        assert problem.rule == "output-in-use"
        assert f"进程 {holder.pid}" in problem.message
    finally:
        end(holder)


def test_a_run_that_was_killed_leaves_the_folder_free_and_its_drafts_are_cleared(tmp_path: Path) -> None:
    place(tmp_path, "消防")
    holder = held_elsewhere(tmp_path / "out")
    draft = tmp_path / "out" / "校" / f".消防.pdf.{holder.pid}"
    draft.parent.mkdir()
    draft.write_bytes(b"half")
    end(holder)
    assert (tmp_path / "out" / LOCK).is_file()
    run(tmp_path)
    assert not draft.exists()
    assert not (tmp_path / "out" / LOCK).exists()


def test_a_lock_that_says_nothing_sensible_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / LOCK).write_bytes(b"\xff\xfe")
    with sole_use(tmp_path):
        assert (tmp_path / LOCK).read_text(encoding="utf-8").startswith(str(os.getpid()))
    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_which_nothing_was_made_is_not_left_behind(tmp_path: Path) -> None:
    with sole_use(tmp_path / "out"):
        pass
    assert list(tmp_path.iterdir()) == []


def test_an_output_folder_that_is_a_file_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"")
    with pytest.raises(PlanError, match="写不进去"), sole_use(tmp_path / "out"):
        pass


def test_a_full_disk_is_told_once_and_finished_files_stay_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place(tmp_path, "一", "二", "三", "四")
    monkeypatch.setattr(Path, "write_bytes", _until_full(Path.write_bytes, 2))
    _, made = run(tmp_path)
    monkeypatch.undo()
    assert [len(built.files) for built in made] == [1, 1, 0]
    assert [problem.rule for built in made for problem in built.problems] == ["disk-full"]
    assert len(contents(tmp_path / "out")) == 2
    assert [path.name for path in (tmp_path / "out").glob(".*.[0-9]*")] == []
    before = contents(tmp_path / "out")
    run(tmp_path)
    after = contents(tmp_path / "out")
    assert len(after) == 4
    assert all(after[name] == content for name, content in before.items())


def _until_full(usual: object, files: int) -> object:
    """Writes so many files whole; then half of each, and the disk is full."""
    room = iter(range(files))

    def write_bytes(path: Path, content: bytes) -> int:
        assert callable(usual)
        if next(room, None) is None:
            usual(path, content[: len(content) // 2])
            raise OSError(errno.ENOSPC, "No space left on device", str(path))
        return int(usual(path, content))

    return write_bytes
