"""A document (文稿) as a careful reader meets it: its passages in order, each with its part and its place."""

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date as Date  # noqa: N812 - the type beside fields named date
from enum import StrEnum
from functools import cached_property
from operator import add
from typing import Any, TypeVar

from generator.anchors import PIECE, anchors
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


@dataclass(frozen=True)
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


@dataclass(frozen=True)
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
        return frozenset(self._numbers)

    def names_any(self, words: Iterable[str]) -> bool:
        """Whether one of the words stands anywhere in the manuscript."""
        return any(word[:PIECE] in self.pieces and word in self.text for word in words)

    def holding(self, *words: str) -> list[Passage]:
        """The passages in which one of the words stands, in the order of print."""
        return [self.passages[number] for number in self.numbers_holding(words)]

    def numbers_holding(self, words: Iterable[str]) -> list[int]:
        """The numbers of the passages in which one of the words stands."""
        found = [word for word in words if word[:PIECE] in self.pieces]
        numbers = sorted(self._among({word[:PIECE] for word in found}))
        return [number for number in numbers if any(word in self.passages[number].plain for word in found)]

    def may_match(self, pattern: "re.Pattern[str]") -> list[Passage]:
        """The passages in which the pattern may match, folded or as written; no others need be tried."""
        there = [clause & self.pieces for clause in anchors(pattern)]
        if not all(there):
            return []
        if not there:
            return list(self.passages)
        numbers = self._among(there[0]).intersection(*map(self._among, there[1:]))
        return [self.passages[number] for number in sorted(numbers)]

    def search(self, pattern: "re.Pattern[str]") -> Iterator[tuple[Passage, "re.Match[str]"]]:
        """Every match of the pattern in the folded text, in the order of print."""
        for passage in self.may_match(pattern):
            for match in pattern.finditer(passage.plain):
                yield passage, match

    def _among(self, pieces: Iterable[str]) -> set[int]:
        """The numbers of the passages in which one of the pieces stands."""
        return set[int]().union(*map(self._numbers.__getitem__, pieces))

    @cached_property
    def _numbers(self) -> dict[str, list[int]]:
        """The numbers of the passages that hold a piece, folded or as it was written."""
        passages = list(enumerate(self.passages))
        written = [(number, passage.text) for number, passage in passages if passage.text != passage.plain]
        found: defaultdict[str, list[int]] = defaultdict(list)
        for number, text in [(number, passage.plain) for number, passage in passages] + written:
            for piece in {*text, *map(add, text, text[1:])}:
                found[piece].append(number)
        return dict(found)

    @cached_property
    def _made(self) -> dict[Hashable, Any]:
        return {}
