"""A run in an output folder: what is there is looked through, what is missing is made and put away."""

import os
import time
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from generator.batch import Job
from generator.orders import Built, Made, Order, Wanted
from generator.production.ledger import Ledger
from generator.production.occupancy import sole_use

if TYPE_CHECKING:
    from generator.production.crews import Crew

SINGLE = 3
"""So many plans are made sooner by this process than by others that must be started."""

SECONDS_BETWEEN_WRITES = 10.0
"""A run that is ended midway goes on from its ledger, which is no older than this."""


@dataclass(frozen=True)
class Means:
    """By whom plans are made: so many processes (0 for all cores) or a cluster; whether everything is made again."""

    jobs: int = 0
    cluster: str = ""
    force: bool = False


class Workshop:
    """An output folder while it is ours alone."""

    def __init__(self, out: Path, means: Means) -> None:
        """The folder with its ledger."""
        self._out, self._means = out, means
        self._ledger = Ledger(out)

    def survey(self, jobs: Iterable[Job], wanted: Wanted) -> tuple[list[Built], list[Order]]:
        """What is kept as it is, and the orders for the rest; on another day what is kept is examined again."""
        kept, orders = list[Built](), list[Order]()
        for job in jobs:
            order = Order(job, wanted)
            built = None if self._means.force else self._ledger.kept(order)
            if built is None:
                orders.append(order)
            elif self._ledger.is_of_today(order):
                kept.append(built)
            else:
                orders.append(replace(order, printing=False))
        return kept, orders

    def produce(self, orders: list[Order]) -> Generator[Built]:
        """What came of each order, in their order; after one that finds the disk full there are no more."""
        from generator.build import put_away  # noqa: PLC0415 - where all is kept nothing of this is loaded
        from generator.production.crews import carried_out  # noqa: PLC0415 - as above

        written = time.monotonic()
        crew = _crew(orders, self._means)
        try:
            for order, made in carried_out(orders, crew):
                built = self._kept(order, made) or put_away(order, made, self._out)
                self._ledger.note(order, made, built)
                yield built
                if any(problem.rule == "disk-full" for problem in built.problems):
                    return
                if time.monotonic() - written > SECONDS_BETWEEN_WRITES:
                    self._ledger.write()
                    written = time.monotonic()
        finally:
            crew.close()
            self._ledger.write()

    def _kept(self, order: Order, made: Made) -> Built | None:
        """What is there of an order that was only examined; nothing where a problem would stop it now."""
        built = None if order.printing or made.stopped else self._ledger.kept(order)
        return built and replace(built, problems=made.problems)


@contextmanager
def workshop(out: Path, means: Means) -> Iterator[Workshop]:
    """The output folder, ours alone within; PlanError where another run has it."""
    with sole_use(out):
        yield Workshop(out, means)


def _crew(orders: list[Order], means: Means) -> "Crew":
    """As many as the work and the machine can use."""
    from generator.production.crews import Alone, Processes  # noqa: PLC0415 - where all is kept nothing of this is loaded

    if means.cluster and orders:
        from generator.production.cluster import Cluster  # noqa: PLC0415 - as above

        return Cluster(means.cluster)
    jobs = min(means.jobs or cores(), len(orders))
    if jobs <= 1 or (len(orders) <= SINGLE and not means.jobs):
        return Alone()
    return Processes(jobs, orders[0].wanted.forms)


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
