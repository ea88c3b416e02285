"""What makes a class a record: frozen, its fields told apart by name and described for whoever writes them.

The readers report whatever is of the wrong type at its place; checking it once more here would cost every command
the import of pydantic, fifteen times the start of Python.
"""

from dataclasses import dataclass, field
from typing import Any, dataclass_transform

Place = tuple[str | int, ...]
Texts = tuple[str, ...]


@dataclass(frozen=True)
class Field:
    """What a field is for, as an editor shows it: `Annotated[str, Field(description="…")]`."""

    description: str


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def record(cls: type[Any]) -> type[Any]:
    """A frozen record."""
    return dataclass(frozen=True, kw_only=True)(cls)


At = Place


def at() -> Any:
    """The default of a field `at`."""
    return field(default=(), compare=False, repr=False)
