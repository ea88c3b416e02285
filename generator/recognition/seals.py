"""Whether a signature leaves room for a seal (盖章), told by where its lines stand from the right edge."""

from typing import Literal

from generator.original import Line
from generator.typeset.measure import cells
from generator.typeset.signature import EDGE, SEALED_EDGE, STAMP

Seal = Literal["是", "否", "签名章"]
_NEAR = 0.3
_BLANKS = 2
"""Blank lines above a signature that is sealed."""


def seal_of(lines: list[Line]) -> Seal:
    """The seal of the signature whose lines these are, the date last; 否 where they do not tell."""
    *above, date = [line for line in lines if line.looks.right or line.looks.role == "organisations"] or [Line("")]
    if not above:
        return "否"
    last = above[-1]
    if last.looks.role == "organisations":
        return "是"
    if abs(last.looks.edge - (SEALED_EDGE + STAMP + EDGE)) < _NEAR:
        return "签名章"
    excess = (cells(last.text) - cells(date.text)) / 2
    middle = max(SEALED_EDGE, excess)
    centred = abs(last.looks.edge - (middle - excess)) < _NEAR and abs(date.looks.edge - middle) < _NEAR
    return "是" if centred and above[0].looks.above >= _BLANKS else "否"
