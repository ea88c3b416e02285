"""What Python would work out anew at every start, kept beside the compiled modules: patterns, methods, facts.

As with .pyc files: the file lies in `__pycache__`, is written where that can be, holds nothing but what the program's
own text gives, and is worth nothing to another Python or to changed sources. docs/decisions.md says why.
"""

import atexit
import builtins
import os
import re
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any, TypeVar

from generator.keeper import BROKEN, Keeper, Key

SWITCH = "XIAOWEN_NO_KEPT"
"""Set in the environment, nothing is kept and nothing kept is used."""

Value = TypeVar("Value")

_keepers: list[Keeper] = []
"""The one of this process, once it has begun."""
_own: set[str | bytes] = set()
"""The texts of patterns that are the program's own, as far as they were asked for."""


def begin() -> None:
    """Keep from now on, and use what is kept: for processes that are this program and nothing else."""
    place = __spec__.cached if __spec__ else None
    if not _keepers and place and SWITCH not in os.environ:
        sources = sorted(_states(os.path.dirname(__file__)))  # noqa: PTH120 - pathlib takes longer to load than all this
        keeper = Keeper(f"{place.removesuffix('.pyc')}.kept", (sys.version, sys.byteorder, *sources))
        _keepers.append(keeper)
        _lend_patterns(keeper)
        _lend_methods(keeper)
        atexit.register(save)


def _states(folder: str) -> Iterator[tuple[str, int, int]]:
    """Size and time of every file of the program, as Python looks at them for its .pyc files."""
    for entry in os.scandir(folder):
        if not entry.is_dir():
            found = entry.stat()
            yield entry.path, found.st_size, found.st_mtime_ns
        elif entry.name != "__pycache__":
            yield from _states(entry.path)


def save() -> None:
    """Write what is new, in a process that does not end as others do."""
    for keeper in _keepers:
        keeper.save()


def found(key: Key) -> Any:
    """What is kept under this key; None where nothing is."""
    return _keepers[0].value(key) if _keepers else None


def kept(key: Key, make: Callable[[], Value]) -> Value:
    """What is kept under this key, else what is made now: plain, not None, and of the program's own files alone."""
    value: Value | None = found(key)
    if value is None:
        value = make()
        for keeper in _keepers:
            keeper.keep(key, value)
    return value


def own_pattern(text: str) -> "re.Pattern[str]":
    """A pattern made of the program's own words, never of a plan's: it may be kept."""
    _own.add(text)
    return re.compile(text)


def is_own(text: str) -> bool:
    """Whether patterns of this text are the program's own, as far as is known."""
    return text in _own


def _lend_patterns(keeper: Keeper) -> None:
    """Give the module re the compiled form of our patterns: that takes a fiftieth of compiling them."""
    compiler, maker = import_module("re._compiler"), import_module("_sre")
    compile_anew: Callable[..., Any] = compiler.compile

    def lent(pattern: Any, flags: int = 0) -> Any:
        if not isinstance(pattern, (str, bytes)):
            return compile_anew(pattern, flags)
        key = ("pattern", maker.MAGIC, pattern, int(flags))
        try:
            known = keeper.value(key)
            if known:
                _own.add(pattern)
                return maker.compile(pattern, *known)
        except (RuntimeError, AttributeError, *BROKEN):  # pragma: no cover - an interpreter that has it otherwise
            return compile_anew(pattern, flags)
        found = compile_anew(pattern, flags)
        if pattern in _own or _is_constant(pattern):
            _own.add(pattern)
            keeper.keep(key, _compiled(compiler, found, flags))
        return found

    vars(compiler)["compile"] = lent


def _compiled(compiler: Any, pattern: "re.Pattern[Any]", flags: int) -> object:
    """The compiled form as the interpreter makes patterns of it."""
    code = compiler._code(compiler._parser.parse(pattern.pattern, flags), flags)
    names = {number: name for name, number in pattern.groupindex.items()}
    numbered = tuple(names.get(number) for number in range(pattern.groups + 1))
    return pattern.flags, [int(word) for word in code], pattern.groups, dict(pattern.groupindex), numbered


_WITHIN = {"<genexpr>", "<listcomp>", "<setcomp>", "<dictcomp>"}
_OF_FUNCTION = 1
"""The flag of code whose names are local: modules and classes have it not."""


def _is_constant(text: str | bytes) -> bool:
    """Whether the pattern is written in the code that asks for it, or made where a module is loaded."""
    frame: Any = sys._getframe(2)
    while frame.f_globals["__name__"].split(".")[0] == "re":
        frame = frame.f_back
    if text in frame.f_code.co_consts:
        return True
    while frame.f_code.co_name in _WITHIN:
        frame = frame.f_back
    return not frame.f_code.co_flags & _OF_FUNCTION


def _lend_methods(keeper: Keeper) -> None:
    """Give the module dataclasses the code of the methods it writes: it would compile six for every class."""

    def execute(text: str, *spaces: Any) -> None:
        code = keeper.value(("methods", text))
        if code is None:
            code = compile(text, "<string>", "exec")
            keeper.keep(("methods", text), code)
        builtins.exec(code, *spaces)  # noqa: S102 - what dataclasses wrote

    vars(import_module("dataclasses"))["exec"] = execute
