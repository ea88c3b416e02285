"""A printed document taken apart: type area, measures of its body, title, letterhead, paragraphs, annexes."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from statistics import median

from generator.sheets.page import Line, Page, Rule
from generator.typeset.styles import AREA_WIDTH, BODY_SIZE, LEFT, LINE_PITCH
from generator.verify.areas import AREA_RIGHT, Sheet, red_of, sheet_of
from generator.verify.clauses import Place
from generator.verify.closing import (
    Closing,
    character_pitch_of,
    closing_of,
    pitch_of,
    signed_page,
    spaced_lines,
    steps_of,
)
from generator.verify.language import Passage
from generator.verify.paragraphs import Paragraph, paragraphs_of
from generator.verify.signs import ANNEX_LABEL

TITLE_SIZE = 20.0
"""No less, in points, is a title."""
IMPRINT = re.compile(r"抄送[:：]|.*印发$")


@dataclass(frozen=True)
class Printout:
    """The pages of a PDF and what is known of them; every measure is in points."""

    pages: tuple[Page, ...]

    @cached_property
    def sheets(self) -> tuple[Sheet, ...]:
        """The upright pages."""
        return tuple(sheet_of(page) for page in self.pages if not page.lying)

    @cached_property
    def body(self) -> tuple[Line, ...]:
        """Every line of the type areas but the imprint's."""
        return tuple(line for sheet in self.sheets for line in sheet.body if line not in self.imprint)

    @cached_property
    def size(self) -> float:
        """The size of most of the text: that of the body."""
        sizes = Counter(character.size for line in self.body for character in line.visible)
        near = {size: count for size, count in sizes.items() if abs(size - BODY_SIZE) < 0.5}  # noqa: PLR2004 - 小三 is 15
        return max(near or sizes, key=lambda size: sizes[size], default=BODY_SIZE)

    def is_text(self, line: Line) -> bool:
        """Whether a line has the body's size."""
        return abs(line.size - self.size) < 0.4  # noqa: PLR2004 - less than any two sizes differ

    @cached_property
    def text_lines(self) -> tuple[Line, ...]:
        """The lines of the body's size."""
        return tuple(line for line in self.body if self.is_text(line))

    @cached_property
    def left(self) -> float:
        """The left edge of the text: the leftmost place where many lines start."""
        starts = Counter(round(line.left) for line in self.text_lines)
        enough = max(2, 0.15 * len(self.text_lines))
        edge = min(
            (start for start, count in starts.items() if count >= enough), default=min(starts, default=round(LEFT))
        )
        return median([line.left for line in self.text_lines if abs(line.left - edge) < 2] or [edge])  # noqa: PLR2004 - points

    @cached_property
    def right(self) -> float:
        """The right edge of the text: how far its longest line reaches."""
        return max((line.right for line in self.text_lines), default=AREA_RIGHT)

    @cached_property
    def closing(self) -> Closing | None:
        """The end of the text where it is closer set so that its signature stands with it."""
        return closing_of(self.body, self.paragraphs, self.size)

    @cached_property
    def signed(self) -> int:
        """The page of the signature; 0 where there is none."""
        return signed_page(self.body)

    @cached_property
    def spaced(self) -> tuple[Line, ...]:
        """The lines of paragraphs whose letter gaps keep the signature with the text."""
        return spaced_lines(self.paragraphs, self.signed, self.size) if self.signed else ()

    @cached_property
    def character_pitch(self) -> float:
        """From one Chinese character to the next, in most places."""
        lines = [line for line in self.text_lines if line not in self.spaced]
        return character_pitch_of(lines, self.size) or character_pitch_of(self.text_lines, self.size) or self.size

    @cached_property
    def line_pitch(self) -> float:
        """From one baseline of the text to the next, in most places; 0 where no two lines are near but at its end."""
        closing = self.closing
        lines = [line for line in self.body if not (closing and closing.holds(line))]
        return pitch_of(steps_of(lines, self.size))

    @property
    def pitch(self) -> float:
        """The line pitch, or the standard's where the text is too short to tell."""
        return self.line_pitch or LINE_PITCH

    @cached_property
    def first(self) -> tuple[Line, ...]:
        """The lines of the first upright page's type area."""
        return self.sheets[0].body if self.sheets else ()

    @cached_property
    def red_lines(self) -> tuple[Line, ...]:
        """The lines in red on the first page: 发文机关标志."""
        return tuple(line for line in (self.sheets[0].page.lines if self.sheets else ()) if line.red)

    @cached_property
    def red_rules(self) -> tuple[Rule, ...]:
        """The red rules across the first page, from the top."""
        rules = self.sheets[0].page.rules if self.sheets else ()
        return tuple(sorted(red_of(rules), key=lambda rule: rule.top))

    @cached_property
    def title(self) -> tuple[Line, ...]:
        """The lines of the title: the first large ones that are not red."""
        found = list[Line]()
        for line in self.first:
            if line.size >= TITLE_SIZE and not line.red:
                found.append(line)
            elif found:
                break
        return tuple(found)

    @cached_property
    def above_title(self) -> tuple[Line, ...]:
        """The lines of the first page that stand above the title, or above its foot where there is none."""
        end = self.title[0].top if self.title else 0
        return tuple(line for line in self.first if line.bottom <= end + 1)

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs of the upright pages."""
        return paragraphs_of(self.body, self.left, AREA_RIGHT, self.size)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every text for the rules of language: paragraphs, what stands on lying pages, cells."""
        found = [Passage(each.text, Place("", each.first.page)) for each in self.paragraphs]
        found += [
            Passage(line.text, Place("", page.number)) for page in self.pages if page.lying for line in page.lines
        ]
        tables = ((page, table) for page in self.pages for table in page.tables)
        found += [Passage(cell.text, Place("", page.number)) for page, table in tables for cell in table.cells]
        return tuple(found)

    def before(self, line: Line) -> Line | None:
        """The line above on the same page."""
        at = self.body.index(line)
        above = self.body[at - 1] if at else None
        return above if above and above.page == line.page else None

    @cached_property
    def labels(self) -> tuple[Line, ...]:
        """The labels of annexes (附件1) on their pages."""
        return tuple(line for line in self.body if ANNEX_LABEL.match(line.text))

    @cached_property
    def imprint_rules(self) -> tuple[Rule, ...]:
        """The black rules of the imprint, from the top; empty where the last page says nothing of 抄送 or 印发."""
        last = self.pages[-1]
        wide = (rule for rule in last.rules if rule.lying and rule.colour[0] < 128 and abs(rule.width - AREA_WIDTH) < 6)  # noqa: PLR2004 - half the colours, 2 mm
        return tuple(sorted(wide, key=lambda rule: rule.top)) if self._says_imprint else ()

    @cached_property
    def _says_imprint(self) -> tuple[Line, ...]:
        sheet = sheet_of(self.pages[-1])
        return tuple(line for line in sheet.body if IMPRINT.match(line.text))

    @cached_property
    def imprint(self) -> tuple[Line, ...]:
        """The lines of the imprint on the last page."""
        said = self._says_imprint
        top = min((line.top for line in said), default=0)
        return tuple(line for line in sheet_of(self.pages[-1]).body if said and line.top >= top - 1)
