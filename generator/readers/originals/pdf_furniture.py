"""What stands on the pages of a PDF and not in its text: page numbers (页码), running heads and feet (页眉、页脚)."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.original import Line as Told
from generator.sheets.page import Line, Page

_DASHES = r"[-—–－―·•～~\s]*"
_NUMBER = re.compile(
    rf"{_DASHES}第?\s*(?P<number>\d{{1,4}})\s*页?{_DASHES}(?:[/／,，]?\s*(?:of|共)?\s*\d{{1,4}}\s*页?)?{_DASHES}|Page\s*\d+.*"
    r"|第[一二三四五六七八九十百]+页(?:.{0,2}共[一二三四五六七八九十百]+页)?",
    re.IGNORECASE,
)
_OUTERMOST = 2
"""So many lines at the head and at the foot of a page may be furniture."""
_PAGES, _SHARE = 3, 0.4
"""On so many pages at least, and on such a share of them, stands what runs through a document."""
_SAME_PLACE = 3.0


def take_furniture(pages: Sequence[Page]) -> tuple[list[Page], list[Told]]:
    """The pages without it, and each sort of it in one line that says what it is."""
    numbers = {id(line) for line in _numbers(pages)}
    rest = [_without(page, numbers) for page in pages]
    running = {id(line) for line in _running(rest)}
    told = [
        Told(" ".join(line.text for page in pages for line in page.lines if id(line) in found), furniture=name)
        for name, found in (("页码", numbers), ("每页重复的页眉、页脚", running))
        if found
    ]
    return [_without(page, running) for page in rest], told


def _without(page: Page, taken: set[int]) -> Page:
    return replace(page, lines=tuple(line for line in page.lines if id(line) not in taken))


def _numbers(pages: Sequence[Page]) -> Iterator[Line]:
    """The page numbers: decorated ones at once, bare ones where they count the pages or stand far off the text."""
    found = [(page, line) for page in pages for line in _outer(page, 1) if _NUMBER.fullmatch(line.text)]
    offsets = Counter(int(line.text) - page.number for page, line in found if line.text.isdecimal())
    usual = offsets.most_common(1)[0] if offsets else (0, 0)
    for page, line in found:
        bare = line.text.isdecimal()
        counts = bare and int(line.text) - page.number == usual[0] and (usual[1] > 1 or _is_apart(page, line))
        if counts or not bare:
            yield line


def _outer(page: Page, count: int) -> list[Line]:
    """The first and the last lines of a page, tables left aside; those that run beside a sheet."""
    inner = page.lines[count:-count]
    return [line for line in page.lines if line not in inner and not _is_beside_table(page, line)]


def _is_beside_table(page: Page, line: Line) -> bool:
    """Whether a line at the head or foot is parted from that edge by a table."""
    above = any(table.bottom <= line.top for table in page.tables)
    below = any(table.top >= line.bottom for table in page.tables)
    return above and below


def _is_apart(page: Page, line: Line) -> bool:
    """Whether a line stands in the margin."""
    return line.baseline > 0.88 * page.height or line.baseline < 0.1 * page.height


def _running(pages: Sequence[Page]) -> Iterator[Line]:
    """The lines that stand at the same place, with the same words but for numbers, on many pages."""
    candidates = [(page, line) for page in pages for line in _outer(page, _OUTERMOST) if _is_apart(page, line)]
    for _, line in candidates:
        same = {
            other.number
            for other, twin in candidates
            if _words(twin) == _words(line) and abs(twin.baseline - line.baseline) < _SAME_PLACE
        }
        if len(same) >= max(min(_PAGES, len(pages)), _SHARE * len(pages)) and len(same) > 1:
            yield line


def _words(line: Line) -> str:
    return re.sub(r"\d+", "#", re.sub(r"\s", "", line.text))
