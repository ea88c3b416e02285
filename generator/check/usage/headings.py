"""Rules on headings and items (小标题、条文): marks at their end, one form for all that stand side by side."""

import re
from collections.abc import Iterator

from generator.check.registry import Found, found_in, rule_of_text
from generator.check.usage.outlining import Entry, every_group, outline
from generator.manuscript import Manuscript, Part
from generator.problems import Severity

_MARKS = "。；：，、;:,."
_UPPER = 2
"""一、 and （一）: headings in their own line take no mark."""
_SOME = 3
_SHORTEST_LEAD, _LONGEST_LEAD = 2, 30


@rule_of_text("heading-end-mark")
def heading_end_mark(manuscript: Manuscript) -> Iterator[Found]:
    """独占一行的小标题末尾不加标点；同一层有的加、有的不加，更显得没有校对过。

    删去末尾的标点。标题后面直接接正文的，用句号，不在此列。
    """
    if not manuscript.foreign:
        yield from _marked_in_plan(manuscript)
        return
    for group in every_group(outline(manuscript)):
        standing = [entry for entry in group if entry.stands_alone]
        marked = [entry for entry in standing if _has_mark(entry)]
        uneven = 0 < len(marked) < len(standing)
        if marked and (uneven or marked[0].level <= _UPPER):
            yield _told(marked, standing)


def _has_mark(entry: Entry) -> bool:
    """Whether the heading ends in a mark that it should not have; one that announces a list may end in a colon."""
    words = entry.words
    announces = words[-1:] in "：:" and (entry.level > _UPPER or "如下" in words or "以下" in words)
    return bool(words) and words[-1] in _MARKS and not announces


def _told(marked: list[Entry], standing: list[Entry]) -> Found:
    first, labels = marked[0], "、".join(entry.passage.label.rstrip("、.．") for entry in marked[1:4])
    if len(marked) == len(standing):
        rest = "，同一层的各标题都是这样" if len(standing) > 1 else ""
    else:
        rest = (f"（{labels}也是）" if labels else "") + "，同一层的其他标题没有"
    message = f"标题末尾带了“{first.words[-1]}”{rest}：独占一行的标题不加标点，请删去"
    return found_in(first.passage, (0, 0), message)


def _marked_in_plan(manuscript: Manuscript) -> Iterator[Found]:
    for passage in manuscript.passages:
        text = passage.text.rstrip()
        if passage.part == Part.HEADING and text and text[-1] in _MARKS[:-1]:
            message = f"标题末尾带了“{text[-1]}”：标题不加标点，请删去"
            yield found_in(passage, (0, 0), message, fix=text[:-1])


@rule_of_text("heading-form", Severity.HINT)
def heading_form(manuscript: Manuscript) -> Iterator[Found]:
    """同一层的几条，有的先用一句话点题再展开，有的没有，读的人找不到每一条的要点。

    给没有点题句的几条各补一句，或者都不用。
    """
    for group in every_group(outline(manuscript)) if manuscript.foreign else ():
        items = [entry for entry in group if entry.passage.part == Part.ITEM and entry.level <= _UPPER]
        without = [entry for entry in items if not _leads(entry.words)]
        if len(without) >= _SOME and len(items) - len(without) >= _SOME and len(items) == len(group):
            labels = "、".join(entry.passage.label.rstrip("、") for entry in without)
            message = f"同一层里{labels}没有点题的小标题句，其余各条有：请统一"
            first = without[0]
            yield found_in(first.passage, (0, min(len(first.passage.text), 12)), message)


def _leads(words: str) -> bool:
    """Whether a text opens with a short sentence and goes on."""
    words = re.sub("（[^）]*）", "", words)
    lead = words.find("。")
    return _SHORTEST_LEAD <= lead <= _LONGEST_LEAD and lead < len(words) - 1


@rule_of_text("item-end-mark", Severity.HINT)
def item_end_mark(manuscript: Manuscript) -> Iterator[Found]:
    """并列的几条，末尾的标点要一致：都用句号，或者前面用分号、最后一条用句号。有一条不同，像是没有写完。

    把不同的那一条改得和其他各条一样；最后一条用句号。
    """
    for group in every_group(outline(manuscript)) if manuscript.foreign else ():
        ends = [entry.words[-1:] for entry in group]
        plain = all(not entry.below and not entry.entries for entry in group[:-1])
        for at, entry in enumerate(group) if plain and len(group) >= _SOME else ():
            others = ends[:at] + ends[at + 1 :]
            if _is_odd(ends[at], others, last=at == len(group) - 1) and not (entry.below or entry.entries):
                message = f"这一条末尾是“{ends[at]}”，同一层的其他各条是“。”：请改成“。”"
                yield found_in(entry.passage, (max(0, len(entry.passage.text) - 14), len(entry.passage.text)), message)


def _is_odd(end: str, others: list[str], *, last: bool) -> bool:
    if end not in "；;，,、":
        return False
    return set(others) <= {"。", "）"} or (last and set(others) <= {"；"} and end in "；;")
