"""A file that is not ours as its readers give it: its paragraphs in order, with how they were set."""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Looks:
    """How a line is set, as far as its file tells.

    `role`: what the file's own style calls it (公文标题, 附注 …), by its name in `typeset.styles`; `level`: its outline
    level, from 1, 0 where it is text. `size`: in points. `edge`: cells between its end and the right edge where it is
    set flush right. `above`: blank lines above it. `page`: a new page begins with it. `wide`: that page lies (横向).
    """

    role: str = ""
    level: int = 0
    centred: bool = False
    right: bool = False
    edge: float = 0.0
    size: float = 0.0
    bold: bool = False
    above: int = 0
    page: bool = False
    wide: bool = False


_PLAIN = Looks()


@dataclass(frozen=True)
class Line:
    """One paragraph or line of a file; `plain` is its text in 简体, character for character.

    `number`: of the paragraph in the file, from 1. `rows`: the cells of a table that stands here, row by row; one that
    is merged with that above it is `^`, with that to its left `<`. `notes`: comments (批注) that somebody left on it.
    `furniture`: why it is no part of the text (页码, 页眉 …), "" where it is.
    """

    text: str
    number: int = 0
    plain: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    looks: Looks = _PLAIN
    notes: tuple[str, ...] = ()
    furniture: str = ""

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
        text, plain = self.text + between + other.text, self.plain + between + other.plain
        return replace(self, text=text, plain=plain, notes=(*self.notes, *other.notes))
