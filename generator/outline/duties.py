"""Responsible parties (责任人) as printed: behind an item in parentheses, under a section, in a table of its own."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date as Date  # noqa: N812 - `date` is the name of a field

from generator.dates import print_date
from generator.model import Block, Cell, Duty, Item, Listing, Paragraph, Plan, Section
from generator.outline.printed import Sheet, Span

RESPONSIBILITY_COLUMNS = ("序号", "任务", "责任人", "配合", "时限", "佐证")


def print_term(term: Date | str) -> str:
    """A term (时限) as printed: a date in full, other words as written."""
    return term if isinstance(term, str) else print_date(term)


def duty_spans(duty: Duty, opening: str = "", closing: str = "") -> tuple[Span, ...]:
    """责任人：德育处；配合：总务处；时限：2026年3月31日；佐证：责任书, one span a part."""
    parts = [
        ("owner", "责任人", "、".join(duty.owners)),
        ("support", "配合", "、".join(duty.support)),
        ("term", "时限", print_term(duty.term)),
        ("evidence", "佐证", "、".join(duty.evidence)),
    ]
    spans = [Span(f"{name}：{text}", role) for role, name, text in parts if text]
    if not spans:
        return ()
    spans[0] = replace(spans[0], text=opening + spans[0].text)
    parted = [replace(span, text=f"{span.text}；") for span in spans[:-1]]
    return (*parted, replace(spans[-1], text=spans[-1].text + closing))


def responsibility_table(plan: Plan) -> Sheet:
    """Every item and section that names an owner or a term, as one table (责任分解表), in the order of print."""
    rows = [(Cell(text=str(number)), *cells) for number, cells in enumerate(_duties(plan.body.blocks), 1)]
    return Sheet(RESPONSIBILITY_COLUMNS, tuple(rows), (2, 8, 5, 4, 6, 5))


def _duties(blocks: Iterable[Block]) -> Iterator[tuple[Cell, ...]]:
    for block in blocks:
        if isinstance(block, Section):
            yield from _duty_row(block)
            yield from _duties(block.blocks)
        elif isinstance(block, Listing):
            for item in block.items:
                yield from _duty_row(item)
                yield from _duties(item.blocks)


def _duty_row(task: Section | Item) -> Iterator[tuple[Cell, ...]]:
    duty = task.duty
    if duty == Duty():
        return
    paragraphs = [block.text for block in task.blocks if isinstance(block, Paragraph)]
    name = task.heading or (paragraphs[0] if paragraphs else "")
    parts = [name, "、".join(duty.owners), "、".join(duty.support), print_term(duty.term), "、".join(duty.evidence)]
    yield tuple(Cell(text=text) for text in parts)
