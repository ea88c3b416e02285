"""What is still right is kept; whatever decides a file makes it anew."""

import os
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from generator.batch import gather
from generator.orders import Order, Wanted
from generator.problems import Problem, Severity
from generator.production import ledger, press
from generator.production.ledger import LEDGER
from generator.production.workshop import Means
from tests.many import ALONE, NOTICE, TODAY, contents, place, run, write


def names(built: list[object]) -> list[str]:
    return [str(vars(one)["plan"].stem) for one in built]


def touch(path: Path) -> None:
    write(path, path.read_text(encoding="utf-8") + "\n")


def test_what_did_not_change_is_kept(tmp_path: Path) -> None:
    place(tmp_path, "消防", "防震")
    _, made = run(tmp_path, "docx", "html")
    before = contents(tmp_path / "out")
    kept, none = run(tmp_path, "docx", "html")
    assert len(before) == 4
    assert none == []
    assert [built.files for built in kept] == [built.files for built in made]
    assert contents(tmp_path / "out") == before


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: touch(folder / "消防.yaml"),
        lambda folder: (folder / "out" / "消防.html").unlink(),
        lambda folder: write(folder / "out" / "消防.html", "改过"),
        lambda folder: write(folder / "out" / "消防.html", "改" * ((folder / "out/消防.html").stat().st_size // 3)),
    ],
    ids=["plan saved", "file deleted", "file changed", "file changed, as long as before"],
)
def test_a_change_makes_its_plan_anew_and_no_other(tmp_path: Path, change: Callable[[Path], object]) -> None:
    place(tmp_path, "消防", "防震")
    run(tmp_path)
    before = contents(tmp_path / "out")
    change(tmp_path)
    kept, made = run(tmp_path)
    assert (names([*kept]), names([*made])) == (["防震"], ["消防"])
    assert contents(tmp_path / "out") == before


def test_a_school_that_was_saved_makes_all_its_plans_anew(tmp_path: Path) -> None:
    place(tmp_path, "消防", "防震")
    run(tmp_path)
    touch(tmp_path / "学校.yaml")
    assert names([*run(tmp_path)[1]]) == ["消防", "防震"]


def test_a_nearer_school_makes_its_plans_anew(tmp_path: Path) -> None:
    place(tmp_path, "消防")
    write(tmp_path / "春季" / "防震.yaml", (tmp_path / "消防.yaml").read_text(encoding="utf-8"))
    run(tmp_path)
    place(tmp_path / "春季")
    assert names([*run(tmp_path)[1]]) == ["防震"]


def test_an_annexed_plan_that_was_saved_makes_the_notice_anew(tmp_path: Path) -> None:
    write(place(tmp_path, "消防", "防震") / "通知.yaml", NOTICE.format(file="消防.yaml"))
    run(tmp_path)
    touch(tmp_path / "消防.yaml")
    assert sorted(names([*run(tmp_path)[1]])) == ["消防", "通知"]


def test_other_forms_and_force_make_anew(tmp_path: Path) -> None:
    place(tmp_path, "消防")
    run(tmp_path)
    assert names([*run(tmp_path, "docx")[1]]) == ["消防"]
    assert names([*run(tmp_path, "docx", means=Means(jobs=1, force=True))[1]]) == ["消防"]
    assert names([*run(tmp_path, "docx")[0]]) == ["消防"]


def test_another_press_makes_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place(tmp_path, "消防")
    run(tmp_path)
    monkeypatch.setattr(ledger, "fingerprint", lambda: "another")
    ledger._asked.cache_clear()
    assert names([*run(tmp_path)[1]]) == ["消防"]
    ledger._asked.cache_clear()


