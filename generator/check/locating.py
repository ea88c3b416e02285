"""The line and column at which a fault's words stand in the file, where the words can be found there."""

import re

from generator.check.registry import Found
from generator.source import Position, Source


def locate(found: Found, source: Source) -> Position:
    """The place of the quote inside the value, or the key, it was found in; else where that begins."""
    line, column = source.locate(found.at, found.on_key)
    if not found.quote:
        return line, column
    start = source.offset(line, column)
    for words in dict.fromkeys((found.before + found.quote, found.quote)):
        match = _loosely(words).search(source.text, start)
        if match:
            return source.position(_start_of_quote(match, found.quote))
    return line, column


def _loosely(words: str) -> re.Pattern[str]:
    """The words with any white space between their characters, as folded lines have it."""
    return re.compile(r"\s*".join(map(re.escape, re.sub(r"\s", "", words))))


def _start_of_quote(match: re.Match[str], quote: str) -> int:
    """Where the quote begins in a match that ends with it."""
    wanted = len(re.sub(r"\s", "", quote))
    offset = match.end()
    while wanted:
        offset -= 1
        wanted -= not match.string[offset].isspace()
    return offset
