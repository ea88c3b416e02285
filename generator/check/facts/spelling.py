"""What the rules on words know: words often mistyped, set phrases, characters that look or sound alike."""

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from generator.check.facts import derived_lines, load_facts


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


@lru_cache
def sound_alikes() -> dict[str, frozenset[int]]:
    """For each character the numbers of the sounds it has, near sounds being one."""
    sounds: defaultdict[str, set[int]] = defaultdict(set)
    for number, group in enumerate(derived_lines("sounds")):
        for character in group:
            sounds[character].add(number)
    return {character: frozenset(numbers) for character, numbers in sounds.items()}


def confusable(one: str, other: str) -> bool:
    """Whether a writer takes one character for the other, by eye or by ear."""
    heard = sound_alikes()
    return other in look_alikes().get(one, ()) or bool(heard.get(one, frozenset()) & heard.get(other, frozenset()))


@lru_cache
def common_words() -> frozenset[str]:
    """Words of two to four characters by which it is seen where one word ends and the next begins."""
    return frozenset([*derived_lines("words"), *vocabulary(), *new_words(), *set_phrases()])


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
