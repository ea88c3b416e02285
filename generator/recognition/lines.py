"""Lines of a file as a reader gives them, and what was taken out of them or guessed on the way."""

from dataclasses import dataclass, field, replace


@dataclass(frozen=True)
class Line:
    """One paragraph or line of a file; `plain` is its text in 简体, character for character.

    `number`: of the paragraph in the file, from 1. `rows`: the cells of a table that stands here, row by row.
    """

    text: str
    number: int
    plain: str = ""
    rows: tuple[tuple[str, ...], ...] = ()

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


@dataclass(frozen=True)
class Removed:
    """Words that were taken out, with the paragraph they stood in and the reason."""

    number: int
    text: str
    why: str


@dataclass(frozen=True)
class Guess:
    """Something understood that may be otherwise: the words it is about, what to look at, how sure (0 to 1)."""

    quote: str
    message: str
    confidence: float


@dataclass
class Findings:
    """What was removed and guessed so far; every step of recognition adds to it."""

    removed: list[Removed] = field(default_factory=list)
    guesses: list[Guess] = field(default_factory=list)

    def remove(self, line: Line, text: str, why: str) -> None:
        """Note words taken out."""
        if text.strip():
            self.removed.append(Removed(line.number, text.strip(), why))

    def guess(self, quote: str, message: str, confidence: float) -> None:
        """Note a guess."""
        self.guesses.append(Guess(quote, message, confidence))
