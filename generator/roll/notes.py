"""Comments in a plan's YAML: `# 请核对：…` above each place, a summary at the head; nothing else changes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.source import Source

MARK = "# 请核对："
SUMMARY = "# 校文转年："
_LONGEST = 96
_MODELINE = "# yaml-language-server"


@dataclass(frozen=True)
class Note:
    """What is said at a line of the text (from 1) as it is before the notes."""

    line: int
    text: str


@dataclass(frozen=True)
class Noted:
    """The text with its notes, and where a line of the text before them stands now."""

    text: str
    inserted: tuple[int, ...]

    def line(self, before: int) -> int:
        """The number now of a line that had this one."""
        return before + sum(line <= before for line in self.inserted)


def without_notes(text: str) -> str:
    """The text without the notes of an earlier turn."""
    lines = text.split("\n")
    return "\n".join(line for line in lines if not line.lstrip().startswith((MARK, SUMMARY)))


def annotate(source: Source, notes: Iterable[Note], summary: Iterable[str]) -> Noted:
    """The text with every note above the entry of its line, and the summary under an editor's modeline."""
    lines = source.text.split("\n")
    insides = list(_texts(source))
    above: dict[int, list[str]] = {}
    for note in notes:
        texts = above.setdefault(_free_line(insides, lines, note.line), [])
        if note.text not in texts:
            texts.append(note.text)
    head = 2 if lines[0].startswith(_MODELINE) else 1
    blocks = {line: list(_comments(lines[line - 1], texts)) for line, texts in above.items()}
    blocks[head] = [*(f"{SUMMARY}{text}" for text in summary), *blocks.get(head, [])]
    written = [text for number, line in enumerate(lines, 1) for text in (*blocks.get(number, ()), line)]
    inserted = tuple(number for number in sorted(blocks) for _ in blocks[number])
    return Noted("\n".join(written), inserted)


def _comments(line: str, texts: list[str]) -> Iterator[str]:
    """Notes as comments with the indent of the line below them, short ones together."""
    indent = line[: len(line) - len(line.lstrip(" "))]
    joined = ""
    for text in texts:
        if joined and len(joined) + len(text) > _LONGEST:
            yield f"{indent}{MARK}{joined}"
            joined = ""
        joined += f"；{text}" if joined else text
    yield f"{indent}{MARK}{joined}"


def _free_line(insides: list[tuple[int, int]], lines: list[str], line: int) -> int:
    """The line above which a comment may stand: never inside a text, and above a comment that speaks of the line."""
    while inside := [start for start, last in insides if start < line <= last]:
        line = min(inside)
    while line > 1 and lines[line - 2].lstrip().startswith("# 校文") and "忽略" in lines[line - 2]:
        line -= 1
    return line


def _texts(source: Source) -> Iterator[tuple[int, int]]:
    """First and last line of every text of several lines."""
    for mark in source.places.values():
        if mark.end:
            last = mark.end[0] - (mark.end[1] == 1)
            if last > mark.value[0]:
                yield mark.value[0], last
