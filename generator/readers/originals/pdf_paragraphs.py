"""Printed lines joined into paragraphs by indent, length and pitch, whatever made the page."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import pairwise

from generator.original import Looks
from generator.readers.originals.pdf_areas import SAME_SIZE, Area
from generator.sheets.page import Character, Line

Paragraph = tuple[Line, ...]
INDENT = 0.6
"""Cells by which a line must stand in to begin a paragraph."""
COLUMN = 0.7
"""Cells of empty room that part two columns, or the letters of a word spread out."""
TWICE = 0.25
"""Cells: the same character so near stands there once, printed twice to look bold."""
SLACK = 0.4
"""Cells by which a full line may end before the edge."""
APART = 1.3
"""Pitches between lines of which the second begins a paragraph."""
_RADICALS = re.compile("[\u2e80-\u2fdf\uf900-\ufaff]")
_NO_START = frozenset("，。、；：！？）》」』】〕〉”’～·％%℃,.;:!?)]}»•—…")
_NO_END = frozenset("（《「『【〔〈“‘([{—…")
_CLOSING = frozenset("，。、；：！？）》」』】〕〉,;:—…")
"""Marks after which room is no column's."""
_DOUBLED = re.compile("[0-9\u4e00-\u9fff]")
"""What cannot be two characters in one glyph."""
_LABEL = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)|[①-⑳]"
    r"|第[一二三四五六七八九十]{1,3}[章节条]|附件?\s*\d{0,2}\s*(?:[：:]|$)"
)
_ROLE = re.compile(r".{1,12}[：:]")
_ALONE = re.compile(
    r"\d{4}年\d{1,2}月\d{1,2}日|[一二三四五六七八九〇零○]{4}年[一二三四五六七八九十]{1,3}月\S{1,3}日|附件\d{0,2}"
)
_CHINESE = "\u2e80"
"""The first of the characters between which a line may end anywhere."""
_GOES_ON = "第、，,和与及至或年月（("
"""Characters after which what looks like a label is none."""
_ORGANISATION = re.compile("(?:学|园|校|局|府|会|处|部|室|党支部)$")


def paragraphs_of(lines: Iterable[Line], areas: dict[int, Area]) -> Iterator[Paragraph]:
    """The lines gathered into paragraphs."""
    found: list[Line] = []
    for line in lines:
        if found and _starts(found, line, areas[found[-1].page], areas[line.page]):
            yield tuple(found)
            found = []
        found.append(line)
    if found:
        yield tuple(found)


def _starts(before: list[Line], line: Line, above: Area, area: Area) -> bool:
    """Whether a line begins a paragraph of its own."""
    last, first = before[-1], before[0]
    if abs(line.size - last.size) > SAME_SIZE or (line.red and line.size > area.size):
        return True
    if line.size > area.size + SAME_SIZE and _is_centred(line, area) and _is_centred(last, above):
        apart = _gap(last, line, 1.4 * line.size) > APART
        return apart or bool(_ORGANISATION.search(last.text)) or line.text.startswith("—")
    if _is_wrapped_roster(first, last, line):
        return False
    if (
        _gap(last, line, area.pitch) > APART
        or _is_short(last, line, above)
        or _stands_alone(last)
        or _stands_alone(line)
    ):
        return True
    inward = line.left - area.left
    if inward <= INDENT * area.size:
        return _begins_out(first, above) and bool(_LABEL.match(line.text)) and last.text[-1] not in _GOES_ON
    return not _hangs(before, line, area)


def _stands_alone(line: Line) -> bool:
    """Whether a line is a date or the label of an annex and nothing else."""
    return bool(_ALONE.fullmatch(re.sub(r"\s", "", line.text)))


def _is_wrapped_roster(first: Line, last: Line, line: Line) -> bool:
    """Whether a line goes on with the names behind a role: they are not parted, so lines end early."""
    hangs = line.left - first.left > INDENT * first.size
    return hangs and bool(_ROLE.match(first.text)) and last.text[-1:] in "、，," and not _LABEL.match(line.text)


