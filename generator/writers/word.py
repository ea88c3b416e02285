"""A composition as a Word file (DOCX) that breaks its lines and pages where the PDF does."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date as Date  # noqa: N812 - the type beside words that mean a day
from itertools import zip_longest
from typing import TypeAlias

from generator.filing import Travelling
from generator.typeset.compose import compose
from generator.typeset.composition import Block as BlockOrTurn
from generator.typeset.composition import Composition, Gap, Grid, Marks, Passage, Turn
from generator.writers.word_elements import element
from generator.writers.word_gaps import gap, is_none
from generator.writers.word_imprint import imprint, raised, raised_marks
from generator.writers.word_length import end_of
from generator.writers.word_marks import boxed, marks
from generator.writers.word_parts import prepared_package, saved
from generator.writers.word_passages import paragraph
from generator.writers.word_revisions import signed
from generator.writers.word_sections import Links, Sheet, section
from generator.writers.word_styles import HAIRLINE
from generator.writers.word_tables import table

Block: TypeAlias = Passage | Grid | Gap | Marks

BLANK_PAGE = Gap(1.0)


@dataclass(frozen=True)
class Leaf:
    """What stands between two turns of the page, whether its pages lie, and whether they have a number.

    A blank page before the imprint has none, and then the imprint's has none either (7.5).
    """

    landscape: bool
    blocks: list[Block]
    imprint: tuple[Passage | Gap, ...] = ()
    numbered: bool = True


def write(html: str, *, source: Travelling | None = None) -> bytes:
    """The Word file of a page of semantic HTML."""
    return write_composition(compose(html), source)


def write_composition(composition: Composition, source: Travelling | None = None, revised: Date | None = None) -> bytes:
    """The Word file of a composition; the same composition gives the same bytes. `revised`: the day of its changes."""
    body = "".join(_body(composition, prepared_package(composition.pages).links))
    return saved(composition, signed(body, revised) if revised else body, source)


def _body(composition: Composition, links: Links) -> Iterator[str]:
    """The children of w:body: every leaf's blocks, parted by page breaks and sections."""
    leaves = _leaves(composition)
    goes_on, first = False, _first_page(composition)
    for leaf, following in zip_longest(leaves, leaves[1:]):
        turns_page, goes_on = goes_on, following is not None and _continues(leaf, following)
        close = section(Sheet(leaf.landscape, first, leaf.numbered), links)
        yield from _elements(leaf.blocks, turns_page, None if goes_on else close if following else "")
        yield from imprint(leaf.imprint)
        first = first if goes_on else ""
    yield close


def _first_page(composition: Composition) -> str:
    """The footer of the first page where it has one of its own: a letter's has a double rule if its head has."""
    if composition.pages.form != "信函":
        return ""
    rules = [block.rule for block in composition.blocks if isinstance(block, Gap) and block.rule]
    return "ruled" if any(rule.thin for rule in rules) else "empty"


def _leaves(composition: Composition) -> list[Leaf]:
    """The blocks between one turn of the page and the next; the imprint is in the last, alone after a turn."""
    *leaves, last = _turned(composition.blocks)
    if composition.imprint and composition.pages.even_end and (end := end_of(composition)).imprint % 2:
        blank = [Leaf(False, [BLANK_PAGE], numbered=False)] if end.imprint > end.text else []
        alone = Leaf(False, [], composition.imprint, numbered=not blank)
        return [*leaves, *([last] if last.blocks else []), *blank, alone]
    if last.blocks or not leaves or composition.imprint:
        leaves.append(replace(last, imprint=composition.imprint))
    return leaves


def _turned(blocks: Iterable[BlockOrTurn]) -> Iterator[Leaf]:
    """Leaves that have blocks, and the last."""
    landscape, found = False, list[Block]()
    for block in blocks:
        if not isinstance(block, Turn):
            if not (isinstance(block, Gap) and is_none(block)):
                found.append(_boxed(block, found))
            continue
        if found:
            yield Leaf(landscape, found)
        landscape, found = block.landscape, []
    yield Leaf(landscape, found)


def _boxed(block: Block, above: list[Block]) -> Block:
    """A mark in a cell of its own, save one that begins above the type area: LibreOffice sets no table there."""
    raised = bool(above) and _raised(above[-1]) > 0
    return boxed(block) if isinstance(block, Passage) and block.style == "mark" and not raised else block


def _continues(leaf: Leaf, following: Leaf) -> bool:
    """Whether a page break at a paragraph will do, and no section need end."""
    alike = leaf.landscape == following.landscape and leaf.numbered == following.numbered
    return alike and isinstance([*following.blocks, None][0], Passage | Gap)


def _elements(blocks: list[Block], turns_page: bool, end: str | None) -> Iterator[str]:
    """A leaf's paragraphs and tables; `end` is the section its last paragraph ends, None where the section goes on."""
    for index, (before, block) in enumerate(zip([None, *blocks], blocks, strict=False)):
        last = index == len(blocks) - 1
        if isinstance(block, Marks) and _raised(before):
            yield from raised_marks(block, _raised(before))
            continue
        if isinstance(block, Passage | Gap):
            yield _paragraph(block, before, turns_page and not index, end if last else None)
            continue
        if isinstance(before, Grid | Marks):  # Word would make one table of the two
            yield _hairline()
        yield marks(block) if isinstance(block, Marks) else table(block, _caption(before))
        if last and end is not None:
            yield _hairline(end)


def _paragraph(block: Passage | Gap, before: Block | None, turns_page: bool, end: str | None) -> str:
    if _raised(before):
        return raised(block, _raised(before))
    if isinstance(block, Passage):
        return paragraph(block, turns_page, end)
    return gap(block, turns_page, end) if block.height > 0 else ""


def _raised(before: Block | None) -> float:
    """Points above the type area at which a block begins that follows a gap of negative height."""
    return max(0.0, -before.height) if isinstance(before, Gap) else 0.0


def _caption(before: Block | None) -> str:
    return before.text if isinstance(before, Passage) and before.style == "caption" else ""


def _hairline(end: str = "") -> str:
    return element("p", element("pPr", element("pStyle", val=HAIRLINE), end))
