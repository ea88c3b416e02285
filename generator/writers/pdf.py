"""PDF from semantic HTML: composed once, then printed from plates, or by WeasyPrint where those do not reach."""

from generator.filing import Filing, Travelling
from generator.typeset.compose import compose
from generator.typeset.composition import Composition
from generator.typeset.fonts import Fonts, find_fonts
from generator.typeset.galley import BeyondPlatesError
from generator.typeset.glyphs import require


def write(
    html: str, *, fonts: Fonts | None = None, standard: str = Filing.standard, source: Travelling | None = None
) -> bytes:
    """The PDF of a page of semantic HTML: tagged, with bookmarks and embedded fonts, the same bytes every time."""
    composition = compose(html)
    fonts = fonts or find_fonts()
    require(composition, fonts)
    try:
        return from_plates(composition, fonts, standard, source)
    except BeyondPlatesError:
        from generator.writers import pdf_engine  # noqa: PLC0415 - WeasyPrint takes half a second to load

        return pdf_engine.write(composition, fonts, standard, source)


def from_plates(composition: Composition, fonts: Fonts, standard: str, source: Travelling | None) -> bytes:
    """The PDF printed from plates; BeyondPlatesError where it takes WeasyPrint."""
    from generator.writers.pdf_source import finisher  # noqa: PLC0415 - loaded only when a PDF is written
    from generator.writers.plates import paper  # noqa: PLC0415 - as above

    return paper.write(composition, fonts, standard, finisher(standard, source))
