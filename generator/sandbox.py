"""Jinja as templates are given it: out of reach of everything but the page, and compiled once, beside their files."""

import sys
from contextlib import suppress
from dataclasses import fields, is_dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import FileSystemBytecodeCache, FileSystemLoader, StrictUndefined, compiler
from jinja2.bccache import Bucket
from jinja2.sandbox import ImmutableSandboxedEnvironment


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, which need not ask whether a field of a record is safe to be looked at."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        """The attribute of an object, or the object's entry of this name."""
        shown = _fields(type(obj))  # type: ignore[arg-type]  # mypy asks what its instances hash
        return getattr(obj, attribute) if attribute in shown else super().getattr(obj, attribute)


@lru_cache(maxsize=256)
def _fields(kind: type) -> frozenset[str]:
    """What a record shows to everyone; of another object nothing."""
    names = (field.name for field in fields(kind)) if is_dataclass(kind) else ()
    return frozenset(name for name in names if not name.startswith("_"))


class Compiled(FileSystemBytecodeCache):
    """Compiled templates beside their files, as Python keeps its own; where nothing can be written they are not kept."""

    def __init__(self, folder: Path) -> None:
        """Of the templates in this folder, for the Jinja that is installed."""
        made = Path(compiler.__file__).stat()
        super().__init__(str(folder / "__pycache__"), f"%s-{made.st_size}-{made.st_mtime_ns}.pyc")

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take a template that was kept."""
        with suppress(OSError):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template."""
        if not sys.dont_write_bytecode:
            with suppress(OSError):
                Path(self.directory).mkdir(exist_ok=True)
                super().dump_bytecode(bucket)


def environment(folder: Path) -> Sandbox:
    """Jinja over one folder of templates: escaping, and strict about names."""
    return Sandbox(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=Compiled(folder),
    )
