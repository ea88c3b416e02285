"""A document (文稿) as a careful reader meets it: its passages in order, each with its part and its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date as Date  # noqa: N812 - the type beside fields named date
from enum import StrEnum

from generator.model import Place, School

_WIDE = str.maketrans(",:;?!()", "，：；？！（）")
_NARROW = re.compile(r"(?<![A-Za-z0-9])[,:;?!()]+|[,:;?!()]+(?![A-Za-z0-9])")


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
        object.__setattr__(self, "plain", _NARROW.sub(lambda found: found[0].translate(_WIDE), text))


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

    @property
    def prose(self) -> Iterator[Passage]:
        """The passages that hold sentences."""
        return (passage for passage in self.passages if passage.part in PROSE)

    def search(self, pattern: "re.Pattern[str]") -> Iterator[tuple[Passage, "re.Match[str]"]]:
        """Every match of the pattern in the folded text, in the order of print."""
        for passage in self.passages:
            for match in pattern.finditer(passage.plain):
                yield passage, match
