"""A file that is not ours as its readers give it: its paragraphs in order, with how they were set."""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Looks:
    """How a line is set: its outline level (1 to 9, 0 where it is text), whether centred or flush right, its size in points.

    `widths`: of the columns of a table, as shares. `page`: a new page begins with it. `wide`: its page lies across (横向).
    """

    level: int = 0
    centred: bool = False
    right: bool = False
    size: float = 0
    page: bool = False
    wide: bool = False
    widths: tuple[float, ...] = ()


@dataclass(frozen=True)
class Line:
    """One paragraph or line of a file; `plain` is its text in 简体, character for character.

    `number`: of the paragraph in the file, from 1. `rows`: the cells of a table that stands here, row by row, a cell
    merged with that above it `^`, with that to its left `<`. `looks`: how it was set, as far as the file tells.
    `notes`: comments (批注) that somebody left on it.
    """

    text: str
    number: int = 0
    plain: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    looks: Looks = Looks()
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """The text is its own 简体 where no other is given."""
        if len(self.plain) != len(self.text):
            object.__setattr__(self, "plain", self.text)

    def cut(self, start: int, end: int) -> "Line":
        """The line with only these characters, without space around them."""
        piece = self.text[start:end]
        start += len(piece) - len(piece.lstrip())
        end = start + len(piece.strip())
        return replace(self, text=self.text[start:end], plain=self.plain[start:end])

    def without(self, start: int, end: int) -> "Line":
        """The line less these characters."""
        text, plain = self.text, self.plain
        return replace(self, text=text[:start] + text[end:], plain=plain[:start] + plain[end:])

    def joined(self, other: "Line", between: str = "") -> "Line":
        """This line with another after it."""
        return replace(self, text=self.text + between + other.text, plain=self.plain + between + other.plain)
