"""Set phrases of which one character is another: where they stand in a text, and whether they are meant so."""

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from generator.check.facts.spelling import common_words, confusable, set_phrases

_THREES = ((0, 1, 2), (0, 1, 3), (0, 2, 3))
"""Three places of four: whichever character of a phrase is wrong, three others of four that follow each other are whole."""
_JOINS = "将和与及是在了被把就都也"
"""Characters that join words: one inside a phrase means another sentence, not a slip."""


@lru_cache
def _phrases_by_three() -> tuple[dict[tuple[str, ...], list[tuple[str, int]]], ...]:
    """For each way to take three of four characters: phrases under such threes, and where the four stands in them."""
    found: tuple[defaultdict[tuple[str, ...], list[tuple[str, int]]], ...] = tuple(defaultdict(list) for _ in _THREES)
    for phrase in set_phrases():
        for by_three, places in zip(found, _THREES, strict=True):
            for offset in {0, len(phrase) - len(_THREES) - 1}:
                by_three[tuple(phrase[offset + place] for place in places)].append((phrase, offset))
        found[0][tuple(phrase[-3:])].append((phrase, len(phrase) - 3))
    return tuple(dict(by_three) for by_three in found)


@lru_cache
def _all_phrases() -> frozenset[str]:
    return frozenset(set_phrases())


def near_phrases(text: str) -> Iterator[tuple[int, str, int]]:
    """Where all but one character of a phrase stands: start, phrase, and the place of the other character."""
    for places, by_three in zip(_THREES, _phrases_by_three(), strict=True):
        threes = zip(*(text[place:] for place in places), strict=False)
        for found, phrases in enumerate(map(by_three.get, threes)):
            if not phrases:
                continue
            for phrase, offset in phrases:
                at = _only_difference(text[max(0, found - offset) : found - offset + len(phrase)], phrase)
                if at >= 0 and found >= offset:
                    yield found - offset, phrase, at


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
    if text[start:end] in _all_phrases() or text[start:end] in common_words():
        return True
    if at == 0:
        return any(text[far : start + 1] in common_words() for far in range(max(0, start - 3), start))
    if at == len(phrase) - 1:
        return any(text[end - 1 : far] in common_words() for far in range(end + 1, end + 4))
    return False
