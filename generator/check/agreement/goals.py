"""A rule on goals (目标): what is aimed at is worked for."""

import re
from collections.abc import Iterator

from generator.check.agreement.siblings import below
from generator.check.registry import Found, found_in, rule_of_text
from generator.manuscript import PROSE, Manuscript, Part, Passage
from generator.problems import Severity

_GOALS = re.compile(r"(?:工作|总体|具体|主要|年度|任务)?目标(?:任务|要求)?[：:]?$")
_COMMON = re.compile(
    "工作|学校|全校|师生|学生|教师|教职工|家长|确保|保证|加强|提高|提升|做好|落实|不断|进一步|开展|实现|达到?|全面|管理|制度|发展"
    "|建设|水平|质量|努力|全体|以上|不低于|不少于|不发生|杜绝|本学期|本年度|全年|建立|健全|完善|每学期|每年|力争|积极|有效"
)
_WORDS = re.compile("[一-龥]+")
_CLEAR, _FEWEST, _AMPLE = 6, 3, 6


@rule_of_text("unserved-goal", Severity.HINT)
def unserved_goal(manuscript: Manuscript) -> Iterator[Found]:
    """目标里写了一件事，后面没有一条措施是为它做的，年底只能是空话。

    给它写上措施；不打算做的，删去这个目标。
    """
    if manuscript.foreign:
        return
    for index in manuscript.numbers_holding(["目标"]):
        passage = manuscript.passages[index]
        if passage.part == Part.HEADING and _GOALS.search(passage.plain):
            goals = [goal for goal in below(manuscript.passages, index) if goal.part in PROSE]
            rest = _rest(manuscript, [passage, *goals])
            for goal in goals if rest and len(goals) >= _FEWEST else ():
                pairs = _pairs(goal)
                if len(pairs) >= _CLEAR and not any(pair in rest for pair in pairs):
                    yield found_in(goal, (0, 0), "后面没有一条措施是为这个目标做的：请补上措施，或删去目标")


def _rest(manuscript: Manuscript, goals: list[Passage]) -> str:
    """All that is said elsewhere, but for the title; empty where that is too little to judge by."""
    known = set(map(id, goals))
    texts = [other.plain for other in manuscript.passages if id(other) not in known and other.part != Part.TITLE]
    text = "\n".join(texts)
    return text if len(text) > _AMPLE * sum(len(goal.text) for goal in goals) else ""


def _pairs(goal: Passage) -> set[str]:
    """The pairs of characters in what a goal says of its own."""
    words = _WORDS.findall(_COMMON.sub(" ", goal.plain))
    return {word[n : n + 2] for word in words for n in range(len(word) - 1)}
