"""A Dask cluster as a crew: plans travel there with their files, what is printed travels back."""

import logging
import os
import re
from collections.abc import Iterator
from concurrent.futures import CancelledError, Future
from contextlib import suppress
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

from generator.desk import ABSENT, Desk
from generator.orders import Made, Order, stopped
from generator.problems import PlanError, Problem
from generator.production.crews import died
from generator.production.press import fingerprint
from generator.production.worker import Parcel, work, work_on_parcel

PATIENCE = 5
"""Seconds that the address may take to answer, and between two looks at a cluster that is at work."""
LOOKS_WITHOUT_WORKERS = 12
ANNEXED = re.compile(r"计划[”’\"']?\s*[:：]\s*[\"']?([^\"'\n,，}]+)")
"""An annexed plan as it is usually written; one that is written otherwise is made here."""


class Cluster:
    """The workers of a Dask cluster, through its own executor; Dask itself renews those that grow (--lifetime)."""

    stint = 0

    def __init__(self, address: str) -> None:
        """The cluster at this address; PlanError where it does not answer or has no workers."""
        self._address = address
        self._client = _client(address)
        self.ahead = 3 * sum(self._client.nthreads().values())
        self._executor = self._client.get_executor()

    def submit(self, order: Order) -> Future[Any]:
        """Send an order with all its files; one whose files cannot be read is answered here."""
        try:
            sent: Future[Any] = self._executor.submit(work_on_parcel, _packed(order))
        except PlanError:
            sent = Future()
            sent.set_result(work(order))
        return sent

    def result(self, order: Order, future: Future[Any]) -> Made:
        """What came back; Dask itself gives the orders of a worker that died to another."""
        try:
            made = self._awaited(future)
        except PlanError:
            raise
        except CancelledError:
            raise self._lost() from None
        except Exception as error:  # noqa: BLE001 - Dask hands over whatever its workers raise
            return stopped(died(order) if type(error).__name__ == "KilledWorker" else _unlike(order, error))
        return work(order) if made is None else made

    def renew(self) -> None:
        """Dask does."""

    def close(self) -> None:
        """Leave the cluster as it was."""
        with suppress(Exception):  # it may be gone
            self._client.close(timeout=PATIENCE)

    def _awaited(self, future: Future[Any]) -> Made | None:
        """What the future holds; given up where the cluster stays without workers."""
        looks = 0
        while looks < LOOKS_WITHOUT_WORKERS:
            try:
                made: Made | None = future.result(timeout=PATIENCE)
            except TimeoutError:
                looks = 0 if self._workers() else looks + 1
            else:
                return made
        raise _empty(self._address)

    def _workers(self) -> int:
        try:
            return len(self._client.nthreads())
        except Exception:  # noqa: BLE001 - as many kinds as Dask has transports
            raise self._lost() from None

    def _lost(self) -> PlanError:
        return PlanError(
            _problem(self._address, "cluster-lost", "集群中途断了，其余的没有生成。连上以后再运行一次，会接着做")
        )


def _client(address: str) -> Any:
    try:
        distributed: Any = import_module("distributed")  # an extra that most do without
    except ImportError:
        raise PlanError(
            _problem(address, "cluster-missing", "本机没有装 Dask：请运行 pip install 'xiaowen[cluster]'")
        ) from None
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # told by us, in one sentence
    try:
        client = distributed.Client(address, timeout=PATIENCE, set_as_default=False)
    except Exception:  # noqa: BLE001 - as many kinds as Dask has transports
        message = (
            "集群没有答应：请核对 --dask 后面的地址（如 tcp://10.0.0.5:8786），看调度器是否开着、两边 Dask 版本是否一样"
        )
        raise PlanError(_problem(address, "cluster-silent", message)) from None
    try:
        client.wait_for_workers(1, timeout=2 * PATIENCE)
    except TimeoutError:
        client.close(timeout=PATIENCE)
        raise _empty(address) from None
    return client


def _placed(order: Order) -> Order:
    """The same order with the whole paths of its files, its school among them."""
    job = order.job
    plan, shared = _whole(job.plan), job.shared and _whole(job.shared)
    school = _whole(Desk(job.school, job.shared).school_of(job.plan).parent)
    return replace(order, job=replace(job, plan=plan, school=school, shared=shared))


def _whole(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links away from the name typed


def _packed(order: Order) -> Parcel:
    """The order with every file that the plan may need, and those that were looked for in vain."""
    order = _placed(order)
    desk = Desk(order.job.school, order.job.shared)
    school = desk.school_of(order.job.plan)
    files: dict[Path, bytes | None] = {school: desk.read(school)}
    waiting = [order.job.plan]
    while waiting:
        path = waiting.pop()
        if path not in files:
            files[path] = desk.read(path)
            waiting.extend(_annexed(path, files[path] or b"", desk))
    missing = dict.fromkeys(path for path, content in desk.taken.items() if content == ABSENT)
    return Parcel(order, missing | files, Path.cwd(), fingerprint())


def _annexed(path: Path, content: bytes, desk: Desk) -> Iterator[Path]:
    """The plans that a plan seems to name as annexes, as far as they lie where they may."""
    roots = [root.resolve() for root in (desk.school, desk.shared) if root]
    for name in ANNEXED.findall(content.decode("utf-8", "replace")):
        annex = desk.annex(_whole(path.parent / name.strip()), desk.school or path.parent)
        if desk.has(annex) and any(annex.resolve().is_relative_to(root) for root in roots):
            yield annex


def _unlike(order: Order, error: Exception) -> Problem:
    said = f"{type(error).__name__}: {error}".splitlines()[0]
    message = f"集群的机器没有做成这一份：请看每台机器上是否装了同样版本的校文和 Dask（{said}）"
    return replace(died(order), rule="cluster-differs", message=message)


def _empty(address: str) -> PlanError:
    message = "集群里没有可用的机器：请在每台机器上运行 dask worker 加上调度器的地址"
    return PlanError(_problem(address, "cluster-empty", message))


def _problem(address: str, rule: str, message: str) -> Problem:
    return Problem(address, 0, 0, rule, message)
