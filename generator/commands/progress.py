"""How far a long command has come: a bar on a terminal, a line a plan in a pipe."""

from collections.abc import Iterable, Iterator

from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text

from generator.commands.terminal import console
from generator.orders import Built


class _Rate(ProgressColumn):
    """How many plans a minute."""

    def render(self, task: Task) -> Text:
        """The rate as far as it is known."""
        return Text(f"每分钟 {task.speed * 60:.0f} 份" if task.speed else "")


def tracked(results: Iterable[Built], total: int) -> Iterator[Built]:
    """The results as they come, under a progress bar; in a pipe, one line for each."""
    screen = console()
    columns = (
        TextColumn("正在生成"),
        BarColumn(),
        MofNCompleteColumn(),
        _Rate(),
        TextColumn("还要"),
        TimeRemainingColumn(compact=True),
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
