"""The parts of a formal document (文件) as printed: letterhead (版头), signers, attendance, imprint (版记)."""

from dataclasses import dataclass

from generator.dates import print_date
from generator.model import Dispatch, Plan, School
from generator.outline.names import Member, resolve_all

SUFFIX = "文件"
"""Stands beside the organisations, half way up where there are several."""

ENDINGS = {"纪要": "纪要", "命令": "令"}
"""What follows the last organisation on its own line."""

STAR = "★"


@dataclass(frozen=True)
class Letterhead:
    """The head of the first page (版头), each part "" or () where there is none.

    `marks` are the organisations of 发文机关标志, one a line; `suffix` is 文件 or "".
    """

    copy_number: str
    secrecy: str
    urgency: str
    marks: tuple[str, ...]
    suffix: str
    number: str
    signers: tuple[str, ...]
    preprinted: bool


@dataclass(frozen=True)
class Imprint:
    """The foot of the last page (版记): who gets a copy, who printed it and when."""

    copies: str
    printer: str
    printed_on: str
    even_page: bool


Attendance = tuple[tuple[str, tuple[Member, ...]], ...]


def issuers(plan: Plan, school: School) -> tuple[str, ...]:
    """Who issues the document: the organisations named, or the school."""
    named = plan.dispatch.issuers if plan.dispatch else ()
    return named or (school.name,)


def document_number(plan: Plan, school: School) -> str:
    """发文字号 in full; a running number alone is completed by the school's 机关代字 and the year of 成文日期.

    An order (命令) is numbered by itself: 第3号.
    """
    number = plan.dispatch.number if plan.dispatch else ""
    if number.isdecimal() and plan.dispatch and plan.dispatch.shape == "命令":
        return f"第{int(number)}号"
    if number.isdecimal() and plan.date:
        return f"{school.code}〔{plan.date.year}〕{int(number)}号"
    return number


def print_letterhead(plan: Plan, school: School) -> Letterhead | None:
    """The letterhead of a plan that is issued as a formal document."""
    dispatch = plan.dispatch
    if dispatch is None or not dispatch.letterhead:
        return None
    marks, suffix = _marks(dispatch, issuers(plan, school))
    return Letterhead(
        copy_number=dispatch.copy_number,
        secrecy=STAR.join(filter(None, (dispatch.secrecy, dispatch.secrecy_term))),
        urgency=dispatch.urgency,
        marks=marks,
        suffix=suffix,
        number=document_number(plan, school),
        signers=tuple(member.text for member in resolve_all(dispatch.signers, school)),
        preprinted=dispatch.preprinted,
    )


def _marks(dispatch: Dispatch, organisations: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """发文机关标志: the writer's own words, or the organisations with what their form adds to them."""
    if dispatch.mark:
        return (dispatch.mark,), ""
    *first, last = organisations
    return (*first, last + ENDINGS.get(dispatch.shape, "")), SUFFIX if dispatch.shape == "文件" else ""


def print_attendance(plan: Plan, school: School) -> Attendance:
    """出席, 请假 and 列席 of 纪要, those that have names."""
    dispatch = plan.dispatch
    if dispatch is None:
        return ()
    groups = (("出席", dispatch.present), ("请假", dispatch.excused), ("列席", dispatch.attending))
    return tuple((role, resolve_all(names, school)) for role, names in groups if names)


def has_printer(dispatch: Dispatch) -> bool:
    """Whether the imprint names who printed the document and when: that of 信函 does not."""
    return not (dispatch.letterhead and dispatch.shape == "信函")


def has_imprint(dispatch: Dispatch) -> bool:
    """Whether the document has an imprint: somebody gets a copy, or it names who printed it or when."""
    return bool(dispatch.copies or (has_printer(dispatch) and (dispatch.printed_on or dispatch.printer)))


def print_imprint(plan: Plan, school: School) -> Imprint | None:
    """The imprint; there is none where nobody gets a copy and no date of printing is given."""
    dispatch = plan.dispatch
    if dispatch is None or not has_imprint(dispatch):
        return None
    copies = "、".join(dispatch.copies).removesuffix("。")
    return Imprint(
        copies=f"{copies}。" if copies else "",
        printer=dispatch.printer or school.name,
        printed_on=f"{print_date(dispatch.printed_on)}印发" if dispatch.printed_on else "",
        even_page=dispatch.even_page,
    )
