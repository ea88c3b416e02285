"""A composition as a Word file (DOCX) that breaks its lines and pages where the PDF does."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import TypeAlias

from generator.typeset.compose import compose
from generator.typeset.composition import Composition, Grid, Passage, Turn
from generator.writers.word_elements import element, parsed
from generator.writers.word_parts import drop_unused_footers, footer_links, prepared_package, saved, state_properties
from generator.writers.word_passages import paragraph
from generator.writers.word_sections import section
from generator.writers.word_styles import HAIRLINE
from generator.writers.word_tables import table

Block: TypeAlias = Passage | Grid


@dataclass(frozen=True)
class Leaf:
    """What stands between two turns of the page, and whether its pages lie."""

    landscape: bool
    blocks: list[Block]


def write(html: str) -> bytes:
    """The Word file of a page of semantic HTML."""
    return write_composition(compose(html))


def write_composition(composition: Composition) -> bytes:
    """The Word file of a composition; the same composition gives the same bytes."""
    document = prepared_package()
    state_properties(document, composition)
    document.element.body[:] = parsed(*_body(composition, footer_links(document)))
    drop_unused_footers(document)
    return saved(document)


def _body(composition: Composition, links: list[str]) -> Iterator[str]:
    """The children of w:body: every leaf's blocks, parted by page breaks and sections."""
    leaves = list(_leaves(composition.blocks))
    goes_on = False
    for leaf, following in zip_longest(leaves, leaves[1:]):
        turns_page, goes_on = goes_on, following is not None and _continues(leaf, following)
        end = None if goes_on else section(leaf.landscape, links) if following else ""
        yield from _elements(leaf.blocks, turns_page, end)
    yield section(leaves[-1].landscape if leaves else False, links)


def _leaves(blocks: Iterable[Block | Turn]) -> Iterator[Leaf]:
    """The blocks between one turn of the page and the next; empty leaves are left out."""
    landscape, found = False, list[Block]()
    for block in (*blocks, Turn()):
        if not isinstance(block, Turn):
            found.append(block)
            continue
        if found:
            yield Leaf(landscape, found)
        landscape, found = block.landscape, []


def _continues(leaf: Leaf, following: Leaf) -> bool:
    """Whether a page break at a paragraph will do, and no section need end."""
    return leaf.landscape == following.landscape and isinstance(following.blocks[0], Passage)


def _elements(blocks: list[Block], turns_page: bool, end: str | None) -> Iterator[str]:
    """A leaf's paragraphs and tables; `end` is the section its last paragraph ends, None where the section goes on."""
    for index, block in enumerate(blocks):
        before, last = blocks[index - 1] if index else None, index == len(blocks) - 1
        if isinstance(block, Passage):
            yield paragraph(block, turns_page and not index, end if last else None)
            continue
        if isinstance(before, Grid):  # Word would make one table of the two
            yield _hairline()
        yield table(block, before.text if isinstance(before, Passage) and before.style == "caption" else "")
        if last and end is not None:
            yield _hairline(end)


def _hairline(end: str = "") -> str:
    return element("p", element("pPr", element("pStyle", val=HAIRLINE), end))
