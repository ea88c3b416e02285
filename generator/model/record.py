"""What makes a class a record: frozen, validated, its fields read by their Chinese keys."""

from dataclasses import field
from typing import Any, dataclass_transform

from pydantic import ConfigDict
from pydantic.dataclasses import dataclass
from pydantic.json_schema import SkipJsonSchema

from generator.vocabulary import KEYS

Place = tuple[str | int, ...]
Texts = tuple[str, ...]


def _key(name: str) -> str:
    return KEYS.get(name, name)


_CONFIG = ConfigDict(extra="forbid", alias_generator=_key, validate_by_name=True, validate_by_alias=True)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def record(cls: type[Any]) -> type[Any]:
    """A frozen, validated record whose fields are read by their Chinese keys."""
    return dataclass(frozen=True, kw_only=True, config=_CONFIG)(cls)


At = SkipJsonSchema[Place]


def at() -> Any:
    """The default of a field `at`."""
    return field(default=(), compare=False, repr=False)
