"""Level-3 heads in bold are seen to be so on the page, and nothing else is."""

import pypdfium2
import pytest

from generator.typeset.fonts import find_fonts
from generator.typeset.styles import BODY_SIZE, LINE_PITCH, TOP
from generator.writers import pdf
from tests import formal

pytestmark = pytest.mark.skipif(bool(find_fonts().absent), reason="needs the fonts that make installs")

HEAD = '<section data-depth="3"><h4><span class="label">1.</span>逐班逐室排查</h4><p>逐班逐室排查校舍。</p></section>'
SCALE = 4
BOLD, USUAL = (pdf.write(formal.page(HEAD, "", rules)) for rules in (" data-third=bold", ""))


def darkness(file: bytes, line: int) -> float:
    """How much of a line of the page is ink, in square points."""
    document = pypdfium2.PdfDocument(file)
    bitmap = document[0].render(scale=SCALE, grayscale=True)
    dots, wide = bytes(bitmap.buffer), bitmap.stride
    bitmap.close()
    document.close()
    top = TOP + line * LINE_PITCH
    return (
        sum(255 - dot for dot in dots[round(SCALE * top) * wide : round(SCALE * (top + LINE_PITCH)) * wide])
        / 255
        / SCALE**2
    )


def words(file: bytes) -> str:
    document = pypdfium2.PdfDocument(file)
    found = str(document[0].get_textpage().get_text_range())
    document.close()
    return found


def test_a_bold_head_has_a_quarter_more_ink_at_least() -> None:
    assert darkness(USUAL, 0) > BODY_SIZE
    assert darkness(BOLD, 0) > 1.25 * darkness(USUAL, 0)


def test_the_text_below_it_has_the_same_ink_as_ever() -> None:
    assert darkness(BOLD, 1) == pytest.approx(darkness(USUAL, 1), rel=0.01)


def test_words_are_the_same_bold_or_not() -> None:
    assert "逐班逐室排查" in words(BOLD)
    assert words(BOLD) == words(USUAL)
