"""Comments written into a plan's YAML: where it came from, and at each place what a person has to look at."""

from collections.abc import Iterable, Sequence

from generator.recognition.lines import Comment, Guess
from generator.source import block_openings, loosely

MARK = "校文: 请核对"
CERTAIN = 0.95
"""From this confidence on nobody need look; the report tells it all the same."""


def annotate(text: str, header: Sequence[str], guesses: Iterable[Guess], comments: Iterable[Comment] = ()) -> str:
    """The YAML with a header below its modeline and a comment above every place that was guessed or commented on."""
    lines = text.split("\n")
    owners = block_openings(lines)
    notes: dict[int, list[str]] = {}
    general: list[str] = []
    marked = [(guess.quote, f"{MARK} {guess.message}") for guess in guesses if guess.confidence < CERTAIN]
    for quote, message in (*marked, *((comment.quote, comment.text) for comment in comments)):
        found = _line_of(quote, text) if quote else None
        if found is None:
            general.append(f"{message}{f'（{quote}）' if quote else ''}")
        else:
            notes.setdefault(owners[found], []).append(message)
    head = [f"# {line}" for line in (*header, *dict.fromkeys(general))]
    body = [each for number, line in enumerate(lines) for each in (*_comments(notes.get(number, ()), line), line)]
    return "\n".join([body[0], *head, *body[1:]])


def _comments(messages: Iterable[str], line: str) -> list[str]:
    indent = line[: len(line) - len(line.lstrip())]
    return [f"{indent}# {message}" for message in dict.fromkeys(messages)]


def _line_of(quote: str, text: str) -> int | None:
    """The number of the line on which the words begin, however they are folded."""
    found = loosely(quote).search(text)
    return text.count("\n", 0, found.start()) if found else None
