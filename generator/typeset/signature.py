"""The signature (落款) without a seal: where organisation and date stand from the right edge (7.3.5.2)."""

from collections.abc import Iterator

from lxml.html import HtmlElement

from generator.typeset.composition import Passage, Run
from generator.typeset.element import blocks, text_of
from generator.typeset.measure import cells

EDGE = 2.0
"""Cells the organisation, or a longer date, stands from the right."""
SHIFT = 2.0
"""Cells the date's first character stands right of the organisation's first."""


def signature(element: HtmlElement) -> Iterator[Passage]:
    """The passages of a `div.signature`; its last organisation carries the date."""
    organisations = [text_of(child) for child in blocks(element)]
    last = organisations.pop() if element.find("p[@class='date']") is not None else ""
    aim = cells(organisations[-1]) if organisations else 0.0
    own, right = _indents(aim, cells(last))
    for text in organisations[:-1]:
        yield Passage("organisation", (Run(text),), right=EDGE)
    if organisations:
        yield Passage("organisation", (Run(organisations[-1]),), right=round(own, 2), keep_with_next=bool(last))
    if last:
        yield Passage("date", (Run(last),), right=round(right, 2))


def _indents(organisation: float, date: float) -> tuple[float, float]:
    if date > organisation:
        return (EDGE + date + SHIFT - organisation if organisation else EDGE), EDGE
    return EDGE, EDGE + organisation - SHIFT - date
