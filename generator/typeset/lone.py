"""Last lines of one character alone (孤字): a paragraph that ends so is set a little wider, and more comes down to it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.typeset.composition import Block, Passage
from generator.typeset.reckoning import lines_of
from generator.typeset.styles import NO_LINE_START, STYLES

WIDENING = -STYLES["body"].gap
"""Points every gap is widened by: one character less goes into a line."""
_CURED = ("body", "note")


def without_lone_characters(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, every paragraph of text whose last line would be one character cured if spacing can do it."""
    for block in blocks:
        curable = isinstance(block, Passage) and block.style in _CURED and ends_lone(block)
        yield _cured(block) if isinstance(block, Passage) and curable else block


def _cured(passage: Passage) -> Passage:
    wider = replace(passage, runs=tuple(replace(run, gap=run.gap + WIDENING) for run in passage.runs))
    return passage if ends_lone(wider) else wider


def ends_lone(passage: Passage) -> bool:
    """Whether the last line holds one character, marks not counted; widths are those of Chinese fonts."""
    lines = lines_of(passage)
    last = passage.text[lines[-1].start : lines[-1].end]
    return len(lines) > 1 and len([character for character in last if character not in NO_LINE_START]) == 1
