"""How passages stand to each other: what stands behind a label, what stands under a passage, which are siblings."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile

from generator.dates import chinese_numeral
from generator.manuscript import Manuscript, Part, Passage
from generator.model import Place

NUMBERS = {chinese_numeral(number): number for number in range(2, 30)} | {"两": 2}
"""Numbers in Chinese numerals, from two."""

OPEN_ENDED = frozenset({Part.ANNEX_TITLE, Part.TITLE})
"""Parts at which one document ends and another begins."""


def bare(passage: Passage) -> tuple[int, str]:
    """Where the text behind the label begins, and that text, folded."""
    start = len(passage.label)
    return start, passage.plain[start:]


def clauses(text: str, marks: str = "，。；：！？、") -> Iterator[tuple[int, str]]:
    """The stretches between marks, each with where it begins."""
    for found in _between(marks).finditer(text):
        yield found.start(), found[0]


@cache
def _between(marks: str) -> "re.Pattern[str]":
    return re.compile(f"[^{marks}]+")


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """The sentences of a text, each with where it begins."""
    return clauses(text, "。！？；\n")


def below(passages: Sequence[Passage], index: int) -> Iterator[Passage]:
    """The passages that stand under one: a heading's section; what follows a paragraph up to the next heading above."""
    level = passages[index].level or _level_above(passages, index)
    for passage in passages[index + 1 :]:
        if passage.part in OPEN_ENDED or 0 < passage.level <= level:
            return
        yield passage


def _level_above(passages: Sequence[Passage], index: int) -> int:
    """The level of the section in which a passage without label stands."""
    for passage in reversed(passages[:index]):
        if passage.level or passage.part in OPEN_ENDED:
            return passage.level if passage.part == Part.HEADING else max(0, passage.level - 1)
    return 0


def items_under(passages: Sequence[Passage], index: int) -> list[Passage]:
    """The items, or the headings, that stand directly under a passage."""
    under = [passage for passage in below(passages, index) if passage.level]
    if not under:
        return []
    level, home = under[0].level, _home(under[0].place)
    nested = takewhile(lambda passage: passage.level >= level, under)
    items = [item for item in nested if item.level == level and item.place[: len(home)] == home]
    labels = [item.label for item in items]
    return items[: _run(labels)]


def _run(labels: list[str]) -> int:
    """How many there are before the numbers begin again."""
    return next((n for n, label in enumerate(labels) if label and label in labels[:n]), len(labels))


def _home(place: Place) -> Place:
    """The place of the list, or of the section, that holds what stands at a place in a plan."""
    place = place[:-1] if isinstance(place[-1], str) else place
    while place and isinstance(place[-1], int):
        place = place[:-1]
    return place


def groups(manuscript: Manuscript) -> Iterator[list[Passage]]:
    """Every run of siblings: labelled passages of one level with none above them between, two or more."""
    open_groups: dict[int, list[Passage]] = {}
    for passage in manuscript.passages:
        if passage.part in OPEN_ENDED:
            yield from _closed(open_groups, 0)
        if passage.level and passage.part in (Part.HEADING, Part.ITEM):
            yield from _closed(open_groups, passage.level)
            open_groups.setdefault(passage.level, []).append(passage)
    yield from _closed(open_groups, 0)


def _closed(open_groups: dict[int, list[Passage]], level: int) -> Iterator[list[Passage]]:
    """The groups below this level, which end where a passage of it begins."""
    for deeper in [depth for depth in open_groups if depth > level]:
        group = open_groups.pop(deeper)
        if len(group) > 1:
            yield group
