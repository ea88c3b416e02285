"""Rules on labels (序数) as they are typed in foreign files: their marks, their order, their levels."""

import re
from collections.abc import Iterator

from generator import marks
from generator.check.registry import Found, found_in, rule_of_text
from generator.check.usage.furniture import holders, is_garbled, matches, own
from generator.check.usage.outlining import Entry, every_entry, outline
from generator.check.usage.telling import Hit, tell
from generator.manuscript import Manuscript, Part, Passage
from generator.problems import Severity

_COMMA = re.compile(r"\d{1,2}、")
_FIRST = re.compile(r"：\s*1[.．、]")
_EXTRA = re.compile(marks.LABEL_WITH_MARK)
_POINTED = re.compile(marks.POINTED_LABEL)
_ORDER = re.compile(r"(?:^|(?<=[。；：]))(第[一二三四五六七八九十]|首先|其次|再次|最后)、", re.MULTILINE)
_CIRCLED = re.compile(r"[①-⑳]")
_NUMBERED, _BRACKETED, _FIGURED = 2, 4, 3
_SOME, _LONGEST_TITLE = 3, 30


@rule_of_text("label-comma", Severity.HINT)
def label_comma(manuscript: Manuscript) -> Iterator[Found]:
    """阿拉伯数字的序号后面用下脚点（1.），不用顿号；顿号只跟在汉字数字（一、）后面。

    把“1、”改成“1.”；全文只提示一次，请一次改好。
    """
    hits = [Hit(passage, (0, len(passage.label))) for passage in own(manuscript) if _COMMA.fullmatch(passage.label)]
    yield from tell(manuscript, hits, "序号“{quote}”后面应是下脚点（如“1.”），不用顿号", few=0)


@rule_of_text("label-extra-mark")
def label_extra_mark(manuscript: Manuscript) -> Iterator[Found]:
    """带括号的序号（一）（1）后面不再加标点；汉字序号“一、”用顿号，不用点和逗号。

    （一）后面的顿号删去；“一.”改成“一、”。
    """
    passages = own(manuscript) if manuscript.foreign and not is_garbled(manuscript) else ()
    hits = [Hit(passage, found.span()) for passage in passages if (found := _wrong_mark(passage))]
    yield from tell(manuscript, hits, "序号“{quote}”的标点不对：（一）（1）后面不加标点，“一”后面用顿号", few=0)


def _wrong_mark(passage: Passage) -> "re.Match[str] | None":
    return _EXTRA.match(passage.text) or _POINTED.match(passage.text)


@rule_of_text("order-comma")
def order_comma(manuscript: Manuscript) -> Iterator[Found]:
    """“第一”“首先”是句子的成分，后面用逗号，不用顿号。

    把顿号改成逗号；计划可以用 --fix 改好。
    """
    hits = [Hit(passage, found.span(), f"{found[1]}，") for passage, found in matches(manuscript, _ORDER)]
    yield from tell(manuscript, hits, "“{quote}”后面用逗号：“{fix}”")


@rule_of_text("broken-numbering")
def broken_numbering(manuscript: Manuscript) -> Iterator[Found]:
    """序号跳了、重了，或者从头又编了一遍，多半是删改时漏了一条，或者上一级的标题丢了。

    按顺序重新编号；缺了内容或标题的，补上。
    """
    if not manuscript.foreign or is_garbled(manuscript):
        return
    counted: dict[int, int] = {}
    before: Passage | None = None
    for passage in own(manuscript):
        level, number = passage.level, marks.ordinal(passage.label)
        if passage.part == Part.ANNEX_NOTE and _FIRST.search(passage.text):
            counted = {_FIGURED: 1}
        elif passage.part in (Part.TITLE, Part.ANNEX_TITLE, Part.ANNEX_NOTE):
            counted = {}
        elif _begins_anew(passage, before):
            counted = {upper: count for upper, count in counted.items() if upper < level}
        if 0 < level <= _BRACKETED and number:
            if fault := _fault(counted.get(level, 0), number, passage, before):
                yield found_in(passage, (0, min(len(passage.text), 16)), fault)
            counted = {deep: count for deep, count in counted.items() if deep < level} | {level: number}
        before = passage


