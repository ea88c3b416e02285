"""Semantic HTML to a composition: every element becomes passages, grids and turns, or an error at its line."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from generator.typeset.arrange import arranged
from generator.typeset.columns import table
from generator.typeset.composition import Block, Composition, Passage, Run, Turn
from generator.typeset.element import HtmlElement, Piece, blocks, document, misplaced, name, pieces, text_of
from generator.typeset.imprints import attendance, imprint
from generator.typeset.layouts import pages_of
from generator.typeset.letterheads import letterhead
from generator.typeset.lone import without_lone_characters
from generator.typeset.measure import cells
from generator.typeset.rosters import roster
from generator.typeset.signature import signature
from generator.typeset.styles import CELL, STYLES
from generator.typeset.titles import title_runs

ITEM_OUTLINE = 9
"""An item that reads like a heading stands one level under the heading before it: `arrange` finds that level."""
LONGEST_HEADING = 36
"""Characters up to which an item labelled like a heading is one in the outline."""

NUMBER_GAP = 0.2
"""Cells between the number and the name of an attachment."""

_ATTACHMENT_PARTS = ("label", "number", "name")
_LABEL_LEVELS = {
    1: re.compile(r"[一二三四五六七八九十百]+、"),
    2: re.compile(r"（[一二三四五六七八九十百]+）"),
    3: re.compile(r"\d+[.、]"),
    4: re.compile(r"（\d+）"),
}
_LEVEL_FONTS = {level: STYLES[f"heading-{level}"].font for level in _LABEL_LEVELS}
_SET_APART = 2
"""Labels down to this level are set in a font of their own."""
_SENTENCE = re.compile(r"[^。：]*[。：]?")


@lru_cache(maxsize=2)
def compose(html: str) -> Composition:
    """The page as both writers see it; whoever asks for the same page again gets the same."""
    root = document(html)
    author = root.find("head/meta[@name='author']")
    title = (root.findtext("head/title") or "").strip()
    name = "" if author is None else author.get("content", "")
    body = root.find("body")
    if body is None:
        return Composition(title, name, ())
    foot = imprint(body)
    pages = pages_of(body)
    found = _inside(body, False)
    blocks = arranged(without_lone_characters(found) if pages.no_lone_character else found, pages.pitch)
    return Composition(title, name, (*blocks, *_upright(blocks, bool(foot))), foot, pages)


def _upright(blocks: tuple[Block, ...], has_imprint: bool) -> Iterator[Turn]:
    """An imprint after a lying page stands on an upright one of its own."""
    turns = [block for block in blocks if isinstance(block, Turn)]
    if has_imprint and turns and turns[-1].landscape:
        yield Turn()


def _inside(parent: HtmlElement, lying: bool) -> Iterator[Block]:
    for element in blocks(parent):
        compose_block = _BLOCKS.get(name(element))
        if compose_block is None:
            raise misplaced(element)
        yield from compose_block(element, lying)


def _plain(style: str) -> Callable[[HtmlElement, bool], Iterator[Block]]:
    def compose_plain(element: HtmlElement, _lying: bool) -> Iterator[Block]:
        yield Passage(style, (Run(text_of(element)),))

    return compose_plain


def _title(style: str) -> Callable[[HtmlElement, bool], Iterator[Block]]:
    def compose_title(element: HtmlElement, _lying: bool) -> Iterator[Block]:
        lines = [piece.text for piece in pieces(element) if piece.text.strip()]
        yield Passage(style, title_runs(lines))

    return compose_title


def _heading(element: HtmlElement, _lying: bool) -> Iterator[Block]:
    """A heading is set as its label demands (一、 in 黑体, （一） in 楷体) and outlined as deep as it stands."""
    depth = int(element.tag[1]) - 1
    level = _level(pieces(element)) or depth
    yield Passage(f"heading-{level}", (Run(text_of(element)),), outline=depth)


def _item(element: HtmlElement, _lying: bool) -> Iterator[Block]:
    """An item; labelled 一、 or （一） its lead sentence is set like a heading of that level."""
    found = pieces(element)
    level = _level(found) if _level(found) <= _SET_APART else 0
    text = "".join(piece.text for piece in found)
    lead = "".join(piece.text for piece in found if piece.kind in ("label", "lead"))
    if not any(piece.kind == "lead" for piece in found):
        lead += _SENTENCE.match(text, len(lead))[0]  # type: ignore[index]  # the pattern matches anywhere
    runs = (Run(lead, _LEVEL_FONTS[level]), Run(text[len(lead) :])) if level else (Run(text),)
    heading = level and len(text) <= LONGEST_HEADING
    yield Passage("body", tuple(run for run in runs if run.text), outline=ITEM_OUTLINE if heading else None)


def _level(found: list[Piece]) -> int:
    """The level a label is written in, 0 for one that no heading has."""
    label = "".join(piece.text for piece in found if piece.kind == "label")
    return next((level for level, pattern in _LABEL_LEVELS.items() if pattern.fullmatch(label)), 0)


def _byline(element: HtmlElement, _lying: bool) -> Iterator[Block]:
    """Post and name of the speaker, one cell (字) apart."""
    found = pieces(element)
    post = "".join(piece.text for piece in found if piece.kind == "post")
    rest = "".join(piece.text for piece in found if piece.kind != "post")
    runs = (Run(post[:-1]), Run(post[-1:], gap=CELL), Run(rest))
    yield Passage("byline", tuple(run for run in runs if run.text))


def _attachments(element: HtmlElement, _lying: bool) -> Iterator[Block]:
    """One line of the 附件说明; a long name goes on under its first character."""
    found = {kind: "".join(piece.text for piece in pieces(element) if piece.kind == kind) for kind in _ATTACHMENT_PARTS}
    style = "attachments" if found["label"] else "attachments-more"
    number, name_gap = found["number"], NUMBER_GAP * CELL if found["number"] else 0.0
    runs = Run(found["label"] + number[:-1]), Run(number[-1:], gap=name_gap), Run(found["name"])
    left = STYLES[style].first + cells(found["label"] + number) + name_gap / CELL
    yield Passage(style, tuple(run for run in runs if run.text), left=round(left, 2))


def _section(element: HtmlElement, lying: bool) -> Iterator[Block]:
    yield from _inside(element, lying)


def _annex(element: HtmlElement, _lying: bool) -> Iterator[Block]:
    """An annex begins a page of its own, whatever stood before."""
    landscape = "landscape" in name(element)
    yield Turn(landscape)
    yield from _inside(element, landscape)
    if landscape:
        yield Turn()


def _landscape(element: HtmlElement, lying: bool) -> Iterator[Block]:
    """What must lie; where the page lies already, nothing turns."""
    if lying:
        yield from _inside(element, lying)
    else:
        yield from (Turn(True), *_inside(element, True), Turn())


_BLOCKS: dict[str, Callable[[HtmlElement, bool], Iterator[Block]]] = {
    "header.letterhead": lambda element, _lying: letterhead(element),
    "h1.title": _title("title"),
    "p.byline": _byline,
    "p.dateline": _plain("dateline"),
    "p.addressee": _plain("addressee"),
    "section": _section,
    "h2": _heading,
    "h3": _heading,
    "h4": _heading,
    "h5": _heading,
    "p": _plain("body"),
    "p.item": _item,
    "p.duty": _plain("body"),
    "p.group": _plain("group"),
    "dl.roster": lambda element, _lying: roster(element),
    "table": table,
    "div.landscape": _landscape,
    "p.attachments": _attachments,
    "div.signature": lambda element, _lying: signature(element),
    "p.note": _plain("note"),
    "dl.attendance": lambda element, _lying: attendance(element),
    "footer.imprint": lambda _element, _lying: iter(()),
    "section.annex": _annex,
    "section.annex.landscape": _annex,
    "p.annex-label": _plain("annex-label"),
    "p.annex-title": _title("annex-title"),
}
