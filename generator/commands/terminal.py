"""What the user sees: sentences and problems, coloured on a terminal and plain in a pipe."""

from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from generator.problems import Problem, Severity

STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.HINT: "cyan"}


def console() -> Console:
    """A console that never wraps, highlights or reads markup in what it prints."""
    return Console(soft_wrap=True, highlight=False, markup=False, emoji=False)


def say(text: str, style: str = "") -> None:
    """One line to the user."""
    console().print(text, style=style)


def show_problems(problems: Iterable[Problem]) -> None:
    """Every problem once, in the order of files and lines."""
    screen = console()
    for problem in sorted(set(problems)):
        screen.print(_coloured(problem))


def _coloured(problem: Problem) -> Text:
    place, _, rest = str(problem).partition(f": {problem.severity}: ")
    message, _, rule = rest.rpartition(" [")
    severity = (str(problem.severity), STYLES[problem.severity])
    return Text.assemble((place, "bold"), ": ", severity, ": ", message, (f" [{rule}", "dim"))


def count(problems: Iterable[Problem]) -> str:
    """How many of each severity, in words."""
    found = [problem.severity for problem in set(problems)]
    counted = [f"{found.count(severity)} 个{severity}" for severity in Severity if severity in found]
    return "、".join(counted) or "没有问题"
