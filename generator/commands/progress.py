"""How far a long command has come: a bar on a terminal, a line for each piece of work in a pipe."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text

from generator.commands.terminal import console


class _Rate(ProgressColumn):
    """How many plans a minute."""

    def render(self, task: Task) -> Text:
        """The rate as far as it is known."""
        return Text(f"每分钟 {task.speed * 60:.0f} 份" if task.speed else "")


T = TypeVar("T")


def tracked(results: Iterable[T], total: int, doing: str, tell: Callable[[T], str]) -> Iterator[T]:
    """The results as they come, under a progress bar; in a pipe, one line for each, as `tell` words it."""
    screen = console()
    columns = (
        TextColumn(doing),
        BarColumn(),
        MofNCompleteColumn(),
        _Rate(),
        TextColumn("还要"),
        TimeRemainingColumn(compact=True),
        TextColumn("{task.description}"),
    )
    with Progress(*columns, console=screen, transient=True, disable=not screen.is_terminal) as progress:
        task = progress.add_task("", total=total)
        for number, result in enumerate(results, 1):
            progress.update(task, advance=1, description=tell(result))
            if not screen.is_terminal:
                screen.print(f"[{number}/{total}] {tell(result)}")
            yield result
