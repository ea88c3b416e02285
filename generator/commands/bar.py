"""A bar on the terminal that tells how far a long command has come."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text

from generator.commands.terminal import console

T = TypeVar("T")


class _Rate(ProgressColumn):
    """How many plans a minute."""

    def render(self, task: Task) -> Text:
        """The rate as far as it is known."""
        return Text(f"每分钟 {task.speed * 60:.0f} 份" if task.speed else "")


def under_bar(results: Iterable[T], total: int, doing: str, tell: Callable[[T], str]) -> Iterator[T]:
    """The results as they come, the last of them told beside the bar; none is left when all are there."""
    columns = (
        TextColumn(doing),
        BarColumn(),
        MofNCompleteColumn(),
        _Rate(),
        TextColumn("还要"),
        TimeRemainingColumn(compact=True),
        TextColumn("{task.description}"),
    )
    with Progress(*columns, console=console(), transient=True) as progress:
        task = progress.add_task("", total=total)
        for result in results:
            progress.update(task, advance=1, description=tell(result))
            yield result
