"""What a text must hold for a pattern to match in it: pieces of one or two characters, quick to look up.

A pattern is tried only where its pieces stand. The pieces are read from the pattern itself, so that nobody has to
keep a list of words beside it in step.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib import import_module
from re import IGNORECASE, Pattern
from typing import Any

from generator.keeping import is_own, kept

Clauses = tuple[frozenset[str], ...]
"""Of each set at least one piece stands in every text in which the pattern matches."""

PIECE = 2
"""Characters of a piece at most."""

_MOST_WORDS, _MOST_CLAUSES = 96, 4
_ANY_CASE = int(IGNORECASE)
"""The flag as a number: the module re has slow ones."""


def anchors(pattern: "Pattern[str]") -> Clauses:
    """What must stand in a text for the pattern to match; nothing where that cannot be told."""
    return _anchors(pattern.pattern, pattern.flags)


@cache
def _anchors(pattern: str, flags: int) -> Clauses:
    if flags & _ANY_CASE:
        return ()
    if is_own(pattern):
        return kept(("anchors", pattern, flags), lambda: _rarest(pattern, flags))
    return _rarest(pattern, flags)


def _rarest(pattern: str, flags: int) -> Clauses:
    words, clauses = _needs(_parsed(pattern, flags))
    clauses = [*clauses, *_clause(words)]
    return tuple(sorted(set(clauses), key=_cost)[:_MOST_CLAUSES])


def _cost(clause: frozenset[str]) -> tuple[bool, int, list[str]]:
    """Pairs of characters are rarer than single ones, few pieces are rarer than many."""
    return min(map(len, clause)) < PIECE, len(clause), sorted(clause)


def _parsed(pattern: str, flags: int) -> Iterable[Any]:
    """The pattern as the interpreter reads it; where it has another reader one day, nothing is known of it."""
    try:
        parsed: Iterable[Any] = import_module("re._parser").parse(pattern, flags)
    except (ImportError, AttributeError):  # pragma: no cover - such an interpreter is still to come
        return [("ANY", None)]
    return parsed


Words = frozenset[str] | None
"""All that a part of a pattern can match, where that is few words; None where it is not."""

Needs = tuple[Words, list[frozenset[str]]]
"""The words of a part, and the clauses of which a piece must stand in a text for it to match."""

_EMPTY: frozenset[str] = frozenset({""})


def _clause(words: Words) -> Iterator[frozenset[str]]:
    if words and "" not in words:
        yield frozenset(word[-PIECE:] for word in words)
        yield frozenset(word[:PIECE] for word in words)


def _needs(sequence: Iterable[Any]) -> Needs:
    """What a sequence matches, if that is few words; and what must stand in a text for it to match."""
    whole, running, clauses = True, _EMPTY, list[frozenset[str]]()
    for kind, argument in sequence:
        words, needed = _READERS.get(str(kind), _anything)(argument)
        clauses += needed
        if str(kind) == "ASSERT" and argument[0] > 0:
            clauses += _clause(_joined(running, _needs(argument[1])[0]))
        joined = _joined(running, words)
        if joined is None:
            whole = False
            clauses += _clause(running)
            joined = _EMPTY if words is None or len(words) > _MOST_WORDS else words
        running = joined
    if whole:
        return running, clauses
    return None, [*clauses, *_clause(running)]


def _joined(first: Words, second: Words) -> Words:
    """Every word of the one with every word of the other behind it."""
    if first is None or second is None or len(first) * len(second) > _MOST_WORDS:
        return None
    return frozenset(one + other for one in first for other in second)


def _characters(parts: list[tuple[Any, Any]]) -> Words:
    """The characters of a set, where they are few and named."""
    found = set[str]()
    for kind, argument in parts:
        match str(kind):
            case "LITERAL":
                found.add(chr(argument))
            case "RANGE" if argument[1] - argument[0] < _MOST_WORDS:
                found.update(map(chr, range(argument[0], argument[1] + 1)))
            case _:
                return None
    return frozenset(found) if len(found) <= _MOST_WORDS else None


def _alternatives(branches: Iterable[Any]) -> Needs:
    """Of alternatives: the words of all; or of each the rarest clause, all put together."""
    found = [_needs(branch) for branch in branches]
    every = frozenset(word for words, _ in found for word in words or ())
    if all(words is not None for words, _ in found) and len(every) <= _MOST_WORDS:
        shared = [clause for clause in found[0][1] if all(clause in clauses for _, clauses in found)]
        return every, shared
    rarest = [min([*clauses, *_clause(words)], key=_cost, default=None) for words, clauses in found]
    return None, [frozenset().union(*filter(None, rarest))] if all(rarest) else []


def _repeated(least: int, most: Any, part: Iterable[Any]) -> Needs:
    words, needed = _needs(part)
    times: list[Words] = [_EMPTY, words]
    times += [_joined(words, words)] * (int(most) >= PIECE)
    fewest = times[min(least, PIECE)]
    if int(most) <= PIECE and None not in times:
        every = frozenset(word for some in times[least : int(most) + 1] for word in some or ())
        if len(every) <= _MOST_WORDS:
            return every, needed if least else []
    return None, [*needed, *_clause(fewest), *_clause(words)] if least else []


def _group(argument: Any) -> Needs:
    _, added_flags, _, part = argument
    return _anything(part) if added_flags & _ANY_CASE else _needs(part)


def _beside(argument: Any) -> Needs:
    """What stands ahead or behind takes no room, but must be there."""
    words, needed = _needs(argument[1])
    return _EMPTY, [*needed, *_clause(words)]


def _anything(_: Any) -> Needs:
    return None, []


def _no_room(_: Any) -> Needs:
    return _EMPTY, []


_READERS: dict[str, Callable[[Any], Needs]] = {
    "LITERAL": lambda character: (frozenset({chr(character)}), []),
    "IN": lambda parts: (_characters(parts), []),
    "SUBPATTERN": _group,
    "ATOMIC_GROUP": _needs,
    "BRANCH": lambda argument: _alternatives(argument[1]),
    "MAX_REPEAT": lambda argument: _repeated(*argument),
    "MIN_REPEAT": lambda argument: _repeated(*argument),
    "POSSESSIVE_REPEAT": lambda argument: _repeated(*argument),
    "ASSERT": _beside,
    "ASSERT_NOT": _no_room,
    "AT": _no_room,
}
"""How each kind of part is read; of the others nothing is known."""
