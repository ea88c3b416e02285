"""Rules on what is said twice: items that say the same, sentences and clauses that stand twice."""

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import combinations, groupby
from operator import add

from generator.check.agreement.siblings import bare, clauses, groups, sentences
from generator.check.registry import Found, found_in, rule_of_text
from generator.manuscript import Manuscript, Passage
from generator.problems import Severity

ALIKE = 0.78
"""Share of characters in common, in the same order, from which two items say the same."""

_LIKELY = 0.6
"""Share of pairs of characters from which it is worth while to compare in full."""

_SHORTEST_ITEM, _SHORTEST_SHARED, _SLOT = 18, 8, 6
_SHORTEST_SENTENCE, _SHORTEST_RUN = 30, 18
_MARKS = re.compile(r"[\W_]+")
_CONTRAST = re.compile(r"[一二三四五六七八九十\d]+|[上下春夏秋冬早中晚男女]|[高中低大小]班|开学|期末|期中|放学|假")
_QUOTED = re.compile("《[^》]*》|“[^”]*”")


@rule_of_text("repeated-item")
def repeated_item(manuscript: Manuscript) -> Iterator[Found]:
    """并列的两条说的几乎是同一件事，多半是抄几份旧计划时各抄了一遍，检查时也分不清归哪一条。

    合并成一条，或者删去其中一条；确有不同的，只写不同的部分。
    """
    for group in groups(manuscript):
        twins: dict[int, tuple[Passage, str, Passage]] = {}
        long = [_Item(passage) for passage in group if len(passage.text) >= _SHORTEST_ITEM]
        alike = (pair for pair in combinations(long, 2) if _say_the_same(*pair))
        for first, second in ((one.passage, other.passage) for one, other in alike):
            twins.setdefault(id(first), (first, "后", second))
            twins.setdefault(id(second), (second, "前", first))
        for passage, where, other in twins.values():
            message = f"与{where}面一条几乎相同（“{_head(other)}”）：请合并，或删去一条"
            yield found_in(passage, (bare(passage)[0], len(passage.text)), message)


def _head(passage: Passage) -> str:
    text = passage.text
    return text if len(text) <= _SHORTEST_ITEM else f"{text[:_SHORTEST_ITEM]}…"


class _Item:
    """A passage made ready to be compared with its siblings: its text without label, and that without marks."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.text = bare(passage)[1]
        self.words = _MARKS.sub("", self.text)

    @cached_property
    def pairs(self) -> frozenset[str]:
        """The pairs of neighbouring characters, each once."""
        return frozenset(map(add, self.words, self.words[1:]))

    @cached_property
    def again(self) -> int:
        """How many pairs stand there once more."""
        return len(self.words) - 1 - len(self.pairs)


def _say_the_same(first: _Item, second: _Item) -> bool:
    short, long = sorted((first.words, second.words), key=len)
    if len(short) < _SHORTEST_ITEM or len(short) < len(long) / 2:
        return False
    if _pairs_shared(first, second) < _LIKELY or similarity(short, long) < ALIKE:
        return False
    shared = {text for _, text in clauses(first.text)} & {text for _, text in clauses(second.text)}
    return any(len(text) >= _SHORTEST_SHARED for text in shared) and not _parallel(short, long)


def _pairs_shared(first: _Item, second: _Item) -> float:
    """The share of pairs of neighbouring characters that two texts have in common, wherever they stand, at most."""
    shared = len(first.pairs & second.pairs) + min(first.again, second.again)
    return 2 * shared / (len(first.words) + len(second.words) - 2)


def similarity(first: str, second: str) -> float:
    """The share of characters that two texts have in common in the same order, from 0 to 1."""
    lengths = [0] * (len(second) + 1)
    for character in first:
        corner = 0
        for index, other in enumerate(second, 1):
            above = lengths[index]
            lengths[index] = corner + 1 if character == other else max(above, lengths[index - 1])
            corner = above
    return 2 * lengths[-1] / (len(first) + len(second))


def _parallel(short: str, long: str) -> bool:
    """Whether two texts are cast in one mould: other subjects, or one other word in the same place, or other numbers."""
    head = _common(short, long)
    tail = _common(short[head:][::-1], long[head:][::-1])
    left = short[head : len(short) - tail], long[head : len(long) - tail]
    if head < _SHORTEST_SHARED or (all(left) and max(map(len, left)) <= _SLOT):
        return True
    return any(map(_CONTRAST.search, left)) and _CONTRAST.sub("", short) == _CONTRAST.sub("", long)


def _common(first: str, second: str) -> int:
    """How many characters two texts begin with alike."""
    return next((n for n, pair in enumerate(zip(first, second, strict=False)) if pair[0] != pair[1]), len(first))


@rule_of_text("repeated-sentence", Severity.HINT)
def repeated_sentence(manuscript: Manuscript) -> Iterator[Found]:
    """同一句话在正文里一字不差地出现两次，读的人会以为是两件事。

    留下最合适的一处，其余删去或改成“见某条”。
    """
    seen: dict[str, Passage] = {}
    for passage in manuscript.prose:
        for start, text in sentences(passage.plain):
            words = _MARKS.sub("", text) if len(text) >= _SHORTEST_SENTENCE else ""
            if len(words) < _SHORTEST_SENTENCE:
                continue
            first = seen.setdefault(words, passage)
            if first is not passage:
                span = (start, start + len(text))
                yield found_in(passage, span, "这句话前面已经一字不差地说过：请只留一处")


@rule_of_text("repeated-clause")
def repeated_clause(manuscript: Manuscript) -> Iterator[Found]:
    """同一段里，一串话一字不差地说了两遍，多半是合并旧文字时留下的。

    删去后面的一遍，把它后面的话接到前面去。
    """
    for passage in manuscript.prose:
        behind, bared = bare(passage)
        if len(bared) < 2 * _SHORTEST_RUN:
            continue
        text = _QUOTED.sub(lambda found: "“" * len(found[0]), bared)
        parts = [(behind + start, words) for start, words in clauses(text, "，。；：！？“”") if words.strip()]
        if len({words for _, words in parts}) < len(parts) - 1:
            yield from (_told_twice(passage, run) for run in _runs(parts))


def _told_twice(passage: Passage, run: tuple[int, int]) -> Found:
    return found_in(passage, run, "这几句在同一段里已经说过一遍：请删去一处")


def _runs(parts: list[tuple[int, str]]) -> Iterator[tuple[int, int]]:
    """Where runs of two clauses or more stand for the second time."""
    first: dict[str, int] = {}
    twins = []
    for index, (_, text) in enumerate(parts):
        before = first.setdefault(text, index)
        twins.append(index - before)
    index = 0
    for distance, run in groupby(twins):
        length = len(list(run))
        start, end = parts[index][0], parts[index + length - 1]
        index += length
        said = sum(len(text) for _, text in parts[index - length : index])
        if distance > length >= 2 and said >= _SHORTEST_RUN:  # noqa: PLR2004 - one clause may be a refrain
            yield start, end[0] + len(end[1])
