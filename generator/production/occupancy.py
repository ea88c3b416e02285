"""One run at a time in an output folder: a lock that ends with the process that holds it."""

import os
import platform
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from generator.desk import shown
from generator.problems import PlanError, Problem

LOCK = ".xiaowen.lock"
_FAR = 1 << 30
"""Where the lock lies on Windows: beyond what the file says, so that others may read it."""


@contextmanager
def sole_use(out: Path) -> Iterator[None]:
    """The folder is ours within; PlanError where another run is at work in it."""
    created = not out.exists()
    lock = out / LOCK
    stream = _taken(lock)
    try:
        yield
    finally:
        _leave(lock, stream)
        if created:
            with suppress(OSError):
                out.rmdir()  # only where nothing was put in


def _taken(lock: Path) -> BinaryIO:
    """The lock file, locked by us; what a run left behind that ended in the midst of writing is cleared away."""
    try:
        lock.parent.mkdir(parents=True, exist_ok=True)
        while True:
            stream = lock.open("a+b")
            if not _locks(stream):
                stream.close()
                raise PlanError(_occupied(lock))
            if _is_same(lock, stream):
                break
            stream.close()  # the run before us took its file away
    except OSError as error:
        message = f"写不进去（{error.strerror}）：请检查文件夹的名称、权限和磁盘空间"
        raise PlanError(Problem(shown(lock.parent), 0, 0, "unwritable-output", message)) from error
    _clear(lock.parent, _holder(lock))
    stream.truncate(0)
    stream.write(f"{os.getpid()} {platform.node()}".encode())
    stream.flush()
    return stream


def _is_same(lock: Path, stream: BinaryIO) -> bool:
    try:
        return os.path.samestat(lock.stat(), os.fstat(stream.fileno()))
    except FileNotFoundError:
        return False


def _leave(lock: Path, stream: BinaryIO) -> None:
    if sys.platform == "win32":
        stream.close()  # Windows keeps a file that is open
    with suppress(OSError):
        lock.unlink()
    stream.close()


def _clear(out: Path, holder: str) -> None:
    """Take away the drafts of a run that was ended while it wrote."""
    number = holder.partition(" ")[0]
    for draft in out.rglob(f".*.{number}") if number.isdigit() else ():
        draft.unlink(missing_ok=True)


def _holder(lock: Path) -> str:
    try:
        return lock.read_text(encoding="utf-8")
    except (OSError, ValueError):
        return ""


def _occupied(lock: Path) -> Problem:
    number, _, machine = _holder(lock).partition(" ")
    who = f"（进程 {number}，电脑 {machine}）" if number else ""
    message = f"另一次生成{who}正在往这个文件夹里写。请等它结束，或用 -o 换一个输出文件夹"
    return Problem(shown(lock.parent), 0, 0, "output-in-use", message)


def _locks(stream: BinaryIO) -> bool:
    """Lock the file without waiting; the system lets go of it whenever the process ends, however it ends."""
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - there is none elsewhere

            stream.seek(_FAR)
            msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 - there is none on Windows

            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        return True  # a file system without locks: better without than not at all
    return True
