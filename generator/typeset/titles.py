"""Titles: each line of one as it is printed; one too long is broken where a word ends, into 梯形 or 菱形 (7.3.1)."""

import re
from collections.abc import Iterator
from itertools import combinations, pairwise

from generator.typeset.composition import Run
from generator.typeset.measure import ems
from generator.typeset.styles import AREA_WIDTH, NO_LINE_END, NO_LINE_START, STYLES

ROOM = AREA_WIDTH / STYLES["title"].size - 1
"""Characters a line of a title holds; one is spared, since digits are wider than half a character in some fonts."""
SHORTEST = 3
"""Characters the shortest line holds: none stands alone."""
EVEN = 1.0
"""Lines whose widths differ by no more than this look equal."""

LINE_COST = 25.0
"""A line more than are needed is dearer than a break at a word that is not the best."""

_ENDS = re.compile(
    r"(?:小学|中学|学校|幼儿园|学院|县|市|镇|局|支部|党委|委员会|学年|学期|年度|年|月|工作|活动|的|》|”|）)$"
)
"""After these a word or a name is over."""
_STARTS = re.compile(
    r"关于|《|“|（|开展|召开|加强|做好|印发|申请|请求|防范|预防|全国|学校|学生|教职工|实施方案|工作方案|工作计划|应急预案"
)
"""Before these a new part of the sentence begins."""
_CLINGS = re.compile(r"(?:关于|和|与|及|暨|、|在|对|向|为|第|进一步|突发|公共|中小)$")
"""These belong to what follows."""
_WHOLE = re.compile(
    r"进一步|中小学|幼儿园|实验小学|中心小学|教育局|公安局|公共卫生|突发事件|食品安全|营养健康|信访接待|安全教育日|学生欺凌|"
    r"校园暴力|消防设施|教学楼|交通秩序|上下学|行事历|家长学校|法治副校长|传染病|防溺水|第[一二三四]学期|[春秋]季学期"
)
"""Words that no line cuts."""
_OPEN, _CLOSED = "《“（〔", "》”）〕"


def title_runs(lines: list[str]) -> tuple[Run, ...]:
    """The lines of a title as runs, each after the first on a new line."""
    fitting = [part for line in lines for part in fitted(line)]
    return tuple(Run(part, breaks=index > 0) for index, part in enumerate(fitting))


def fitted(line: str) -> list[str]:
    """One line of a title in as few lines as hold it, broken by meaning, about equally long but not equal."""
    count = int(-(-ems(line) // ROOM))
    places = [place for place in range(SHORTEST, len(line) - SHORTEST + 1) if _may_break(line, place)]
    if count <= 1 or len(places) < count - 1:
        return [line]
    breaks = [found for more in (0, 1) for found in combinations(places, count - 1 + more)]
    return min((_parts(line, found) for found in breaks), key=_cost)


def _parts(line: str, places: tuple[int, ...]) -> list[str]:
    return [line[start:end] for start, end in pairwise((0, *places, len(line)))]


def _may_break(line: str, place: int) -> bool:
    before, after = line[place - 1], line[place]
    inside = sum(line[:place].count(mark) for mark in _OPEN) > sum(line[:place].count(mark) for mark in _CLOSED)
    together = (before.isascii() and after.isascii()) or (before.isdigit() and after in "年月日")
    cut = any(found.start() < place < found.end() for found in _WHOLE.finditer(line))
    return not (inside or together or cut or after in NO_LINE_START + "的" or before in NO_LINE_END)


def _cost(parts: list[str]) -> float:
    widths = [ems(part) for part in parts]
    average = sum(widths) / len(widths)
    uneven = sum(abs(width - average) for width in widths) / 4
    too_wide = sum(100.0 for width in widths if width > ROOM)
    return uneven + too_wide + _shape_cost(widths) + sum(_word_costs(parts)) + LINE_COST * len(parts)


def _shape_cost(widths: list[float]) -> float:
    """A rectangle or an hourglass costs more than any word: lines grow, shrink, or swell in the middle."""
    steps = [later - former for former, later in pairwise(widths)]
    signs = [0 if abs(step) <= EVEN else 1 if step > 0 else -1 for step in steps]
    swells = signs == sorted(signs, reverse=True)
    return 0.0 if swells and 0 not in signs else 30.0


def _word_costs(parts: list[str]) -> Iterator[float]:
    for before, after in pairwise(parts):
        if _CLINGS.search(before):
            yield 20.0
        elif not (_ENDS.search(before) or _STARTS.match(after)):
            yield 10.0
