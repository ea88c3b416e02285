"""Headings that carry no label: told by their words, and by what stands below them."""

import re

from generator.original import Line
from generator.recognition.labels import label_of

_LONGEST, _ABOVE = 16, 20
_WORDS = re.compile(
    r"(?:思想|目标|任务|措施|要求|领导|机构|保障|安排|步骤|原则|职责|内容|重点|方法|时间|范围|依据|总则|附则|意义|背景|对象|流程|纪律)[：:]?$"
)
_BRINGS_IN = re.compile(r"如下|以下|下列|成立|做好|开展|[。，；;,！!？?]|为[：:]$|[一二三四五六七八九十\d]+[项个点条]")


def is_unlabelled_heading(line: Line, following: Line | None) -> bool:
    """Whether a line without label is a heading: short, in the words of headings, with text below it."""
    plain = line.plain
    if (
        following is None
        or following.rows
        or len(plain) > _LONGEST
        or not _WORDS.search(plain)
        or _BRINGS_IN.search(plain)
    ):
        return False
    return len(following.plain) > _ABOVE or label_of(following) is not None
