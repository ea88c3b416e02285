"""A composition as the page that is printed: every paragraph and cell one element with its lines already broken."""

from html import escape
from itertools import pairwise

from generator.typeset.composition import Block, Composition, Gap, Grid, Marks, Passage, Turn
from generator.typeset.fonts import Face, Fonts
from generator.typeset.glyphs import PAGE_NUMBER, texts
from generator.typeset.press import Press
from generator.typeset.printed_grids import set_grid
from generator.typeset.printed_passages import letter_rule, set_gap, set_marks, set_passage, set_rule
from generator.typeset.styles import (
    AREA_HEIGHT,
    AREA_WIDTH,
    BOTTOM,
    IMPRINT_PITCH,
    LETTER_RULE_FOOT,
    styles_of,
)
from generator.typeset.stylesheet import stylesheet

IMPRINT_PLACES = {"flow": "", "page": " turn", "blank": " turn unnumbered"}
"""Where the imprint stands: after the text where there is room, on a page of its own, or there after a blank page."""


def printed(composition: Composition, fonts: Fonts, imprint: str = "flow") -> tuple[str, str]:
    """The page as HTML and its stylesheet; `imprint` is one of `IMPRINT_PLACES`."""
    pages = composition.pages
    press = Press(fonts, styles_of(pages.pitch, pages.bold_third))
    title, author = escape(composition.title), escape(composition.author)
    head = f'<meta charset="utf-8"/><title>{title}</title><meta name="author" content="{author}"/>'
    body = _body(composition, press) + _imprint(composition, press, imprint)
    page = f'<!DOCTYPE html><html lang="zh-CN"><head>{head}</head><body>{body}</body></html>'
    roles = {role: faces[0].name for role, faces in fonts.chains.items() if faces}
    return page, stylesheet(_faces(composition, fonts), roles, press.styles, pages)


def _faces(composition: Composition, fonts: Fonts) -> list[Face]:
    """Every face the document needs, that of the page number with them."""
    served: dict[Face | None, None] = {}
    for role, text in (*texts(composition), PAGE_NUMBER):
        whole = text and fonts.has_all(text, role)
        faces = [fonts.chains[role][0]] if whole else [fonts.serving(character, role) for character in text]
        served |= dict.fromkeys(faces)
    return [face for face in served if face]


def _body(composition: Composition, press: Press) -> str:
    parts, room = [], AREA_WIDTH
    for before, block in pairwise((Turn(), *composition.turned)):
        if isinstance(block, Turn):
            parts.append(f'</div><div class="turn{" lying" * block.landscape}">')
            parts.append(_letter_foot(composition) if len(parts) == 1 else "")
            room = AREA_HEIGHT if block.landscape else AREA_WIDTH
        else:
            parts.append(set_gap(block, _is_mark(before)) if isinstance(block, Gap) else _block(block, room, press))
    return "\n".join(parts).removeprefix("</div>")


def _block(block: Passage | Grid | Marks, room: float, press: Press) -> str:
    if isinstance(block, Grid):
        return set_grid(block, press)
    if isinstance(block, Marks):
        return set_marks(block, press)
    return set_passage(block, room, press)


def _is_mark(block: Block) -> bool:
    return isinstance(block, Marks) or (isinstance(block, Passage) and block.style == "mark")


def _letter_foot(composition: Composition) -> str:
    """The double rule at the foot of a letter's first page, thin above thick (10.1), where its head has one."""
    rule = letter_rule(composition)
    if rule is None:
        return ""
    return (
        f'<div class="foot" style="bottom:{LETTER_RULE_FOOT - BOTTOM:.3f}pt">{set_rule(rule, upside_down=True)}</div>'
    )


def _imprint(composition: Composition, press: Press, place: str) -> str:
    """The imprint (版记) at the foot of the type area, behind room as high as itself that moves to a new page if need be."""
    if not composition.imprint:
        return "</div>"
    parts = [
        set_gap(part) if isinstance(part, Gap) else set_passage(part, AREA_WIDTH, press) for part in composition.imprint
    ]
    lines = sum(part.count('class="') and part.count("\n") + 1 for part in parts if part.startswith("<p"))
    height = lines * IMPRINT_PITCH + sum(part.height for part in composition.imprint if isinstance(part, Gap))
    foot = f'<div class="foot" style="bottom:0">{"".join(parts)}</div>'
    room = f'<div class="whole" style="height:{height:.3f}pt">{foot}</div>'
    if place == "flow":
        return f"{room}</div>"
    blank = '<div class="turn unnumbered"></div>' if place == "blank" else ""
    return f'</div>{blank}<div class="{IMPRINT_PLACES[place].strip()}">{room}</div>'
