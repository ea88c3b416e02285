"""Two compositions as one: the new document with every change from the old marked in it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.revision.pairing import pairs
from generator.revision.runs import changed, merged, text_of
from generator.revision.tables import grid_text, merge_grids, whole
from generator.revision.words import DELETED, INSERTED
from generator.typeset.composition import Block, Composition, Gap, Grid, Marks, Passage

_FURNITURE = frozenset({"blank", "mark"})
"""Passages that are room or letterhead: they are the new document's."""


def merge(old: Composition, new: Composition) -> Composition:
    """The new composition with what was inserted and deleted."""
    imprint = tuple(block for block in _merge(old.imprint, new.imprint) if isinstance(block, Passage | Gap))
    return replace(new, blocks=tuple(_merge(old.blocks, new.blocks)), imprint=imprint)


def block_text(block: Block) -> str:
    """The text of a passage or a table."""
    if isinstance(block, Passage):
        return text_of(block.runs)
    return grid_text(block) if isinstance(block, Grid) else ""


def _merge(old: Sequence[Block], new: Sequence[Block]) -> Iterator[Block]:
    """The new blocks in their order; those gone stand behind what was before them."""
    before = [block for block in old if _holds_text(block)]
    after = [number for number, block in enumerate(new) if _holds_text(block)]
    emitted = 0
    for i, j in pairs([_key(block) for block in before], [_key(new[number]) for number in after]):
        gone = before[i] if i is not None else None
        if gone is not None and j is None:
            head = _end_of_letterhead(new, emitted)
            yield from (*new[emitted:head], _deleted(gone))
            emitted = head
        if j is None:
            continue
        yield from new[emitted : after[j]]
        yield from _pair(gone, new[after[j]])
        emitted = after[j] + 1
    yield from new[emitted:]


def _end_of_letterhead(blocks: Sequence[Block], start: int) -> int:
    """Behind the 发文机关标志 that stands next: what is gone under it does not rise above it."""
    for number, block in enumerate(blocks[start:], start):
        if isinstance(block, Marks) or (isinstance(block, Passage) and block.style == "mark"):
            return number + 1
        if _holds_text(block):
            break
    return start


def _holds_text(block: Block) -> bool:
    return isinstance(block, Grid) or (isinstance(block, Passage) and block.style not in _FURNITURE)


def _key(block: Block) -> str:
    """The text, by which blocks are paired; a table never pairs with a passage."""
    return f"\0{block_text(block)}" if isinstance(block, Grid) else block_text(block)


def _pair(old: Block | None, new: Block) -> Iterator[Block]:
    if old is None:
        yield _inserted(new)
    elif block_text(old) == block_text(new):
        yield new
    elif (one := _as_one(old, new)) is not None:
        yield one
    else:
        yield _deleted(old)
        yield _inserted(new)


def _as_one(old: Block, new: Block) -> Block | None:
    """The new block with the words marked that changed; None where it must be replaced whole."""
    if isinstance(old, Grid) and isinstance(new, Grid):
        return merge_grids(old, new)
    if isinstance(old, Passage) and isinstance(new, Passage) and not _has_stops(old) and not _has_stops(new):
        return replace(new, runs=merged(old.runs, new.runs))
    return None


def _has_stops(passage: Passage) -> bool:
    """Whether its runs start at places of their own: their words cannot be moved about."""
    return any(run.flush or run.at is not None for run in passage.runs)


def _deleted(block: Block) -> Block:
    if isinstance(block, Grid):
        return replace(whole(block, DELETED), keep_with_next=False)
    assert isinstance(block, Passage)  # noqa: S101 - only these hold text
    return replace(block, runs=changed(block.runs, DELETED), change=DELETED, keep_with_next=False, outline=None)


def _inserted(block: Block) -> Block:
    if isinstance(block, Grid):
        return whole(block, INSERTED)
    assert isinstance(block, Passage)  # noqa: S101 - as above
    return replace(block, runs=changed(block.runs, INSERTED), change=INSERTED)
