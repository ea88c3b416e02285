"""Several processes make what one would, in its order; whoever dies or is stopped takes no other with it."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator import keeping
from generator.orders import Made, Order
from generator.problems import Problem
from generator.production.crews import Alone, Processes, carried_out
from generator.production.worker import prepare
from generator.production.workshop import Means, cores
from tests.many import ALONE, contents, orders, place, run, write

ROOT = Path(__file__).parents[1]
TITLES = ("一", "二", "三", "四", "五", "六")
linux = pytest.mark.skipif(sys.platform != "linux", reason="looks at /proc")


@pytest.fixture
def crew() -> Iterator[Processes]:
    crew = Processes(2, ("html",))
    yield crew
    crew.close()


class Deadly:
    """Ends the process that opens it."""

    def __reduce__(self) -> tuple[Any, ...]:
        return os._exit, (1,)


# ---- in this process ----------------------------------------------------------------------------------------------


def test_an_unexpected_fault_stops_one_plan_and_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place(tmp_path, "一", "二")
    faults = iter([ZeroDivisionError("division by zero")])

    def check(*_: object) -> list[Problem]:
        fault = next(faults, None)
        if fault:
            raise fault
        return []

    monkeypatch.setattr("generator.examining.check", check)
    made = [made for _, made in carried_out(orders(tmp_path), Alone())]
    assert [[problem.rule for problem in one.problems] for one in made] == [["unexpected-fault"], []]
    assert "ZeroDivisionError: division by zero" in made[0].problems[0].message


class Fragile:
    """A crew that dies of some plans, each time it is given them, and of others once."""

    ahead, stint = 3, 0

    def __init__(self, deadly: set[str], shaken: set[str]) -> None:
        self.deadly, self.shaken, self.renewed = deadly, shaken, 0

    def submit(self, order: Order) -> Future[Any]:
        future: Future[Any] = Future()
        title = order.job.plan.stem
        if title in self.deadly | self.shaken:
            self.shaken.discard(title)
            future.set_exception(BrokenProcessPool())
        else:
            future.set_result(Made(problems=()))
        return future

    def result(self, order: Order, future: Future[Any]) -> Made:  # noqa: ARG002 - as every crew
        made: Made = future.result()
        return made

    def renew(self) -> None:
        self.renewed += 1

    def close(self) -> None:
        pass


def test_a_plan_that_kills_its_worker_is_told_and_the_rest_are_made_in_order(tmp_path: Path) -> None:
    crew = Fragile({"二", "五"}, {"三"})
    done = list(carried_out(orders(place(tmp_path, *TITLES)), crew))
    told = {order.job.plan.stem: [problem.rule for problem in made.problems] for order, made in done}
    assert [order for order, _ in done] == orders(tmp_path)
    assert {title for title, rules in told.items() if rules == ["worker-died"]} == {"二", "五"}
    assert sum(map(bool, told.values())) == 2
    assert crew.renewed


def test_processes_are_renewed_after_their_stint(tmp_path: Path) -> None:
    crew = Fragile(set(), set())
    crew.stint = 2
    done = [order for order, _ in carried_out(orders(place(tmp_path, *TITLES)), crew)]
    assert done == orders(tmp_path)
    assert crew.renewed == 3


def test_a_process_is_made_ready(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path.cwd())
    monkeypatch.setenv(keeping.SWITCH, "1")
    usual = signal.getsignal(signal.SIGINT)
    try:
        prepare(("html",), tmp_path)
        assert signal.getsignal(signal.SIGINT) == signal.SIG_IGN
        assert Path.cwd() == tmp_path
    finally:
        signal.signal(signal.SIGINT, usual)


# ---- in processes of their own ------------------------------------------------------------------------------------


@pytest.mark.slow
def test_processes_make_the_same_bytes_in_the_same_order(tmp_path: Path) -> None:
    place(tmp_path, *TITLES)
    write(tmp_path / "坏.yaml", "文种: 实施方案\n")
    _, alone = run(tmp_path, "docx", "html")
    before = contents(tmp_path / "out")
    _, made = run(tmp_path, "docx", "html", means=Means(jobs=2, force=True))
    assert made == alone
    assert len(before) == 12
    assert contents(tmp_path / "out") == before


@pytest.mark.slow
def test_a_process_that_dies_is_replaced(tmp_path: Path, crew: Processes) -> None:
    some = orders(place(tmp_path, *TITLES))
    deadly = replace(some[2], wanted=replace(some[2].wanted, filing=Deadly()))  # type: ignore[arg-type]  # what kills
    done = [made for _, made in carried_out([*some[:2], deadly, *some[3:]], crew)]
    assert [[problem.rule for problem in made.problems] for made in done] == [[], [], ["worker-died"], [], [], []]
    assert all(made.files for number, made in enumerate(done) if number != 2)


@pytest.mark.slow
def test_orders_for_a_crew_that_is_gone_are_made_by_a_new_one(tmp_path: Path, crew: Processes) -> None:
    first, second = orders(place(tmp_path, "一", "二"))
    deadly = replace(first, wanted=replace(first.wanted, filing=Deadly()))  # type: ignore[arg-type]  # what kills
    assert isinstance(crew.submit(deadly).exception(), BrokenProcessPool)
    assert isinstance(crew.submit(first).exception(), BrokenProcessPool)
    assert [made.problems for _, made in carried_out([first, second], crew)] == [(), ()]


def test_one_plan_or_one_core_needs_no_processes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.production.crews.Processes", None)
    place(tmp_path, "一")
    assert len(run(tmp_path, means=Means())[1]) == 1
    place(tmp_path, "二", "三", "四", "五")
    assert len(run(tmp_path, means=ALONE)[1]) == 4
    assert cores() >= 1


# ---- a whole run, stopped -----------------------------------------------------------------------------------------


def started(folder: Path, *words: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "generator", "build", "plans", "--to", "docx,html", "--jobs", "2", *words]
    return subprocess.Popen(  # noqa: S603 - our own program
        command,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


def first_line(program: "subprocess.Popen[str]") -> str:
    """The line that tells of the first plan: the run is in full swing then."""
    assert program.stdout
    return next(line for line in program.stdout if line.startswith("["))


def session(number: int) -> list[int]:
    """The processes of a session that are alive."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, _, of = stat.read_text().rpartition(") ")[2].split()[:4]
        except OSError:
            continue
        if int(of) == number and state != "Z":
            found.append(int(stat.parent.name))
    return found


