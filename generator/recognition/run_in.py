"""Lists that run in a paragraph (连排): 一是……；二是……, ①……②…… within a sentence, told apart again."""

import re
from collections.abc import Callable, Iterator
from functools import partial

from generator.model import Block, Item, Listing, Paragraph
from generator.original import Line
from generator.outline.numbering import label

_STYLES = ("一是", "第一", "①", "（1）")
_BEFORE = "。；;：:，,！!？?"
_FEWEST = 2


def paragraphs_of(line: Line, text: str) -> Iterator[Block]:
    """The paragraph that a line of running text holds; a list that runs in it parted where the file's own style is ours."""
    series = (
        next(filter(None, (_series(text, style) for style in _STYLES)), None) if line.looks.role == "body" else None
    )
    if series:
        before, listing = series
        yield from [Paragraph(text=before)] if before else []
        yield listing
    else:
        yield Paragraph(text=text)


def _series(text: str, style: str) -> tuple[str, Listing] | None:
    """The text before a series of labels in this style, and the series; None where there is none."""
    starts = _starts(text, partial(label, style))
    ends = [*(start for start, _ in starts[1:]), len(text)]
    texts = [text[start + length : end] for (start, length), end in zip(starts, ends, strict=False)]
    if len(texts) < _FEWEST or not all(texts):
        return None
    items = tuple(Item(blocks=(Paragraph(text=each),)) for each in texts)
    return text[: starts[0][0]], Listing(items=items, numbering=style, run_in=True)


def _starts(text: str, written: Callable[[int], str]) -> list[tuple[int, int]]:
    """Where the labels 1, 2, 3 … of one style stand, each at the head of a clause, with their lengths."""
    found: list[tuple[int, int]] = []
    place = 0
    while True:
        sign = written(len(found) + 1)
        place = _find(text, sign, place)
        if place < 0:
            return found
        found.append((place, len(sign)))
        place += len(sign)


def _find(text: str, sign: str, start: int) -> int:
    for found in re.finditer(re.escape(sign), text[start:]):
        place = start + found.start()
        if place == 0 or text[place - 1] in _BEFORE:
            return place
    return -1
