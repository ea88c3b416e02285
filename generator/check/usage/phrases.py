"""Set phrases of which one character is another: where they stand in a text, and whether they are meant so."""

from collections.abc import Iterator
from operator import add

from generator.check.facts.spelling import confusable, is_common, phrases_by_pair

_JOINS = "将和与及是在了被把就都也"
"""Characters that join words: one inside a phrase means another sentence, not a slip."""


def near_phrases(text: str) -> Iterator[tuple[int, str, int]]:
    """Where all but one character of a phrase stands: start, phrase, and the place of the other character.

    Whichever it is, of the first four characters the first two are whole or the last two, and one of the others.
    """
    pairs = list(map(add, text, text[1:]))
    for offset, others, by_pair in zip((0, 2), (2, 0), phrases_by_pair(), strict=True):
        hits = [(place - offset, phrases) for place, phrases in enumerate(map(by_pair.get, pairs)) if phrases]
        for start, phrases in hits:
            one, two = text[start + others : start + others + 1], text[start + others + 1 : start + others + 2]
            if start >= 0 and (one in phrases or two in phrases):
                near = [each for each in phrases.split() if each[others] == one or each[others + 1] == two]
                yield from _near(text, start, near)


def _near(text: str, start: int, phrases: list[str]) -> Iterator[tuple[int, str, int]]:
    for phrase in phrases:
        at = _only_difference(text[start : start + len(phrase)], phrase)
        if at >= 0:
            yield start, phrase, at


def _only_difference(written: str, phrase: str) -> int:
    """The place of the one character in which they differ and which is confusable; −1 where it is not so."""
    if written == phrase or len(written) != len(phrase):
        return -1
    places = [at for at, character in enumerate(phrase) if written[at] != character]
    if len(places) != 1 or written[places[0]] in _JOINS:
        return -1
    return places[0] if confusable(phrase[places[0]], written[places[0]]) else -1


def is_meant(text: str, start: int, phrase: str, at: int) -> bool:
    """Whether what stands there is another phrase, or the other character belongs to the word beside it."""
    end = start + len(phrase)
    if is_common(text[start:end]):
        return True
    if at == 0:
        return any(is_common(text[far : start + 1]) for far in range(max(0, start - 3), start))
    if at == len(phrase) - 1:
        return any(is_common(text[end - 1 : far]) for far in range(end + 1, end + 4))
    return False
