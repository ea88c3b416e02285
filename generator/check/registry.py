"""The register of rules: a rule is one small function whose docstring is its documentation."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date as Date  # noqa: N812 - the type beside fields named date
from functools import cached_property

from generator.check.walk import Node, every_member, every_node, every_owner, every_text
from generator.kinds import Kind
from generator.manuscript import Manuscript, Passage
from generator.model import Place, Plan, School
from generator.problems import Severity

FAMILIES = {
    "currency": "时效",
    "rights": "依法",
    "agreement": "一致",
    "usage": "规范",
    "emergency": "预案",
}
"""The folder of rules to the family's name; rules beside the folders are of 文稿."""

_CONTEXT = 24
"""Characters before a quote by which it is told from the same words elsewhere."""


@dataclass(frozen=True)
class Subject:
    """What a rule looks at: a plan, its school, its kind, the day on which it is checked, and its text.

    Of a foreign file there is only the text.
    """

    plan: Plan
    school: School
    kind: Kind
    today: Date
    manuscript: Manuscript

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """Every block and item of the plan."""
        return tuple(every_node(self.plan))

    @cached_property
    def texts(self) -> tuple[tuple[Place, str], ...]:
        """Every text of the plan with its place."""
        return tuple(every_text(self.nodes))

    @cached_property
    def members(self) -> tuple[tuple[Place, str], ...]:
        """Everyone named in a roster, with the place."""
        return tuple(every_member(self.nodes))

    @cached_property
    def owners(self) -> tuple[tuple[Place, str], ...]:
        """Everyone named as 责任人 or 配合, with the place."""
        return tuple(every_owner(self.nodes))


@dataclass(frozen=True)
class Found:
    """A fault at a path in the plan's YAML, told to the writer with its remedy.

    `quote` is the offending text, which `before` precedes and which starts at character `start` of its passage;
    `on_key` points at the key of the path, not at its value; `severity` is the rule's own where it is None.
    `fix`: what can safely be put in the place of the quote; None where a person must decide.
    """

    at: Place
    message: str
    quote: str = ""
    on_key: bool = False
    before: str = ""
    start: int = 0
    severity: Severity | None = None
    fix: str | None = None


def found_in(
    passage: Passage, span: tuple[int, int], message: str, severity: Severity | None = None, fix: str | None = None
) -> Found:
    """A fault in these characters of a passage (start, end); an empty span means the whole of it."""
    start, end = span if span[1] > span[0] else (0, len(passage.text))
    before = passage.text[max(0, start - _CONTEXT) : start]
    quote = passage.text[start:end]
    return Found(passage.place, message, quote, passage.on_key, before, start, severity, fix)


Examine = Callable[[Subject], Iterator[Found]]
Read = Callable[[Manuscript], Iterator[Found]]


@dataclass(frozen=True)
class Rule:
    """A named fault and the function that finds it; the name says what is wrong, never what to do.

    `of_text`: it needs only the text, and so reads foreign files too.
    """

    name: str
    severity: Severity
    examine: Examine
    explanation: str
    family: str
    of_text: bool = False

    @property
    def documentation(self) -> str:
        """Why it matters and how to mend it."""
        return "\n".join(line.strip() for line in self.explanation.strip().splitlines())


RULES: dict[str, Rule] = {}


def rule(name: str, severity: Severity = Severity.ERROR) -> Callable[[Examine], Examine]:
    """Register a rule on plans; one without docstring or with a name that is taken fails at import."""

    def register(examine: Examine) -> Examine:
        _register(name, severity, examine, examine)
        return examine

    return register


def rule_of_text(name: str, severity: Severity = Severity.WARNING) -> Callable[[Read], Read]:
    """Register a rule on the text of a plan or of a foreign file."""

    def register(read: Read) -> Read:
        _register(name, severity, lambda subject: read(subject.manuscript), read)
        return read

    return register


def _register(name: str, severity: Severity, examine: Examine, written: Examine | Read) -> None:
    if not written.__doc__ or name in RULES:
        message = f"rule {name}: needs a docstring of its own and a name that is free"
        raise ValueError(message)
    folder = written.__module__.split(".")[2:3]
    family = FAMILIES.get("".join(folder), "文稿")
    RULES[name] = Rule(name, severity, examine, written.__doc__, family, written is not examine)
