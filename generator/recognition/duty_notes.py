"""Who answers for a measure (责任), as it stands in brackets at its end or on a line of its own."""

import re
from datetime import date as Date  # noqa: N812 - the type beside fields named date

from generator.dates import print_date, read_date
from generator.model import Duty
from generator.original import Line
from generator.recognition.lines import Findings

_WORDS = "主要负责人?|责任人|负责人|责任单位|责任部门|责任领导|牵头单位|牵头部门|牵头人|主要责任人?|负责|落实人"
_SUPPORT = "配合单位|配合部门|协助单位|协助部门|配合|协办单位"
_TERM = "完成时限|完成时间|时限"
_EVIDENCE = "佐证材料|佐证"
_ANY = f"{_WORDS}|{_SUPPORT}|{_TERM}|{_EVIDENCE}"
_IN_BRACKETS = re.compile(rf"[（(]\s*(?P<notes>(?:{_ANY})\s*[：:][^（(）)]*)[）)]\s*[。.]?\s*$")
_ON_A_LINE = re.compile(rf"^\s*[（(]?\s*(?P<notes>(?:{_ANY})\s*[：:][^。]*?)[）)]?\s*[。.]?\s*$")
_NOTE = re.compile(rf"(?P<key>{_ANY})\s*[：:]\s*(?P<value>.*?)(?=[；;，,]\s*(?:{_ANY})\s*[：:]|$)")
_LONGEST = 80
_USUAL = ("责任人", "配合", "时限", "佐证")


def split_duty(line: Line, findings: Findings) -> tuple[Line, Duty]:
    """The line without the duty in brackets at its end, and the duty."""
    found = _IN_BRACKETS.search(line.plain)
    if not found:
        return line, Duty()
    notes = line.text[found.start("notes") : found.end("notes")]
    return line.cut(0, found.start()), _read(notes, line, findings)


def is_duty(line: Line) -> bool:
    """Whether a whole line says nothing but who answers."""
    return len(line.plain) <= _LONGEST and bool(_ON_A_LINE.match(line.plain))


def read_duty(line: Line, findings: Findings) -> Duty:
    """The duty on a line of its own."""
    found = _ON_A_LINE.match(line.plain)
    return _read(line.text[found.start("notes") : found.end("notes")], line, findings) if found else Duty()


def _read(notes: str, line: Line, findings: Findings) -> Duty:
    parts: dict[str, tuple[str, ...]] = {}
    term: Date | str = ""
    for note in _NOTE.finditer(notes):
        kind = next(kind for kind, words in _KINDS.items() if re.fullmatch(words, note["key"]))
        if kind == "term":
            term = _term(note["value"].strip())
        else:
            parts[kind] = (*parts.get(kind, ()), *_parted(note["value"]))
        if note["key"] not in _USUAL:
            findings.remove(line, note["key"], "责任人一律写作“责任人”")
    return Duty(term=term, **parts)


_KINDS = {"support": _SUPPORT, "term": _TERM, "evidence": _EVIDENCE, "owners": _WORDS}


def _parted(value: str) -> tuple[str, ...]:
    """Names parted by 、, or by commas where there is none."""
    mark = "、" if "、" in value else "[,，]"
    return tuple(name.strip() for name in re.split(mark, value) if name.strip())


def _term(text: str) -> Date | str:
    """A term that is a day as that day; other words as they are."""
    try:
        day = read_date(text)
    except ValueError:
        return text
    return day if day and print_date(day) == text else text
