"""A Dask cluster makes what this machine would; an address that is silent, a worker that dies, a cluster that ends are told."""

import os
import signal
import time
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.batch import gather
from generator.desk import Desk
from generator.orders import Made, Order, Wanted
from generator.problems import PlanError
from generator.production import cluster
from generator.production.cluster import Cluster
from generator.production.crews import carried_out
from generator.production.worker import work, work_on_parcel
from generator.production.workshop import Means
from tests.many import NOTICE, PLAN, TODAY, contents, orders, place, run, write

distributed = pytest.importorskip("distributed")
pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("default")]  # Dask's own warnings are Dask's

TITLES = ("一", "二", "三", "四", "五", "六")


@pytest.fixture(scope="module")
def local() -> Iterator[Any]:
    with distributed.LocalCluster(n_workers=2, threads_per_worker=2, dashboard_address=":0") as local:
        yield local


def made_by(address: str, some: list[Order]) -> list[Made]:
    crew = Cluster(address)
    try:
        return [made for _, made in carried_out(some, crew)]
    finally:
        crew.close()


# ---- what travels -------------------------------------------------------------------------------------------------


def elsewhere(order: Order) -> Made | None:
    """What a machine that has none of the files makes of an order."""
    return work_on_parcel(cluster._packed(order))


def test_a_parcel_holds_all_that_a_plan_needs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place(tmp_path / "一小", "值班")
    write(tmp_path / "共用" / "消防.yaml", PLAN.format(title="消防"))
    write(tmp_path / "共用" / "通知.yaml", NOTICE.format(file="消防.yaml"))
    write(tmp_path / "共用" / "缺.yaml", NOTICE.format(file="没有.yaml"))
    write(tmp_path / "共用" / "外.yaml", NOTICE.format(file="../../外.yaml"))
    write(tmp_path.parent / "外.yaml", PLAN.format(title="外"))
    write(tmp_path / "共用" / "折.yaml", NOTICE.format(file=">-\n      消防.yaml"))
    write(tmp_path / "共用" / "环.yaml", NOTICE.format(file="环.yaml"))
    some = [Order(job, Wanted(("html",), TODAY)) for job in gather([tmp_path]).jobs]
    here = {order.job.target.name: work(order) for order in some}
    parcels = {order.job.target.name: cluster._packed(order) for order in some}
    monkeypatch.setattr(Path, "open", None)
    monkeypatch.setattr(Path, "is_file", None)
    there = {name: work_on_parcel(parcel) for name, parcel in parcels.items()}
    assert there.pop("折") is None  # made where the disk is
    assert len(there) == 6
    for name, made in there.items():
        assert made is not None
        assert (made.files, made.problems) == (here[name].files, here[name].problems)


def test_a_machine_that_would_print_otherwise_prints_nothing(tmp_path: Path) -> None:
    (order,) = orders(place(tmp_path, "一"))
    made = work_on_parcel(replace(cluster._packed(order), press="another"))
    assert made is not None
    assert [problem.rule for problem in made.problems] == ["cluster-differs"]


def test_a_plan_without_a_school_is_answered_here(tmp_path: Path, local: Any) -> None:
    write(tmp_path / "一.yaml", PLAN.format(title="一"))
    (made,) = made_by(local.scheduler_address, orders(tmp_path))
    assert [problem.rule for problem in made.problems] == ["school-missing"]


# ---- a cluster on this machine ------------------------------------------------------------------------------------


def test_a_cluster_makes_the_same_bytes_in_the_same_order(tmp_path: Path, local: Any) -> None:
    place(tmp_path, *TITLES)
    write(tmp_path / "坏.yaml", "文种: 实施方案\n正闻: 无\n")
    write(tmp_path / "通知.yaml", NOTICE.format(file="一.yaml"))
    _, here = run(tmp_path, "docx", "html")
    before = contents(tmp_path / "out")
    _, there = run(tmp_path, "docx", "html", means=Means(cluster=local.scheduler_address, force=True))
    assert len(before) == 14
    assert contents(tmp_path / "out") == before
    assert [(built.plan, built.files, built.problems) for built in there] == [
        (built.plan, built.files, built.problems) for built in here
    ]
    assert len(run(tmp_path, "docx", "html")[0]) == 7


def test_a_worker_killed_mid_way_costs_no_plan(tmp_path: Path, local: Any) -> None:
    some = orders(place(tmp_path, *(f"{number:02}" for number in range(40))), "docx", "html")
    crew, done = Cluster(local.scheduler_address), list[Made]()
    try:
        for _, made in carried_out(some, crew):
            done.append(made)
            if len(done) == 3:
                os.kill(local.workers[0].pid, signal.SIGKILL)
    finally:
        crew.close()
    assert len(done) == 40
    assert all(made.files and not made.problems for made in done)


@pytest.mark.parametrize(
    ("raised", "rule"),
    [
        (distributed.KilledWorker("一", None, 3), "worker-died"),
        (ImportError("No module named 'generator'"), "cluster-differs"),
    ],
)
def test_a_plan_that_no_worker_survives_is_told(raised: Exception, rule: str, local: Any, tmp_path: Path) -> None:
    (order,) = orders(place(tmp_path, "一"))
    failed: Future[Any] = Future()
    failed.set_exception(raised)
    crew = Cluster(local.scheduler_address)
    made = crew.result(order, failed)
    crew.close()
    assert [problem.rule for problem in made.problems] == [rule]


# ---- a cluster that is not there ----------------------------------------------------------------------------------


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "nonsense", "127.0.0.1:9"])
def test_an_address_that_does_not_answer_is_told_within_seconds(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", 1)
    before = time.monotonic()
    with pytest.raises(PlanError, match="集群没有答应"):
        Cluster(address)
    assert time.monotonic() - before < 30


def test_a_cluster_without_workers_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", 1)
    with (
        distributed.LocalCluster(n_workers=0, dashboard_address=":0") as empty,
        pytest.raises(PlanError, match="没有可用的机器"),
    ):
        Cluster(empty.scheduler_address)


def test_without_dask_the_remedy_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "import_module", _fail)
    with pytest.raises(PlanError, match=r"xiaowen\[cluster\]"):
        Cluster("tcp://127.0.0.1:9")


def _fail(_: str) -> None:
    raise ImportError


def test_a_cluster_that_ends_midway_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", 1)
    some = orders(place(tmp_path, *(f"{number:02}" for number in range(60))), "docx", "html")
    with distributed.LocalCluster(n_workers=1, dashboard_address=":0") as local:
        crew, done = Cluster(local.scheduler_address), list[Made]()
        results = carried_out(some, crew)
        done.append(next(results)[1])
        local.close()
        with pytest.raises(PlanError, match="集群") as raised:
            done.extend(made for _, made in results)
        crew.close()
    assert {problem.rule for problem in raised.value.problems} <= {"cluster-lost", "cluster-empty"}
    assert len(done) < 60


def test_a_cluster_that_loses_all_its_workers_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", 0)
    crew = Cluster.__new__(Cluster)
    crew._address = "tcp://10.0.0.5:8786"
    monkeypatch.setattr(Cluster, "_workers", lambda _: 0)
    with pytest.raises(PlanError, match="没有可用的机器"):
        crew.result(None, Future())  # type: ignore[arg-type]  # no order is looked at


def test_the_desk_of_a_parcel_knows_only_what_was_sent() -> None:
    with pytest.raises(LookupError):
        Desk(parcel={}).read(Path("一.yaml"))
