"""A YAML file line by line, as its writer sees it: indent, dashes, key and value of each line that opens something.

Used only to name slips of typing; what the file means is the parser's business.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

_PARTS = re.compile(r"([ \t\u3000\xa0]*)((?:-[ \t]+)*)(.*)")
_PAIR = re.compile(r"(\"[^\"]*\"|'[^']*'|[^\"'\[{#].*?)[ \t]*:(?:[ \t]+(.*)|)")
_QUOTES, _COMMENT = re.compile("[\"']"), re.compile(r"[ \t]+#.*")
_BLOCK_TEXT = re.compile(r"[|>][-+0-9]*[ \t]*(#.*)?")


@dataclass(frozen=True)
class Line:
    """One line: its number from 1, what stands before its key, the key ("" where it has none), and its value."""

    number: int
    indent: str
    dashes: str
    key: str
    value: str
    continues: bool = False
    """The line goes on with the text of the line before."""
    open_at_end: str = ""
    """The quote or bracket that the value opens and nothing closes."""
    above: str = ""
    """The key of the line before."""
    levels: frozenset[int] = frozenset()
    """The columns at which the levels open before this line start."""

    @property
    def column(self) -> int:
        """Column of the key or the text, counted from 1."""
        return len(self.indent) + len(self.dashes) + 1

    @property
    def body(self) -> str:
        """The line without what stands before it, if it has no key."""
        return "" if self.key else self.value


def read_lines(text: str) -> Iterator[Line]:
    """The lines that open something; blank lines, comments, blocks of text and closed brackets are passed over."""
    lines = text.split("\n")
    number = 0
    previous = Line(0, "", "", "", "")
    while number < len(lines):
        line = _read_line(lines[number], number + 1, previous)
        number += 1
        if line is None:
            continue
        if _BLOCK_TEXT.fullmatch(line.value):
            number = _skip_block(lines, number, _parent_indent(line))
        elif opener := _opener(line.value):
            number, closed = _skip_open(lines, number, line)
            if not closed:
                line = replace(line, open_at_end=opener)
        previous = line
        yield line


def _read_line(raw: str, number: int, previous: Line) -> Line | None:
    found = _PARTS.match(raw)
    if not found or not found[3].strip() or found[3].startswith("#") or raw.startswith("---"):
        return None
    indent, dashes, rest = found.groups()
    rest = rest if _QUOTES.search(rest) else _COMMENT.sub("", rest)
    pair = _PAIR.fullmatch(rest.rstrip())
    key, value = (pair[1], (pair[2] or "").strip()) if pair else ("", rest.strip())
    continues = not dashes and _goes_on(previous) and len(indent) > _parent_indent(previous)
    return Line(number, indent, dashes, key, value, continues, "", previous.key, _levels(previous))


def _goes_on(line: Line) -> bool:
    """The line has plain text, which a deeper line would continue."""
    return bool(line.value) and line.value[0] not in "|>[{\"'#"


def _levels(line: Line) -> frozenset[int]:
    """The columns at which levels are open after the line."""
    if line.continues or not line.number:
        return line.levels
    start = len(line.indent) + 1
    outer = {column for column in line.levels if column < start}
    return frozenset(outer | {start} | {start + found.end() for found in re.finditer(r"-[ \t]+", line.dashes)})


def _parent_indent(line: Line) -> int:
    """The indent that text belonging to the line must exceed."""
    if line.key:
        return line.column - 1
    return len(line.indent) + len(line.dashes.rstrip()) - 1 if line.dashes else len(line.indent)


def _skip_block(lines: list[str], number: int, indent: int) -> int:
    while number < len(lines) and (not lines[number].strip() or _spaces(lines[number]) > indent):
        number += 1
    return number


def _spaces(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _opener(value: str) -> str:
    """The quote or bracket that starts the value and is not closed in it."""
    if not value or value[0] not in "[{\"'":
        return ""
    closed = value[0] in value[1:] if value[0] in "\"'" else _open_brackets(value) <= 0
    return "" if closed else value[0]


def _open_brackets(text: str) -> int:
    """How many more brackets are opened in the text than closed, quotes aside."""
    bare = re.sub(r"\"[^\"]*\"|'[^']*'", "", text)
    return bare.count("[") + bare.count("{") - bare.count("]") - bare.count("}")


def _skip_open(lines: list[str], start: int, line: Line) -> tuple[int, bool]:
    """The line after the closing quote or bracket; or, where a new key comes first, the same line and False."""
    opener, brackets = line.value[0], _open_brackets(line.value)
    for number in range(start, len(lines)):
        parts = _PARTS.match(lines[number])
        if parts and parts[3] and len(parts[1]) <= _parent_indent(line) and not parts[3].startswith(("]", "}")):
            break
        brackets += _open_brackets(lines[number])
        if opener in lines[number] if opener in "\"'" else brackets <= 0:
            return number + 1, True
    return start, False
