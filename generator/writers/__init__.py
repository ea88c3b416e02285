"""Writers: semantic HTML in, the bytes of one format out; a writer is imported only when its format is asked for."""

from importlib import import_module

from generator.problems import Problem, Severity

WRITERS = {
    "docx": "generator.writers.word",
    "pdf": "generator.writers.pdf",
    "html": "generator.writers.html",
}
"""Format -> the module whose `write` makes it; DOCX and HTML never load WeasyPrint."""


def write(html: str, form: str) -> bytes:
    """The page's HTML as the bytes of a file of this form."""
    content = import_module(WRITERS[form]).write(html)
    assert isinstance(content, bytes)  # noqa: S101 - import_module hides the writer's own type
    return content


def missing_library(form: str) -> Problem | None:
    """Why this machine cannot write this form, if a native library that its writer needs is not there."""
    try:
        import_module(WRITERS[form])
    except OSError:
        message = f"没有生成 {form.upper()}：缺少 Pango 库，其他格式照常。怎么补，请运行 xiaowen doctor"
        return Problem(form.upper(), 0, 0, "missing-library", message, Severity.WARNING)
    return None
