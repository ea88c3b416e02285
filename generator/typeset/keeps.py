"""What keeps together over the end of a page: the signature (落款) with the last lines of the text (7.3.5.5)."""

from collections.abc import Iterable
from dataclasses import replace
from math import ceil

from generator.typeset.composition import Block, Gap, Grid, Marks, Passage, Turn
from generator.typeset.measure import cells
from generator.typeset.reckoning import places
from generator.typeset.styles import AREA_HEIGHT, CELLS, MARK_PITCH, STYLES

SIGNATURE = {"organisation", "organisations", "date"}
TAIL = {*SIGNATURE, "attachments", "attachments-more", "blank"}
ABOVE_TEXT = {
    "copy-number", "secrecy", "urgency", "mark", "number", "signers", "title", "byline", "dateline", "addressee", "blank",
}  # fmt: skip


def kept(blocks: Iterable[Block], pitch: float) -> list[Block]:
    """The signature never stands alone on a page: what is before it keeps to it, back to the last paragraph.

    LibreOffice moves such a paragraph whole; asked for it, so do Word and the PDF. One that a page ends in keeps to
    nothing: its last lines stand with the signature as they are.
    """
    found = list(blocks)
    cut = _cut(found, pitch)
    following, lines = False, 0
    for index in reversed(range(len(found))):
        block = found[index]
        style = block.style if isinstance(block, Passage) else ""
        lines = lines + _lines(block) if following or style in SIGNATURE else 0
        if following and (isinstance(block, Grid) or index not in cut):
            found[index] = _bound(found, index, lines, pitch)
        following = style in SIGNATURE or (following and style in TAIL)
    return found


def _cut(blocks: list[Block], pitch: float) -> set[int]:
    """The blocks of the pages up to the signature that a page ends in."""
    turns = [index for index, block in enumerate(blocks) if isinstance(block, Turn) and _is_signed(blocks[index:])]
    start = turns[-1] + 1 if turns else 0
    pages: dict[int, set[int]] = {}
    for place in places(blocks[start:], pitch, AREA_HEIGHT):
        pages.setdefault(start + place.strip.block, set()).add(place.page)
    return {index for index, found in pages.items() if len(found) > 1}


def _is_signed(blocks: list[Block]) -> bool:
    return any(isinstance(block, Passage) and block.style in SIGNATURE for block in blocks)


def _bound(blocks: list[Block], index: int, lines: int, pitch: float) -> Block:
    """A block that keeps to the next, whole where both fit one page and the first page shows text without it (7.3.3)."""
    block = blocks[index]
    if isinstance(block, Grid):
        return replace(block, keep_with_next=True)
    if not isinstance(block, Passage):
        return block
    above = blocks[:index]
    if block.style in ABOVE_TEXT or any(map(is_text, above)):
        return replace(block, keep_with_next=True, keep_together=lines < int(AREA_HEIGHT / pitch))
    goes_on = sum(_height(one, pitch) for one in (*above, block)) > AREA_HEIGHT
    return block if goes_on else replace(block, keep_with_next=True)


def is_text(block: Block) -> bool:
    """Whether a block is more than what stands above the text of a first page."""
    return isinstance(block, Grid | Turn) or (isinstance(block, Passage) and block.style not in ABOVE_TEXT)


def _height(block: Block, pitch: float) -> float:
    """The height of what stands on a first page, in points; a paragraph may be higher, never lower."""
    if isinstance(block, Gap):
        return block.height
    if isinstance(block, Marks):
        return len(block.lines) * block.size * MARK_PITCH
    size = block.size if isinstance(block, Passage) else None
    return size * MARK_PITCH if size else _lines(block) * pitch


def _lines(block: Block) -> int:
    """The lines a passage takes at least."""
    if not isinstance(block, Passage):
        return 0
    broken = sum(run.breaks for run in block.runs)
    return 1 + broken if broken else max(1, ceil((STYLES[block.style].first + cells(block.text)) / CELLS))
