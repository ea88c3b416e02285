"""What a DOCX says, frozen: sections, paragraphs with their properties worked out, tables, footers."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from generator.verify.clauses import Place
from generator.verify.language import Passage
from generator.verify.signs import ANNEX_LABEL, ANNEX_LIST, is_chinese, is_date, level_of

TITLE_SIZE = 20.0
FIRST = 12
"""Title and letterhead are among so many first paragraphs."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with one look; `font` is that of its Chinese characters, `latin` that of its digits."""

    text: str
    font: str = ""
    latin: str = ""
    size: float = 10.0
    bold: bool = False
    red: bool = False
    black: bool = True
    gap: float = 0.0


@dataclass(frozen=True)
class Paragraph:
    """One paragraph; indents in characters, `pitch` in points (0 where the line spacing is not exact)."""

    number: int
    runs: tuple[Run, ...] = ()
    align: str = ""
    first: float = 0.0
    left: float = 0.0
    right: float = 0.0
    pitch: float = 0.0
    single: bool = True
    in_table: bool = False
    numbered: bool = False
    new_page: bool = False
    kinsoku: bool = True
    field: str = ""

    @cached_property
    def text(self) -> str:
        """What it says, without white at its ends."""
        return "".join(run.text for run in self.runs).strip()

    @cached_property
    def raw(self) -> str:
        """What it says, white and all."""
        return "".join(run.text for run in self.runs)

    @cached_property
    def lead(self) -> Run:
        """The first run with a Chinese character, or the first there is."""
        return next((run for run in self.runs if any(map(is_chinese, run.text))), next(iter(self.runs), Run("")))

    @cached_property
    def main(self) -> Run:
        """The run whose look most of its Chinese characters have."""
        counted: Counter[tuple[str, float]] = Counter()
        for run in self.runs:
            counted[run.font, run.size] += sum(map(is_chinese, run.text))
        look = max(counted, key=lambda look: counted[look], default=None)
        return next((run for run in self.runs if (run.font, run.size) == look), self.lead)

    @property
    def level(self) -> int:
        """The layer its label says."""
        return level_of(self.text)

    @property
    def place(self) -> Place:
        """Where it is."""
        return Place(self.text[:12], paragraph=self.number)


@dataclass(frozen=True)
class Section:
    """The page of a section, in points; `left` has the gutter in it; `grid` is (kind, line pitch, extra per character)."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    footer: float
    grid: tuple[str, float, float] | None = None
    own_first: bool = False

    @property
    def lying(self) -> bool:
        """Whether its pages are wider than high."""
        return self.width > self.height


@dataclass(frozen=True)
class WordTable:
    """A table: its width in points, how many rows, whether the first is repeated."""

    width: float
    rows: int
    repeats: bool
    lying: bool
    place: Place


@dataclass(frozen=True)
class Footer:
    """The paragraph of a page number in a footer, for odd (`default`) or even pages."""

    kind: str
    paragraph: Paragraph


@dataclass(frozen=True)
class Manuscript:
    """A whole DOCX."""

    sections: tuple[Section, ...]
    paragraphs: tuple[Paragraph, ...]
    tables: tuple[WordTable, ...] = ()
    footers: tuple[Footer, ...] = ()
    two_sided: bool = False

    @cached_property
    def spoken(self) -> tuple[Paragraph, ...]:
        """The paragraphs with text, outside tables."""
        return tuple(each for each in self.paragraphs if each.text and not each.in_table)

    @cached_property
    def title(self) -> tuple[Paragraph, ...]:
        """The first large paragraphs that are not red."""
        large = [each for each in self.spoken[:FIRST] if each.lead.size >= TITLE_SIZE and not each.lead.red]
        return tuple(each for each in large if each.number - large[0].number <= len(large))

    @cached_property
    def mark(self) -> tuple[Paragraph, ...]:
        """The red paragraphs at the beginning: 发文机关标志."""
        large = (each for each in self.paragraphs[: 2 * FIRST] if each.text and each.lead.red)
        return tuple(each for each in large if each.lead.size >= TITLE_SIZE)

    @cached_property
    def above_title(self) -> tuple[Paragraph, ...]:
        """What stands before the title."""
        end = self.title[0].number if self.title else 0
        return tuple(each for each in self.paragraphs if each.text and each.number < end)

    @cached_property
    def body(self) -> tuple[Paragraph, ...]:
        """Long paragraphs that are no headings: the body."""
        return tuple(
            each
            for each in self.spoken
            if each not in self.title
            and not each.level
            and not each.lead.red
            and each.align in ("", "both", "left", "start", "distribute")
            and len(each.text) > 24  # noqa: PLR2004 - shorter may be a label, a name, a heading without number
            and not ANNEX_LIST.match(each.text)
        )

    @cached_property
    def labels(self) -> tuple[Paragraph, ...]:
        """The labels of annexes."""
        return tuple(each for each in self.spoken if ANNEX_LABEL.match(each.text))

    @cached_property
    def date(self) -> Paragraph | None:
        """The first date alone in its paragraph that is not part of the head."""
        late = (each for each in self.spoken if is_date(each.text) and each not in self.above_title)
        return next((each for each in late if each.align in ("right", "end") or each.left > 5), None)  # noqa: PLR2004 - characters

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every paragraph's text for the rules of language."""
        return tuple(Passage(each.raw, each.place) for each in self.paragraphs if each.text)

    def before(self, paragraph: Paragraph) -> Paragraph | None:
        """The paragraph before, blank or not."""
        at = self.paragraphs.index(paragraph)
        return self.paragraphs[at - 1] if at else None
