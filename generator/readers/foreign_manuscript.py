"""Paragraphs of a foreign file as a manuscript: labels, headings, rosters, title, date told by their look."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date as Date  # noqa: N812 - the type beside fields named date

from generator.dates import read_date
from generator.manuscript import Manuscript, Part, Passage
from generator.model import School
from generator.vocabulary import ROLES

_LEVELS = (
    re.compile(r"[一二三四五六七八九十]+、(?!是)"),
    re.compile(r"[（(][一二三四五六七八九十]+[）)]"),
    re.compile(r"\d{1,2}(?:[、．]|\.(?!\d))"),
    re.compile(r"[（(]\d{1,2}[）)]|\d{1,2}[)）]"),
    re.compile(r"[①-⑳]"),
    re.compile(r"[一二三四五六七八九十]+(?:是|、是)|第[一二三四五六七八九十]+[，,、]"),
)
_ENDS = "。！？；：，、…!?;:,"
_STOPS = "。！？；：…!?;:”）)》"
_SPACED_ROLES = "|".join(r"\s*".join(role) for role in sorted(ROLES, key=len, reverse=True))
_ROLE = re.compile(rf"\s*({_SPACED_ROLES})\s*[：:]")
_KINDS = re.compile(
    r"(工作计划|实施方案|工作方案|应急预案|方案|预案|计划|通知|讲话|材料|总结|办法|纪要|请示|函)(?:[（(].{1,6}[）)])?$"
)
_DATE = re.compile(
    r"[（(]?\s*(\d{4}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?|[〇○零一二三四五六七八九]{4}年\S{1,3}月\S{1,3}日)\s*[）)]?$"
)
_ANNEX_NOTE = re.compile(r"附(?:件)?\s*[：:]")
_LONGEST_HEADING, _LONGEST_TITLE, _SHORTEST_CUT, _HEAD = 40, 60, 15, 6


_PARTS: dict[Part, Callable[[str], object]] = {
    Part.CELL: re.compile("\t").search,
    Part.ROSTER: _ROLE.match,
    Part.ANNEX_NOTE: _ANNEX_NOTE.match,
    Part.DATE: _DATE.fullmatch,
}
"""Parts told by the look of a line alone."""


@dataclass(frozen=True)
class _Line:
    text: str
    number: int
    cuts: tuple[int, ...] = ()


def read_manuscript(paragraphs: Sequence[str], school: School | None, today: Date, simplified: str = "") -> Manuscript:
    """The manuscript of these paragraphs; `simplified` is the same text, character for character, in 简体."""
    lines = _joined([_Line(text, number) for number, text in enumerate(paragraphs, 1)])
    passages = tuple(_simplify(_passages(lines), paragraphs, simplified))
    title = "".join(passage.plain for passage in passages if passage.part == Part.TITLE)
    kind = _KINDS.search(title)
    year = re.search(r"(\d{4})(?:年|[—-]\d{4}学年)", title)
    return Manuscript(passages, kind[1] if kind else "", _date(passages), year[1] if year else "", school, today, True)


def _joined(lines: Iterable[_Line]) -> list[_Line]:
    """The lines, those put together again that a page or a window had cut."""
    found: list[_Line] = []
    for line in lines:
        before = found[-1] if found else None
        if before and len(found) > 1 and _runs_on(before.text, line.text):
            cut = len(before.text)
            found[-1] = replace(before, text=before.text + line.text, cuts=(*before.cuts, cut))
        else:
            found.append(line)
    return found


def _runs_on(text: str, following: str) -> bool:
    """Whether a sentence that begins in `text` goes on in the line after it."""
    if len(text) < _SHORTEST_CUT or text[-1] in _STOPS or _label(following)[1] or _ROLE.match(following):
        return False
    if _label(text)[1] and len(text) <= _LONGEST_HEADING and "。" not in text:
        return False
    if _DATE.search(text) or _DATE.match(following) or "\t" in text + following or _ANNEX_NOTE.match(following):
        return False
    return len(text) > _LONGEST_HEADING or bool(re.search("[，,。]", text))


def _label(text: str) -> tuple[str, int]:
    """The label a text begins with, and its level."""
    for level, form in enumerate(_LEVELS, 1):
        if found := form.match(text):
            return found[0], level
    return "", 0


def _passages(lines: list[_Line]) -> Iterator[Passage]:
    title_ends = _end_of_title(lines)
    for index, line in enumerate(lines):
        label, level = _label(line.text)
        yield Passage(
            line.text,
            (line.number,),
            Part.TITLE if index < title_ends else _part(line.text, level, index, len(lines)),
            level,
            label,
            cuts=line.cuts,
            names=tuple(_names(line.text)),
            role=re.sub(r"\s", "", found[1]) if (found := _ROLE.match(line.text)) else "",
        )


def _end_of_title(lines: list[_Line]) -> int:
    """How many lines at the head are title, or stand above it."""
    for index, line in enumerate(lines[:_HEAD]):
        if len(line.text) > _LONGEST_TITLE or line.text[-1] in _ENDS or _label(line.text)[1]:
            return index
        if _KINDS.search(line.text) and not re.match(r"第.{1,3}篇", line.text):
            return index + 1
    return 0


def _part(text: str, level: int, index: int, count: int) -> Part:
    for part, looks_so in _PARTS.items():
        if looks_so(text):
            return part
    if level:
        return Part.HEADING if len(text) <= _LONGEST_HEADING and not re.search("[。；;]", text[:-1]) else Part.ITEM
    if index >= count - 3 and len(text) <= _LONGEST_HEADING and text[-1] not in _ENDS:
        return Part.SIGNATURE
    return Part.ADDRESSEE if index < _HEAD and text[-1] in "：:" and len(text) <= _LONGEST_HEADING else Part.PARAGRAPH


def _names(text: str) -> Iterator[str]:
    """The names in a line of a roster, padded ones closed up."""
    found = _ROLE.match(text)
    if found:
        closed = re.sub(r"(?<![一-龥])([一-龥]) ([一-龥])(?![一-龥])", r"\1\2", text[found.end() :])
        yield from filter(None, re.split(r"[、，,；;。\s]+", closed))


def _date(passages: Iterable[Passage]) -> Date | None:
    """The last date that stands alone on its line, or at its end."""
    for passage in reversed(tuple(passages)):
        found = _DATE.search(passage.text)
        if found and (passage.part in (Part.DATE, Part.SIGNATURE) or found.start() < _LONGEST_HEADING):
            try:
                return read_date(found[1])
            except ValueError:
                return None
    return None


def _simplify(passages: Iterable[Passage], paragraphs: Sequence[str], simplified: str) -> Iterator[Passage]:
    """The passages with their text in 简体, cut from the whole by where each begins."""
    starts = [0]
    for text in paragraphs:
        starts.append(starts[-1] + len(text))
    for passage in passages:
        start = starts[int(passage.place[0]) - 1]
        yield replace(passage, simplified=simplified[start : start + len(passage.text)]) if simplified else passage
