"""Printed lines joined into paragraphs by where they start and where the line before them ends."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.sheets.page import Line
from generator.verify.signs import ANNEX_LABEL, ANNEX_LIST, is_date, level_of


@dataclass(frozen=True)
class Paragraph:
    """The lines of one paragraph, in the order of print."""

    lines: tuple[Line, ...]

    @property
    def first(self) -> Line:
        """Its first line."""
        return self.lines[0]

    @property
    def last(self) -> Line:
        """Its last line."""
        return self.lines[-1]

    @property
    def text(self) -> str:
        """All its lines without a break."""
        return "".join(line.text for line in self.lines)

    @property
    def level(self) -> int:
        """The layer its label says, 0 where it has none."""
        return level_of(self.first.text)


def paragraphs_of(lines: Iterable[Line], left: float, right: float, size: float) -> tuple[Paragraph, ...]:
    """The paragraphs of lines set between these edges in this size."""
    found: list[list[Line]] = []
    for line in lines:
        if found and not _starts(found[-1], line, left, right - 2.2 * size, size):
            found[-1].append(line)
        else:
            found.append([line])
    return tuple(Paragraph(tuple(each)) for each in found)


def _starts(before: list[Line], line: Line, left: float, full: float, size: float) -> bool:
    """Whether a line starts a paragraph of its own; a line that ends short of `full` was the last of its."""
    last = before[-1]
    if ANNEX_LIST.match(before[0].text) and line.left > left + 3 * size:
        return last.right <= full or bool(re.match(r"\d[.．]", line.text))
    return (
        last.right < full
        or line.left > left + 0.6 * size
        or abs(line.size - last.size) > 0.6  # noqa: PLR2004 - less than any two sizes differ
        or (line.page == last.page and line.baseline - last.baseline > 2.6 * size)
        or bool(ANNEX_LABEL.match(line.text))
        or is_date(line.text)
    )
