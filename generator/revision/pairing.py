"""Two sequences of texts paired: which of the new came from which of the old, which are new, which are gone."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from generator.revision.words import ALIKE, similarity

Pair = tuple[int | None, int | None]
"""Number in the old and in the new sequence; None where there is none."""


def pairs(old: Sequence[str], new: Sequence[str]) -> Iterator[Pair]:
    """Every text once, in an order that keeps both: what is gone stands where it stood."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for name, i1, i2, j1, j2 in matcher.get_opcodes():
        if name == "equal":
            yield from zip(range(i1, i2), range(j1, j2), strict=True)
        else:
            yield from ((_shifted(i, i1), _shifted(j, j1)) for i, j in _best(old[i1:i2], new[j1:j2]))


def _shifted(number: int | None, start: int) -> int | None:
    return None if number is None else number + start


def _best(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """The pairs of like texts, none crossing another, that have the most in common."""
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    alike = [[similarity(before, after) for after in new] for before in old]
    for i in reversed(range(len(old))):
        for j in reversed(range(len(new))):
            paired = alike[i][j] + best[i + 1][j + 1] if alike[i][j] >= ALIKE else 0.0
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    found: list[Pair] = []
    i = j = 0
    while i < len(old) and j < len(new):
        if alike[i][j] >= ALIKE and best[i][j] == alike[i][j] + best[i + 1][j + 1]:
            found.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            found.append((i, None))
            i += 1
        else:
            found.append((None, j))
            j += 1
    return [*found, *((number, None) for number in range(i, len(old))), *((None, n) for n in range(j, len(new)))]
