"""A plan as a manuscript: every text of it in the order of print, each with its part and its place."""

from collections.abc import Iterable, Iterator
from datetime import date as Date  # noqa: N812 - the type beside fields named date

from generator.dates import print_date
from generator.manuscript import Manuscript, Part, Passage
from generator.model import (
    Annex,
    Block,
    Charge,
    Contacts,
    Duty,
    Item,
    Listing,
    Office,
    Paragraph,
    Place,
    Plan,
    Roster,
    Row,
    School,
    Section,
    Table,
)


def manuscript_of(plan: Plan, school: School, today: Date) -> Manuscript:
    """The plan's text; its labels are computed, so no passage has one."""
    passages = (*_head(plan), *_blocks(plan.preamble, 0), *_blocks(plan.body.blocks, 0), *_tail(plan))
    return Manuscript(passages, plan.kind, plan.date, plan.year, school, today)


def _head(plan: Plan) -> Iterator[Passage]:
    for number, line in enumerate(plan.title):
        yield Passage(line, ("标题", number) if len(plan.title) > 1 else ("标题",), Part.TITLE)
    if plan.subject:
        yield Passage(plan.subject, ("主题",), Part.TITLE)
    if plan.byline:
        yield Passage("、".join(plan.byline), ("署名",), Part.BYLINE, names=plan.byline)
    for key, text in (("主送", "、".join(plan.addressees)), ("称谓", plan.salutation)):
        if text:
            yield Passage(text, (key,), Part.ADDRESSEE)


def _tail(plan: Plan) -> Iterator[Passage]:
    yield from _blocks(plan.closing, 0)
    for line in plan.signature or ():
        yield Passage(line, ("落款",), Part.SIGNATURE)
    for annex in plan.annexes:
        yield from _annex(annex)
    if plan.note:
        yield Passage(plan.note, ("附注",), Part.NOTE)


def _annex(annex: Annex) -> Iterator[Passage]:
    for line in annex.title.splitlines():
        yield Passage(line, (*annex.at, "标题"), Part.ANNEX_TITLE)
    yield from _blocks(annex.blocks, 0)


def _blocks(blocks: Iterable[Block], depth: int) -> Iterator[Passage]:
    for block in blocks:
        yield from _block(block, depth)


def _block(block: Block, depth: int) -> Iterator[Passage]:
    match block:
        case Paragraph():
            yield Passage(block.text, block.at, Part.PARAGRAPH)
        case Section():
            yield from _section(block, depth + 1)
        case Listing():
            yield from (passage for item in block.items for passage in _item(item, depth + 1))
        case Roster():
            yield from _roster(block, depth)
        case Table():
            yield from _table(block)
        case Contacts():
            yield Passage("、".join(block.members), block.at, Part.ROSTER, names=block.members)


def _section(section: Section, depth: int) -> Iterator[Passage]:
    yield Passage(section.heading, section.at, Part.HEADING, depth, on_key=True)
    yield from _blocks(section.blocks, depth)
    yield from _duty(section.duty, section.at)


def _item(item: Item, depth: int) -> Iterator[Passage]:
    """The item's lead sentence and first paragraph, each a passage of its own, then the rest."""
    first, *rest = item.blocks or (None,)
    if item.heading:
        yield Passage(item.heading, item.at, Part.ITEM, depth, on_key=_is_key(item))
    if isinstance(first, Paragraph):
        yield Passage(first.text, first.at, Part.PARAGRAPH if item.heading else Part.ITEM, 0 if item.heading else depth)
    elif first is not None:
        rest = [first, *rest]
    yield from _blocks(rest, depth)
    yield from _duty(item.duty, item.at)


def _is_key(item: Item) -> bool:
    """Whether the lead sentence is the key of the item's mapping."""
    return bool(item.at) and item.at[-1] == item.heading


def _duty(duty: Duty, at: Place) -> Iterator[Passage]:
    for key, names in (("责任人", duty.owners), ("配合", duty.support)):
        if names:
            yield Passage("、".join(names), (*at, key), Part.DUTY, role=key, names=names)
    if duty.term:
        term = duty.term if isinstance(duty.term, str) else print_date(duty.term)
        yield Passage(term, (*at, "时限"), Part.DUTY, role="时限")
    for text in duty.evidence:
        yield Passage(text, (*at, "佐证"), Part.DUTY, role="佐证")


def _roster(roster: Roster, depth: int) -> Iterator[Passage]:
    if roster.name:
        yield Passage(roster.name, roster.at, Part.HEADING, depth + 1, on_key=True)
    for line in roster.lines:
        match line:
            case Row():
                yield _row(line)
            case Office():
                yield from map(_row, line.rows)
            case Charge():
                yield from _blocks(line.blocks, depth)
            case Paragraph():
                yield Passage(line.text, line.at, Part.PARAGRAPH)


def _row(row: Row) -> Passage:
    return Passage("、".join(row.members), row.at, Part.ROSTER, role=row.role, names=row.members)


def _table(table: Table) -> Iterator[Passage]:
    if table.caption:
        yield Passage(table.caption, (*table.at, "标题"), Part.CAPTION)
    for column, text in enumerate(table.columns):
        yield Passage(text, table.at, Part.CELL, cell=(0, column))
    for number, row in enumerate(table.rows, 1):
        for column, cell in enumerate(row):
            yield Passage(cell.text, table.at, Part.CELL, cell=(number, column))
    if table.remark:
        yield Passage(table.remark, (*table.at, "备注"), Part.NOTE)
