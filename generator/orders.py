"""What is asked of one run, of one plan in it, and what comes back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from generator.batch import Job
from generator.filing import Filing
from generator.problems import Problem

_USUAL = Filing()


@dataclass(frozen=True)
class Wanted:
    """The forms of every plan, how they are made for filing, and the day on which they are checked."""

    forms: tuple[str, ...]
    today: date
    filing: Filing = _USUAL


@dataclass(frozen=True)
class Order:
    """One plan to be made as wanted; where its files are still right, it is only examined (`printing` is False)."""

    job: Job
    wanted: Wanted
    printing: bool = True


@dataclass(frozen=True)
class Made:
    """What came of an order: the content of every form (none where a problem stops the plan), every file read."""

    files: Mapping[str, bytes] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    sources: Mapping[Path, str] = field(default_factory=dict)
    stopped: bool = False


@dataclass(frozen=True)
class Built:
    """What came of one plan: its files (none where it has an error), every problem, every file read.

    `kept` where the files were there already and right.
    """

    plan: Path
    files: tuple[Path, ...] = ()
    problems: tuple[Problem, ...] = ()
    sources: tuple[Path, ...] = ()
    kept: bool = False
    school: str = ""


def stopped(*problems: Problem, sources: Mapping[Path, str] | None = None) -> Made:
    """An order that came to nothing, and why."""
    return Made({}, problems, sources or {}, stopped=True)
