"""PDF from a composition by WeasyPrint, which sets the pages itself: what plates do not know, and what they must equal."""

import atexit
import logging
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache
from typing import Any

from generator.filing import STANDARDS, Travelling
from generator.problems import PlanError, Problem
from generator.typeset.composition import Composition, Turn
from generator.typeset.fonts import Fonts
from generator.typeset.printed import printed
from generator.typeset.styles import STYLES
from generator.writers.engine import weasyprint
from generator.writers.pdf_bold import embolden
from generator.writers.pdf_page import styled
from generator.writers.pdf_source import finisher


def write(composition: Composition, fonts: Fonts, standard: str, source: Travelling | None) -> bytes:
    """The PDF: tagged, with bookmarks and embedded fonts, the same bytes every time."""
    engine = _loaded()
    from generator.writers.pdf_objects import make_ready  # noqa: PLC0415 - pydyf comes with the engine

    def laid_out(shown: Composition, imprint: str) -> Any:
        page, style = printed(shown, fonts, imprint)
        sheet, configuration, fetcher = _prepared(style, _uris(fonts))
        document, own = styled(page, fetcher)
        sheets = [sheet, engine.CSS(string=own, url_fetcher=fetcher)]
        return document.render(
            stylesheets=sheets, font_config=configuration, pdf_variant=STANDARDS[standard], pdf_tags=True
        )

    with _warnings_are_errors(), warnings.catch_warnings():
        warnings.filterwarnings("ignore", r"unclosed file .*\.icc", ResourceWarning)  # WeasyPrint leaves its own open
        document = _with_imprint(composition, laid_out)
        carry = finisher(standard, source)

        def finish(document: Any, pdf: Any) -> None:
            carry(document, pdf)
            if composition.pages.bold_third:
                embolden(pdf, fonts.chains[STYLES["heading-3"].font])
            make_ready(pdf)

        pdf = document.write_pdf(finisher=finish, pdf_variant=STANDARDS[standard], pdf_tags=True)
    return bytes(pdf)


def _loaded() -> Any:
    """WeasyPrint; PlanError where a library of the machine that it needs is missing."""
    try:
        return weasyprint()
    except OSError as error:
        message = "这份文稿的版式要用 Pango 库才能印成 PDF，这台机器没有：运行 xiaowen doctor 看怎么装，或者先用 DOCX"
        raise PlanError(Problem("PDF", 0, 0, "missing-component", message)) from error


def _with_imprint(composition: Composition, laid_out: Callable[[Composition, str], Any]) -> Any:
    """The pages with the imprint at the foot of the last; on an even one where that is asked for.

    A blank page before it and its own have no number then (7.5). It turns the page itself, wherever the text ends.
    """
    document = laid_out(composition, "flow")
    if not composition.pages.even_end or not composition.imprint or len(document.pages) % 2 == 0:
        return document
    *blocks, last = composition.blocks or (Turn(),)
    ending = replace(composition, blocks=tuple(blocks)) if isinstance(last, Turn) else composition
    text = len(laid_out(replace(ending, imprint=()), "flow").pages)
    return laid_out(ending, "page" if text % 2 else "blank")


def _uris(fonts: Fonts) -> frozenset[str]:
    return frozenset(face.path.as_uri() for faces in fonts.chains.values() for face in faces)


@lru_cache(maxsize=4)
def _prepared(style: str, uris: frozenset[str]) -> tuple[Any, Any, Any]:
    """The stylesheet with its fonts loaded, kept for the next document that is set in the same ones."""
    from weasyprint import CSS  # noqa: PLC0415 - as in write()
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415 - as in write()
    from weasyprint.urls import URLFetcher  # noqa: PLC0415 - as in write()

    class FontFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint ships no types
        """Opens the fonts that were found, and nothing else."""

        def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
            if url not in uris:
                raise ValueError(f"not a font of this document: {url}")
            return super().fetch(url, headers)

    configuration, fetcher = FontConfiguration(), FontFetcher(allowed_protocols=["file"])
    return CSS(string=style, font_config=configuration, url_fetcher=fetcher), configuration, fetcher


# WeasyPrint frees a configuration with its own modules, which are gone when the interpreter ends.
atexit.register(_prepared.cache_clear)


@contextmanager
def _warnings_are_errors() -> Iterator[None]:
    """Whatever WeasyPrint warns of is a PlanError: a font not loaded, a character without a glyph, a rule not understood."""
    records: list[logging.LogRecord] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = records.append  # type: ignore[method-assign, assignment]  # the shortest handler there is
    logger = logging.getLogger("weasyprint")
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)
    if records:
        raise PlanError(
            *(Problem("PDF", 0, 0, "pdf-warning", f"排版程序警告：{record.getMessage()}") for record in records)
        )
