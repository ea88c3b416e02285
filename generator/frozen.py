"""Records that are never changed, made in a quarter of the time that `dataclasses` takes for one of its own.

A command that prints a plan knows a hundred of them, and most are not used in the run: what makes one is compiled when
the first is made. `fields`, `replace` and everything else of `dataclasses` know them as they know any.
"""

from collections.abc import Callable
from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[T]) -> type[T]:
    """The class as a frozen dataclass."""
    return _made(cls, kw_only=False)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def named(cls: type[T]) -> type[T]:
    """The same, its fields given by their names alone."""
    return _made(cls, kw_only=True)


def _made(cls: type[T], kw_only: bool) -> type[T]:
    made = dataclass(init=False, repr=False, eq=False, kw_only=kw_only)(cls)
    compared = _getter([one.name for one in fields(made) if one.compare])  # type: ignore[arg-type]  # it is one now

    def first(self: Any, *values: Any, **named_values: Any) -> None:
        """Make the first: from then on the class makes its records by what is compiled here."""
        vars_of_class: Any = made
        vars_of_class.__init__ = _compiled(made)
        vars_of_class.__init__(self, *values, **named_values)

    def equal(self: Any, other: object) -> Any:
        return compared(self) == compared(other) if other.__class__ is self.__class__ else NotImplemented

    own: dict[str, Any] = {
        "__init__": first,
        "__eq__": equal,
        "__hash__": lambda self: hash(compared(self)),
        "__repr__": _described,
        "__setattr__": _refuse,
        "__delattr__": _refuse,
    }
    for name, value in own.items():
        if name not in cls.__dict__ or cls.__dict__[name] is None:
            setattr(made, name, value)
    return made


def _getter(names: list[str]) -> Callable[[Any], Any]:
    """What is compared of a record."""
    return attrgetter(*names) if names else lambda _: ()


def _compiled(cls: type[Any]) -> Callable[..., None]:
    """How a record of this class is made, written as one would write it by hand."""
    shown = sorted((one for one in fields(cls) if one.init), key=lambda one: bool(one.kw_only))
    known: dict[str, Any] = {"_missing": MISSING, "_set": object.__setattr__}
    parameters, lines = list[str](), list[str]()
    for one in shown:
        if one.kw_only and "*" not in parameters:
            parameters.append("*")
        value = one.name
        if one.default_factory is not MISSING:
            known[f"_make_{one.name}"] = one.default_factory
            value = f"_make_{one.name}() if {one.name} is _missing else {one.name}"
            parameters.append(f"{one.name}=_missing")
        elif one.default is not MISSING:
            known[f"_usual_{one.name}"] = one.default
            parameters.append(f"{one.name}=_usual_{one.name}")
        else:
            parameters.append(one.name)
        lines.append(f"    _set(self, {one.name!r}, {value})\n")
    if hasattr(cls, "__post_init__"):
        lines.append("    self.__post_init__()\n")
    text = f"def __init__(self, {', '.join(parameters)}):\n    pass\n{''.join(lines)}"
    exec(text, known)  # noqa: S102 - names of our own fields alone
    made: Callable[..., None] = known["__init__"]
    return made


def _described(self: Any) -> str:
    told = ", ".join(f"{one.name}={getattr(self, one.name)!r}" for one in fields(self) if one.repr)
    return f"{type(self).__qualname__}({told})"


def _refuse(_self: Any, name: str, *_value: Any) -> None:
    raise FrozenInstanceError(f"cannot change field {name!r}")
