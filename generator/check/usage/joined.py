"""A whole document as one text, so that a pattern is tried once on it and not on every passage."""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import accumulate
from operator import add

from generator.manuscript import Manuscript, Passage

_BORDER = "。"
"""What stands between two passages: no word and no sentence goes over it."""


Spans = Callable[[str], Iterator[tuple[int, int, str]]]
"""What finds something in a text: start, end, and what to tell."""


class Joined:
    """The passages of a document in one text, and the way back to them."""

    def __init__(self, manuscript: Manuscript) -> None:
        self.text = _BORDER.join(passage.plain for passage in manuscript.passages)
        self._passages = manuscript.passages
        self._starts = [0, *accumulate(len(passage.text) + len(_BORDER) for passage in manuscript.passages)]

    def passage_at(self, start: int, end: int) -> tuple[Passage, tuple[int, int]] | None:
        """The passage in which these characters stand, and where; None where they go over its border."""
        index = bisect_right(self._starts, start) - 1
        first = self._starts[index]
        inside = index < len(self._passages) and end - first <= len(self._passages[index].plain)
        return (self._passages[index], (start - first, end - first)) if inside else None

    def found(self, spans: Spans) -> Iterator[tuple[Passage, tuple[int, int], str]]:
        """What a function finds in the whole text, each in its passage, in the order of print."""
        for start, end, told in sorted({*spans(self.text)}):
            place = self.passage_at(start, end)
            if place:
                yield *place, told


@lru_cache(maxsize=2)
def pairs_of(text: str) -> frozenset[str]:
    """Every two characters that stand side by side."""
    return frozenset(map(add, text, text[1:]))


def places_of(piece: str, text: str) -> Iterator[int]:
    """Where a piece begins in a text."""
    start = text.find(piece)
    while start >= 0:
        yield start
        start = text.find(piece, start + 1)


def clause_of(text: str, start: int, end: int, marks: str = "，。；：！？") -> str:
    """The clause around these characters."""
    first = max((text.rfind(mark, 0, start) for mark in marks), default=-1) + 1
    last = min((place for mark in marks if (place := text.find(mark, end)) >= 0), default=len(text))
    return text[first:last]
