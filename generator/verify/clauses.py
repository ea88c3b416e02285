"""The clauses that are measured: what each wants, whether it binds, and the functions that measure it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from generator.verify.clause_table import ADVICE, ROWS

if TYPE_CHECKING:
    from generator.verify.manuscript import Manuscript
    from generator.verify.printout import Printout


class Verdict(StrEnum):
    """What a measurement comes to."""

    GOOD = "合格"
    BAD = "不合格"
    ADVICE = "建议"
    UNMEASURED = "未测"


@dataclass(frozen=True)
class Place:
    """Where something was seen: on a page of a PDF or in a paragraph of a DOCX (0 where it is the other)."""

    text: str
    page: int = 0
    paragraph: int = 0

    def __str__(self) -> str:
        where = f"第{self.page}页" if self.page else f"第{self.paragraph}段" if self.paragraph else ""
        return f"{where}“{self.text}”" if self.text else where


@dataclass(frozen=True)
class Outcome:
    """What a function measured, whether that is good, and where it is not; `verdict` None: by the clause's own weight."""

    measured: str
    good: bool = True
    places: tuple[Place, ...] = ()
    verdict: Verdict | None = None


@dataclass(frozen=True)
class Clause:
    """One row of the standard: its number there, what it is about, what it wants; advice where it does not bind."""

    identity: str
    number: str
    what: str
    required: str
    binding: bool


CLAUSES: dict[str, Clause] = {
    identity: Clause(identity, number, what, required, identity not in ADVICE)
    for identity, (number, what, required) in ROWS.items()
}

PRINTED: dict[str, Callable[["Printout"], Outcome]] = {}
"""How a clause is measured on the pages of a PDF."""
WRITTEN: dict[str, Callable[["Manuscript"], Outcome]] = {}
"""How a clause is measured in what a DOCX says."""

OnPaper = Callable[["Printout"], Outcome]
InWord = Callable[["Manuscript"], Outcome]


def printed(identity: str) -> Callable[[OnPaper], OnPaper]:
    """Register how a clause is measured in a PDF."""

    def register(measure: OnPaper) -> OnPaper:
        PRINTED[CLAUSES[identity].identity] = measure
        return measure

    return register


def written(identity: str) -> Callable[[InWord], InWord]:
    """Register how a clause is measured in a DOCX."""

    def register(measure: InWord) -> InWord:
        WRITTEN[CLAUSES[identity].identity] = measure
        return measure

    return register


def unmeasured(reason: str) -> Outcome:
    """The outcome where nothing could be measured, and why."""
    return Outcome(reason, verdict=Verdict.UNMEASURED)


def faults(found: Iterable[tuple[str, Place]], fine: str) -> Outcome:
    """Good with `fine` as its measure where no fault was found, else every fault at its place."""
    found = tuple(found)
    words = "；".join(dict.fromkeys(fault for fault, _ in found))
    return Outcome(words or fine, not found, tuple(place for _, place in found))
