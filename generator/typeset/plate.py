"""A page made up (版): every piece of a galley at its place on one sheet of paper, in pixels from its upper left corner."""

from dataclasses import dataclass

from generator.typeset.galley import Piece, pixels
from generator.typeset.styles import BOTTOM, LEFT, PAGE_HEIGHT, PAGE_WIDTH, RIGHT, TOP


@dataclass(frozen=True, slots=True)
class Area:
    """A sheet and its type area (版心)."""

    page_width: float
    page_height: float
    left: float
    top: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """The lower edge of the type area."""
        return self.top + self.height


def area(lying: bool) -> Area:
    """The type area of an upright or a lying sheet."""
    width, height = pixels(PAGE_WIDTH), pixels(PAGE_HEIGHT)
    top, right, bottom, left = map(pixels, (TOP, RIGHT, BOTTOM, LEFT))
    if lying:
        width, height = height, width
        top, right, bottom, left = left, top, right, bottom
    return Area(width, height, left, top, width - left - right, height - top - bottom)


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """A piece, or the lines or rows `first` to `end` of it, from `y` downwards; `bottom`: where what follows begins."""

    piece: Piece
    number: int
    y: float
    bottom: float
    first: int = 0
    end: int = 0
    last: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class Plate:
    """One page: its sheet, the pieces on it, whether it lies."""

    area: Area
    lying: bool
    placed: tuple[Placed, ...]
