"""A document set in type but not yet made up into pages (长条): the lines of every passage, the rows of every table.

Lengths are CSS pixels, 96 to the inch, reckoned as WeasyPrint reckons them: both print the same bytes.
"""

from dataclasses import dataclass
from functools import lru_cache

from generator.typeset.fonts import Face
from generator.typeset.setting import SetLine

PIXELS = 1 / 0.75
"""Pixels in a point."""


class BeyondPlatesError(Exception):
    """Something that only WeasyPrint can print: it is given the whole document."""


@lru_cache(maxsize=4096)
def pixels(points: float, places: int = 4) -> float:
    """A length in points, as the stylesheet writes it with so many places, in pixels."""
    return float(f"{points:.{places}f}") * PIXELS


@dataclass(frozen=True, slots=True)
class Kind:
    """How a text is set: its face, its size and the pitch of its lines in pixels, its gap in points, its colour."""

    face: Face
    size: float
    pitch: float
    gap: float
    colour: str
    align: str


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """A paragraph or heading: its lines, or the height it takes without any.

    `tag` is its HTML element; `keep`: no page ends behind it; `whole`: none inside it; `rise`: it is drawn so much higher.
    """

    tag: str
    kind: Kind
    lines: tuple[SetLine, ...]
    left: float = 0.0
    right: float = 0.0
    indent: float = 0.0
    height: float = 0.0
    keep: bool = False
    whole: bool = False
    label: str = ""
    rise: float = 0.0


@dataclass(frozen=True, slots=True)
class Bar:
    """A line of a rule: its height, its colour ("" where it is only room)."""

    height: float
    colour: str


@dataclass(frozen=True, slots=True, eq=False)
class Room:
    """Empty room kept with what follows, with the bars of a rule at its foot."""

    height: float
    bars: tuple[Bar, ...] = ()
    rise: float = 0.0
    keep: bool = True
    whole: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """A cell of a table: the column it begins in, how many columns and rows it takes, its lines, its least height."""

    tag: str
    kind: Kind
    column: int
    across: int
    down: int
    lines: tuple[SetLine, ...]
    least: float


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """A row of a table; `keep`: no page ends below it."""

    cells: tuple[Cell, ...]
    keep: bool


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """A table: widths of its columns, rows of its head (repeated on every page) and the others."""

    widths: tuple[float, ...]
    head: tuple[Row, ...]
    rows: tuple[Row, ...]
    keep: bool
    whole: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Foot:
    """The imprint (版记) at the foot of the type area, behind room as high as itself."""

    height: float
    pieces: tuple[Text | Room, ...]
    keep: bool = False
    whole: bool = True


Piece = Text | Room | Table | Foot


@dataclass(frozen=True, slots=True, eq=False)
class Galley:
    """What follows one turn of the page, lying (横向) or upright."""

    pieces: tuple[Piece, ...]
    lying: bool = False
