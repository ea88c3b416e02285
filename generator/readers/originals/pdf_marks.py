"""What only its place and its colour tell on a page: the red letters at the head (发文机关标志), an annex and its title."""

import re

from generator.readers.originals.pdf_areas import SAME_SIZE, Area
from generator.sheets.page import Line, Page

_SUFFIX = "文件"
_ANNEX = re.compile(r"附件\s*\d{0,2}")


def parted_marks(page: Page) -> list[Line]:
    """The lines of a page, 文件 on a line of its own where it stands to the right of every organisation."""
    red = [line for line in page.lines if line.red]
    found: list[Line] = []
    for line in page.lines:
        suffix = line.visible[-len(_SUFFIX) :]
        others = [other.right for other in red if other is not line]
        beside = line in red and others and suffix[0].left >= max(others) - 1
        if beside and line.text.endswith(_SUFFIX) and len(line.visible) > len(suffix):
            rest = tuple(character for character in line.characters if character.left < suffix[0].left)
            found += [Line(line.page, rest), Line(line.page, suffix)]
        else:
            found.append(line)
    return found


def role_of(paragraph: tuple[Line, ...], area: Area, before: Line | None, role: str) -> str:
    """The role, as `typeset.styles` names it, of a paragraph after a line and the role of that; mostly none."""
    first = paragraph[0]
    large = first.size > area.size + SAME_SIZE
    if large and first.red:
        return "mark"
    if before and before.page != first.page and _ANNEX.fullmatch(first.text):
        return "annex-label"
    return "annex-title" if large and role in ("annex-label", "annex-title") else ""
