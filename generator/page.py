"""A plan and its kind's template make one page of semantic HTML, the only thing the writers see."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.dates import print_chinese_date, print_date
from generator.kinds import TEMPLATES, Kind
from generator.model import Annex, Layout, Plan, School
from generator.outline.blocks import END_MARKS, print_blocks
from generator.outline.dispatches import (
    Attendance,
    Imprint,
    Letterhead,
    issuers,
    print_attendance,
    print_imprint,
    print_letterhead,
)
from generator.outline.duties import responsibility_table
from generator.outline.names import Member, resolve_all
from generator.outline.printed import Printed, Standing
from generator.templating import fill

SEALS = {"是": "yes", "否": "no", "签名章": "stamp"}


@dataclass(frozen=True)
class PrintedAnnex:
    """One annex (附件) as printed: its label at the head of the page, title lines, blocks."""

    label: str
    title: tuple[str, ...]
    blocks: tuple[Printed, ...]
    landscape: bool

    @property
    def name(self) -> str:
        """The name by which 附件说明 lists it: the title on one line."""
        return "".join(self.title)


@dataclass(frozen=True)
class Page:
    """Everything a template may print, in words and blocks that need no further thought."""

    kind: str
    title: tuple[str, ...]
    author: str
    byline: tuple[Member, ...]
    dateline: str
    addressees: tuple[str, ...]
    preamble: tuple[Printed, ...]
    body: tuple[Printed, ...]
    closing: tuple[Printed, ...]
    annexes: tuple[PrintedAnnex, ...]
    signature: tuple[str, ...]
    date: str
    note: str
    shape: str
    titled: bool
    seal: str
    letterhead: Letterhead | None
    attendance: Attendance
    imprint: Imprint | None
    layout: tuple[tuple[str, str], ...]


def render(plan: Plan, school: School, kind: Kind, folder: Path = TEMPLATES) -> str:
    """The plan's semantic HTML; a template that fails is a problem at its own file and line."""
    return fill(folder, kind.template, arrange(plan, school, kind))


def arrange(plan: Plan, school: School, kind: Kind) -> Page:
    """The plan in the order of print, with all that its kind and school supply."""
    standing = Standing(school)
    dated_below_title = kind.dateline if plan.dateline is None else plan.dateline
    date = _date(plan, school)
    dispatch = plan.dispatch
    shape = dispatch.shape if dispatch and dispatch.letterhead else ""
    return Page(
        kind=plan.kind,
        title=title_lines(plan, school),
        author=school.name,
        byline=resolve_all(plan.byline, school),
        dateline=f"（{date}）" if date and dated_below_title else "",
        addressees=tuple(_addressees(plan)),
        preamble=print_blocks(plan.preamble, "", standing),
        body=print_blocks(plan.body.blocks, plan.body.numbering, standing),
        closing=print_blocks(plan.closing, "", standing),
        annexes=_annexes(plan, standing),
        signature=_signature(plan, school, kind),
        date="" if dated_below_title else date,
        note=_parenthesised(plan.note),
        shape=shape,
        titled=bool(plan.title) or shape != "命令",  # the text of an order follows its number (10.2)
        seal=SEALS[dispatch.seal if dispatch else "否"],
        letterhead=print_letterhead(plan, school),
        attendance=print_attendance(plan, school),
        imprint=print_imprint(plan, school),
        layout=_layout(school.layout),
    )


def _date(plan: Plan, school: School) -> str:
    if plan.date is None:
        return ""
    return print_chinese_date(plan.date) if school.layout.chinese_dates else print_date(plan.date)


def _layout(layout: Layout) -> tuple[tuple[str, str], ...]:
    """The house rules that are not the standard's, as the page carries them to the writers."""
    rules = {
        "pitch": f"{layout.pitch:g}" if layout.pitch != Layout().pitch else "",
        "page-number": "centre" if layout.centred_number else "",
        "sides": "one" if layout.one_sided else "",
        "third": "bold" if layout.bold_third else "",
        "lone": "never" if layout.no_lone_character else "",
    }
    return tuple((name, value) for name, value in rules.items() if value)


def title_lines(plan: Plan, school: School) -> tuple[str, ...]:
    """The title's lines; one left out is made of school, year, subject and kind, that of an order of mark and number."""
    if plan.title:
        return plan.title
    if (head := print_letterhead(plan, school)) and plan.dispatch and plan.dispatch.shape == "命令":
        return ("".join(head.marks) + head.number,)
    year = f"{plan.year}年" if plan.year.isdigit() else plan.year
    return (f"{school.name}{year}{plan.subject}{plan.kind}",)


def _signature(plan: Plan, school: School, kind: Kind) -> tuple[str, ...]:
    if plan.signature is not None:
        return plan.signature
    return issuers(plan, school) if kind.signed else ()


def _addressees(plan: Plan) -> Iterable[str]:
    for line in ("、".join(plan.addressees), plan.salutation):
        if line:
            yield line if line[-1] in END_MARKS else f"{line}："


def _parenthesised(note: str) -> str:
    return note if not note or note.startswith("（") else f"（{note}）"


def _annexes(plan: Plan, standing: Standing) -> tuple[PrintedAnnex, ...]:
    printed = [(annex, print_blocks(annex.blocks, annex.numbering, standing)) for annex in plan.annexes]
    if plan.responsibility:
        printed.append((Annex(title=plan.responsibility), (responsibility_table(plan),)))
    labels = [f"附件{number}" for number in range(1, len(printed) + 1)] if len(printed) > 1 else ["附件"]
    return tuple(
        PrintedAnnex(label, tuple(annex.title.splitlines()), blocks, annex.landscape)
        for label, (annex, blocks) in zip(labels, printed, strict=False)
    )
