"""Who makes the plans: this process alone, or several of its own; and how orders are handed out and taken back in turn."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import BrokenExecutor, Future
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from generator.orders import Made, Order, stopped
from generator.problems import Problem
from generator.production.worker import prepare, work, work_in_pool

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

BEGUN = "generator.production.beginning"
PRELOADED = "generator.production.worker"
PRELOADED_FOR_PDF = "generator.production.preloaded"
"""What the processes of a pool share, loaded once."""


STINT = 150
"""Plans after which a process is replaced: the libraries keep a little of each, some 30 MB in five hundred."""


class Crew(Protocol):
    """Whoever makes plans; `ahead` orders are handed out before the first is waited for, `stint` before all are renewed."""

    ahead: int
    stint: int

    def submit(self, order: Order) -> Future[Any]:
        """Hand out an order."""

    def result(self, order: Order, future: Future[Any]) -> Made:
        """What came of it; BrokenExecutor where a worker died."""

    def renew(self) -> None:
        """Take on new workers for those that died."""

    def close(self) -> None:
        """Send everyone home; what was not begun is not made."""


class Alone:
    """This process, one plan after the other."""

    ahead = stint = 0

    def submit(self, order: Order) -> Future[Any]:
        """Make it at once."""
        future: Future[Any] = Future()
        future.set_result(work(order))
        return future

    def result(self, order: Order, future: Future[Any]) -> Made:  # noqa: ARG002 - as every crew
        """What was made."""
        made: Made = future.result()
        return made

    def renew(self) -> None:
        """Nobody dies."""

    def close(self) -> None:
        """Nobody to send home."""


class Processes:
    """Processes of this machine, their libraries loaded before the first plan."""

    def __init__(self, jobs: int, forms: tuple[str, ...]) -> None:
        """So many processes for plans in these forms."""
        self.ahead, self.stint = 4 * jobs, STINT * jobs
        self._jobs, self._forms = jobs, forms
        self._pool = self._new()

    def submit(self, order: Order) -> Future[Any]:
        """Hand an order to whoever is free."""
        try:
            return self._pool.submit(work_in_pool, order)
        except BrokenExecutor as error:
            future: Future[Any] = Future()
            future.set_exception(error)
            return future

    def result(self, order: Order, future: Future[Any]) -> Made:  # noqa: ARG002 - as every crew
        """What a process sent back."""
        made: Made = future.result()
        return made

    def renew(self) -> None:
        """A new pool."""
        self.close()
        self._pool = self._new()

    def close(self) -> None:
        """End the processes once the plans they are at are made."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _new(self) -> "ProcessPoolExecutor":
        from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - a plan or two need no other process
        from multiprocessing import get_all_start_methods, get_context  # noqa: PLC0415 - as above

        # A server of forks has no threads and none of our open files, and loads the libraries once.
        method = "forkserver" if "forkserver" in get_all_start_methods() else "spawn"
        context = get_context(method)
        context.set_forkserver_preload([BEGUN, PRELOADED, *[PRELOADED_FOR_PDF] * ("pdf" in self._forms)])
        return ProcessPoolExecutor(self._jobs, context, prepare, (self._forms, Path.cwd()))


def carried_out(orders: Iterable[Order], crew: Crew) -> Iterator[tuple[Order, Made]]:
    """What came of every order, in their order; never more waiting than the crew works ahead."""
    waiting: deque[tuple[Order, Future[Any]]] = deque()
    for number, order in enumerate(orders, 1):
        waiting.append((order, crew.submit(order)))
        rests = bool(crew.stint) and number % crew.stint == 0
        while len(waiting) > (0 if rests else crew.ahead):
            yield from _next(waiting, crew)
        if rests:
            crew.renew()
    while waiting:
        yield from _next(waiting, crew)


def _next(waiting: deque[tuple[Order, Future[Any]]], crew: Crew) -> Iterator[tuple[Order, Made]]:
    """The result that is first in turn; where a worker died, those of all that were waiting."""
    order, future = waiting.popleft()
    try:
        made = crew.result(order, future)
    except BrokenExecutor:
        lost = [(order, future), *waiting]
        waiting.clear()
        crew.renew()
        yield from ((order, _again(order, future, crew)) for order, future in lost)
        return
    yield order, made


def _again(order: Order, future: Future[Any], crew: Crew) -> Made:
    """The order made by itself, so that a plan that kills its worker is known."""
    made = future.done() and not future.cancelled() and future.exception() is None
    try:
        return crew.result(order, future if made else crew.submit(order))
    except BrokenExecutor:
        crew.renew()
        return stopped(died(order))


def died(order: Order) -> Problem:
    """What is told of a plan that ends whoever makes it."""
    message = (
        "生成这一份的进程中途没了（多半是内存不够），这一份没有生成；其余的照常。可以用 --jobs 1 再试，或把它分成几份"
    )
    return Problem(str(order.job.plan), 0, 0, "worker-died", message)
