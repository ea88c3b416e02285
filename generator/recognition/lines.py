"""What was taken out of the lines of a file, or guessed on the way."""

from dataclasses import dataclass, field

from generator.original import Line


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


@dataclass(frozen=True)
class Comment:
    """What somebody wrote beside these words (批注)."""

    quote: str
    text: str


@dataclass
class Findings:
    """What was removed, guessed and read beside the text so far; every step of recognition adds to it."""

    removed: list[Removed] = field(default_factory=list)
    guesses: list[Guess] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)

    def remove(self, line: Line, text: str, why: str) -> None:
        """Note words taken out."""
        if text.strip():
            self.removed.append(Removed(line.number, text.strip(), why))

    def guess(self, quote: str, message: str, confidence: float) -> None:
        """Note a guess."""
        self.guesses.append(Guess(quote, message, confidence))
