"""What `verify` says of a text that spacing keeps with its signature: nothing; of the same spacing elsewhere: its clause."""

import pytest

from generator.typeset.compose import compose
from generator.typeset.composition import Passage
from generator.typeset.fonts import find_fonts
from generator.writers import pdf, word
from tests import finished, formal
from tests.endings import CLOSING, ENDS, LONG, SEALS, page

needs_fonts = pytest.mark.skipif(bool(find_fonts().absent), reason="needs the fonts that make installs")

FAMILY = [page(lines, SEALS[lines % 3], (LONG, CLOSING)[lines % 2]) for lines in ENDS]
ON_ONE_PAGE = [page(lines, SEALS[lines % 3], middle="") for lines in range(1, 21)]
ONE_PARAGRAPH = [page(lines, SEALS[lines % 3], "", "") for lines in range(12, 36)]


def passages(html: str) -> list[Passage]:
    return [block for block in compose(html).blocks if isinstance(block, Passage)]


def one(found: list[str]) -> str:
    assert found
    return found[0]


def closer() -> str:
    """A page whose end is closer set."""
    return one([html for html in FAMILY if any(each.pitch for each in passages(html) if each.style == "body")])


def parted() -> str:
    """A page one of whose paragraphs is written as two."""
    return one([html for html in FAMILY if any(each.continued for each in passages(html))])


def pitch_of(html: str) -> str:
    """The pitch of its closer end as a DOCX says it."""
    return f'w:line="{round(20 * next(each.pitch for each in passages(html) if each.pitch and each.style == "body"))}"'


@needs_fonts
@pytest.mark.slow
@pytest.mark.parametrize("family", [FAMILY, ON_ONE_PAGE, ONE_PARAGRAPH], ids=["pages", "one page", "one paragraph"])
def test_nothing_is_against_a_pdf_of_ours_wherever_its_text_ends(family: list[str]) -> None:
    assert family
    assert {
        number: found for number, html in enumerate(family) if (found := finished.objections(pdf.write(html)))
    } == {}


@pytest.mark.slow
@pytest.mark.parametrize("family", [FAMILY, ON_ONE_PAGE, ONE_PARAGRAPH], ids=["pages", "one page", "one paragraph"])
def test_nothing_is_against_a_docx_of_ours_wherever_its_text_ends(family: list[str]) -> None:
    assert family
    assert {
        number: found for number, html in enumerate(family) if (found := finished.objections(word.write(html)))
    } == {}


@pytest.mark.parametrize("pitch", ['w:line="480"', 'w:line="620"'])
def test_an_end_set_closer_or_wider_than_it_may_be_is_told(pitch: str) -> None:
    spoiled = finished.spoiled({pitch_of(closer()): pitch}, word.write(closer()))
    assert "1.10" in finished.objections(spoiled)


def test_closer_lines_before_the_end_are_told() -> None:
    spoiled = finished.spoiled({'w:line="579"': pitch_of(closer())}, word.write(closer()))
    assert "1.10" in finished.objections(spoiled)


def test_a_short_text_in_close_lines_is_told_in_both_formats() -> None:
    body = finished.TITLE + finished.ADDRESSEE + f"<p>{finished.SENTENCE * 4}</p>{formal.signature('青山县实验小学')}"
    close = finished.spoiled({'w:line="579"': 'w:line="520"'}, finished.docx(body))
    assert "1.10" in finished.objections(close)
    assert "1.10" in finished.objections(finished.pdf(body, ".body{line-height:26pt}"))


def test_a_paragraph_without_indent_is_told_unless_it_goes_on_on_the_last_page() -> None:
    made = word.write(parted())
    assert "3.7-2" in finished.objections(finished.spoiled({'<w:jc w:val="distribute"/>': ""}, made))
    unindented = {'<w:pStyle w:val="body"/></w:pPr>': '<w:pStyle w:val="body-continued"/></w:pPr>'}
    assert "3.7-2" in finished.objections(finished.spoiled(unindented, made))


def test_many_paragraphs_with_other_letter_gaps_are_told() -> None:
    wide = finished.spoiled({'<w:spacing w:val="-6"/>': '<w:spacing w:val="-17"/>'}, word.write(FAMILY[0]))
    assert "1.9" in finished.objections(wide)