def _gap(last: Line, line: Line, pitch: float) -> float:
    """The room between two lines, in pitches; one where a page was turned between them."""
    return (line.baseline - last.baseline) / pitch if line.page == last.page else 1.0


def _begins_out(first: Line, area: Area) -> bool:
    """Whether a paragraph begins at the edge, as all do in a text without indents."""
    return first.left - area.left <= INDENT * area.size


def _hangs(before: list[Line], line: Line, area: Area) -> bool:
    """Whether a line that stands in goes on with a paragraph whose lines hang behind its label or its role."""
    first, last = before[0], before[-1]
    if _LABEL.match(line.text) or (_ROLE.match(line.text) and "：" in line.text[:8]):
        return False
    if len(before) > 1:
        return abs(line.left - last.left) < INDENT * area.size and last.left - first.left > INDENT * area.size
    opened = bool(_LABEL.match(first.text) or _ROLE.match(first.text))
    return opened and line.left - first.left > INDENT * area.size


def _is_short(last: Line, line: Line, area: Area) -> bool:
    """Whether the first word of the next line would have found room at the end of the last."""
    return last.right + _first_word(line) < area.right - SLACK * area.size


def _first_word(line: Line) -> float:
    """The room of what cannot be parted at the start of a line."""
    characters = line.visible
    end = 1
    while end < len(characters) and _keeps(characters[end - 1].text, characters[end].text):
        end += 1
    return characters[end - 1].right - characters[0].left


def _keeps(one: str, other: str) -> bool:
    together = one.isalnum() and other.isalnum() and max(one, other) < _CHINESE
    return together or other in _NO_START or one in _NO_END


def _is_centred(line: Line, area: Area) -> bool:
    """Whether a line stands in the middle, and not there by chance as one indented by two cells may."""
    inward = (line.left - area.left) / area.size
    by_chance = inward < 2 * INDENT or abs(inward - 2) < SLACK
    larger = line.size > area.size + SAME_SIZE
    return abs(line.middle - area.middle) < SLACK * area.size and (larger or not by_chance)


def text_of(lines: Iterable[Line]) -> str:
    """What the lines say together."""
    text = ""
    for line in lines:
        piece = spaced(line)
        latin = text[-1:].isascii() and text[-1:].isalnum() and piece[:1].isascii() and piece[:1].isalnum()
        text += f" {piece}" if latin and not (text[-1:].isdigit() and piece[:1].isdigit()) else piece
    return text


def spaced(line: Line) -> str:
    """What a line says, with a space wherever it leaves the room of one."""
    characters = _once(line)
    text = characters[0].text
    for one, other in pairwise(characters):
        room = other.left - one.right > COLUMN * line.size and one.text not in _CLOSING
        if room and one.text.strip() and other.text.strip():
            text += " "
        text += other.text
    return _RADICALS.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text).strip()


def _once(line: Line) -> list[Character]:
    """The characters of a line, one printed twice to look bold only once."""
    kept: list[Character] = []
    for character in line.characters:
        again = (one for one in kept[-2:] if one.text == character.text and _DOUBLED.match(one.text))
        if not any(character.left - one.left < TWICE * character.size for one in again):
            kept.append(character)
    return kept


def looks_of(paragraph: Paragraph, areas: dict[int, Area], before: Line | None) -> Looks:
    """How a paragraph is set, after the line before it."""
    first = paragraph[0]
    area = areas[first.page]
    alone = len(paragraph) == 1 or first.size > area.size + SAME_SIZE
    centred = alone and _is_centred(first, area)
    right = len(paragraph) == 1 and not centred and first.left > area.middle
    edge = max(0.0, round((area.right - first.right) / area.size, 1)) if right else 0.0
    same_page = before is not None and before.page == first.page
    above = max(0, round(_gap(before, first, area.pitch)) - 1) if before and same_page else 0
    turned = before is not None and not same_page and before.baseline + 2 * area.pitch < areas[before.page].bottom
    return Looks(centred=centred, right=right, edge=edge, size=first.size, above=above, page=turned, wide=area.lying)
