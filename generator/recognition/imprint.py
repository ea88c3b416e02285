"""The imprint (版记) at the very end: who gets a copy, who printed the document and when."""

import re
from dataclasses import dataclass

from generator.original import Line
from generator.recognition.lines import Findings

_COPIES = re.compile(r"^抄\s*送\s*[：:]\s*(?P<names>.+)$")
_PRINTED = re.compile(
    r"^(?P<printer>\S.{0,40}?)?\s*(?P<date>\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)\s*印\s*发?$|^(?P<alone>\S.{2,30}?)\s*印发?$"
)
_LOOSE = re.compile(r"^(?:主题词|报\s*送|分送|共印|（共印).{0,80}$")
_ROLES = ("copies", "printed")
_MOST = 6


@dataclass(frozen=True)
class Imprint:
    """What the imprint says, and the line from which on it stands."""

    start: int
    copies: tuple[str, ...] = ()
    printer: str = ""
    printed_on: str = ""
    even_page: bool = False


def read_imprint(lines: list[Line], findings: Findings) -> Imprint:
    """The imprint at the end of these lines; it starts behind them where there is none."""
    start = len(lines)
    while start and len(lines) - start < _MOST and _belongs(lines[start - 1]):
        start -= 1
    copies: tuple[str, ...] = ()
    printer = printed_on = ""
    for line in lines[start:]:
        if found := _COPIES.match(line.plain):
            copies = tuple(filter(None, re.split("、", line.text[found.start("names") :].rstrip("。. "))))
        elif found := _PRINTED.match(line.plain):
            printer = (found["printer"] or found["alone"] or "").strip()
            printed_on = re.sub(r"\s", "", found["date"] or "")
        elif line.looks.role == "printed":
            printer = line.text
        else:
            findings.remove(line, line.text, "版记里不再用的项目")
    even = start < len(lines) and lines[start].looks.page
    return Imprint(start, copies, printer, printed_on, even)


def _belongs(line: Line) -> bool:
    if line.rows:
        return False
    return line.looks.role in _ROLES or any(form.match(line.plain) for form in (_COPIES, _PRINTED, _LOOSE))
