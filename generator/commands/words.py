"""Words of a command line made into texts, paths and counts, which is all that nearly all parameters are.

Typer has pydantic do it, whose import takes ten times the start of Python.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any


def _paths(words: Any) -> list[Path]:
    return [Path(word) for word in words]


MADE: dict[Any, Callable[[Any], Any]] = {
    str: str,
    Path: Path,
    Path | None: Path,
    list[Path]: _paths,
    list[Path] | None: _paths,
}
"""What a parameter is said to be -> what makes it of words."""


class _Words:
    """What typer asks to make a parameter; what is no text, path or count, and not its default, goes back to typer."""

    def __init__(self, kind: Any, typers_own: Callable[[], Any]) -> None:
        self._make, self._typers_own = MADE.get(kind), typers_own
        self._counts = kind is int

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        """The parameter; nothing where nothing was said."""
        if value is None:
            return () if param.multiple or param.nargs == -1 else None
        if self._make:
            return self._make(value)
        if self._counts and isinstance(value, str) and value.isdecimal():
            return int(value)
        return value if value == param.default else self._typers_own().coerce(value, param=param, ctx=ctx)


def spare_pydantic(parameters: list[Any]) -> None:
    """Let the parameters of a command be made here, where typer lets itself be asked for who makes them."""
    for parameter in parameters:
        kind, typers_own = getattr(parameter, "type_descriptor", None), getattr(parameter, "get_runtime_param", None)
        if kind and typers_own and "get_runtime_param" not in vars(parameter):
            words = _Words(kind.annotation, typers_own)
            parameter.get_runtime_param = lambda words=words: words
