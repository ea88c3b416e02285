"""Measuring finished files: read, measured, told as a table, as plain lines or as JSON."""

from collections.abc import Sequence
from pathlib import Path

from rich.table import Table

from generator.commands.terminal import console, say, show_problems
from generator.desk import shown
from generator.problems import PlanError, Problem
from generator.verify.clauses import Verdict
from generator.verify.measuring import LARGEST, Row, measure
from generator.verify.report import HEAD, Measured, as_json, cells, passes, summary

COLOURS = {Verdict.GOOD: "green", Verdict.BAD: "bold red", Verdict.ADVICE: "yellow", Verdict.UNMEASURED: "dim"}
NARROW = 100
"""A terminal of fewer columns gets plain lines: a table of six would be unreadable."""


def verify_and_report(paths: Sequence[Path], *, structured: bool) -> bool:
    """Measure every file and tell what was found; whether every one could be measured and nothing failed."""
    measured, problems = list[Measured](), list[Problem]()
    for path in paths:
        try:
            measured.append((shown(path), measure(_read(path), shown(path))))
        except PlanError as error:
            problems += error.problems
    if structured:
        say(as_json(measured, problems))
    for name, rows in () if structured else measured:
        _show(name, rows)
    show_problems(() if structured else problems)
    return not problems and all(passes(rows) for _, rows in measured)


def _read(path: Path) -> bytes:
    """The bytes of a file, one more than may be measured at most."""
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError:
        message = "这是文件夹，请写明要量的文件" if path.is_dir() else "没有这个文件，或者没有权限打开"
        raise PlanError(Problem(shown(path), 0, 0, "unreadable-file", message)) from None


def _show(name: str, rows: Sequence[Row]) -> None:
    screen = console()
    if screen.is_terminal and screen.width >= NARROW:
        table = Table(*HEAD, title=name, title_justify="left")
        for row in rows:
            table.add_row(*cells(row), style=COLOURS[row.verdict])
        screen.print(table, soft_wrap=False)
    else:
        for row in rows:
            number, what, required, measured, verdict, place = cells(row)
            line = f"{verdict}　{number}　{what}：{measured}（要求：{required}）{place}"
            screen.print(line, style=COLOURS[row.verdict])
    say(summary(name, rows), "bold")
