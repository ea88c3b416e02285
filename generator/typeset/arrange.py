"""What stands between the blocks of a composition: blank lines, what keeps together, outline levels, turns of the page."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.typeset.closing import closed
from generator.typeset.composition import Block, Passage, Turn
from generator.typeset.keeps import kept
from generator.typeset.styles import LINE_PITCH, STYLES

_GROUPS = {
    "title": "head",
    "byline": "byline",
    "dateline": "byline",
    "annex-label": "annex-label",
    "annex-title": "annex-title",
    "attachments": "attachments",
    "attachments-more": "attachments",
    "attendance": "attendance",
    "organisation": "signature",
    "organisations": "signature",
    "date": "signature",
}
_BLANK_AFTER = {"head", "byline", "annex-label", "annex-title"}
_BLANK_BEFORE = {"attachments", "attendance", "signature"}
_BLANK = Passage("blank", keep_with_next=True)


def arranged(blocks: Iterable[Block], pitch: float = LINE_PITCH) -> tuple[Block, ...]:
    """The blocks in their order with blank lines, keeps, outline levels and turns as GB/T 9704 wants them."""
    return tuple(_outlined(kept(closed([*_spaced(_turned(blocks))], pitch), pitch)))


def _turned(blocks: Iterable[Block]) -> Iterator[Block]:
    """Turns in a row are one, the last; a turn after everything else is none."""
    pending: Turn | None = None
    for block in blocks:
        if isinstance(block, Turn):
            pending = block
            continue
        if pending:
            yield pending
            pending = None
        yield block


def _spaced(blocks: Iterable[Block]) -> Iterator[Block]:
    """One blank line after a title block and before 附件说明, 出席 and 落款, none beside a turn of the page."""
    before: Block = Turn()
    for block in blocks:
        if _is_parted(before, block):
            yield _BLANK
        yield block
        if not _is_blank(block):
            before = block


def _is_blank(block: Block) -> bool:
    return isinstance(block, Passage) and block.style == "blank"


def _is_parted(before: Block, after: Block) -> bool:
    if isinstance(before, Turn) or isinstance(after, Turn) or _group(before) == _group(after):
        return False
    return _group(before) in _BLANK_AFTER or _group(after) in _BLANK_BEFORE


def _group(block: Block) -> str:
    return _GROUPS.get(block.style, "") if isinstance(block, Passage) else ""


def _outlined(blocks: Iterable[Block]) -> Iterator[Block]:
    """Headings deepen by one level at a time; an item that reads like a heading stands one under the last."""
    last = 0
    for block in blocks:
        if not isinstance(block, Passage):
            yield block
            continue
        own = STYLES[block.style].outline
        level = min(block.outline if block.outline is not None else own or 0, last + 1)
        if level and block.style != "body":
            last = level
        outline = level if level and level != own else None
        yield block if outline == block.outline else replace(block, outline=outline)
