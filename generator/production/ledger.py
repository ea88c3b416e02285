"""The ledger of an output folder: from what each file in it was made, so that what is still right is kept."""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from generator.desk import ABSENT, Desk, digest
from generator.orders import Built, Made, Order, Wanted
from generator.problems import PlanError, Problem, Severity
from generator.production.press import fingerprint
from generator.saving import save

LEDGER = ".xiaowen.json"
VERSION = 1
TOLD = ("file", "line", "column", "rule", "message", "severity", "quote")
"""What is told again of a problem."""


@dataclass(frozen=True)
class Entry:
    """One plan: `key` stands for how it was asked for and printed; its sources and files with what they were then."""

    key: str
    sources: Mapping[str, str]
    files: Mapping[str, tuple[int, int, str]]
    day: str
    problems: tuple[Problem, ...] = ()


class Ledger:
    """The entries of one output folder by target, read when it is opened and written when asked."""

    def __init__(self, out: Path) -> None:
        """Open the ledger in `out`; one that is missing or broken is empty: everything is made again."""
        self._out = out
        self._entries: dict[str, Entry] = {}
        self._digest = cache(_digest_of)
        with suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
            content = json.loads((out / LEDGER).read_bytes())
            if content["version"] == VERSION:
                self._entries = {target: _entry(value) for target, value in content["plans"].items()}

    def kept(self, order: Order) -> Built | None:
        """What is there of a plan, if every file is the one that would be printed."""
        entry = self._entries.get(str(order.job.target))
        if entry is None or entry.key != key_of(order) or not self._is_unchanged(entry):
            return None
        files = tuple(self._out / name for name in entry.files)
        sources = tuple(Path(path) for path, content in entry.sources.items() if content != ABSENT)
        return Built(order.job.plan, files, entry.problems, sources, kept=True, school=order.job.borrower)

    def is_of_today(self, order: Order) -> bool:
        """Whether what was said of a plan was said on this day."""
        return self._entries[str(order.job.target)].day == order.wanted.today.isoformat()

    def note(self, order: Order, made: Made, built: Built) -> None:
        """What came of an order; a plan that could not be made has no entry."""
        target = str(order.job.target)
        if not built.files:
            self._entries.pop(target, None)
            return
        before = self._entries.get(target)
        contents = {path.relative_to(self._out).as_posix(): path for path in built.files}
        files = (
            {name: _file(path, made.files[path.suffix[1:]]) for name, path in contents.items()} if made.files else {}
        )
        self._entries[target] = Entry(
            key_of(order),
            {str(path): content for path, content in made.sources.items()},
            files or (before.files if before else {}),
            order.wanted.today.isoformat(),
            built.problems,
        )

    def write(self) -> None:
        """Written whole; where it cannot be, the next run only takes longer."""
        plans = {target: vars(entry) | {"problems": _plain(entry)} for target, entry in sorted(self._entries.items())}
        content = json.dumps({"version": VERSION, "plans": plans}, ensure_ascii=False, separators=(",", ":"))
        with suppress(PlanError):
            save({self._out / LEDGER: content.encode()})

    def _is_unchanged(self, entry: Entry) -> bool:
        sources = all(self._digest(Path(path)) == content for path, content in entry.sources.items())
        return (
            sources and bool(entry.files) and all(_is_as(self._out / name, *was) for name, was in entry.files.items())
        )


def key_of(order: Order) -> str:
    """Stands for everything besides the content of the sources that decides the bytes."""
    job, school = order.job, ""
    with suppress(PlanError):
        school = str(Desk(job.school, job.shared).school_of(job.plan))
    parts = (_asked(order.wanted), str(job.plan), str(job.shared), school)
    return blake2b("\n".join(parts).encode(), digest_size=16).hexdigest()


@cache
def _asked(wanted: Wanted) -> str:
    return f"{fingerprint()} {wanted.forms} {wanted.filing}"


def _digest_of(path: Path) -> str:
    try:
        return digest(path.read_bytes())
    except OSError:
        return ABSENT


def _file(path: Path, content: bytes) -> tuple[int, int, str]:
    return len(content), path.stat().st_mtime_ns, digest(content)


def _is_as(path: Path, size: int, time: int, content: str) -> bool:
    """Whether a file is what was written; one that was copied is read."""
    try:
        found = path.stat()
    except OSError:
        return False
    return found.st_size == size and (found.st_mtime_ns == time or _digest_of(path) == content)


def _plain(entry: Entry) -> list[Any]:
    return [{name: getattr(problem, name) for name in TOLD} for problem in entry.problems]


def _entry(value: dict[str, Any]) -> Entry:
    problems = tuple(Problem(**fields | {"severity": Severity(fields["severity"])}) for fields in value["problems"])
    files = {str(name): (int(size), int(time), str(content)) for name, (size, time, content) in value["files"].items()}
    date.fromisoformat(value["day"])
    return Entry(str(value["key"]), dict(value["sources"]), files, value["day"], problems)
