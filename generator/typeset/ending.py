"""The end of a text with its signature (落款), and what spacing can make of it: fewer lines, more lines, closer lines (7.3.5.5)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from generator.typeset.composition import Block, Grid, Passage
from generator.typeset.keeps import is_text
from generator.typeset.lone import ends_lone
from generator.typeset.reckoning import HAIR, Place, height_of, lines_of, places
from generator.typeset.styles import AREA_HEIGHT

LEAST = 2
"""Lines of text that stand with a signature."""
SLACK = 2
"""Lines by which a reckoning may be wrong."""

Blocks = tuple[Block, ...]


@dataclass(frozen=True)
class Ending:
    """The text of the last pages before the end of the signature, and the signature with all that keeps to it."""

    text: Blocks
    tail: Blocks
    pitch: float

    @cached_property
    def places(self) -> list[Place]:
        """Where the lines of the text stand."""
        return places(self.text, self.pitch, AREA_HEIGHT)

    @property
    def is_sure(self) -> bool:
        """Whether all of it is text: the height of a table is no more than an estimate."""
        return not any(isinstance(block, Grid) for block in self.text)

    @property
    def stands(self) -> bool:
        """Whether the signature fits on the page the text ends on, with lines of the text above it."""
        found = self.places
        last = found[-1]
        beside = sum(place.page == last.page for place in found)
        fits = last.foot + height_of(self.tail, self.pitch) <= AREA_HEIGHT + HAIR
        return fits and (last.page == 0 or beside >= LEAST)

    @property
    def hangs(self) -> bool:
        """Whether a page ends in the last paragraph so near its end that a reckoning of lines may be wrong there."""
        found = self.places
        last = [place.page for place in found if place.strip.block == found[-1].strip.block]
        near = last.count(last[-1]) < LEAST + SLACK or not self.is_sure
        return isinstance(self.text[-1], Passage) and last[0] != last[-1] and near

    @property
    def brims(self) -> bool:
        """Whether the text fills its page, or has one line on the next: two lines can go with the signature."""
        found = self.places
        last = found[-1]
        alone = last.page > 0 and sum(place.page == last.page for place in found) < LEAST
        return alone or last.foot + self.pitch > AREA_HEIGHT + HAIR

    @property
    def on_last_page(self) -> list[int]:
        """The paragraphs of text that end on the last page, the last first."""
        found = self.places
        ending = {place.strip.block: place.page for place in found}
        return [
            index for index, page in reversed(ending.items()) if page == found[-1].page and _is_plain(self.text[index])
        ]


def lean(ending: Ending) -> Ending:
    """A room below the seal of no more than one line: the seal still fits between the text and the foot of the page."""
    *tail, last = ending.tail
    is_room = isinstance(last, Passage) and last.style == "blank"
    return replace(ending, tail=(*tail, Passage("blank", pitch=ending.pitch))) if is_room else ending


def spaced(ending: Ending, change: float, most: int) -> Iterator[Ending]:
    """One paragraph after the other on the last page with other letter gaps, where that gains or saves a line."""
    text = list(ending.text)
    changed = 0
    for index in ending.on_last_page if ending.is_sure else []:
        passage = text[index]
        if changed < most and isinstance(passage, Passage) and _gains(passage, _with_gaps(passage, change), change):
            text[index] = _with_gaps(passage, change)
            changed += 1
            yield replace(ending, text=(*text,))


def _gains(passage: Passage, other: Passage, change: float) -> bool:
    return (len(lines_of(other)) - len(lines_of(passage))) * change > 0 and not ends_lone(other)


def _with_gaps(passage: Passage, change: float) -> Passage:
    return replace(passage, runs=tuple(replace(run, gap=run.gap + change) for run in passage.runs))


def pitched(ending: Ending, pitch: float) -> Ending:
    """What ends on the last page, the signature with it, in lines of this height."""
    if not ending.is_sure or pitch >= ending.pitch:
        return ending
    found = ending.places
    ends = {place.strip.block: place.page for place in found}
    text = (
        _closer(block, pitch) if ends[index] == found[-1].page and is_text(block) else block
        for index, block in enumerate(ending.text)
    )
    return replace(ending, text=(*text,), tail=tuple(_closer(block, pitch) for block in ending.tail))


def _closer(block: Block, pitch: float) -> Block:
    return replace(block, pitch=pitch) if isinstance(block, Passage) else block


def _is_plain(block: Block) -> bool:
    """A paragraph of text whose letter gaps nothing has changed yet."""
    return isinstance(block, Passage) and block.style == "body" and not any(run.gap for run in block.runs)
