"""The type area of each page of a PDF: its edges, the size of its text and the pitch of its lines."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.sheets.page import Line, Page

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
    return {page.number: _area(page, _like(page, pages), size, pitch) for page in pages}


def _like(page: Page, pages: Iterable[Page]) -> list[Page]:
    """The pages of the same shape on the same side of the sheet; of either side where that says too little."""
    alike = [other for other in pages if (other.width, other.height) == (page.width, page.height)]
    same_side = [other for other in alike if other.number % 2 == page.number % 2]
    return same_side if sum(len(other.lines) for other in same_side) >= _ENOUGH else alike


def _area(page: Page, alike: Iterable[Page], size: float, pitch: float) -> Area:
    lines = [line for other in alike for line in _of_size(other, size)] or list(page.lines)
    bottom = max((line.baseline for other in alike for line in other.lines), default=page.height)
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
