"""Writers: semantic HTML in, the bytes of one format out; a writer is imported only when its format is asked for."""

from contextlib import redirect_stdout
from importlib import import_module
from io import StringIO
from typing import Any

from generator.filing import Filing, Travelling

WRITERS = {
    "docx": "generator.writers.word",
    "pdf": "generator.writers.pdf",
    "html": "generator.writers.html",
}
"""Format -> the module whose `write` makes it; WeasyPrint is loaded only for a PDF beyond plates."""

LIBRARIES = {"docx": "generator.writers.word", "pdf": "generator.writers.engine", "html": "lxml"}
"""Format -> the package that makes any file of it, or what loads that: it may need native libraries of the machine."""


_USUAL = Filing()


def write(html: str, form: str, filing: Filing = _USUAL, source: Travelling | None = None) -> bytes:
    """The page's HTML as the bytes of a file of this form, with its source inside where the form can carry one."""
    carried: dict[str, dict[str, Any]] = {
        "docx": {"source": source},
        "pdf": {"standard": filing.standard, "source": source},
    }
    content = import_module(WRITERS[form]).write(html, **carried.get(form, {}))
    assert isinstance(content, bytes)  # noqa: S101 - import_module hides the writer's own type
    return content


def prints(form: str) -> bool:
    """Whether this machine makes files of this form, all of them or nearly all; loads what makes them."""
    return (form == "pdf" and _has_plates()) or loads(form)


def _has_plates() -> bool:
    from generator.typeset.galley import BeyondPlatesError  # noqa: PLC0415 - a check of plans needs nothing of this
    from generator.writers.plates import libraries, paper  # noqa: F401, PLC0415 - as above; loaded for what follows

    try:
        libraries.libraries()
    except BeyondPlatesError:
        return False
    return True


def loads(form: str) -> bool:
    """Whether the package that makes any file of this form finds the native libraries it needs."""
    try:
        with redirect_stdout(StringIO()):  # WeasyPrint tells of a missing library in English before it fails
            module = import_module(LIBRARIES[form])
            if form == "pdf":
                module.weasyprint()
    except OSError:
        return False
    return True
