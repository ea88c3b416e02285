"""Rules on marks that stand for a stretch of text: brackets and quotes in pairs, ellipsis, dash, what stands between pairs."""

import re
from collections.abc import Iterator

from generator import marks
from generator.check.registry import Found, found_in, rule_of_text
from generator.check.usage.furniture import holders, matches
from generator.check.usage.telling import Hit, tell
from generator.manuscript import Manuscript, Passage
from generator.problems import Severity

_SIGNS = re.compile("[（）()《》“”‘’〔〕【】「」『』\\[\\]]")
_GLOSS = re.compile("[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-z]*$")
"""The end of a gloss in pinyin that a conversion left behind."""
_OPENING = "（(《“‘〔【「『["


@rule_of_text("unpaired-marks")
def unpaired_marks(manuscript: Manuscript) -> Iterator[Found]:
    """引号、括号、书名号要成对；少了一半，或者一半写错了，读的人分不清引到哪里为止。

    补上缺的一半，或把写错的一半改过来。两半隔着段落的不算错。
    """
    waiting: dict[str, tuple[Passage, tuple[int, int]]] = {}
    for passage in holders(manuscript, _SIGNS):
        for span in marks.unpaired(passage.text):
            sign = passage.text[span[0]]
            if sign in ")）" and _GLOSS.search(passage.text[: span[0]]):
                continue
            if span[1] - span[0] == 1 and sign in _OPENING:
                yield from _told(waiting.pop(sign, None))
                waiting[sign] = passage, span
            elif span[1] - span[0] == 1 and _opening(sign) in waiting:
                del waiting[_opening(sign)]
            else:
                yield from _told((passage, span))
    for lone in waiting.values():
        yield from _told(lone)


def _opening(sign: str) -> str:
    return next((opening for opening, closing in marks.PAIRS.items() if closing == sign), "(")


def _told(lone: tuple[Passage, tuple[int, int]] | None) -> Iterator[Found]:
    """A lone mark shown with the words beside it; a pair with a wrong half shown whole."""
    if not lone:
        return
    passage, (start, end) = lone
    first, last = passage.text[start], passage.text[end - 1]
    if end - start > 1:
        yield found_in(passage, (start, end), f"“{first}”和“{last}”不成对：请把其中写错的一半改过来")
    else:
        half = "后" if first in _OPENING else "前"
        yield found_in(passage, (max(0, start - 4), end + 4), f"这里的“{first}”没有{half}一半：请补上，或删去")


_ELLIPSIS = re.compile(rf"(?<={marks.HAN})(?:\.{{3,}}|。{{2,}}|·{{3,}})|(?<!…)…(?!…)")
_DASH = re.compile(rf"(?<={marks.HAN[:-1]}”》])(?:--+|－－+)(?![-\d])")


@rule_of_text("ellipsis-form")
def ellipsis_form(manuscript: Manuscript) -> Iterator[Found]:
    """省略号是六个点，占两个字的位置；写成三个点或一串句号，印出来高低不一。

    改成“……”；计划可以用 --fix 改好。
    """
    hits = _found(manuscript, _ELLIPSIS, "……")
    yield from tell(manuscript, hits, "省略号是六个点：“{quote}”应改为“……”")


@rule_of_text("dash-form")
def dash_form(manuscript: Manuscript) -> Iterator[Found]:
    """破折号占两个字的位置；写成两个减号，印出来中间断开，还会在行末被拆成两半。

    改成“——”；计划可以用 --fix 改好。
    """
    hits = _found(manuscript, _DASH, "——")
    yield from tell(manuscript, hits, "破折号占两个字：“{quote}”应改为“——”")


_BETWEEN = re.compile("》(、)《|”(、)“")


@rule_of_text("mark-between-pairs", Severity.HINT)
def mark_between_pairs(manuscript: Manuscript) -> Iterator[Found]:
    """并列的书名号、引号自己就把各项分开了，国标说中间通常不用顿号；公文里删去更清爽。

    删去中间的顿号；后面跟着括号注（如《甲》（修订）、《乙》）的，顿号要留着。计划可以用 --fix 改好。
    """
    hits = [
        Hit(passage, (found.start(), found.end()), found[0].replace("、", ""))
        for passage, found in matches(manuscript, _BETWEEN)
    ]
    yield from tell(manuscript, hits, "并列的书名号、引号之间通常不用顿号：“{quote}”改为“{fix}”", few=0)


def _found(manuscript: Manuscript, pattern: "re.Pattern[str]", fix: str) -> list[Hit]:
    return [Hit(passage, found.span(), fix) for passage, found in matches(manuscript, pattern)]
