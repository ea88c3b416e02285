"""A document as both writers see it: styled passages, tables and turns of the page, in the order of print.

Both writers read this and nothing else, so they cannot disagree about content or order.
"""

from dataclasses import dataclass

from generator.typeset.styles import AREA_WIDTH, LINE_PITCH

MOST_KEPT_ROWS = 4
"""A cell that reaches down over more rows than these may be cut, or its table could not be set at all."""


@dataclass(frozen=True)
class Run:
    """A stretch of text in one font role (see `styles.FONTS`); "" is the font of its style.

    `gap` is extra room after each of its characters, in points, beyond the style's own.
    `breaks` says that a new line starts before this run, whatever room is left.
    `at` is where it starts, in cells from the left of the type area; `flush`: it ends at the right indent (tab stops).
    `change`: "ins" or "del" where a revision (修订) inserted or deleted it.
    """

    text: str
    font: str = ""
    gap: float = 0.0
    breaks: bool = False
    at: float | None = None
    flush: bool = False
    change: str = ""


@dataclass(frozen=True)
class Passage:
    """One paragraph: the name of its style in `styles.STYLES`, its runs, and whether it must stay with what follows."""

    style: str
    runs: tuple[Run, ...] = ()
    keep_with_next: bool = False
    keep_together: bool = False
    """No page ends inside it."""
    right: float | None = None
    """Indent from the right in cells (字) where the style's own does not fit (落款)."""
    left: float | None = None
    """Indent from the left in cells for every line but the first (名单: hanging under the first name)."""
    size: float | None = None
    """Size of the text in points where it is not the style's own (发文机关标志); its line is `MARK_PITCH` times as high."""
    pitch: float | None = None
    """Height of its lines in points where it is not the style's own (the last page, 7.3.5.5)."""
    goes_on: bool = False
    """Its paragraph goes on in the next passage, on the next page: its last line is as full as the others."""
    continued: bool = False
    """It goes on with the paragraph of the passage before, without a first-line indent."""
    outline: int | None = None
    """Level in the outline where it is not the style's own (a heading whose label is of another level)."""
    change: str = ""
    """"ins" or "del" where a revision inserted or deleted the whole paragraph."""

    @property
    def text(self) -> str:
        """The passage's text without line breaks."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True)
class GridCell:
    """One cell of a grid: lines of text parted by forced breaks, spanning `across` columns and `down` rows."""

    lines: tuple[tuple[Run, ...], ...]
    across: int = 1
    down: int = 1
    head: bool = False
    centred: bool = False


@dataclass(frozen=True)
class Grid:
    """A table (表格): column widths in points that fill the type area, head rows, body rows, foot rows.

    Its cells are set in the styles `cell` and `cell-head`, or `cell-small` and `cell-small-head` where it is `small`.
    Foot rows (备注) stand once, at the end. The caption is a passage of its own before the grid.
    """

    widths: tuple[float, ...]
    head: tuple[tuple[GridCell, ...], ...]
    body: tuple[tuple[GridCell, ...], ...]
    foot: tuple[tuple[GridCell, ...], ...] = ()
    small: bool = False
    keep_with_next: bool = False
    changes: tuple[str, ...] = ()
    """For every row "ins", "del" or "", where a revision changed the rows."""

    @property
    def rows(self) -> tuple[tuple[GridCell, ...], ...]:
        """Every row in the order of print."""
        return (*self.head, *self.body, *self.foot)

    def is_kept_with_next(self, line: int) -> bool:
        """Whether this row stays with the next: a cell of a few rows is never cut by the end of a page."""
        if line == len(self.rows) - 1:
            return self.keep_with_next
        return any(
            first <= line < first + cell.down - 1
            for first, row in enumerate(self.rows)
            for cell in row
            if cell.down <= MOST_KEPT_ROWS
        )


@dataclass(frozen=True)
class Turn:
    """A new page, lying (横向) or upright, from here on."""

    landscape: bool = False


@dataclass(frozen=True)
class Rule:
    """A line across the type area: thickness in points, `colour` "black" or "red".

    `thin` is the thickness of a second line under it (武文线), with as much room between them; one wider than the type
    area reaches as far beyond its left edge as LETTER_RULE_LEFT says.
    """

    thickness: float
    colour: str = "black"
    thin: float = 0.0
    width: float = AREA_WIDTH

    @property
    def height(self) -> float:
        """The height of both lines with the room between them."""
        return self.thickness + 2 * self.thin


@dataclass(frozen=True)
class Gap:
    """Empty room of an exact height in points, kept with what follows; a rule in it lies on its lower edge.

    A negative height, which only the first block has, begins the page so much above the type area (信函).
    """

    height: float
    rule: Rule | None = None


@dataclass(frozen=True)
class Marks:
    """发文机关标志 of several organisations: lines of one width, 文件 beside them at half their height, all red.

    `size` and `width` of the lines in points, each line `MARK_PITCH` times its size high, `suffix` `MARK_SPACE` sizes
    behind them; the whole block is centred in the type area.
    """

    lines: tuple[str, ...]
    suffix: str
    size: float
    width: float


@dataclass(frozen=True)
class Pages:
    """How pages are numbered and printed: the house rules that concern the whole document.

    `form` is 文件, 信函, 纪要, 命令, or "" for a document without letterhead; 信函 has its double red rules and no number
    on page 1. `pitch` in points; `even_end`: the imprint stands on an even page.
    """

    form: str = ""
    pitch: float = LINE_PITCH
    centred_number: bool = False
    one_sided: bool = False
    bold_third: bool = False
    no_lone_character: bool = False
    even_end: bool = False


Block = Passage | Grid | Gap | Marks | Turn


@dataclass(frozen=True)
class Composition:
    """The whole document with the facts that go into a file's properties.

    `imprint` (版记) stands at the foot of the type area of the last page, its last rule on the foot itself. A Turn as the
    last block begins a page that holds the imprint alone.
    """

    title: str
    author: str
    blocks: tuple[Block, ...]
    imprint: tuple[Passage | Gap, ...] = ()
    pages: Pages = Pages()

    @property
    def turned(self) -> tuple[Block, ...]:
        """The blocks behind a first turn of the page, which a document need not write."""
        return self.blocks if isinstance(next(iter(self.blocks), None), Turn) else (Turn(), *self.blocks)
