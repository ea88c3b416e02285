"""How far a long command has come: a bar on a terminal, a line a plan in a pipe."""

from collections.abc import Iterable, Iterator

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from generator.build import Built
from generator.commands.terminal import console


def tracked(results: Iterable[Built], total: int) -> Iterator[Built]:
    """The results as they come, under a progress bar; in a pipe, one line for each."""
    screen = console()
    columns = (
        TextColumn("正在生成"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.description}"),
    )
    with Progress(*columns, console=screen, transient=True, disable=not screen.is_terminal) as progress:
        task = progress.add_task("", total=total)
        for number, built in enumerate(results, 1):
            progress.update(task, advance=1, description=str(built.plan))
            if not screen.is_terminal:
                screen.print(f"[{number}/{total}] {built.plan}：{_outcome(built)}")
            yield built


def _outcome(built: Built) -> str:
    return "、".join(file.suffix[1:].upper() for file in built.files) or "没有生成"
