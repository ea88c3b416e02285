"""签发人 of 上行文: two names a line at the right, 发文字号 at the left of the last line (7.2.5, 7.2.6)."""

from collections.abc import Iterator

from generator.typeset.composition import Passage, Run
from generator.typeset.element import Piece
from generator.typeset.measure import cells
from generator.typeset.rosters import NAME
from generator.typeset.styles import CELL, CELLS, STYLES

EDGE = 1.0
"""Cells 发文字号 stands from the left and the names from the right."""
ACROSS = 2
"""Names in one line."""


def signer_lines(number: str, found: list[Piece]) -> Iterator[Passage]:
    """The lines of 签发人; a number too long to stand beside the last names has a line of its own below them."""
    label = "".join(piece.text for piece in found if piece.kind == "label")
    names = [piece.text for piece in found if piece.kind == "name"]
    width = max([NAME, *map(len, names)])
    across = min(ACROSS, len(names))
    start = CELLS - EDGE - across * (width + 1) + 1
    rows = [names[index : index + ACROSS] for index in range(0, len(names), ACROSS)]
    lines = [tuple(_row(row, start, width)) for row in rows]
    lines[0] = (Run(label, at=start - len(label)), *lines[0])
    beside = lines[-1][0].at or 0.0
    if number and STYLES["signers"].first + cells(number) < beside:
        lines[-1] = (Run(number), *lines[-1])
    elif number:
        lines.append((Run(number),))
    for line in lines:
        yield Passage("signers", line)


def _row(names: list[str], start: float, width: int) -> Iterator[Run]:
    for index, name in enumerate(names):
        yield from _spread(name, start + index * (width + 1))


def _spread(name: str, at: float) -> tuple[Run, ...]:
    """A name in 楷体; one of two characters takes the room of three."""
    if len(name) == NAME - 1:
        return Run(name[0], "kai", gap=CELL, at=at), Run(name[1], "kai")
    return (Run(name, "kai", at=at),)
