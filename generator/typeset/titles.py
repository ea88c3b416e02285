"""Titles: each line of one as it is printed, too long ones broken between words into 梯形 or 菱形."""

from collections.abc import Iterator
from itertools import accumulate, combinations, pairwise
from math import ceil, comb, inf

from generator.typeset.composition import Run
from generator.typeset.lines import break_lines, may_break
from generator.typeset.measure import ems, is_wide
from generator.typeset.styles import AREA_WIDTH, STYLES
from generator.typeset.words import Word, words

ROOM = AREA_WIDTH / STYLES["title"].size
"""Characters a line of a title holds."""
DIGIT, LETTER = 0.6, 0.75
"""How wide digits and Latin letters of title fonts may be, in Chinese characters."""
SHORTEST = 4
"""Characters the shortest line of a broken title has: never one or two alone."""
MOST_MORE = 2
"""Lines more than needed that are tried for a better shape."""
STEP = 1.0
"""Lines whose widths differ by no more characters than this look equal."""

AFTER = {
    "name": -3.0,
    "date": -2.0,
    "whole": -1.0,
    "action": 2.0,
    "unknown": 2.0,
    "order": 4.0,
    "place": 4.0,
    "particle": 4.0,
}
"""What a break costs by the word it follows: least after the name of a body, most after a verb without its object."""
BEFORE = {"kind": -1.0, "order": -1.0, "unknown": 2.0}
"""What a break costs by the word it precedes."""
JOINING = frozenset("和 与 及 暨".split())
TRAILING = frozenset("期间 工作 情况 活动 管理 问题 机制 体系 行动 秩序 领导小组".split())
"""Words that say little without the one before them."""
TIED = 2.0
"""What a break costs before such a word, or between two verbs (贯彻落实)."""
QUOTED, WITHIN = 15.0, 30.0
"""What a break inside 《》 or “” costs, and inside a word: taken only where nothing else fits."""
MOST_WAYS = 20_000
"""Ways to break a line that are weighed; a longer line is filled instead."""
FLAT, WAISTED = 30.0, 60.0
"""What lines of equal width (长方形) and a line narrower than both its neighbours (沙漏形) cost."""
UNEVEN = 0.35
"""What every character costs by which the widest line exceeds the narrowest."""
ANOTHER_LINE = 6.0


def title_runs(lines: list[str]) -> tuple[Run, ...]:
    """The lines of a title as runs, each after the first on a new line."""
    fitting = [part for line in lines for part in fitted(line)]
    return tuple(Run(part, breaks=index > 0) for index, part in enumerate(fitting))


def fitted(line: str) -> list[str]:
    """One line of a title as it is if it fits, else in as few lines as hold it in a good shape."""
    if _width(line) <= ROOM:
        return [line]
    least = ceil(_width(line) / ROOM)
    for most in (QUOTED, WITHIN, inf):
        costs = {place: cost for place, cost in sorted(_places(line)) if cost < most and _may_end(line, place)}
        shapes = [shape for count in range(least, least + MOST_MORE) for shape in _shapes(line, count, costs)]
        if shapes:
            return min(shapes, key=lambda shape: shape[0])[1]
    return _filled(line)


def _shapes(line: str, count: int, costs: dict[int, float]) -> Iterator[tuple[float, list[str]]]:
    """Every way to print a line as so many, with its cost."""
    if comb(len(costs), count - 1) > MOST_WAYS:
        return
    for places in combinations(costs, count - 1):
        parts = [line[start:end] for start, end in pairwise((0, *places, len(line)))]
        widths = [_width(part) for part in parts]
        if max(widths) <= ROOM and min(widths) >= SHORTEST:
            yield (
                sum(costs[place] for place in places)
                + _shape_cost([ems(part) for part in parts])
                + ANOTHER_LINE * count,
                parts,
            )


def _filled(line: str) -> list[str]:
    """A line of no known words in lines as full as they hold."""
    broken = break_lines(line, [_width(character) for character in line], [0.0] * len(line), (ROOM, ROOM))
    return [line[part.start : part.end] for part in broken]


def _width(text: str) -> float:
    return sum(1.0 if is_wide(character) else DIGIT if character.isdigit() else LETTER for character in text)


def _shape_cost(widths: list[float]) -> float:
    """Nothing for 梯形 and 菱形 but their slope."""
    slopes = [after - before for before, after in pairwise(widths)]
    flat = FLAT * any(abs(slope) <= STEP for slope in slopes)
    waisted = WAISTED * any(first < 0 < second for first, second in pairwise(slopes))
    return flat + waisted + UNEVEN * (max(widths) - min(widths))


def _places(line: str) -> Iterator[tuple[int, float]]:
    """Every place a line may end at, with its cost."""
    found = words(line)
    starts = [*accumulate((len(word.text) for word in found), initial=0)]
    for (before, after), place in zip(pairwise(found), starts[1:], strict=False):
        yield place, _cost(before, after)
    for word, start in zip(found, starts, strict=False):
        if word.text[0] in "《“":
            yield from ((start + 1 + place, QUOTED + cost) for place, cost in _places(word.text[1:-1]))
        elif word.sort in ("unknown", "name"):
            yield from ((start + place, WITHIN) for place in range(1, len(word.text)))


def _cost(before: Word, after: Word) -> float:
    if after.text in JOINING:
        return 0.5
    if after.text == "关于":
        return min(AFTER.get(before.sort, 0.0), -2.0)
    tied = after.text in TRAILING or before.sort == after.sort == "action"
    return 1.0 + AFTER.get(before.sort, 0.0) + BEFORE.get(after.sort, 0.0) + TIED * tied


def _may_end(line: str, place: int) -> bool:
    """Never after 关于, never before 的, and as marks and numbers allow."""
    fragment = line[:place].endswith(("关于", "有关")) or line[place] in "的等"
    return may_break(line, place) and not fragment and not line[place - 1].isascii() * line[place].isascii()
