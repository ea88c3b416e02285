"""How a fault that runs through a whole document is told: once with the count in a foreign file, at each place in a plan."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.check.registry import Found, found_in
from generator.manuscript import Manuscript, Passage

FEW = 6
"""As many faults of one kind as are told one by one."""


@dataclass(frozen=True)
class Hit:
    """A fault in a passage, and what can safely be put in its place."""

    passage: Passage
    span: tuple[int, int]
    fix: str | None = None

    @property
    def quote(self) -> str:
        """The faulty characters."""
        return self.passage.text[slice(*self.span)]


def tell(manuscript: Manuscript, hits: Iterable[Hit], message: str, few: int = FEW) -> Iterator[Found]:
    """Each fault where they are few or can be mended by us; else the first of them and how many there are.

    The message may hold `{quote}` and `{fix}`.
    """
    hits = list(hits)
    if manuscript.foreign and len(hits) > few:
        count = f"（全文共 {len(hits)} 处，请一次改好）" if len(hits) > 1 else ""
        yield _told(hits[0], message + count)
    else:
        yield from (_told(hit, message) for hit in hits)


def _told(hit: Hit, message: str) -> Found:
    filled = message.replace("{quote}", hit.quote.strip()).replace("{fix}", hit.fix or "")
    return found_in(hit.passage, hit.span, filled, fix=hit.fix)