def _begins_anew(passage: Passage, before: Passage | None) -> bool:
    """Whether a label 一、 or 1、 after a short line without mark or after a lead-in is the first of another list."""
    if not (passage.level and before and marks.ordinal(passage.label) == 1 and not before.level):
        return False
    headline = len(before.text) <= _LONGEST_TITLE and before.text[-1] not in "。；，"
    return headline or before.text[-1] in "：:" or passage.level > _NUMBERED


def _fault(count: int, number: int, passage: Passage, before: Passage | None) -> str:
    """What is wrong with a label after the one that counted `count` in its level."""
    label = passage.label
    if number == count + 1:
        return ""
    if number == 1:
        return f"序号“{label}”又从头编起：上一级的标题可能丢了，请补上，或接着编号" if before and count else ""
    if not count:
        return f"序号从“{label}”开始，前面没有第一条：请补上，或从头编号"
    what = "重复了" if number == count else "不连续"
    return f"序号“{label}”{what}，前一条是第 {count} 条：请按顺序编号"


@rule_of_text("numbering-level")
def numbering_level(manuscript: Manuscript) -> Iterator[Found]:
    """序号的层次依次是 一、（一）1.（1）。跳过一层，或者第一层就用“1、”，读的人分不清谁管谁。

    第一层改用“一、”；（一）下面用“1.”，再往下才是“（1）”。
    """
    if not manuscript.foreign or is_garbled(manuscript):
        return
    root = outline(manuscript)
    yield from _low_top(root)
    skipping = [
        Hit(below.passage, (0, min(len(below.passage.text), 12)))
        for entry in every_entry(root.entries)
        if entry.level < _FIGURED
        for below in entry.entries[:1]
        if below.level == _BRACKETED
    ]
    yield from tell(manuscript, skipping, "这里的（1）直接跟在一、或（一）下面，跳过了“1.”：请改用“1.”", few=0)
    yield from _uneven(root)


def _low_top(root: Entry) -> Iterator[Found]:
    """A document whose first layer is 1、."""
    chapters = [entry for entry in root.entries if entry.level != _BRACKETED]
    if len(chapters) >= _SOME and all(entry.level == _FIGURED and _is_chapter(entry) for entry in chapters):
        first = chapters[0].passage
        message = f"第一层标题用了“{first.label}”：请从“一、”开始，下面依次是（一）1.（1）"
        yield found_in(first, (0, min(len(first.text), 12)), message)


def _is_chapter(entry: Entry) -> bool:
    """Whether it is no mere item of a list: a heading of its own, or labelled as chapters are."""
    return entry.stands_alone or entry.passage.label.endswith("、")


def _uneven(root: Entry) -> Iterator[Found]:
    """Chapters whose items have （一） in one and 1. in another, though they are alike."""
    chapters = [entry for entry in root.entries if entry.level == 1 and len(entry.entries) > 1]
    kinds = [_kind(entry) for entry in chapters]
    if {2, 3} <= set(kinds):
        odd = chapters[kinds.index(3 if kinds[0] == _NUMBERED else 2)].entries[0].passage
        message = f"同样的条文，别的章用的序号和这里的“{odd.label}”不同：请统一"
        yield found_in(odd, (0, min(len(odd.text), 12)), message)


def _kind(chapter: Entry) -> int:
    """The level of a chapter's items where all of them are running text; else 0."""
    levels = {entry.level for entry in chapter.entries}
    running = all(entry.passage.part == Part.ITEM and not entry.entries for entry in chapter.entries)
    return levels.pop() if running and len(levels) == 1 else 0


@rule_of_text("inline-numbering")
def inline_numbering(manuscript: Manuscript) -> Iterator[Found]:
    """一句话里用①②③分项，各项之间是分号；用了句号，句子断成几截，①②③就没有着落了。

    各项之间改用分号，最后一项用句号；或者每项另起一行。
    """
    for passage in holders(manuscript, _CIRCLED):
        found = list(_CIRCLED.finditer(passage.text)) if "②" in passage.text else []
        stopped = [one for one in found[1:] if passage.text[: one.start()].rstrip().endswith("。")]
        if len(found) >= _SOME and len(stopped) >= len(found) - 1 and found[0].start() > 0:
            span = found[0].start(), found[1].end()
            yield found_in(passage, span, "段内的①②③之间用了句号：请改用分号，或者每项另起一行")
