"""How far a long command has come: a bar on a terminal, a line for each piece of work in a pipe."""

import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from generator.commands.terminal import console, is_plain, say

T = TypeVar("T")


def tracked(results: Iterable[T], total: int, doing: str, tell: Callable[[T], str]) -> Iterator[T]:
    """The results as they come, under a progress bar; in a pipe, one line for each, as `tell` words it."""
    if not is_plain() and console().is_terminal:
        from generator.commands.bar import under_bar  # noqa: PLC0415 - rich takes longer to load than a file to make

        yield from under_bar(results, total, doing, tell)
        return
    for number, result in enumerate(results, 1):
        say(f"[{number}/{total}] {tell(result)}")
        sys.stdout.flush()
        yield result
