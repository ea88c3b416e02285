"""A composition as a Word file (DOCX) that breaks its lines and pages where the PDF does."""

from collections.abc import Iterable, Iterator

from generator.typeset.compose import compose
from generator.typeset.composition import Composition, Grid, Passage, Turn
from generator.writers.word_elements import Element, element, qualified
from generator.writers.word_parts import drop_unused_footers, footer_links, prepared_package, saved, state_properties
from generator.writers.word_passages import paragraph
from generator.writers.word_sections import section
from generator.writers.word_styles import HAIRLINE
from generator.writers.word_tables import table


def write(html: str) -> bytes:
    """The Word file of a page of semantic HTML."""
    return write_composition(compose(html))


def write_composition(composition: Composition) -> bytes:
    """The Word file of a composition; the same composition gives the same bytes."""
    document = prepared_package()
    state_properties(document, composition)
    document.element.body[:] = _body(composition, footer_links(document))
    drop_unused_footers(document)
    return saved(document)


def _body(composition: Composition, links: list[str]) -> list[Element]:
    """The children of w:body: every leaf's blocks, parted by page breaks and sections."""
    elements: list[Element] = []
    orientation = False
    for landscape, blocks in _leaves(composition.blocks):
        goes_on = landscape == orientation and isinstance(blocks[0], Passage)
        if elements and not goes_on:
            _close(elements, section(orientation, links))
        _extend(elements, blocks, turns_page=goes_on and bool(elements))
        orientation = landscape
    if elements and elements[-1].tag == qualified("tbl"):
        elements.append(_hairline())
    return [*elements, section(orientation, links)]


def _leaves(blocks: Iterable[Passage | Grid | Turn]) -> Iterator[tuple[bool, list[Passage | Grid]]]:
    """The blocks between one turn of the page and the next, with their orientation; empty leaves are left out."""
    landscape, leaf = False, list[Passage | Grid]()
    for block in blocks:
        if not isinstance(block, Turn):
            leaf.append(block)
            continue
        if leaf:
            yield landscape, leaf
        landscape, leaf = block.landscape, []
    if leaf:
        yield landscape, leaf


def _extend(elements: list[Element], blocks: list[Passage | Grid], turns_page: bool) -> None:
    for index, block in enumerate(blocks):
        if isinstance(block, Passage):
            elements.append(paragraph(block, turns_page and index == 0))
            continue
        if elements and elements[-1].tag == qualified("tbl"):  # Word would make one table of the two
            elements.append(_hairline())
        elements.append(table(block, _caption(blocks[index - 1]) if index else ""))


def _caption(block: Passage | Grid) -> str:
    return block.text if isinstance(block, Passage) and block.style == "caption" else ""


def _close(elements: list[Element], properties: Element) -> None:
    """End a section: Word keeps its measures in its last paragraph."""
    if elements[-1].tag == qualified("tbl"):
        elements.append(_hairline())
    elements[-1][0].append(properties)


def _hairline() -> Element:
    return element("p", element("pPr", element("pStyle", val=HAIRLINE)))
