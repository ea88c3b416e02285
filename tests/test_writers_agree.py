"""Any plan of the model has the same words in Word, in print and in the composition both are made from."""

import os
import re
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from generator.kinds import load_kinds
from generator.model import Cell, Item, Listing, Paragraph, Plan, Roster, Row, School, Section, Table
from generator.page import render
from generator.problems import PlanError
from generator.typeset.compose import compose
from generator.typeset.composition import Composition, Grid
from generator.typeset.fonts import Fonts
from generator.writers import html, pdf, word
from tests.plans_strategy import plans, schools
from tests.printed import cell_text, pages_of_pdf, words_of, words_of_docx

KINDS = load_kinds()
readable = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12)
"""Any characters but those that readers refuse."""
UNHURRIED = settings(deadline=None, suppress_health_check=list(HealthCheck))


def page(plan: Plan, school: School) -> str:
    return render(plan, school, KINDS[plan.kind])


def without_space(text: str) -> str:
    return re.sub(r"\s", "", text)


def words(composition: Composition) -> str:
    return without_space("".join(words_of(composition)))


@given(plan=plans(), school=schools)
@settings(UNHURRIED, max_examples=15, derandomize=True, phases=[Phase.generate])
def test_word_has_the_words_of_any_plan_in_their_order(plan: Plan, school: School) -> None:
    made = page(plan, school)
    expected = words(compose(made))
    assert expected
    assert without_space(words_of_docx(word.write(made))) == expected
    assert html.write(made)


@given(*[readable] * 3)
@settings(UNHURRIED, max_examples=15, derandomize=True, phases=[Phase.generate])
def test_whatever_a_file_can_hold_is_written_or_refused(installed_fonts: Fonts, one: str, two: str, three: str) -> None:
    cells = tuple(Cell(text=text) for text in (one, two))
    table = Table(columns=(two, three), rows=(cells,), caption=one)
    listing = Listing(items=(Item(heading=three, blocks=(Paragraph(text=one),)),))
    roster = Roster(name=one, lines=(Row(role=two, members=(three, one)),))
    chapter = Section(heading=two, blocks=(table, listing, roster))
    plan = Plan(kind="通知", title=(one,), body=Section(blocks=(Paragraph(text=two), chapter)), note=three)
    made = page(plan, School(name=three))
    assert word.write(made)
    assert html.write(made)
    with suppress(PlanError):  # a character that no font has
        assert pdf.write(made, fonts=installed_fonts)


@given(plan=plans(), school=schools)
@settings(UNHURRIED, max_examples=4, derandomize=True, phases=[Phase.generate])
def test_print_has_the_words_of_any_plan_page_by_page(installed_fonts: Fonts, plan: Plan, school: School) -> None:
    assert_printed(page(plan, school), installed_fonts)


@pytest.mark.slow
@pytest.mark.skipif("XIAOWEN_THOROUGH" not in os.environ, reason="takes minutes: set XIAOWEN_THOROUGH")
@given(plan=plans(), school=schools)
@settings(UNHURRIED, max_examples=200, phases=[Phase.generate])
def test_print_has_the_words_of_many_plans(installed_fonts: Fonts, plan: Plan, school: School) -> None:
    assert_printed(page(plan, school), installed_fonts)


def assert_printed(made: str, fonts: Fonts) -> None:
    """Every page holds the words that are due and its number, perhaps below the head of a table that goes on.

    Page 1 of 信函 has no number, nor has an empty page before the imprint or the imprint's page behind it. Order is
    looked at from page to page only: PDFium reads the lines of cells that stand side by side as one line.
    """
    composition = compose(made)
    due, heads = words(composition), ["", *table_heads(composition)]
    pages = pages_of_pdf(pdf.write(made, fonts=fonts))
    assert pages
    for number, text in enumerate(pages, 1):
        bare = composition.pages.form == "信函" if number == 1 else not all(pages[:number])
        found = without_space(text) if bare else without_number(without_space(text), number)
        head = next((head for head in heads if goes_on(due, found, head)), None)
        assert head is not None, f"page {number}: {found}\ndue: {due[: len(found)]}"
        due = due[len(found) - len(head) :]
    assert due == ""


def goes_on(due: str, found: str, head: str) -> bool:
    """Whether a page holds this repeated head and the next words that are due."""
    return found.startswith(head) and sorted(found[len(head) :]) == sorted(due[: len(found) - len(head)])


def table_heads(composition: Composition) -> set[str]:
    grids = [block for block in composition.blocks if isinstance(block, Grid)]
    return {without_space("".join(cell_text(cell) for row in grid.head for cell in row)) for grid in grids}


def without_number(text: str, number: int) -> str:
    """The text of a page without its own number, which stands at the end, or at the side of a lying page."""
    mark = f"—{number}—"
    assert text.startswith(mark) or text.endswith(mark)
    return text.removesuffix(mark) if text.endswith(mark) else text.removeprefix(mark)
