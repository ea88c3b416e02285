"""The line and column at which a fault's words stand in the file, where the words can be found there."""

import re

from generator.check.registry import Found
from generator.source import Position, Source, loosely


def locate(found: Found, source: Source) -> Position:
    """The place of the quote inside the value, or the key, it was found in; else where that begins."""
    line, column = source.locate(found.at, found.on_key)
    if not found.quote:
        return line, column
    start = source.offset(line, column)
    for words in dict.fromkeys((found.before + found.quote, found.quote)):
        match = loosely(words).search(source.text, start)
        if match:
            return source.position(_start_of_quote(match, found.quote))
    return line, column


def _start_of_quote(match: re.Match[str], quote: str) -> int:
    """Where the quote begins in a match that ends with it."""
    wanted = len(re.sub(r"\s", "", quote))
    offset = match.end()
    while wanted:
        offset -= 1
        wanted -= not match.string[offset].isspace()
    return offset
