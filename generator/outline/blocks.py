"""The tree of a plan's blocks as printed: depths, labels and lead sentences set in their places."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.model import Block, Contacts, Duty, Item, Listing, Paragraph, Roster, Section, Table
from generator.outline.duties import duty_spans
from generator.outline.numbering import style_below
from generator.outline.printed import Chapter, Line, Printed, Sheet, Span, Standing
from generator.outline.rosters import print_contacts, print_roster

END_MARKS = "。！？；：，…"


def print_blocks(
    blocks: Iterable[Block], numbering: str, standing: Standing, opening: tuple[Line, ...] = ()
) -> tuple[Printed, ...]:
    """The blocks of a section, annex or item behind its opening line; sub-headings labelled in the style asked for."""
    blocks = tuple(blocks)
    style = numbering or style_below(standing.level, item=False)
    rosters_are_headed = sum(map(_has_heading, blocks)) > 1
    printed: list[Printed] = list(opening)
    number = 0
    after_text = bool(opening)
    for block in blocks:
        if isinstance(block, Section) or (rosters_are_headed and _has_heading(block)):
            number += 1
            printed.append(_print_chapter(block, standing.label(style, number), standing.under(style)))
        elif isinstance(block, Listing) and block.run_in:
            before = printed.pop() if after_text else Line(())
            assert isinstance(before, Line)  # noqa: S101 - text is printed as a line
            printed.extend(_run_in(before, block, standing))
        else:
            printed.extend(_print_block(block, standing))
        after_text = isinstance(block, Paragraph)
    return tuple(printed)


def _has_heading(block: Block) -> bool:
    return isinstance(block, Section) or (isinstance(block, Roster) and bool(block.name))


def _print_chapter(block: Block, text: str, standing: Standing) -> Chapter:
    if isinstance(block, Roster):
        roster = print_roster(replace(block, name=""), standing, print_blocks)
        return Chapter(text, block.name, standing.depth, tuple(roster))
    assert isinstance(block, Section)  # noqa: S101 - only sections and rosters have headings
    blocks = print_blocks(block.blocks, block.numbering, standing)
    duty = duty_spans(block.duty)
    return Chapter(text, block.heading, standing.depth, (*blocks, Line(duty, "duty")) if duty else blocks)


def _print_block(block: Block, standing: Standing) -> Iterator[Printed]:
    match block:
        case Paragraph():
            yield Line((Span(block.text),))
        case Listing():
            yield from _print_listing(block, standing)
        case Roster():
            yield from print_roster(block, standing, print_blocks)
        case Contacts():
            yield from print_contacts(block, standing)
        case Table():
            yield Sheet(block.columns, block.rows, block.widths, block.caption, block.remark, block.landscape)


# ---- lists --------------------------------------------------------------------------------------------------------


def _print_listing(listing: Listing, standing: Standing) -> Iterator[Printed]:
    style = listing.numbering or style_below(standing.level, item=True)
    for number, item in enumerate(listing.items, 1):
        yield from _print_item(item, standing.label(style, number), standing.under(style))


def _print_item(item: Item, text: str, standing: Standing) -> tuple[Printed, ...]:
    first, rest = _split_first(item)
    spans = (Span(text, "label"), Span(_lead(item, first), "lead"), Span(first))
    line = Line(tuple(span for span in spans if span.text), "item", standing.depth)
    printed = list(print_blocks(rest, "", standing, (line,)))
    last = _last_opening(printed)
    end = printed[last]
    assert isinstance(end, Line)  # noqa: S101 - an item opens with a line
    printed[last] = replace(end, spans=(*end.spans, *duty_spans(item.duty, "（", "）")))
    return tuple(printed)


def _split_first(item: Item) -> tuple[str, tuple[Block, ...]]:
    """The text that stands on the item's own line, and the blocks after it."""
    if item.blocks and isinstance(item.blocks[0], Paragraph):
        return item.blocks[0].text, item.blocks[1:]
    return "", item.blocks


def _last_opening(printed: list[Printed]) -> int:
    """The index of the last paragraph before anything else of the item: its owner stands there."""
    index = 0
    while index + 1 < len(printed) and _is_plain(printed[index + 1]):
        index += 1
    return index


def _is_plain(block: Printed) -> bool:
    return isinstance(block, Line) and not block.role


def _lead(item: Item, text: str) -> str:
    """The lead sentence (领句); it gets its full stop where something follows on the same line."""
    list_runs_on = any(isinstance(block, Listing) and block.run_in for block in item.blocks[:1])
    runs_on = text or list_runs_on or item.duty != Duty()
    return item.heading + "。" if item.heading and runs_on and item.heading[-1] not in END_MARKS else item.heading


def _run_in(before: Line, listing: Listing, standing: Standing) -> Iterator[Printed]:
    """The paragraph before the list with its items run in (连排); what cannot stand in a line comes after it."""
    printed = tuple(_print_listing(listing, standing))
    spans = tuple(span for block in printed if isinstance(block, Line) for span in block.spans)
    yield replace(before, spans=(*before.spans, *spans))
    yield from (block for block in printed if not isinstance(block, Line))
