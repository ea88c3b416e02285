"""What the user sees: sentences and problems, coloured on a terminal and plain in a pipe."""

import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from generator.problems import Problem, Severity

if TYPE_CHECKING:  # in a pipe nothing is coloured: rich takes as long to load as the rules to check a plan
    from rich.console import Console
    from rich.text import Text

STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.HINT: "cyan"}


def console() -> "Console":
    """A console that never wraps, highlights or reads markup in what it prints."""
    from rich.console import Console  # noqa: PLC0415 - as above

    return Console(soft_wrap=True, highlight=False, markup=False, emoji=False)


def say(text: str, style: str = "") -> None:
    """One line to the user."""
    if is_plain():
        sys.stdout.write(f"{text}\n")
    else:
        console().print(text, style=style)


def is_plain() -> bool:
    """Whether nothing can be coloured: no terminal, and nobody says that there is one."""
    return not sys.stdout.isatty() and not {"FORCE_COLOR", "TTY_COMPATIBLE"} & os.environ.keys()


def show_problems(problems: Iterable[Problem]) -> None:
    """Every problem once, in the order of files and lines."""
    found = sorted(set(problems))
    if not found:
        return
    if is_plain():
        sys.stdout.writelines(f"{problem}\n" for problem in found)
        return
    screen = console()
    for problem in found:
        screen.print(_coloured(problem))


def _coloured(problem: Problem) -> "Text":
    from rich.text import Text  # noqa: PLC0415 - as above

    place, _, rest = str(problem).partition(f": {problem.severity}: ")
    message, _, rule = rest.rpartition(" [")
    severity = (str(problem.severity), STYLES[problem.severity])
    return Text.assemble((place, "bold"), ": ", severity, ": ", message, (f" [{rule}", "dim"))


def count(problems: Iterable[Problem]) -> str:
    """How many of each severity, in words."""
    found = [problem.severity for problem in set(problems)]
    counted = [f"{found.count(severity)} 个{severity}" for severity in Severity if severity in found]
    return "、".join(counted) or "没有问题"
