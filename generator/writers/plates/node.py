"""The structure of a page for readers who do not see it: elements with their kinds, and the texts in them."""

from dataclasses import dataclass, field

from generator.typeset.fonts import Face


@dataclass(slots=True, eq=False)
class Ink:
    """A text at its place: its baseline begins at `x`, `y`; size in 1/1024 of a pixel, gap in points.

    `mark` is its number on the page once it is drawn.
    """

    x: float
    y: float
    face: Face
    size: int
    text: str
    gap: float
    colour: str
    mark: int = -1


@dataclass(slots=True, eq=False)
class Node:
    """An element: its tag in the structure of a PDF, and what is in it.

    `across` and `down`: how many columns and rows a cell takes; `label`: what the outline calls it, `y` its upper edge.
    """

    tag: str
    kids: "list[Node | Ink]" = field(default_factory=list)
    across: int = 1
    down: int = 1
    label: str = ""
    y: float = 0.0