def many(tmp_path: Path) -> Path:
    place(tmp_path / "plans", *(f"{number:03}" for number in range(60)))
    return tmp_path


def no_one_left(number: int) -> bool:
    for _ in range(100):
        if not session(number):
            return True
        time.sleep(0.1)
    return False


@linux
@pytest.mark.slow
def test_ctrl_c_leaves_whole_files_no_drafts_and_no_processes(tmp_path: Path) -> None:
    program = started(many(tmp_path))
    first_line(program)
    os.killpg(program.pid, signal.SIGINT)
    said, _ = program.communicate(timeout=60)
    assert program.returncode == 1
    assert "按 Ctrl-C 停下了" in said
    assert "份没有轮到" in said
    assert "Traceback" not in said
    assert no_one_left(program.pid)
    assert sorted(path.name for path in (tmp_path / "out").glob(".*")) == [".xiaowen.json"]
    made = contents(tmp_path / "out")
    assert 0 < len(made) < 120
    assert len(made) % 2 == 0
    again = started(tmp_path)
    said, _ = again.communicate(timeout=120)
    assert f"，{len(made) // 2} 份没有改动；没有问题" in said


@linux
@pytest.mark.slow
def test_a_run_that_is_killed_leaves_no_processes(tmp_path: Path) -> None:
    program = started(many(tmp_path))
    first_line(program)
    program.kill()
    program.communicate()
    assert no_one_left(program.pid)


@linux
@pytest.mark.slow
def test_a_worker_that_is_killed_costs_nothing(tmp_path: Path) -> None:
    program = started(many(tmp_path))
    first_line(program)
    os.kill(max(session(program.pid)), signal.SIGKILL)
    said, _ = program.communicate(timeout=120)
    assert program.returncode == 0, said
    assert len(contents(tmp_path / "out")) == 120
    assert no_one_left(program.pid)
