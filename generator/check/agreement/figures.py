"""A rule on figures (指标): one target has one figure throughout."""

import re
from collections import defaultdict
from collections.abc import Iterator

from generator.check.registry import Found, found_in, rule_of_text
from generator.manuscript import PROSE, Manuscript, Passage
from generator.problems import Severity

_RATE = re.compile(
    r"(?<![一-龥])([一-龥]{2,12}率)(?:要|应|须|必须)?(?:达到?|不低于|保持在|稳定在|控制在|为|在)?(\d+(?:\.\d+)?)[%％]"
)
_PAST = re.compile("去年|上年|上学期|由原来|从原来|提高了|上升|下降")


@rule_of_text("figure-mismatch", Severity.HINT)
def figure_mismatch(manuscript: Manuscript) -> Iterator[Found]:
    """同一项指标前后写了两个数，考核时不知道按哪一个。

    定下一个数，全文照写；确实是两项的，写明各是什么范围。
    """
    told: defaultdict[str, list[tuple[Passage, re.Match[str]]]] = defaultdict(list)
    for passage, found in manuscript.search(_RATE):
        if passage.part in PROSE and not _PAST.search(passage.plain):
            told[re.sub("^(?:确保|力争|使|实现|做到|保证)", "", found[1])].append((passage, found))
    for name, times in told.items():
        first = times[0][1][2]
        for passage, found in times[1:]:
            if found[2] != first and passage is not times[0][0]:
                message = f"前面说{name}{first}%，这里是{found[2]}%：请核对，写成一样的"
                yield found_in(passage, found.span(), message)
