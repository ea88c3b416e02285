"""A document (文稿) as a careful reader meets it: its passages in order, each with its part and its place."""

import re
from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import field
from datetime import date as Date  # noqa: N812 - the type beside fields named date
from enum import StrEnum
from functools import cached_property
from itertools import accumulate
from operator import add
from typing import Any, TypeVar

from generator.anchors import PIECE, anchors
from generator.frozen import frozen
from generator.marks import widen
from generator.model import Place, School

Made = TypeVar("Made")


class Part(StrEnum):
    """What a passage is in its document."""

    TITLE = "标题"
    BYLINE = "题下署名"
    ADDRESSEE = "主送"
    HEADING = "小标题"
    ITEM = "条"
    PARAGRAPH = "段"
    ROSTER = "名单"
    DUTY = "责任"
    CAPTION = "表题"
    CELL = "表格"
    ANNEX_NOTE = "附件说明"
    ANNEX_TITLE = "附件标题"
    SIGNATURE = "落款"
    DATE = "成文日期"
    NOTE = "附注"


PROSE = frozenset({Part.HEADING, Part.ITEM, Part.PARAGRAPH})
"""Parts that hold sentences."""


@frozen
class Passage:
    """One stretch of text that is read in one breath: a heading, an item, a paragraph, a cell, a line of a roster.

    `place`: the path in the plan's YAML, or the number of the paragraph in a foreign file (from 1).
    `level`: 1 for 一、, 2 for （一）, 3 for 1., 4 for （1）, 5 for ①, 6 for 一是 and 第一; 0 where there is no label.
    In a plan it is the depth in the tree, and `label` is empty: labels are computed.
    `names`: who is named in a line of a roster or a duty, as written; `role`: as what.
    `cell`: row (0 is the head) and column of a table's cell. `cuts`: offsets at which a line of the file was broken.
    """

    text: str
    place: Place
    part: Part
    level: int = 0
    label: str = ""
    role: str = ""
    names: tuple[str, ...] = ()
    cell: tuple[int, int] | None = None
    cuts: tuple[int, ...] = ()
    on_key: bool = False
    simplified: str = ""
    plain: str = field(init=False, repr=False)
    """The text for matching, character for character as long: simplified, with full-width marks beside Chinese."""

    def __post_init__(self) -> None:
        """Fold the text once, for every rule."""
        text = self.simplified or self.text
        object.__setattr__(self, "plain", widen(text))


@frozen
class Manuscript:
    """A plan or a foreign file as text. `date`: 成文日期; `year`: 年度 as written; `foreign`: not from our YAML."""

    passages: tuple[Passage, ...]
    kind: str = ""
    date: Date | None = None
    year: str = ""
    school: School | None = None
    today: Date = Date.min
    foreign: bool = False

    @property
    def day(self) -> Date:
        """The day by which the document is judged: its own, else the first of its year, else today."""
        if self.date:
            return self.date
        found = re.match(r"\d{4}", self.year)
        return Date(int(found[0]), 9 if "学年" in self.year else 1, 1) if found else self.today

    @cached_property
    def prose(self) -> tuple[Passage, ...]:
        """The passages that hold sentences."""
        return tuple(passage for passage in self.passages if passage.part in PROSE)

    @cached_property
    def text(self) -> str:
        """The folded text of all passages, a line each."""
        return "\n".join([passage.plain for passage in self.passages])

    def derived(self, make: "Callable[[Manuscript], Made]") -> "Made":
        """What this function makes of the manuscript: made once, for all rules that ask."""
        if make not in self._made:
            self._made[make] = make(self)
        return self._made[make]  # type: ignore[no-any-return]

    @cached_property
    def pieces(self) -> frozenset[str]:
        """Every character, and every two side by side: words whose beginning is not among them stand nowhere."""
        text = self._written
        pieces = set(text)
        pieces.update(map(add, text, text[1:]))
        return frozenset(pieces)

    def names_any(self, words: Iterable[str]) -> bool:
        """Whether one of the words stands anywhere in the manuscript."""
        return any(word[:PIECE] in self.pieces and word in self.text for word in words)

    def holding(self, *words: str) -> list[Passage]:
        """The passages in which one of the words stands, in the order of print."""
        return [self.passages[number] for number in self.numbers_holding(words)]

    def numbers_holding(self, words: Iterable[str]) -> list[int]:
        """The numbers of the passages in which one of the words stands."""
        found = [word for word in words if word[:PIECE] in self.pieces]
        numbers = sorted(self._among(found))
        return [number for number in numbers if any(word in self.passages[number].plain for word in found)]

    def may_match(self, pattern: "re.Pattern[str]") -> list[Passage]:
        """The passages in which the pattern may match, folded or as written; no others need be tried."""
        there = [clause & self.pieces for clause in anchors(pattern)]
        if not all(there):
            return []
        if not there:
            return list(self.passages)
        passages = [self.passages[number] for number in sorted(self._among(there[0]))]
        for pieces in there[1:]:
            passages = [passage for passage in passages if _holds(passage, pieces)]
        return passages

    def search(self, pattern: "re.Pattern[str]") -> Iterator[tuple[Passage, "re.Match[str]"]]:
        """Every match of the pattern in the folded text, in the order of print."""
        for passage in self.may_match(pattern):
            for match in pattern.finditer(passage.plain):
                yield passage, match

    def _among(self, words: Iterable[str]) -> set[int]:
        """The numbers of the passages in which the beginning of one of the words stands."""
        return {number for word in words for number in self._numbers(word[:PIECE])}

    def _numbers(self, piece: str) -> list[int]:
        if piece not in self._known:
            numbers, starts, text = [], self._starts, self._written
            at = text.find(piece)
            while at >= 0:
                line = bisect_right(starts, at) - 1
                numbers.append(self._lines[line][0])
                at = text.find(piece, starts[line + 1])
            self._known[piece] = numbers
        return self._known[piece]

    @cached_property
    def _known(self) -> dict[str, list[int]]:
        """The numbers of the passages that hold a piece, as far as they were asked for."""
        return {}

    @cached_property
    def _lines(self) -> list[tuple[int, str]]:
        """The folded texts, then those that were written otherwise, each with the number of its passage."""
        passages = list(enumerate(self.passages))
        written = [(number, passage.text) for number, passage in passages if passage.text != passage.plain]
        return [(number, passage.plain) for number, passage in passages] + written

    @cached_property
    def _written(self) -> str:
        return "\n".join([text for _, text in self._lines])

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *accumulate(len(text) + 1 for _, text in self._lines)]

    @cached_property
    def _made(self) -> dict[Hashable, Any]:
        return {}


def _holds(passage: Passage, pieces: Iterable[str]) -> bool:
    return any(piece in passage.plain or piece in passage.text for piece in pieces)
