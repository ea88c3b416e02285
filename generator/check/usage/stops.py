"""Rules on which stop (点号) is wanted: one kind of mark in one list, no full stop in the middle of a sentence."""

import re
from collections.abc import Iterator

from generator.check.registry import Found, found_in, rule_of_text
from generator.check.usage.furniture import holders
from generator.manuscript import PROSE, Manuscript

_WORD = "[一-龥]"
_NOUN = "组织|制度?|部门|机构|人员|单位|[学高]校|班级|年级|教师|家长|处室|科室"
_COMMA_BEFORE = re.compile(
    rf"(?<=[，。；：、]){_WORD}{{1,5}}({_NOUN})，{_WORD}{{1,5}}(?:\1)(?=、{_WORD}{{2,6}}[、，。])"
)
_COMMA_BEHIND = re.compile(rf"、{_WORD}{{1,7}}({_NOUN})，{_WORD}{{1,4}}(?:\1)(?=[。；])")
_PAUSE = re.compile(rf"{_WORD}{{2,4}}、(?=实践证明|事实证明|因此|所以|但是|然而|从而|进而|使得|总之)")
_PARALLEL = re.compile(rf"不[能得准可要]({_WORD}{{2}}){_WORD}{{1,4}}。\1{_WORD}{{1,4}}[，。、]")
_HANGING = re.compile(
    r"，(?:立足|着眼|针对|围绕|本着|依托|结合|根据|按照)[^，。；！]{2,10}。"
    r"(?:有针对性|切实|认真|进一步|全面|充分|扎实|深入|积极|及时)[一-龥]"
)


@rule_of_text("comma-in-list")
def comma_in_list(manuscript: Manuscript) -> Iterator[Found]:
    """并列的几样东西，有的用顿号分，有的用逗号分，读的人以为逗号后面是另一层意思。

    同一层并列的词都用顿号。
    """
    for pattern in (_COMMA_BEFORE, _COMMA_BEHIND):
        for passage in holders(manuscript, pattern):
            for found in pattern.finditer(passage.plain) if passage.part in PROSE else ():
                yield found_in(passage, found.span(), "并列的词中间有顿号也有逗号：这里的逗号应改为顿号")


@rule_of_text("pause-for-comma")
def pause_for_comma(manuscript: Manuscript) -> Iterator[Found]:
    """顿号只分开并列的词；后面是“因此”“实践证明”这样另起的分句，要用逗号。

    把顿号改成逗号；计划可以用 --fix 改好。
    """
    for passage in holders(manuscript, _PAUSE):
        for found in _PAUSE.finditer(passage.plain):
            end = found.end()
            yield found_in(
                passage,
                found.span(),
                "后面另起一个分句：这里的顿号应改为逗号",
                fix=passage.text[found.start() : end - 1] + "，",
            )


@rule_of_text("stop-for-comma")
def stop_for_comma(manuscript: Manuscript) -> Iterator[Found]:
    """一句话还没有说完就用了句号，前半句只有状语，后半句没有着落。

    把句号改成逗号；并列的两项改成顿号。
    """
    for pattern in (_PARALLEL, _HANGING):
        for passage in holders(manuscript, pattern):
            for found in pattern.finditer(passage.plain) if passage.part in PROSE else ():
                start = found.start() + (found[0][0] == "，")
                yield found_in(passage, (start, found.end()), "这句话没有说完就用了句号：请改成逗号或顿号")
