"""The register of rules: a rule is one small function whose docstring is its documentation."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date as Date  # noqa: N812 - the type beside fields named date

from generator.kinds import Kind
from generator.model import Place, Plan, School
from generator.problems import Severity


@dataclass(frozen=True)
class Subject:
    """What a rule looks at: a plan, its school, its kind, and the day on which it is checked."""

    plan: Plan
    school: School
    kind: Kind
    today: Date


@dataclass(frozen=True)
class Found:
    """A fault at a path in the plan's YAML, told to the writer with its remedy.

    `quote` is the offending text; `on_key` points at the key of the path, not at its value.
    """

    at: Place
    message: str
    quote: str = ""
    on_key: bool = False


Examine = Callable[[Subject], Iterator[Found]]


@dataclass(frozen=True)
class Rule:
    """A named fault and the function that finds it; the name says what is wrong, never what to do."""

    name: str
    severity: Severity
    examine: Examine

    @property
    def documentation(self) -> str:
        """Why it matters and how to mend it."""
        return "\n".join(line.strip() for line in (self.examine.__doc__ or "").strip().splitlines())


RULES: dict[str, Rule] = {}


def rule(name: str, severity: Severity = Severity.ERROR) -> Callable[[Examine], Examine]:
    """Register a rule; one without docstring or with a name that is taken fails at import."""

    def register(examine: Examine) -> Examine:
        if not examine.__doc__ or name in RULES:
            message = f"rule {name}: needs a docstring of its own and a name that is free"
            raise ValueError(message)
        RULES[name] = Rule(name, severity, examine)
        return examine

    return register
