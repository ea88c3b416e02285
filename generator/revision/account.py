"""What changed, told section by section: which words were added, dropped or replaced, under which headings."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.revision.runs import text_of
from generator.revision.tables import is_changed_row
from generator.revision.words import DELETED, INSERTED, SAME
from generator.typeset.composition import Block, Composition, Grid, Passage, Run

ADDED, DROPPED, CHANGED = "增加", "删去", "改动"
OPENING, IMPRINT = "标题和开头", "版记"
_SECTIONS = {
    "annex-title": "附件",
    "organisation": "落款",
    "organisations": "落款",
    "date": "落款",
    "attachments": "附件说明",
    "attachments-more": "附件说明",
}
_HEADING = re.compile(r"heading-(\d)")
_LABEL = re.compile(r"(?:附件\d*|[一二三四五六七八九十]+、|（[一二三四五六七八九十\d]+）|\d+[.、]|[①-⑳])")
Words = tuple[tuple[str, str], ...]
"""Stretches of text, each with what became of it."""


@dataclass(frozen=True)
class Entry:
    """One passage or row that changed: under which headings, in what way, its words."""

    section: str
    what: str
    words: Words


def account(composition: Composition) -> Iterator[Entry]:
    """Every change marked in a composition, in the order of print."""
    path: dict[int, str] = {}
    section = OPENING
    for block in composition.blocks:
        section = _section(block, path, section)
        yield from _entries(block, section)
    for block in composition.imprint:
        yield from _entries(block, IMPRINT)


def _section(block: Block, path: dict[int, str], section: str) -> str:
    """Where the block stands; a heading, also one that is gone, opens a place of its own."""
    if not isinstance(block, Passage):
        return section
    if found := _HEADING.fullmatch(block.style):
        level = int(found[1])
        for deeper in [one for one in path if one >= level]:
            del path[deeper]
        path[level] = _now(block.runs)
        return " ＞ ".join(path[one] for one in sorted(path))
    if block.style == "annex-title":
        path.clear()
        path[0] = f"附件：{_now(block.runs)}"
        return path[0]
    return _SECTIONS.get(block.style, section)


def _now(runs: Iterable[Run]) -> str:
    """The text as it is now; as it was, where nothing of it is left."""
    runs = tuple(runs)
    kept = [run for run in runs if run.change != DELETED] or runs
    return text_of(kept).replace("\n", "")


def _entries(block: object, section: str) -> Iterator[Entry]:
    if isinstance(block, Passage):
        yield from _entry(section, block.change, block.runs)
    elif isinstance(block, Grid):
        for row, change in zip(block.rows, block.changes or (SAME,) * len(block.rows), strict=True):
            if change or is_changed_row(row):
                yield from _entry(section, change, _row_runs(row))


def _row_runs(row: tuple[object, ...]) -> Iterator[Run]:
    for number, cell in enumerate(row):
        if number:
            yield Run("｜")
        yield from (run for line in getattr(cell, "lines", ()) for run in line)


def _entry(section: str, change: str, runs: Iterable[Run]) -> Iterator[Entry]:
    words = tuple((run.change, text_of((run,)).replace("\n", "")) for run in runs if run.text)
    if change:
        yield Entry(section, ADDED if change == INSERTED else DROPPED, tuple((SAME, text) for _, text in words))
    elif any(kind for kind, _ in words) and not _renumbered(words):
        yield Entry(section, CHANGED, words)


def _renumbered(words: Words) -> bool:
    """Whether only the label changed, which follows from what was added or dropped before it."""
    old = "".join(text for kind, text in words if kind != INSERTED)
    new = "".join(text for kind, text in words if kind != DELETED)
    before, after = _LABEL.match(old), _LABEL.match(new)
    return bool(before and after and old[before.end() :] == new[after.end() :])
