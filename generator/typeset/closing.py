"""How the text ends so that its signature (落款) stands on the same page: spacing first, then as few lines as need be (7.3.5.5)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from generator.typeset.composition import Block, Passage, Turn
from generator.typeset.ending import LEAST, Blocks, Ending, lean, pitched, spaced
from generator.typeset.keeps import SIGNATURE, TAIL, is_text
from generator.typeset.lone import WIDENING
from generator.typeset.reckoning import lines_of
from generator.typeset.signature import SEALED_ROOM

TIGHTENING = -0.55
"""Points every gap of a paragraph is narrowed by: one character more goes into a line."""
TIGHTENED, LOOSENED = 2, 3
"""Paragraphs whose letter gaps change at most."""
SLIGHT = (28.0, 27.7)
DENSE = (27.0, 26.5, 26.0, 25.5, 25.0, 24.5)
"""Line pitches that the last page may be set in: a little closer for one line more on it, and as close as can be."""


def closed(blocks: Sequence[Block], pitch: float) -> list[Block]:
    """The blocks with the end of the text set so that no signature stands apart from it."""
    signed = [index for index, block in enumerate(blocks) if isinstance(block, Passage) and block.style in SIGNATURE]
    if not signed:
        return list(blocks)
    end = signed[-1] + 1
    below = _count(blocks[end:], {"blank"})
    middle = signed[0] - _count(blocks[: signed[0]][::-1], TAIL)
    start = max((index + 1 for index, block in enumerate(blocks[:middle]) if isinstance(block, Turn)), default=0)
    tail, after = _noted((*blocks[middle:end],), blocks[end : end + below], blocks[end + below :], pitch)
    ending = Ending((*blocks[start:middle],), tail, pitch)
    text = _cured(ending) if any(map(is_text, ending.text)) else (*ending.text, *tail)
    return [*blocks[:start], *text, *after]


def _count(blocks: Sequence[Block], styles: set[str]) -> int:
    """How many passages of these styles the blocks begin with."""
    others = (i for i, block in enumerate(blocks) if not (isinstance(block, Passage) and block.style in styles))
    return next(others, len(blocks))


def _noted(tail: Blocks, below: Sequence[Block], after: Sequence[Block], pitch: float) -> tuple[Blocks, Blocks]:
    """The signature with the room below a seal, in which 附注 stands right below the date (7.3.6)."""
    note = after[0] if after else None
    if not below or not isinstance(note, Passage) or note.style != "note":
        return (*tail, *below), (*after,)
    left = SEALED_ROOM - len(lines_of(note))
    rest = (Passage("blank", pitch=left * pitch),) if left > 0 else ()
    return (*tail, replace(note, keep_with_next=left > 0, keep_together=True), *rest), (*after[1:],)


def _cured(ending: Ending) -> Blocks:
    """The ending as it is if it stands, else by the least change that makes it stand."""
    found = next((way for way in _ways(ending) if way.stands), None)
    if found:
        return (*(_moved(found.text) if found.hangs else found.text), *found.tail)
    brimming = next((way for way in (ending, *spaced(ending, WIDENING, LOOSENED)) if way.brims), None)
    dense = None if brimming else next((way for way in _dense_ways(ending) if way.stands), None)
    if dense:
        return (*dense.text, *dense.tail)
    return (*_moved((brimming or ending).text), *ending.tail)


def _ways(ending: Ending) -> Iterator[Ending]:
    """The ending, with less room below its seal, with narrower letter gaps, with lines a little closer."""
    leaner = lean(ending)
    yield from (ending, leaner, *spaced(leaner, TIGHTENING, TIGHTENED))
    yield from (pitched(leaner, pitch) for pitch in SLIGHT)


def _dense_ways(ending: Ending) -> Iterator[Ending]:
    """Lines much closer than elsewhere, with narrower letter gaps where that is not enough."""
    leaner = lean(ending)
    return (pitched(way, pitch) for way in (leaner, *spaced(leaner, TIGHTENING, TIGHTENED)) for pitch in DENSE)


def _moved(text: Blocks) -> Blocks:
    """The text with its last two lines bound together, parted from those that stay on the page before."""
    found, wanted = list[Block](), LEAST
    for index in reversed(range(len(text))):
        block = text[index]
        count = len(lines_of(block)) if isinstance(block, Passage) else 0
        if not isinstance(block, Passage) or (wanted < count and block.style != "body"):
            return text if not found else (*text[: index + 1], *found)
        if wanted < count:
            return (*text[:index], *_parted(block, count - wanted), *found)
        found.insert(0, replace(block, keep_with_next=True, keep_together=True))
        wanted -= count
        if not wanted:
            return (*text[:index], *found) if any(map(is_text, text[:index])) else text
    return text


def _parted(passage: Passage, stay: int) -> tuple[Passage, Passage]:
    """A paragraph as two, so many lines in the first: no reader of Word files parts one that keeps to the next alike."""
    place = lines_of(passage)[stay].start
    starts = accumulate((len(run.text) for run in passage.runs), initial=0)
    cut = [(run, min(max(place - start, 0), len(run.text))) for run, start in zip(passage.runs, starts, strict=False)]
    before = tuple(replace(run, text=run.text[:end].rstrip(" ")) for run, end in cut if end)
    after = tuple(replace(run, text=run.text[end:]) for run, end in cut if end < len(run.text))
    stays = replace(passage, runs=before, goes_on=True)
    return stays, replace(passage, runs=after, continued=True, outline=None, keep_with_next=True, keep_together=True)
