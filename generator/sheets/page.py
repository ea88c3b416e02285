"""Printed pages, frozen: characters, lines, rules and tables; in points from the upper left corner of the paper."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from statistics import median

ASCENT = 0.88
"""How much of a Chinese character's square stands above the baseline, in every common font."""

BRIGHT, FAINT, NEARLY_BLACK = 127, 90, 30
"""Of 255: what red has at least and the others at most in a letterhead's red; what black has at most."""
Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Character:
    """One printed character: where it stands, its size, the name of its font, its colour."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    font: str
    colour: Colour = (0, 0, 0)

    @property
    def middle(self) -> tuple[float, float]:
        """The point by which a character belongs to a cell."""
        return (self.left + self.right) / 2, self.baseline - 0.3 * self.size


@dataclass(frozen=True)
class Line:
    """The characters on one baseline, from left to right; at least one is visible."""

    page: int
    characters: tuple[Character, ...]

    @cached_property
    def visible(self) -> tuple[Character, ...]:
        """The characters that leave ink."""
        return tuple(character for character in self.characters if character.text.strip())

    @cached_property
    def text(self) -> str:
        """What the line says."""
        return "".join(character.text for character in self.characters).strip()

    @cached_property
    def left(self) -> float:
        """Where the first character starts."""
        return self.visible[0].left

    @cached_property
    def right(self) -> float:
        """Where the last character ends."""
        return self.visible[-1].right

    @property
    def middle(self) -> float:
        """Half way between both ends."""
        return (self.left + self.right) / 2

    @cached_property
    def baseline(self) -> float:
        """The baseline most characters share."""
        return median(character.baseline for character in self.visible)

    @cached_property
    def size(self) -> float:
        """The size of most characters."""
        return Counter(character.size for character in self.visible).most_common(1)[0][0]

    @cached_property
    def font(self) -> str:
        """The font of most characters."""
        return Counter(character.font for character in self.visible).most_common(1)[0][0]

    @property
    def top(self) -> float:
        """The upper edge of the characters' squares."""
        return self.baseline - ASCENT * self.size

    @property
    def bottom(self) -> float:
        """The lower edge of the characters' squares."""
        return self.baseline + (1 - ASCENT) * self.size

    @property
    def red(self) -> bool:
        """Whether it is printed in red."""
        return is_red(self.visible[0].colour)


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line, lying (`top` = `bottom`) or standing (`left` = `right`)."""

    left: float
    top: float
    right: float
    bottom: float
    thickness: float
    colour: Colour = (0, 0, 0)

    @property
    def width(self) -> float:
        """How far it reaches across the page."""
        return self.right - self.left

    @property
    def lying(self) -> bool:
        """Whether it runs across the page, not down."""
        return self.width >= self.bottom - self.top


@dataclass(frozen=True)
class Cell:
    """One cell of a table that has text: its upper left corner and its lines."""

    left: float
    top: float
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """All its lines without a break."""
        return "".join(line.text for line in self.lines)


@dataclass(frozen=True)
class Table:
    """A table's outer edges, its cells in the order of reading, the rules it is drawn with."""

    left: float
    top: float
    right: float
    bottom: float
    cells: tuple[Cell, ...]
    rules: tuple[Rule, ...] = ()

    @property
    def head(self) -> tuple[str, ...]:
        """The texts of its first row."""
        first = min((cell.top for cell in self.cells), default=0)
        return tuple(cell.text for cell in self.cells if abs(cell.top - first) < 1)


@dataclass(frozen=True)
class Page:
    """One page: what stands in lines, what stands in tables, its free rules; `turned` is seen with a lying sheet turned.

    `as_read`: the whole page turned upright, where most of its text is not. `aslant`: what runs aslant (水印).
    `pictures`: how many there are.
    """

    number: int
    width: float
    height: float
    lines: tuple[Line, ...] = ()
    rules: tuple[Rule, ...] = ()
    tables: tuple[Table, ...] = ()
    turned: tuple[Line, ...] = ()
    as_read: "Page | None" = None
    aslant: str = ""
    pictures: int = 0

    @property
    def lying(self) -> bool:
        """Whether the page is wider than high (横向)."""
        return self.width > self.height


def is_red(colour: Colour) -> bool:
    """Whether a colour is a red of letterheads."""
    red, green, blue = colour
    return red > BRIGHT and max(green, blue) < FAINT


def is_black(colour: Colour) -> bool:
    """Whether a colour is as good as black."""
    return max(colour) <= NEARLY_BLACK


def lines_of(characters: list[Character], page: int, tolerance: float = 2.0) -> tuple[Line, ...]:
    """Characters gathered into lines, from the top of the page down; what leaves no ink makes no line."""
    rows: list[list[Character]] = []
    for character in sorted(characters, key=lambda character: character.baseline):
        if rows and abs(rows[-1][-1].baseline - character.baseline) <= tolerance:
            rows[-1].append(character)
        else:
            rows.append([character])
    ordered = (tuple(sorted(row, key=lambda character: character.left)) for row in rows)
    return tuple(Line(page, row) for row in ordered if any(character.text.strip() for character in row))
