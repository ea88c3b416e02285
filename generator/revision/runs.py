"""Runs of two passages as one: what both have, what was deleted, what was inserted, each in its own font."""

from collections.abc import Iterable
from dataclasses import replace

from generator.revision.words import DELETED, INSERTED, stretches
from generator.typeset.composition import Run

Runs = tuple[Run, ...]


def text_of(runs: Iterable[Run]) -> str:
    """Their text with a line's end before every run that starts a line."""
    return "".join(f"\n{run.text}" if run.breaks else run.text for run in runs)


def changed(runs: Iterable[Run], change: str) -> Runs:
    """The runs, all inserted or all deleted."""
    return tuple(replace(run, change=change) for run in runs)


def merged(old: Runs, new: Runs) -> Runs:
    """The new runs with the changes from the old marked."""
    before, after = text_of(old), text_of(new)
    found: list[Run] = []
    for stretch in stretches(before, after):
        source, span = (old, stretch.old) if stretch.change == DELETED else (new, stretch.new)
        found += changed(_cut(source, *span), stretch.change)
    return tuple(found)


def is_changed(runs: Iterable[Run]) -> bool:
    """Whether something in them was inserted or deleted."""
    return any(run.change in (DELETED, INSERTED) for run in runs)


def _cut(runs: Runs, start: int, end: int) -> Iterable[Run]:
    """The runs from one character of their text to another."""
    offset = 0
    for run in runs:
        text = text_of((run,))
        first, last = max(start - offset, 0), min(end - offset, len(text))
        if first < last:
            part = text[first:last]
            yield replace(run, text=part.removeprefix("\n"), breaks=part.startswith("\n"))
        offset += len(text)
