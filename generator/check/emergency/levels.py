"""The rule on levels of response (响应级别): what is named is described."""

import re
from collections.abc import Iterator

from generator.check.emergency.plans import is_emergency_plan
from generator.check.registry import Found, found_in, rule_of_text
from generator.manuscript import Manuscript, Passage

_FORMS = {"一级": "一级|Ⅰ级|(?<![IVX])I级", "二级": "二级|Ⅱ级|(?<![IVX])II级", "三级": "三级|Ⅲ级|(?<![IVX])III级"} | {
    "四级": "四级|Ⅳ级|(?<![IVX])IV级"
}
_LEVEL = "(?:[一二三四]|[ⅠⅡⅢⅣ]|I{1,3}|IV)"
_LISTED = re.compile(
    rf"{_LEVEL}级?(?:响应|（[^）]{{1,12}}）)?(?:[、和与及]+{_LEVEL}级?(?:响应|（[^）]{{1,12}}）)?)+(?<=[级）应])"
)
_NUMBERS = {
    "一级": "[一Ⅰ]|(?<![IVX])I(?![IV])",
    "二级": "[二Ⅱ]|(?<![IVX])II(?!I)",
    "三级": "[三Ⅲ]|III",
    "四级": "[四Ⅳ]|IV",
}


@rule_of_text("level-undescribed")
def level_undescribed(manuscript: Manuscript) -> Iterator[Found]:
    """预案说了响应分几级，却没有逐级写明什么情况启动、谁指挥、做什么；事到临头，谁也不知道该启动哪一级。

    用一张表逐级写：级别、启动条件、指挥、主要措施。用不着分级的，删去分级的说法。
    """
    if not is_emergency_plan(manuscript):
        return
    lists = list(_lists(manuscript))
    for passage, match in lists[:1]:
        missing = [level for level in _named(match[0]) if not _described(manuscript, level, lists)]
        if missing:
            levels = "、".join(missing)
            message = f"提到了{levels}响应，却没有写它的启动条件和措施：请逐级写明启动条件、指挥人和主要措施"
            yield found_in(passage, match.span(), message)


def _lists(manuscript: Manuscript) -> Iterator[tuple[Passage, "re.Match[str]"]]:
    """Where levels are listed in a sentence about the response."""
    for passage, match in _matches(manuscript, _LISTED):
        sentence = re.split("[。；]", passage.plain[match.start() :])[0]
        before = re.split("[。；]", passage.plain[: match.start()])[-1]
        if "级" in match[0] and "响应" in before + sentence and "预警" not in before + match[0]:
            yield passage, match


def _matches(manuscript: Manuscript, pattern: "re.Pattern[str]") -> Iterator[tuple[Passage, "re.Match[str]"]]:
    for passage in manuscript.holding("级"):
        yield from ((passage, match) for match in pattern.finditer(passage.plain))


def _named(words: str) -> Iterator[str]:
    """The levels that a list names."""
    words = re.sub("（[^）]*）", "", words)
    return (level for level, form in _NUMBERS.items() if re.search(form, words))


def _described(manuscript: Manuscript, level: str, lists: list[tuple[Passage, "re.Match[str]"]]) -> bool:
    """Whether a level is spoken of outside all lists."""
    for passage, match in _matches(manuscript, re.compile(_FORMS[level])):
        inside = (listed.start() <= match.start() < listed.end() for owner, listed in lists if owner is passage)
        if not any(inside):
            return True
    return False
