"""Last lines of one character alone (孤字): a paragraph that ends so is set a little wider, and more comes down to it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.typeset.composition import Block, Passage
from generator.typeset.lines import break_lines
from generator.typeset.measure import ems
from generator.typeset.scripts import gaps_of
from generator.typeset.styles import AREA_WIDTH, CELL, NO_LINE_START, STYLES

WIDENING = -STYLES["body"].gap
"""Points every gap is widened by: one character less goes into a line."""
_CURED = ("body", "note")


def without_lone_characters(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, every paragraph of text whose last line would be one character cured if spacing can do it."""
    for block in blocks:
        curable = isinstance(block, Passage) and block.style in _CURED and _ends_lone(block)
        yield _cured(block) if isinstance(block, Passage) and curable else block


def _cured(passage: Passage) -> Passage:
    wider = replace(passage, runs=tuple(replace(run, gap=run.gap + WIDENING) for run in passage.runs))
    return passage if _ends_lone(wider) else wider


def _ends_lone(passage: Passage) -> bool:
    """Whether the last line holds one character, marks not counted; widths are those of Chinese fonts."""
    style = STYLES[passage.style]
    text = passage.text
    widths = [ems(character) * style.size for character in text]
    gaps = gaps_of(passage.runs, style.gap)
    left = style.left if passage.left is None else passage.left
    lines = break_lines(text, widths, gaps, (AREA_WIDTH - style.first * CELL, AREA_WIDTH - left * CELL))
    last = text[lines[-1].start : lines[-1].end]
    return len(lines) > 1 and len([character for character in last if character not in NO_LINE_START]) == 1
