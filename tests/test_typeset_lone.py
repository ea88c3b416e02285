"""With 孤字 asked for, no paragraph ends in a line of one character where spacing can cure it."""

from generator.typeset.compose import compose
from generator.typeset.composition import Passage
from generator.typeset.lone import WIDENING

LONE = "安" * 26 + "全" * 28 + "好。"
"""Two full lines and one character with its mark."""


def passage(text: str, asked: str = ' data-lone="never"') -> Passage:
    (found,) = compose(f"<html><body{asked}><p>{text}</p></body></html>").blocks
    assert isinstance(found, Passage)
    return found


def test_a_lone_character_gets_company_by_wider_spacing() -> None:
    assert {run.gap for run in passage(LONE).runs} == {WIDENING}


def test_without_the_option_nothing_changes() -> None:
    assert {run.gap for run in passage(LONE, "").runs} == {0.0}


def test_paragraphs_that_end_well_stay_as_they_are() -> None:
    for text in ("安。", "安" * 26, "安" * 26 + "全好。"):
        assert {run.gap for run in passage(text).runs} == {0.0}


def test_what_spacing_cannot_cure_is_left_alone() -> None:
    text = "安" * 26 + "，" + "0" * 60 + "全" * 2 + "好。"
    assert all(run.gap in (0.0, WIDENING) for run in passage(text).runs)
