"""A rule on terms (学期): what a plan sets for a term lies within it."""

import re
from collections.abc import Iterator
from datetime import date as Date  # noqa: N812 - the type beside names of dates
from datetime import timedelta

from generator.check.registry import Found, found_in, rule_of_text
from generator.manuscript import PROSE, Manuscript, Part
from generator.problems import Severity

_DATE = re.compile(r"(?<!\d)((?:19|20)\d{2})(?:年|[-./])(\d{1,2})(?:月|[-./])(\d{1,2})日?(?!\d)")
_MARGIN = timedelta(days=31)
"""Days before and after a term in which it is prepared and wound up."""

_PAST = re.compile("印发|发布|施行|召开|公布|总结|上学期|去年|以来|修订|通过|《|〔")
_LOOKED_AT = PROSE | {Part.CELL, Part.DUTY}


@rule_of_text("date-outside-term")
def date_outside_term(manuscript: Manuscript) -> Iterator[Found]:
    """计划是这个学期的，安排的日期却不在学期里，多半是沿用旧计划漏改了。

    改正日期；学期的起止写错了的，改 学校.yaml 里的“学期”。
    """
    term = _term(manuscript)
    if not term:
        return
    first, last = term
    for passage, found in manuscript.search(_DATE):
        day = _day(found)
        inside = not day or first - _MARGIN <= day <= last + _MARGIN
        if not inside and passage.part in _LOOKED_AT and not _PAST.search(passage.plain):
            message = f"“{found[0]}”不在{manuscript.year}（{first}至{last}）里：请核对"
            yield found_in(passage, found.span(), message, Severity.HINT if passage.part in PROSE else None)


def _term(manuscript: Manuscript) -> tuple[Date, Date] | None:
    """The first and last day of the document's own term or school year, where 学校.yaml tells them."""
    terms = manuscript.school.terms if manuscript.school and manuscript.year else ()
    own = [term for term in terms if term.name == manuscript.year]
    if not own and manuscript.year.endswith("学年"):
        own = [term for term in terms if term.name.startswith(manuscript.year)]
    return (min(term.starts for term in own), max(term.ends for term in own)) if own else None


def _day(found: re.Match[str]) -> Date | None:
    try:
        return Date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None
