"""A whole document as one text, so that a pattern is tried once on it and not on every passage."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate
from re import Pattern

from generator.anchors import PIECE, anchors
from generator.manuscript import Manuscript, Passage

_BORDER = "。"
"""What stands between two passages: no word and no sentence goes over it."""


Span = tuple[int, int, str]
"""What was found in a text: start, end, and what to tell."""
Spans = Callable[["Joined"], Iterable[Span]]


class Joined:
    """The passages of a document in one text, and the way back to them."""

    def __init__(self, manuscript: Manuscript) -> None:
        self.text = _BORDER.join(passage.plain for passage in manuscript.passages)
        self._passages = manuscript.passages
        edges = [(passage.plain[-1:] + _BORDER, _BORDER + passage.plain[:1]) for passage in manuscript.passages]
        self.pieces = manuscript.pieces.union(_BORDER, *edges)
        self._starts = [0, *accumulate(len(passage.text) + len(_BORDER) for passage in manuscript.passages)]

    def passage_at(self, start: int, end: int) -> tuple[Passage, tuple[int, int]] | None:
        """The passage in which these characters stand, and where; None where they go over its border."""
        index = bisect_right(self._starts, start) - 1
        first = self._starts[index]
        inside = index < len(self._passages) and end - first <= len(self._passages[index].plain)
        return (self._passages[index], (start - first, end - first)) if inside else None

    def holds_any(self, words: Iterable[str]) -> bool:
        """Whether one of the words stands in the text."""
        return any(word[:PIECE] in self.pieces and word in self.text for word in words)

    def may_match(self, pattern: "Pattern[str]") -> bool:
        """Whether the pattern may match in the text."""
        return all(clause & self.pieces for clause in anchors(pattern))

    def places_of(self, piece: str) -> Iterator[int]:
        """Where a piece begins in the text."""
        start = self.text.find(piece)
        while start >= 0:
            yield start
            start = self.text.find(piece, start + 1)

    def found(self, spans: Spans) -> Iterator[tuple[Passage, tuple[int, int], str]]:
        """What a function finds in the whole text, each in its passage, in the order of print."""
        for start, end, told in sorted({*spans(self)}):
            place = self.passage_at(start, end)
            if place:
                yield *place, told


def clause_of(text: str, start: int, end: int, marks: str = "，。；：！？") -> str:
    """The clause around these characters."""
    first = max((text.rfind(mark, 0, start) for mark in marks), default=-1) + 1
    last = min((place for mark in marks if (place := text.find(mark, end)) >= 0), default=len(text))
    return text[first:last]
