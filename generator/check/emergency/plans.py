"""What makes a manuscript an emergency plan (应急预案), and its chapters."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.manuscript import PROSE, Manuscript, Part, Passage

_ENDS = re.compile("预案(?:[（(][^）)]{1,8}[）)])?$")
_LEAST = 10
"""Passages below which a text is a stub, not a plan from which something could be missing."""


@dataclass(frozen=True)
class Chapter:
    """A heading with all that stands under it."""

    heading: Passage
    passages: tuple[Passage, ...]

    @property
    def text(self) -> str:
        """All of its text."""
        return "\n".join((self.heading.plain, *(f"{passage.role}：{passage.plain}" for passage in self.passages)))


def is_emergency_plan(manuscript: Manuscript) -> bool:
    """Whether it is a plan for emergencies by its kind or its title."""
    return manuscript.kind.endswith("预案") or bool(_ENDS.search(manuscript.derived(_last_title)))


def _last_title(manuscript: Manuscript) -> str:
    return next((passage.plain for passage in reversed(manuscript.passages) if passage.part == Part.TITLE), "")


def is_whole_plan(manuscript: Manuscript) -> bool:
    """Whether it is an emergency plan long enough to miss something in."""
    return is_emergency_plan(manuscript) and len(manuscript.passages) >= _LEAST


def title_of(manuscript: Manuscript) -> Passage:
    """The passage at which faults of the whole document are told."""
    return next((passage for passage in manuscript.passages if passage.part == Part.TITLE), manuscript.passages[0])


def text_of(manuscript: Manuscript) -> str:
    """The whole text, roles included."""
    return "\n".join(f"{passage.role}：{passage.plain}" for passage in manuscript.passages)


def chapters(manuscript: Manuscript, heading: "re.Pattern[str]") -> Iterator[Chapter]:
    """The chapters with such a heading, not those within one another."""
    ends = -1
    headings = {id(passage) for passage in manuscript.may_match(heading)}
    for index, passage in enumerate(manuscript.passages) if headings else ():
        if (
            index > ends
            and id(passage) in headings
            and passage.part == Part.HEADING
            and passage.level
            and heading.search(passage.plain)
        ):
            ends = end_of(manuscript.passages, index)
            yield Chapter(passage, manuscript.passages[index + 1 : ends + 1])


def end_of(passages: tuple[Passage, ...], index: int) -> int:
    """The number of the last passage that belongs to the one at `index`: up to the next of its level or above."""
    level = passages[index].level
    for number in range(index + 1, len(passages)):
        following = passages[number]
        above = following.part in PROSE and 0 < following.level <= level
        if above or following.part in (Part.ANNEX_TITLE, Part.SIGNATURE):
            return number - 1
    return len(passages) - 1
