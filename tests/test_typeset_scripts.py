"""What the letter gap adds to a line where Chinese and Latin take turns."""

import pytest

from generator.typeset.composition import Run
from generator.typeset.scripts import gaps_of, stretches


@pytest.mark.parametrize(
    ("text", "latin"),
    [
        ("中文", "--"),
        ("A4纸", "LL-"),
        ("第1期", "-L-"),
        ("中“文”1", "----L"),
        ("2026—2027年", "LLLLLLLLL-"),
        ("GB 9704", "LLLLLLL"),
        ("“2026”年", "LLLLLL-"),
        ("……", "--"),
        ("，（）：", "----"),
        ("𠮷䶮", "--"),
        ("", ""),
    ],
)
def test_marks_of_both_scripts_go_with_what_stands_before_them(text: str, latin: str) -> None:
    inside = {place for start, end in stretches(text) for place in range(start, end)}
    assert "".join("L" if place in inside else "-" for place in range(len(text))) == latin


def test_a_narrowing_gap_is_not_taken_at_the_end_of_a_stretch() -> None:
    assert gaps_of([Run("第12期")], -0.3) == [0, -0.3, 0, 0]
    assert gaps_of([Run("校"), Run("长", gap=16.0), Run("周文")], -0.3) == [0, 15.7, -0.3, 0]
    assert gaps_of([Run("一、", "hei"), Run("目标")], -0.3) == [-0.3, 0, -0.3, 0]


def test_a_rare_character_is_a_stretch_of_its_own_since_word_sets_it_in_another_font() -> None:
    assert gaps_of([Run("李䶮老师")], -0.3) == [0, 0, -0.3, 0]
    assert gaps_of([Run("李喆老师")], -0.3) == [-0.3, -0.3, -0.3, 0]


def test_where_a_style_has_no_gap_nothing_is_taken() -> None:
    assert gaps_of([Run("第12期")], 0.0) == [0] * 4