def test_the_press_is_its_program_templates_libraries_and_fonts(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    found = [press.fingerprint.__wrapped__()]
    assert press.fingerprint.__wrapped__() == found[0]
    for name, value in (
        ("LIBRARIES", ("no-such-library",)),
        ("font_files", list),
        ("TEMPLATES", tmp_path),
        ("PROGRAM", tmp_path),
        ("SYSTEM", (tmp_path,)),
    ):
        with monkeypatch.context() as patch:
            patch.setattr(press, name, value)
            found.append(press.fingerprint.__wrapped__())
    assert len(set(found)) >= len(found) - 1  # a machine may keep its native libraries elsewhere


def test_a_copied_folder_is_as_good(tmp_path: Path) -> None:
    place(tmp_path, "消防")
    run(tmp_path)
    os.utime(tmp_path / "out" / "消防.html", (1, 1))
    assert names([*run(tmp_path)[0]]) == ["消防"]


@pytest.mark.parametrize(
    "content", [None, b"", b"{", b"[]", b'{"version": 1, "plans": {"a": {}}}', b'{"version": 0}', b"\xff"]
)
def test_a_ledger_that_is_lost_or_broken_only_costs_time(tmp_path: Path, content: bytes | None) -> None:
    place(tmp_path, "消防")
    run(tmp_path)
    (tmp_path / "out" / LEDGER).unlink()
    if content is not None:
        (tmp_path / "out" / LEDGER).write_bytes(content)
    assert names([*run(tmp_path)[1]]) == ["消防"]
    assert names([*run(tmp_path)[0]]) == ["消防"]


def test_a_ledger_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    (place(tmp_path, "消防") / "out" / LEDGER).mkdir(parents=True)
    assert names([*run(tmp_path)[1]]) == ["消防"]
    assert names([*run(tmp_path)[1]]) == ["消防"]


def test_a_plan_that_failed_is_tried_again(tmp_path: Path) -> None:
    place(tmp_path, "消防")
    run(tmp_path)
    write(tmp_path / "消防.yaml", "文种: 实施方案\n")
    assert [run(tmp_path)[1][0].files for _ in range(2)] == [(), ()]


def test_what_was_said_of_a_plan_is_said_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    warning = Problem("消防.yaml", 1, 1, "some-warning", "可以更好", Severity.WARNING, "人人")
    monkeypatch.setattr("generator.examining.check", lambda *_: [warning])
    place(tmp_path, "消防")
    run(tmp_path)
    assert run(tmp_path)[0][0].problems == (warning,)


def test_on_another_day_a_plan_is_examined_again_and_not_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place(tmp_path, "消防")
    run(tmp_path)
    warning = Problem("消防.yaml", 1, 1, "some-warning", "过期了", Severity.WARNING)
    monkeypatch.setattr("generator.examining.check", lambda *_: [warning])
    monkeypatch.setattr("generator.build.write", None)
    tomorrow = TODAY + timedelta(days=1)
    _, (examined,) = run(tmp_path, today=tomorrow)
    assert (examined.kept, examined.problems) == (True, (warning,))
    assert run(tmp_path, today=tomorrow)[0][0].problems == (warning,)


def test_a_plan_that_another_day_finds_wrong_is_told_and_its_files_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place(tmp_path, "消防")
    run(tmp_path)
    monkeypatch.setattr("generator.examining.check", lambda *_: [Problem("消防.yaml", 1, 1, "late", "过期了")])
    (examined,) = run(tmp_path, today=TODAY + timedelta(days=1))[1]
    assert (examined.files, [problem.rule for problem in examined.problems]) == ((), ["late"])
    assert (tmp_path / "out" / "消防.html").is_file()


def test_a_plan_without_a_school_has_a_key(tmp_path: Path) -> None:
    write(tmp_path / "消防.yaml", "文种: 实施方案\n")
    (job,) = gather([tmp_path]).jobs
    assert ledger.key_of(Order(job, Wanted(("html",), TODAY)))


def test_an_output_folder_thrown_away_is_filled_again(tmp_path: Path) -> None:
    place(tmp_path, "消防")
    run(tmp_path)
    shutil.rmtree(tmp_path / "out")
    assert names([*run(tmp_path, means=ALONE)[1]]) == ["消防"]
