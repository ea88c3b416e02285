"""What the rules on words know: words often mistyped, set phrases, characters that look or sound alike."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from generator.check.facts import derived_lines, load_facts
from generator.keeping import kept

_PAIR = 2


@dataclass(frozen=True)
class Slip:
    """A wrong form, what it stands for, and the characters beside which it is another word."""

    wrong: str
    rights: tuple[str, ...]
    not_after: str = ""
    not_before: str = ""


def _listed(name: str, key: str) -> list[str]:
    return [word for fact in load_facts(name, (key,)) for word in fact.text(key).split()]


@lru_cache
def vocabulary() -> frozenset[str]:
    """The frequent words of official and school prose."""
    return frozenset(_listed("vocabulary", "词"))


@lru_cache
def new_words() -> frozenset[str]:
    """Words too new or too special for common lists."""
    return frozenset(_listed("new_words", "词"))


@lru_cache
def set_phrases() -> tuple[str, ...]:
    """Idioms and set phrases of four characters and more, ours first."""
    return tuple(dict.fromkeys([*_listed("set_phrases", "说法"), *derived_lines("idioms")]))


@lru_cache
def look_alikes() -> dict[str, frozenset[str]]:
    """For each character those that are easily taken for it by the eye."""
    alike: defaultdict[str, set[str]] = defaultdict(set)
    for group in _listed("look_alikes", "字"):
        for character in group:
            alike[character].update(group)
    return {character: frozenset(others - {character}) for character, others in alike.items()}


@cache
def confusable(one: str, other: str) -> bool:
    """Whether a writer takes one character for the other, by eye or by ear."""
    groups = _alike()
    at = groups.find(one)
    while at >= 0:
        start, end = groups.rfind(" ", 0, at), groups.find(" ", at)
        if groups.find(other, start, end) >= 0:
            return True
        at = groups.find(one, end)
    return False


@lru_cache
def _alike() -> str:
    """All groups of characters that look or sound alike, with spaces before, between and behind them."""
    return kept(("alike",), lambda: " ".join(("", *_listed("look_alikes", "字"), *derived_lines("sounds"), "")))


@lru_cache
def common_words() -> frozenset[str]:
    """Words of two to four characters by which it is seen where one word ends and the next begins."""
    return frozenset([*derived_lines("words"), *vocabulary(), *new_words(), *set_phrases()])


@lru_cache
def _common_by_first() -> dict[str, bytes]:
    """The common words under their first character."""
    return kept(("common words",), lambda: _as_bytes((word[0], word) for word in sorted(common_words())))


@cache
def _common_with(first: str) -> frozenset[str]:
    return frozenset(_common_by_first().get(first, b"").decode().split())


def is_common(word: str) -> bool:
    """Whether it is one of the common words: of so many, only those are looked at that begin as it does."""
    return word in _common_with(word[:1])


@lru_cache
def phrases_by_pair() -> tuple[dict[str, str], dict[str, str]]:
    """The set phrases, parted by spaces, under their first two characters, and under the next two."""
    return kept(("phrases by pair",), lambda: (_phrases_by(0), _phrases_by(2)))


def _phrases_by(place: int) -> dict[str, str]:
    return _joined((phrase[place : place + 2], phrase) for phrase in set_phrases())


def _as_bytes(pairs: Iterable[tuple[str, str]]) -> dict[str, bytes]:
    """The words of each key, parted by spaces, as bytes: most are never read."""
    return {key: words.encode() for key, words in _joined(pairs).items()}


def _under_first(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    return {key: words.replace(" ", "") for key, words in _joined(pairs).items()}


def _joined(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The words of each key, parted by spaces."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for key, word in pairs:
        found[key].append(word)
    return {key: " ".join(words) for key, words in found.items()}


def _slips(name: str) -> dict[str, Slip]:
    facts = load_facts(name, ("错", "对"), ("非前", "非后"))
    return {
        fact.text("错"): Slip(fact.text("错"), fact.texts("对"), fact.text("非前"), fact.text("非后")) for fact in facts
    }


@lru_cache
def known_slips() -> dict[str, Slip]:
    """Words often mistyped, verified one by one."""
    return _slips("words")


@lru_cache
def variants() -> dict[str, Slip]:
    """Forms that are not wrong, but for which official prose has another."""
    return _slips("variants")


@lru_cache
def likely_slips() -> dict[str, tuple[str, ...]]:
    """Words of our vocabulary with one character taken for another, which can hardly stand in good prose."""
    rights: dict[str, tuple[str, ...]] = {}
    for line in derived_lines("mistyped"):
        right, *wrongs = line.split()
        for wrong in wrongs:
            rights[wrong] = (*rights.get(wrong, ()), right)
    return rights


@lru_cache
def _likely_seconds() -> dict[str, str]:
    """The second characters of likely slips under the first."""
    return kept(("likely slips",), lambda: _under_first((wrong[0], wrong[1]) for wrong in likely_slips()))


@lru_cache
def _likely_rights() -> dict[str, bytes]:
    """Under the first character of likely slips what they may stand for, in the order of their second ones."""
    return kept(
        ("likely slips", "rights"),
        lambda: _as_bytes((wrong[0], "/".join(rights)) for wrong, rights in likely_slips().items()),
    )


def likely_among(pieces: Iterable[str]) -> dict[str, list[str]]:
    """Those of the pieces that are likely slips, each with what it may stand for."""
    seconds = _likely_seconds()
    return {
        piece: _likely_rights()[piece[0]].decode().split()[seconds[piece[0]].index(piece[1])].split("/")
        for piece in pieces
        if len(piece) == _PAIR and piece[1] in seconds.get(piece[0], "")
    }
