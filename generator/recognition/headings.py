"""Headings that carry no label: told by their words, and by what stands below them."""

import re

from generator.original import Line
from generator.recognition.labels import label_of

_LONGEST, _ABOVE, _LONGEST_STYLED = 16, 20, 45
_WORDS = re.compile(
    r"(?:思想|目标|任务|措施|要求|领导|机构|保障|安排|步骤|原则|职责|内容|重点|方法|时间|范围|依据|总则|附则|意义|背景|对象|流程|纪律)[：:]?$"
)
_BRINGS_IN = re.compile(r"如下|以下|下列|成立|做好|开展|[。，；;,！!？?]|为[：:]$|[一二三四五六七八九十\d]+[项个点条]")


_PERIOD = re.compile(r"^(?:[一二三四五六七八九十元\d]{1,2}月份?|第[一二三四五六七八九十\d]+周(?:[—－-].{1,6})?)[：:]?$")
_WITH_TEXT = re.compile(r"^(?P<heading>[^。，；：:\s]{2,12})\s+(?=\S{10})")


def heading_before_space(text: str) -> str:
    """The heading that only a space parts from its text; empty where there is none."""
    found = _WITH_TEXT.match(text)
    return found["heading"] if found and _WORDS.search(found["heading"]) else ""


def heading_level(line: Line) -> int:
    """The level that the line's own style gives it as a heading, from 1; 0 where it is none."""
    role = line.looks.role
    if role.startswith("heading-"):
        return int(role.removeprefix("heading-"))
    short = bool(line.text) and len(line.plain) <= _LONGEST_STYLED and line.plain[-1] not in "。；;，,"
    return line.looks.level if short and not role and not line.rows else 0


def is_unlabelled_heading(line: Line, following: Line | None) -> bool:
    """Whether a line without label is a heading: short, in the words of headings, with text below it."""
    plain = line.plain
    if (
        following is None
        or following.rows
        or plain == "职责："
        or len(plain) > _LONGEST
        or not (_PERIOD.match(plain) or (_WORDS.search(plain) and not _BRINGS_IN.search(plain)))
    ):
        return False
    return len(following.plain) > _ABOVE or label_of(following) is not None
