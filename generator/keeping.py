"""What Python would work out anew at every start, kept beside the compiled modules: patterns, methods, facts.

As with .pyc files: the file lies in `__pycache__`, is written where that can be, holds nothing but what the program's
own text gives, and is worth nothing to another Python or to changed sources. docs/decisions.md says why.
"""

import atexit
import builtins
import marshal
import os
import re
import sys
from binascii import crc32
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any, TypeVar

SWITCH = "XIAOWEN_NO_KEPT"
"""Set in the environment, nothing is kept and nothing kept is used."""

Value = TypeVar("Value")
Key = tuple[object, ...]

_CHECKSUM = 4
"""Bytes before the content that tell whether it is whole."""
_BROKEN = (ValueError, EOFError, TypeError)
"""What marshal says of what it did not write."""


class Keeper:
    """What is kept in one file, and what is to be kept in it; `stamp` is what that hangs on."""

    def __init__(self, path: str, stamp: Any) -> None:
        """What the file holds, if it is whole and bears the same stamp."""
        self._path, self._stamp = path, marshal.dumps(stamp)
        self._values: dict[Key, bytes] = _read(path, self._stamp)
        self._grown = False

    def value(self, key: Key) -> Any:
        """What is kept under this key; None where nothing is."""
        found = self._values.get(key)
        return None if found is None else marshal.loads(found)  # noqa: S302 - lies beside the modules and is as safe

    def keep(self, key: Key, value: Any) -> None:
        """Keep what is plain: numbers, texts, code, lists and mappings of them."""
        self._values[key] = marshal.dumps(value)
        self._grown = True

    def save(self) -> None:
        """Write what is new; where that cannot be, the next start works it out again."""
        if self._grown and not sys.dont_write_bytecode:
            self._grown = False
            content = marshal.dumps((self._stamp, self._values))
            _write(self._path, crc32(content).to_bytes(_CHECKSUM, "big") + content)


def _read(path: str, stamp: bytes) -> dict[Key, bytes]:
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - pathlib takes longer to load than all this
            checksum, content = file.read(_CHECKSUM), file.read()
        if int.from_bytes(checksum, "big") != crc32(content):
            return {}
        written, values = marshal.loads(content)  # noqa: S302 - as above
    except (OSError, *_BROKEN):
        return {}
    return values if written == stamp else {}


def _write(path: str, content: bytes) -> None:
    draft = f"{path}.{os.getpid()}"
    try:
        with open(draft, "xb") as file:  # noqa: PTH123 - as above
            file.write(content)
        os.replace(draft, path)  # noqa: PTH105 - as above
    except OSError:
        if os.path.exists(draft):  # noqa: PTH110 - as above
            os.remove(draft)  # noqa: PTH107 - as above


_keepers: list[Keeper] = []
"""The one of this process, once it has begun."""
_own: set[str | bytes] = set()
"""The texts of patterns that are the program's own, as far as they were asked for."""


def begin() -> None:
    """Keep from now on, and use what is kept: for processes that are this program and nothing else."""
    place = __spec__.cached if __spec__ else None
    if not _keepers and place and SWITCH not in os.environ:
        package = os.path.dirname(__file__)  # noqa: PTH120 - as above
        keeper = Keeper(f"{place.removesuffix('.pyc')}.kept", (sys.version, sys.byteorder, *sorted(_states(package))))
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


def kept(key: Key, make: Callable[[], Value]) -> Value:
    """What is kept under this key, else what is made now: plain, not None, and of the program's own files alone."""
    if not _keepers:
        return make()
    value: Value | None = _keepers[0].value(key)
    if value is None:
        value = make()
        _keepers[0].keep(key, value)
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
        except (RuntimeError, AttributeError, *_BROKEN):  # pragma: no cover - an interpreter that has it otherwise
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
