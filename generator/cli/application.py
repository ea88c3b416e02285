"""The application that every command joins, and what they share."""

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from generator import __version__
from generator.commands.chinese import Commands
from generator.problems import Problem, Severity

app = typer.Typer(
    cls=Commands,
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="校文：学校的工作计划、实施方案、应急预案，用 YAML 写一遍，印成 DOCX 和 PDF。",
    epilog="第一次用：先运行 xiaowen new 工作计划，改好文字，再运行 xiaowen build。",
)

CheckedPaths = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="文件或目录",
        help="计划文件或文件夹，旧的 .docx、.pdf、.txt 也行；不写就是 plans",
        show_default=False,
    ),
]


def _show_version(asked: bool) -> None:
    if asked:
        typer.echo(f"xiaowen {__version__}")
        raise typer.Exit


@app.callback()
def _start(
    version: Annotated[
        bool, typer.Option("--version", metavar="", help="显示版本号", callback=_show_version, is_eager=True)
    ] = False,
) -> None:
    pass


def today() -> date:
    """The day on which the command runs."""
    return datetime.now().astimezone().date()


def finish(problems: Iterable[Problem], stopping: tuple[Severity, ...] = (Severity.ERROR,)) -> None:
    """Exit 1 where anything is an error, or whatever else is asked to stop."""
    if any(problem.severity in stopping for problem in problems):
        raise typer.Exit(1)
