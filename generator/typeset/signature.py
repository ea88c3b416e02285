"""The signature (落款): where organisations, posts and date stand from the right edge, and the room for seals (7.3.5)."""

from collections.abc import Callable, Iterator
from math import ceil

from generator.typeset.composition import Passage, Run
from generator.typeset.element import HtmlElement, blocks, name, text_of
from generator.typeset.layouts import pages_of
from generator.typeset.measure import cells
from generator.typeset.styles import CELL, CELLS, MILLIMETRE

EDGE = 2.0
"""Cells the organisation, or a longer date, stands from the right where there is no seal."""
SHIFT = 2.0
"""Cells the date's first character stands right of the organisation's first where there is no seal."""
SEALED_EDGE = 4.0
"""Cells the date, and the stamp of a person, stand from the right."""
SEAL = 42 * MILLIMETRE
"""The width of a school's seal (印章)."""
SEAL_GAP = 2 * MILLIMETRE
"""Room between two seals."""
STAMP = 7.0
"""Cells the stamp of a person (签名章) takes."""
MOST_ACROSS = 3
"""Seals in one row."""
SEALED_ROOM = 2
"""The height in lines of the blank one below a date for the lower half of a seal: its centre lies a little above the date."""
BLANK = Passage("blank", keep_with_next=True)


def signature(element: HtmlElement) -> Iterator[Passage]:
    """The passages of a `div.signature`; a seal or a stamp takes a second blank line above and those between them,
    a seal one below that is two lines high."""
    found = [(name(child), text_of(child)) for child in blocks(element)]
    organisations = [text for kind, text in found if kind != "p.date"]
    date = "".join(text for kind, text in found if kind == "p.date")
    seal = element.get("data-seal", "no")
    if seal != "no":
        yield BLANK
    yield from _GEOMETRIES[seal](organisations, date, pages_of(element.getroottree().find("body")).pitch)


def _unsealed(organisations: list[str], date: str, _pitch: float) -> Iterator[Passage]:
    """Organisations one below the other two cells from the right, the date two cells right of the last (7.3.5.2)."""
    aim = cells(organisations[-1]) if organisations else 0.0
    own, right = _indents(aim, cells(date))
    for text in organisations[:-1]:
        yield Passage("organisation", (Run(text),), right=EDGE)
    if organisations:
        yield Passage("organisation", (Run(organisations[-1]),), right=round(own, 2), keep_with_next=bool(date))
    if date:
        yield Passage("date", (Run(date),), right=round(right, 2))


def _indents(organisation: float, date: float) -> tuple[float, float]:
    if date > organisation:
        return (EDGE + date + SHIFT - organisation if organisation else EDGE), EDGE
    return EDGE, EDGE + organisation - SHIFT - date


def _sealed(organisations: list[str], date: str, pitch: float) -> Iterator[Passage]:
    """Each organisation centred under its seal, the last above the date, which stands four cells from the right."""
    if len(organisations) > 1:
        yield from _joint(organisations, cells(date), pitch)
        middle = SEALED_EDGE
    else:
        excess = (cells("".join(organisations)) - cells(date)) / 2
        middle = max(SEALED_EDGE, excess)
        for text in organisations:
            yield Passage("organisation", (Run(text),), right=round(middle - excess, 2), keep_with_next=bool(date))
    if date:
        yield Passage("date", (Run(date),), right=round(middle, 2), keep_with_next=True)
    yield Passage("blank", pitch=SEALED_ROOM * pitch)


def _joint(organisations: list[str], date: float, pitch: float) -> Iterator[Passage]:
    """Rows of organisations as far apart as their seals want it, none touching another, none outside the type area."""
    seal, gap = SEAL / CELL, SEAL_GAP / CELL
    last = CELLS - SEALED_EDGE - date / 2
    step = max(seal + gap, max(map(cells, organisations)) + 1)
    across = min(MOST_ACROSS, max(1, 1 + int((last - seal / 2) / step)))
    rows = [organisations[index : index + across] for index in range(0, len(organisations), across)]
    for index, row in enumerate(rows):
        if index:
            yield from (BLANK,) * (ceil((SEAL + SEAL_GAP) / pitch) - 1)
        centres = [last - step * (len(row) - 1 - place) for place in range(len(row))]
        runs = (Run(text, at=round(at - cells(text) / 2, 2)) for text, at in zip(row, centres, strict=True))
        yield Passage("organisations", tuple(runs))


def _stamped(posts: list[str], date: str, _pitch: float) -> Iterator[Passage]:
    """Posts two cells left of the stamps, a blank line below each, the date four cells from the right (7.3.5.3)."""
    for text in posts:
        yield from (Passage("organisation", (Run(text),), right=SEALED_EDGE + STAMP + EDGE), BLANK)
    if date:
        yield Passage("date", (Run(date),), right=SEALED_EDGE)


_GEOMETRIES: dict[str, Callable[[list[str], str, float], Iterator[Passage]]] = {
    "no": _unsealed,
    "yes": _sealed,
    "stamp": _stamped,
}
