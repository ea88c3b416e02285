"""Frozen records: what `dataclasses` makes of the same class, made later."""

import pickle
from dataclasses import FrozenInstanceError, dataclass, field, fields, is_dataclass, replace
from functools import cached_property

import pytest

from generator.frozen import frozen, named


@dataclass(frozen=True)
class Usual:
    """As the standard library makes it."""

    name: str
    parts: tuple[str, ...] = ()
    notes: list[str] = field(default_factory=list, compare=False, repr=False)


@frozen
class Ours:
    """The same fields."""

    name: str
    parts: tuple[str, ...] = ()
    notes: list[str] = field(default_factory=list, compare=False, repr=False)

    @cached_property
    def size(self) -> int:
        """What is reckoned once."""
        return len(self.name)


@frozen
class Further(Ours):
    """One with a field more, and something to do when it is made."""

    more: int = 0

    def __post_init__(self) -> None:
        """Tell of it."""
        self.notes.append("made")

    def __repr__(self) -> str:
        """As it wants to be shown."""
        return "Further!"


@named
class ByName:
    """Fields in any order."""

    late: int = 1
    early: str


@frozen
class Empty:
    """Nothing."""


def test_a_record_is_made_compared_and_shown_as_the_library_does_it() -> None:
    ours, usual = Ours("甲", ("乙",)), Usual("甲", ("乙",))
    assert repr(ours) == repr(usual).replace("Usual", "Ours")
    assert (ours.name, ours.parts, ours.notes) == (usual.name, usual.parts, usual.notes)
    assert [one.name for one in fields(ours)] == [one.name for one in fields(usual)]
    assert Ours.__match_args__ == Usual.__match_args__
    assert ours == Ours("甲", ("乙",), ["注"])
    assert ours != Ours("乙")
    assert ours.__eq__(usual) is NotImplemented
    assert all(map(is_dataclass, (Ours, ours)))
    assert len({ours, Ours("甲", ("乙",)), Ours("乙")}) == 2


def test_every_record_has_defaults_of_its_own() -> None:
    first, second = Ours("甲"), Ours("乙")
    first.notes.append("注")
    assert second.notes == []


def test_a_record_is_never_changed_but_replaced() -> None:
    ours = Ours("甲", notes=["注"])
    with pytest.raises(FrozenInstanceError):
        ours.name = "乙"  # type: ignore[misc]  # what is tried
    with pytest.raises(FrozenInstanceError):
        del ours.name
    other = replace(ours, name="乙丙")
    assert (ours.name, other.name, other.notes) == ("甲", "乙丙", ["注"])
    assert (ours.size, other.size) == (1, 2)


def test_what_is_missing_or_unknown_is_an_error() -> None:
    with pytest.raises(TypeError, match="name"):
        Ours()  # type: ignore[call-arg]  # what is tried
    with pytest.raises(TypeError, match="title"):
        Ours("甲", title="乙")  # type: ignore[call-arg]  # what is tried
    with pytest.raises(TypeError):
        ByName(2, "甲")  # type: ignore[call-arg]  # what is tried


def test_a_record_may_have_more_than_another_and_words_of_its_own() -> None:
    further = Further("甲", more=2)
    assert (further.name, further.more, further.notes, repr(further)) == ("甲", 2, ["made"], "Further!")
    assert further != Ours("甲")
    assert (ByName(early="甲").late, ByName(early="甲", late=3).late) == (1, 3)
    assert Empty() == Empty()
    assert hash(Empty()) == hash(Empty())


def test_a_record_travels_to_another_process() -> None:
    ours = Ours("甲", ("乙",), ["注"])
    sent = pickle.loads(pickle.dumps(ours))  # noqa: S301 - our own bytes
    assert (sent, sent.notes) == (ours, ["注"])
