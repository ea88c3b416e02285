"""What makes a document formal (文件), put into its plan: letterhead, seal, attendance, imprint, 责任分解表."""

from dataclasses import dataclass, replace

from generator.dates import read_date
from generator.model import Annex, Dispatch, Plan, Table
from generator.outline.duties import responsibility_table
from generator.recognition.imprint import Imprint
from generator.recognition.letterhead import Letterhead
from generator.recognition.seals import Seal
from generator.recognition.tail import Tail

_GROUPS = {"出席": "present", "请假": "excused", "列席": "attending"}


@dataclass(frozen=True)
class Formal:
    """The parts of a document that only formal ones have."""

    letterhead: Letterhead | None
    imprint: Imprint
    tail: Tail
    seal: Seal


def formalised(plan: Plan, formal: Formal, organisation: str) -> Plan:
    """The plan with its 文件; as it was where the document is not formal."""
    dispatch = _dispatch(formal, _school(plan, formal, organisation))
    return replace(plan, dispatch=dispatch) if dispatch else plan


def _school(plan: Plan, formal: Formal, organisation: str) -> str:
    """The name by which the school signs, or issues the document."""
    issued = formal.letterhead.organisation if formal.letterhead else ""
    return (plan.signature or ("",))[0] or issued or organisation


def _dispatch(formal: Formal, school: str) -> Dispatch | None:
    head, imprint = formal.letterhead, formal.imprint
    attendance = {_GROUPS[role]: names for role, names in formal.tail.attendance}
    printed = imprint.copies or imprint.printer or imprint.printed_on
    if not (head or printed or attendance or formal.seal != "否"):
        return None
    dispatch = head.dispatch if head else Dispatch(letterhead=False)
    day = read_date(imprint.printed_on) if imprint.printed_on else None
    return replace(
        dispatch,
        issuers=() if dispatch.issuers == (school,) else dispatch.issuers,
        copies=imprint.copies,
        printer="" if imprint.printer == school and (day or imprint.copies) else imprint.printer,
        printed_on=day,
        even_page=imprint.even_page,
        seal=formal.seal,
        **attendance,  # type: ignore[arg-type] # each a tuple of names
    )


def with_responsibility(plan: Plan) -> Plan:
    """The plan with its last annex left out where that is the 责任分解表 that comes of its own measures."""
    if not plan.annexes or not _is_responsibility(plan.annexes[-1], plan):
        return plan
    *annexes, last = plan.annexes
    return replace(plan, annexes=tuple(annexes), responsibility=last.title)


def _is_responsibility(annex: Annex, plan: Plan) -> bool:
    made = responsibility_table(plan)
    tables = [block for block in annex.blocks if isinstance(block, Table)]
    return (
        len(annex.blocks) == 1 and len(tables) == 1 and (tables[0].columns, tables[0].rows) == (made.columns, made.rows)
    )
