"""The signature stands with text, the first page shows text, whatever is long."""

import pytest

from generator.sheets.pdf import read_pdf
from generator.typeset.compose import compose
from generator.typeset.composition import Grid, Passage
from generator.typeset.fonts import find_fonts
from generator.writers import pdf
from tests import finished, formal

HEAD = formal.letterhead(formal.MARK, formal.NUMBER) + finished.TITLE + finished.ADDRESSEE
UNSEALED = formal.signature("青山县实验小学")
ONE, SHORT, LONG = finished.SENTENCE, finished.SENTENCE * 2, finished.SENTENCE * 6
SEALED = formal.signature("青山县实验小学", seal="yes")
SIX = tuple(f"青山县城关镇第{number}中心小学" for number in "一二三四五六")

needs_fonts = pytest.mark.skipif(bool(find_fonts().absent), reason="needs the fonts that make installs")


def text(body: str, rules: str = "") -> list[Passage]:
    """The paragraphs of the text."""
    blocks = compose(formal.page(body, rules=rules)).blocks
    found = [block for block in blocks if isinstance(block, Passage) and block.style == "body"]
    assert found
    return found


def keeps(passage: Passage) -> tuple[bool, bool]:
    return passage.keep_with_next, passage.keep_together


def sheets(body: str) -> list[list[str]]:
    found = [[line.text for line in page.lines] for page in read_pdf(pdf.write(formal.page(body)), "文稿")]
    assert found
    return found


def test_the_last_of_several_paragraphs_keeps_to_the_signature_whole() -> None:
    assert [keeps(passage) for passage in text(f"{HEAD}<p>{SHORT}</p><p>{ONE}</p>{SEALED}")] == [
        (False, False),
        (True, True),
    ]


def test_the_only_paragraph_keeps_to_the_signature_but_may_be_cut() -> None:
    assert [keeps(passage) for passage in text(f"{HEAD}<p>{ONE}</p>{SEALED}")] == [(True, False)]


def test_an_only_paragraph_whose_signature_has_no_room_sends_its_last_lines_with_it() -> None:
    assert [keeps(passage) for passage in text(f"{HEAD}<p>{SHORT}</p>{SEALED}")] == [(False, False), (True, True)]


@pytest.mark.parametrize("mark", [formal.MARK, formal.JOINT])
def test_the_only_paragraph_that_goes_on_over_the_page_needs_no_keeping(mark: str) -> None:
    head = formal.letterhead(mark, formal.NUMBER) + finished.TITLE
    assert keeps(text(f"{head}<p>{LONG}</p>{SEALED}")[0]) == (False, False)


def test_the_room_of_the_first_page_is_reckoned_in_the_pitch_of_the_school() -> None:
    lines = f"{HEAD}<p>{SHORT}</p>{SEALED}"
    assert [keeps(text(lines, f' data-pitch="{pitch}"')[0]) for pitch in (26, 29.5)] == [(True, False), (False, False)]


def test_a_paragraph_that_fills_a_page_with_its_signatures_may_be_cut() -> None:
    _, last = text(f"{HEAD}<p>{SHORT}</p><p>{LONG}</p>{formal.signature(*SIX, seal='yes')}")
    assert keeps(last) == (False, False)


def test_a_table_is_text_as_well() -> None:
    blocks = compose(formal.page(f"{HEAD}{finished.TABLE}<p>{ONE}</p>{SEALED}")).blocks
    assert any(isinstance(block, Grid) for block in blocks)
    assert keeps(text(f"{HEAD}{finished.TABLE}<p>{ONE}</p>{formal.signature('青山县实验小学')}")[0]) == (True, True)


def test_a_letterhead_with_a_signature_alone_is_composed() -> None:
    blocks = compose(formal.page(formal.letterhead(formal.MARK) + SEALED)).blocks
    assert [block.style for block in blocks if isinstance(block, Passage)][-3:] == ["organisation", "date", "blank"]


@needs_fonts
@pytest.mark.parametrize("sentences", [1, 2, 3, 4, 5, 6, 7])
def test_the_first_page_shows_text_and_the_page_of_the_date_too(sentences: int) -> None:
    found = sheets(f"{HEAD}<p>{finished.SENTENCE * sentences}</p>{SEALED}")
    assert any(line.startswith("全校教职工") for line in found[0])
    (dated,) = (lines for lines in found if any(formal.DATE in line for line in lines))
    assert any(line.endswith("。") for line in dated)


@needs_fonts
def test_six_seals_stand_with_the_date_and_the_end_of_the_text() -> None:
    found = sheets(f"{HEAD}<p>{SHORT}</p><p>{LONG}</p>{formal.signature(*SIX, seal='yes')}")
    last = "".join(found[-1])
    assert all(name in last for name in SIX)
    assert formal.DATE in last
    assert "各项工作。" in last
