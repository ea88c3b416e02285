"""Tab stops: runs that start at a place of the line or end at its right edge, as gaps before them."""

from collections.abc import Callable
from dataclasses import replace

from generator.typeset.composition import Run

Width = Callable[[Run], float]


def has_stops(runs: tuple[Run, ...]) -> bool:
    """Whether any run stands at a stop: such a line is never broken."""
    return any(run.at is not None or run.flush for run in runs)


def stopped(
    runs: tuple[Run, ...], first: float, room: float, cell: float, width: Width
) -> tuple[float, tuple[Run, ...]]:
    """The indent of the line and its runs, the room before each stop as a gap behind the character before it.

    `first` and `room`, the line's own indent and its right edge, in points; a stop's place is in cells of `cell` points.
    """
    found: list[Run] = []
    indent = place = first
    for run in runs:
        start = room - width(run) if run.flush else place if run.at is None else run.at * cell
        if not found:
            indent = start
        elif start > place:
            found[-1:] = _widened(found[-1], start - place)
        found.append(run)
        place = start + width(run)
    return indent, tuple(found)


def _widened(run: Run, room: float) -> list[Run]:
    """A run with more room behind its last character."""
    last = replace(run, text=run.text[-1:], gap=run.gap + room)
    return [replace(run, text=run.text[:-1]), last] if run.text[:-1] else [last]
