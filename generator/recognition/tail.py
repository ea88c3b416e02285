"""The tail of a document: list of annexes (附件说明), signature (落款), date (成文日期), imprint words."""

import re
from dataclasses import dataclass, replace
from datetime import date as Date  # noqa: N812 - the type beside fields named date

from generator.dates import read_date
from generator.original import Line
from generator.recognition.lines import Findings

_ARABIC = r"\d{4}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*(?:\d{1,2}\s*[日号]?)?"
_CHINESE = (
    r"[〇○零一二三四五六七八九]{4}\s*年\s*[一二三四五六七八九十]{1,3}\s*月\s*(?:[一二三四五六七八九十]{1,3}\s*[日号])?"
)
_DATE = rf"{_ARABIC}|{_CHINESE}"
_DATE_LINE = re.compile(rf"^[（(]?\s*(?P<date>{_DATE})\s*[）)]?$")
_SIGNED = re.compile(rf"^(?P<name>[^。，,；;：:]{{2,40}}?)\s*[（(]?(?P<date>{_DATE})\s*[）)]?$")
_ANNEXES = re.compile(r"^附(?:件|表|录)?\s*[：:]\s*(?P<names>.*)$")
_ANNEX_LINE = re.compile(r"^(?:附件)?\s*\d{1,2}\s*[.、．：:]\s*(?P<name>[^。；;]{2,40})$")
_NAME_PARTS = re.compile(r"[、，,；;](?![^《]*》)|\s*(?<!\d)\d{1,2}\s*[.、．]\s*|\s{2,}")
_SIGNING = ("organisation", "organisations")
_ORGANISATION = re.compile(r"^[^。，,；;：:]{2,30}(?:学|园|校|局|府|会|处|部|室|党支部|支部|中心|组|所|队|院)$")
_MOST = 20
_NOTE = re.compile(r"^（[^（）]+(?:（[^（）]*）[^（）]*)*）$")
_ATTENDANCE = re.compile(r"^(?P<role>出席|请假|列席)(?:人员|人)?\s*[：:]\s*(?P<names>.+)$")


@dataclass(frozen=True)
class Tail:
    """What stands after the text, and where it begins."""

    start: int
    signature: tuple[str, ...] = ()
    date: Date | None = None
    undated: str = ""
    annexes: tuple[str, ...] = ()
    note: str = ""
    attendance: tuple[tuple[str, tuple[str, ...]], ...] = ()
    seal: str = "否"


def read_tail(lines: list[Line], findings: Findings) -> Tail:
    """The tail of the document whose lines these are, read from the end."""
    tail = Tail(len(lines))
    for index in range(len(lines) - 1, max(-1, len(lines) - 1 - _MOST), -1):
        grown = _grown(tail, lines, index, findings)
        if grown is None:
            break
        tail = replace(grown, start=index)
    return tail


def _grown(tail: Tail, lines: list[Line], index: int, findings: Findings) -> Tail | None:
    """The tail with one line more at its head; None where that line is text."""
    if lines[index].rows:
        return None
    return (
        _with_note(tail, lines, index)
        or _with_attendance(tail, lines[index])
        or _with_annexes(tail, lines, index)
        or _with_signature(tail, lines[index], index, findings)
    )


def _with_note(tail: Tail, lines: list[Line], index: int) -> Tail | None:
    """The tail with the note (附注) in brackets below the date."""
    line = lines[index]
    below_date = index == len(lines) - 1 and index > 0 and bool(_DATE_LINE.match(lines[index - 1].plain))
    if line.looks.role == "note" or (below_date and _NOTE.match(line.plain) and not _DATE_LINE.match(line.plain)):
        return replace(tail, note=line.text.removeprefix("（").removesuffix("）"))
    return None


def _with_attendance(tail: Tail, line: Line) -> Tail | None:
    """The tail with those who were present, excused or attending (纪要)."""
    found = _ATTENDANCE.match(line.plain)
    if not found or (line.looks.role not in ("", "attendance")):
        return None
    names = re.split("[、，,]", line.text[found.start("names") :].rstrip("。"))
    group = (found["role"], tuple(name.strip() for name in names if name.strip()))
    return replace(tail, attendance=(group, *tail.attendance))


def _with_annexes(tail: Tail, lines: list[Line], index: int) -> Tail | None:
    """The tail with the annexes that a line lists."""
    line = lines[index]
    if found := _ANNEXES.match(line.plain):
        names = [part.strip(" .、。《》") for part in _NAME_PARTS.split(line.text[found.start("names") :])]
        return replace(tail, annexes=(*filter(None, names), *tail.annexes))
    opened = any(_ANNEXES.match(each.plain) for each in lines[max(0, index - _MOST) : index])
    if opened and (found := _ANNEX_LINE.match(line.plain)):
        return replace(tail, annexes=(line.text[found.start("name") :].strip(), *tail.annexes))
    return None


def _with_signature(tail: Tail, line: Line, index: int, findings: Findings) -> Tail | None:
    """The tail with the date or the name that a line holds."""
    dated = tail.date or tail.undated
    if not dated and (found := _DATE_LINE.match(line.plain)):
        return _dated(tail, found["date"], findings)
    if not dated and (found := _SIGNED.match(line.plain)):
        return _dated(replace(tail, signature=(line.text[: found.end("name")].strip(),)), found["date"], findings)
    if line.looks.role in _SIGNING:
        return replace(tail, signature=(*re.split(r"\s+", line.text.strip()), *tail.signature))
    if dated and not (tail.signature and index < tail.start - 1) and _ORGANISATION.match(line.plain):
        several = line.text.split()
        joint = len(several) > 1 and all(map(_ORGANISATION.match, several))
        return replace(tail, signature=(*(several if joint else [line.text.strip()]), *tail.signature))
    return None


def _dated(tail: Tail, written: str, findings: Findings) -> Tail:
    """The tail with its date; one without day, or that no calendar has, is kept as words and told."""
    closed = re.sub(r"\s", "", written)
    try:
        day = read_date(closed) or read_date(closed.rstrip("日号") + "日")
    except ValueError:
        day = None
    if day is None:
        findings.guess(written, f"成文日期“{written}”没有写全，或日历上没有，请补成 2026-02-27 这样", 0.3)
        return replace(tail, undated=written)
    return replace(tail, date=day)
