"""The signature stands with text wherever the text ends on its page: by spacing, else by its last two lines alone."""

from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from generator.typeset.compose import compose
from generator.typeset.composition import Block, Passage
from generator.typeset.fonts import find_fonts
from generator.typeset.reckoning import Place, places
from generator.typeset.styles import AREA_HEIGHT, LINE_PITCH, LINES, MILLIMETRE
from generator.writers import pdf, word
from tests import finished, formal
from tests.endings import CLOSING, ENDS, LONG, SEALS, WORDS, page
from tests.libreoffice import PROGRAM, lay_out, pages_of

SEAL = 42 * MILLIMETRE


@cache
def blocks(html: str) -> tuple[Block, ...]:
    return compose(html).blocks


def passages(html: str) -> list[Passage]:
    found = [block for block in blocks(html) if isinstance(block, Passage)]
    assert found
    return found


def reckoned(html: str) -> list[tuple[Passage, Place]]:
    """Every line with its passage."""
    found = [(blocks(html)[place.strip.block], place) for place in places(blocks(html), LINE_PITCH, AREA_HEIGHT)]
    return [(block, place) for block, place in found if isinstance(block, Passage)]


def changes(html: str) -> set[str]:
    """What was done so that the signature stands."""
    found = passages(html)
    done = {
        "parted": any(passage.goes_on for passage in found),
        "closer": any(passage.pitch for passage in found if passage.style == "body"),
        "narrower": any(run.gap < 0 for passage in found for run in passage.runs),
        "wider": any(run.gap > 0 for passage in found for run in passage.runs),
        "lean": found[-1].style == "blank" and found[-1].pitch == LINE_PITCH,
    }
    return {name for name, is_done in done.items() if is_done}


@pytest.mark.parametrize("seal", SEALS)
@pytest.mark.parametrize("last", [LONG, CLOSING, f"<p>{WORDS[:60]}。</p>"], ids=["long", "closing", "three lines"])
def test_wherever_the_text_ends_two_lines_stand_with_the_signature_and_the_page_before_is_full(
    seal: str, last: str
) -> None:
    feet = set[int]()
    for lines in ENDS:
        found = reckoned(page(lines, seal, last))
        (date,) = (place for passage, place in found if passage.style == "date")
        (name,) = (place for passage, place in found if passage.style == "organisation")
        text = [place for passage, place in found if passage.style == "body"]
        before = [place for _, place in found if place.page == date.page - 1]
        assert name.page == date.page
        assert sum(place.page == date.page for place in text) >= 2
        assert len(before) >= 20
        assert all(one.foot < other.foot for (_, one), (_, other) in pairwise(found) if one.page == other.page)
        feet.add(round(date.foot))
    assert len(feet) > LINES / 2


def test_every_way_to_make_room_is_taken_somewhere() -> None:
    done = [changes(page(lines, seal)) for seal in SEALS for lines in ENDS]
    assert set.union(*done) == {"parted", "closer", "narrower", "wider", "lean"}
    assert sum(not found for found in done) > len(done) / 3


@pytest.mark.parametrize("lines", ENDS)
def test_a_seal_has_its_room_between_the_text_and_the_foot_of_the_page(lines: int) -> None:
    found = reckoned(page(lines, "yes"))
    (name,) = (place for passage, place in found if passage.style == "organisation")
    assert found[-1][0].style == "blank"
    text = max(place.foot for passage, place in found if passage.style == "body" and place.page == name.page)
    assert name.foot - text >= SEAL / 2
    assert found[-1][1].page == name.page
    assert found[-1][1].foot - name.foot >= SEAL / 2 - LINE_PITCH / 2
    assert found[-1][1].foot - text >= SEAL


def test_no_letter_gap_and_no_line_is_narrower_than_it_may_be() -> None:
    found = [passage for seal in SEALS for lines in ENDS for passage in passages(page(lines, seal))]
    assert {run.gap for passage in found for run in passage.runs} == {-0.55, 0.0, 0.3}
    assert min(passage.pitch for passage in found if passage.pitch) >= 24.5
    assert all(passage.style in {"body", "blank", "organisation", "date"} for passage in found if passage.pitch)


def test_the_text_of_a_parted_paragraph_is_whole() -> None:
    whole = "".join(passage.text for passage in passages(page(1, "")))
    parted = [page(lines, "") for lines in ENDS if "parted" in changes(page(lines, ""))]
    assert parted
    for html in parted:
        assert "".join(passage.text for passage in passages(html)).lstrip("校").endswith(whole[-400:])
        (stays,) = (passage for passage in passages(html) if passage.goes_on)
        (goes,) = (passage for passage in passages(html) if passage.continued)
        assert (stays.keep_with_next, goes.keep_with_next, goes.keep_together) == (False, True, True)


def test_where_tables_stand_before_the_text_only_whole_lines_move() -> None:
    pages = [page(lines, "").replace(finished.ADDRESSEE, finished.ADDRESSEE + finished.TABLE) for lines in ENDS]
    done = set.union(*map(changes, pages))
    assert done == {"parted"}


def test_a_text_that_ends_in_a_heading_keeps_its_signature() -> None:
    heading = '<section data-depth="1"><h2><span class="label">一、</span>工作目标</h2></section>'
    html = formal.page(heading + formal.signature("青山县实验小学"), "")
    assert [passage.style for passage in passages(html)] == ["heading-1", "blank", "organisation", "date"]


def test_a_note_stands_right_below_the_date_in_the_room_of_the_seal() -> None:
    note = '<p class="note">（联系人：秦勇）</p>'
    html = formal.page(f"<p>{finished.SENTENCE}</p>{formal.signature('青山县实验小学', seal='yes')}{note}", "")
    assert [passage.style for passage in passages(html)][-3:] == ["date", "note", "blank"]
    long = html.replace("（联系人：秦勇）", f"（{finished.SENTENCE}）")
    assert [passage.style for passage in passages(long)][-2:] == ["date", "note"]


@pytest.fixture(scope="module")
def laid_out(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[list[list[str]], list[list[str]]]]:
    """The pages of the whole family as LibreOffice sets them and as we do."""
    if not PROGRAM or find_fonts().absent:
        pytest.skip("needs LibreOffice and the fonts that make installs")
    ours, theirs, scratch = (tmp_path_factory.mktemp(name) for name in ("ours", "theirs", "scratch"))
    for seal in SEALS:
        for lines in ENDS:
            (ours / f"{seal}{lines:02}.docx").write_bytes(word.write(page(lines, seal)))
            (ours / f"{seal}{lines:02}.pdf").write_bytes(pdf.write(page(lines, seal)))
    lay_out(sorted(ours.glob("*.docx")), theirs, find_fonts(), scratch)
    return [(pages_of(file), pages_of(ours / Path(file).name)) for file in sorted(theirs.glob("*.pdf"))]


@pytest.mark.slow
def test_both_formats_turn_the_page_at_the_same_line(laid_out: list[tuple[list[list[str]], list[list[str]]]]) -> None:
    assert len(laid_out) == len(SEALS) * LINES
    assert all(theirs == ours for theirs, ours in laid_out)


@pytest.mark.slow
def test_no_format_leaves_a_signature_alone_or_a_page_empty(
    laid_out: list[tuple[list[list[str]], list[list[str]]]],
) -> None:
    for pages in (pages for pair in laid_out for pages in pair):
        *before, last = [[line for line in lines if not line.startswith("—")] for lines in pages]
        assert last[-2:] == ["青山县实验小学", formal.DATE]
        assert len(last) >= 4
        assert all(len(lines) >= 20 for lines in before)
