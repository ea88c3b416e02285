"""WeasyPrint loaded in half its time: on Linux cffi would run gcc and ldconfig to find each of its libraries.

With nobody to ask, the names under which Linux has them (`libpango-1.0.so.0`) are tried at once; a machine that has
them elsewhere is asked as ever, and so is every machine where XIAOWEN_ASK_FOR_LIBRARIES is set.
"""

import ctypes.util
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout, suppress
from importlib import import_module
from importlib.util import find_spec
from io import StringIO
from pathlib import Path
from typing import Any

SWITCH = "XIAOWEN_ASK_FOR_LIBRARIES"


def weasyprint() -> Any:
    """The library that lays out pages; OSError where one that it needs is missing."""
    if "weasyprint" not in sys.modules and sys.platform == "linux" and SWITCH not in os.environ:
        with _nobody_to_ask(), suppress(OSError), redirect_stdout(StringIO()):
            import_module("weasyprint")
    return import_module("weasyprint")


def colour_profile() -> bytes:
    """The profile of sRGB that WeasyPrint puts into a PDF; the library itself is not loaded for it."""
    (package,) = find_spec("weasyprint").submodule_search_locations  # type: ignore[union-attr, misc]  # one of our packages
    return (Path(package) / "pdf" / "sRGB2014.icc").read_bytes()


def _nowhere(name: str) -> str | None:  # noqa: ARG001 - the signature of ctypes
    return None


@contextmanager
def _nobody_to_ask() -> Iterator[None]:
    asked = ctypes.util.find_library
    ctypes.util.find_library = _nowhere
    try:
        yield
    finally:
        ctypes.util.find_library = asked
