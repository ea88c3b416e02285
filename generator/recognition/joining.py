"""Paragraphs put together again that a window or a page had cut into lines."""

import re
from collections.abc import Iterable

from generator.original import Line
from generator.recognition.labels import label_of
from generator.recognition.leads import tells_something
from generator.recognition.lines import Findings
from generator.recognition.roster_lines import begins_with_role

_STOPS = "。！？；：…!?;:”）)》"
_TAIL = re.compile(
    r"^[（(]?\s*\d{4}\s*[年.\-/]|^附(?:件|表)?\s*\d*\s*[:：]|^(?:报送|抄送|主题词|联系人)[:：]|日[）)]?$"
)
_LONGEST_HEADING, _SHORTEST = 40, 12
_OPENERS = re.compile(
    "[首其再最]|[一二三四五]是|当前|目前|今年|去年|同时|此外|因此|另外|为此|例如|比如|总之|其中|现将|近年"
)
_FRAGMENT = 4


def join(lines: Iterable[Line], findings: Findings) -> list[Line]:
    """The lines with those put together that are one paragraph; each join is told."""
    found: list[Line] = []
    for line in lines:
        if found and _runs_on(found, line):
            before = found[-1]
            findings.guess(before.text[-8:] + line.text[:8], "这里原来断成两行，已经接起来，请核对", 0.9)
            wide = before.text[-1:] > "\u2000" or line.text[:1] > "\u2000"
            found[-1] = before.joined(line, "" if wide else " ")
        else:
            found.append(line)
    return found


def _runs_on(before: list[Line], line: Line) -> bool:
    """Whether the sentence that begins in the line before goes on in this one."""
    last = before[-1].plain
    if before[-1].rows or line.rows or len(last) < _SHORTEST or last[-1] in _STOPS:
        return False
    if (
        label_of(line)
        or begins_with_role(line.plain)
        or begins_with_role(last)
        or _TAIL.search(line.plain)
        or _TAIL.search(last)
    ):
        return False
    label = label_of(before[-1])
    if label and len(last) <= _LONGEST_HEADING and "。" not in last:
        return tells_something(last[label.length :]) or _begins_in_the_middle(line.plain)
    return len(before) > 1 and (len(last) > _LONGEST_HEADING or bool(re.search("[，,。]", last)))


def _begins_in_the_middle(text: str) -> bool:
    """Whether a line begins with the rest of a word or two, as no paragraph does."""
    first = re.split("[，,。；;：:]", text)[0]
    return 0 < len(first) < _FRAGMENT and len(first) < len(text) and not _OPENERS.match(text)
