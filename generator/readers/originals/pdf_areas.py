"""The type area of each page of a PDF: its edges, the size of its text and the pitch of its lines."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.sheets.page import Line, Page

Shape = tuple[float, float, int | None]
"""Width, height, and whether the number is odd, where the side of the sheet matters."""
SAME_SIZE = 0.6
"""Points; less than any two sizes differ."""
NEAR = 2.0
_MANY_STARTS, _MANY_ENDS = 0.12, 0.08
_ENOUGH = 12
"""So many lines tell the edges."""
_WIDEST_MARGIN = 1.6
"""A right margin is not wider than so many left margins."""


@dataclass(frozen=True)
class Area:
    """Where text stands on a page, in points; `pitch` from one of its lines to the next; whether the page lies across."""

    left: float
    right: float
    bottom: float
    size: float
    pitch: float
    lying: bool = False

    @property
    def middle(self) -> float:
        """Half way between the edges."""
        return (self.left + self.right) / 2


def areas_of(pages: Sequence[Page]) -> dict[int, Area]:
    """The area of each page by its number: the edges usual on pages of its shape on its side of the sheet."""
    size = _usual([(line.size, len(line.visible)) for page in pages for line in page.lines])
    pitch = _pitch(pages, size)
    alike: dict[Shape, list[Page]] = {}
    for page in pages:
        for shape in _shapes(page):
            alike.setdefault(shape, []).append(page)
    areas = {shape: _area(group, size, pitch) for shape, group in alike.items()}
    return {page.number: areas[_telling(page, alike)] for page in pages}


def _shapes(page: Page) -> tuple[Shape, Shape]:
    """A page's shape on its side of the sheet, and on either."""
    return (page.width, page.height, page.number % 2), (page.width, page.height, None)


def _telling(page: Page, alike: dict[Shape, list[Page]]) -> Shape:
    """The shape whose pages tell the edges: on its own side, or on either where there is too little text."""
    own_side, either = _shapes(page)
    return own_side if sum(len(other.lines) for other in alike[own_side]) >= _ENOUGH else either


def _area(alike: list[Page], size: float, pitch: float) -> Area:
    page = alike[0]
    every = [line for other in alike for line in other.lines]
    lines = [line for other in alike for line in _of_size(other, size)] or every
    bottom = max((line.baseline for line in every), default=page.height)
    left, right = _left(lines), _right(lines)
    margin = _WIDEST_MARGIN * max(left, 3 * size)
    return Area(left, max(right, page.width - margin), bottom, size, pitch, page.width > page.height)


def _of_size(page: Page, size: float) -> list[Line]:
    return [line for line in page.lines if abs(line.size - size) < SAME_SIZE]


def _usual(weighed: Iterable[tuple[float, int]]) -> float:
    counts = Counter[float]()
    for value, weight in weighed:
        counts[round(value, 1)] += weight
    return max(counts, key=lambda value: counts[value], default=16.0)


def _pitch(pages: Iterable[Page], size: float) -> float:
    """From one line of the text to the next, in most places."""
    steps = Counter(
        round(other.baseline - one.baseline)
        for page in pages
        for one, other in pairwise(_of_size(page, size))
        if size < other.baseline - one.baseline < 3 * size
    )
    return float(max(steps, key=lambda step: (steps[step], -step), default=round(1.5 * size)))


def _left(lines: list[Line]) -> float:
    """The leftmost place where many lines start."""
    return min(_many([line.left for line in lines], _MANY_STARTS), default=0.0)


def _right(lines: list[Line]) -> float:
    """The rightmost place where many lines end."""
    return max(_many([line.right for line in lines], _MANY_ENDS), default=0.0)


def _many(edges: list[float], share: float) -> list[float]:
    """The edges that this share of lines has; all where none is so common."""
    counts = Counter(round(edge / NEAR) for edge in edges)
    enough = max(2.0, share * len(edges))
    near = (sum(counts[round(edge / NEAR) + step] for step in (-1, 0, 1)) for edge in edges)
    return [edge for edge, count in zip(edges, near, strict=True) if count >= enough] or edges
