"""What a worker does, in this process, in one of its own or on another machine: one order at a time, never raising."""

import gc
import os
import signal
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Lock, Thread

from generator import keeping
from generator.build import make
from generator.desk import Desk, NotInParcelError
from generator.orders import Made, Order, stopped
from generator.problems import Problem
from generator.production.press import fingerprint
from generator.writers import prints

_ONE_AT_A_TIME = Lock()
"""A Dask worker may have several threads; the libraries that print want one."""


@dataclass(frozen=True)
class Parcel:
    """An order for another machine: the content of every file it may need, and what must print it."""

    order: Order
    files: Mapping[Path, bytes | None]
    folder: Path
    press: str


def work(order: Order, desk: Desk | None = None) -> Made:
    """What comes of an order; a fault of the program's own stops this plan and no other."""
    try:
        return make(order, desk)
    except NotInParcelError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever it is, the next plan is to be made
        return stopped(_unexpected(order, error))


def work_in_pool(order: Order) -> Made:
    """The same in a process that does nothing else."""
    made = work(order)
    settle()
    return made


@cache
def settle() -> None:
    """What the first plan loaded is there to stay: Python need not look through it again for what may go."""
    gc.collect()
    gc.freeze()


def work_on_parcel(parcel: Parcel) -> Made | None:
    """What comes of an order that was sent here; nothing where a file was not sent along."""
    order = parcel.order
    if fingerprint() != parcel.press:
        return stopped(_differs(order))
    desk = Desk(order.job.school, order.job.shared, parcel.files, parcel.folder)
    try:
        with _ONE_AT_A_TIME:
            return work(order, desk)
    except NotInParcelError:
        return None


def prepare(forms: tuple[str, ...], folder: Path) -> None:
    """A process made ready: its libraries loaded, deaf to Ctrl-C, ended with the one that started it."""
    from multiprocessing.util import Finalize  # noqa: PLC0415 - one that works alone needs none

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    keeping.begin()
    Finalize(None, keeping.save, exitpriority=0)
    os.chdir(folder)
    Thread(target=_end_with_parent, daemon=True).start()
    for form in forms:
        prints(form)


def _end_with_parent() -> None:
    from multiprocessing import parent_process  # noqa: PLC0415 - one that works alone has none

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _unexpected(order: Order, error: Exception) -> Problem:
    said = f"{type(error).__name__}: {error}".splitlines()[0]
    message = f"程序自己出了错，这一份没有生成；其余的照常。请把这份文稿和这句话告诉维护的人：{said}"
    return Problem(str(order.job.plan), 0, 0, "unexpected-fault", message)


def _differs(order: Order) -> Problem:
    message = "集群里有的机器版本、模板或字体与本机不同，印出来会不一样，没有生成。请在每台机器上装同样的版本和字体"
    return Problem(str(order.job.plan), 0, 0, "cluster-differs", message)
