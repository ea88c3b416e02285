"""A page's blocks as a template prints them: headings with labels, lines of spans, names, sheets."""

from dataclasses import dataclass, replace

from generator.model import Cell, School
from generator.outline.names import Member
from generator.outline.numbering import label, level_of


@dataclass(frozen=True)
class Span:
    """A stretch of a line; `role` is its class in the semantic HTML, "" for plain text."""

    text: str
    role: str = ""


@dataclass(frozen=True)
class Line:
    """One paragraph; `role` is its class, `depth` an item's place in the tree (1 = top)."""

    spans: tuple[Span, ...]
    role: str = ""
    depth: int = 0
    shape: str = "line"


@dataclass(frozen=True)
class Chapter:
    """A heading on its own line and what stands under it."""

    label: str
    heading: str
    depth: int
    blocks: tuple["Printed", ...]
    shape: str = "chapter"

    @property
    def tag(self) -> str:
        """The heading's element: h2 at depth 1, h5 at depth 4 and below."""
        return f"h{min(self.depth + 1, 5)}"


@dataclass(frozen=True)
class Names:
    """A roster (名单): roles and who is in them."""

    rows: tuple[tuple[str, tuple[Member, ...]], ...]
    shape: str = "names"


@dataclass(frozen=True)
class Sheet:
    """A table with its heads, rows, widths as shares, caption, 备注 and position on the page."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...] = ()
    caption: str = ""
    remark: str = ""
    landscape: bool = False
    shape: str = "sheet"


Printed = Line | Chapter | Names | Sheet


@dataclass(frozen=True)
class Standing:
    """Where a block stands: its depth in the tree and the level of the last label above it, in a school."""

    school: School
    depth: int = 0
    level: int = -1

    def label(self, style: str, number: int) -> str:
        """The label of the `number`-th heading or item, “1、” for “1.” where the school has it so."""
        text = label(style, number)
        return f"{text[:-1]}、" if style == "1." and self.school.layout.comma_labels else text

    def under(self, style: str) -> "Standing":
        """The place of what stands under a label of this style."""
        return replace(self, depth=self.depth + 1, level=level_of(style, self.level))
