"""Lines of text put together again: YAML and people break lines where paragraphs go on."""

from itertools import pairwise


def join_lines(lines: list[str]) -> str:
    """Lines of one paragraph as one line: a space stands only between words that are not Chinese."""
    joined = ""
    for line in lines:
        wide = not joined or joined[-1] > "\u2000" or not line or line[0] > "\u2000"
        joined += line if wide else f" {line}"
    return joined


def without_folds(text: str) -> str:
    """The text without the spaces that YAML puts between Chinese characters where a quoted line goes on."""
    first, *others = text.split(" ")
    joined = [first]
    for before, after in pairwise((first, *others)):
        joined += [after] if before and after and _is_chinese(before[-1]) and _is_chinese(after[0]) else [" ", after]
    return "".join(joined)


def _is_chinese(character: str) -> bool:
    return "\u2e80" <= character <= "\uffef"


def fold(lines: list[str]) -> str:
    """Folded lines as paragraphs parted by a blank line."""
    paragraphs: list[list[str]] = [[]]
    for line in map(str.strip, lines):
        if line:
            paragraphs[-1].append(line)
        elif paragraphs[-1]:
            paragraphs.append([])
    return "\n\n".join(map(join_lines, paragraphs))
