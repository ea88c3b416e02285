"""Where lines break."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.typeset.lines import break_lines, may_break
from generator.typeset.measure import ems
from generator.typeset.styles import NO_LINE_END, NO_LINE_START

TEXTS = st.text(alphabet="学校安全，。、；：？！）》”’（《“‘—…·～0123456789%.abAB ", min_size=1, max_size=60)


def lines(text: str, first: float, rest: float | None = None, forced: frozenset[int] = frozenset()) -> list[str]:
    widths = [ems(character) for character in text]
    found = break_lines(text, widths, [0.0] * len(text), (first, rest or first), forced)
    assert "".join(text[line.start : line.end] for line in found) == text
    assert [line.last for line in found][-1]
    return [text[line.start : line.end] for line in found]


def test_full_lines_hold_as_many_characters_as_have_room() -> None:
    assert lines("一二三四五六七八九十", 3, 4) == ["一二三", "四五六七", "八九十"]


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("一二三四，五", ["一二三", "四，五"]),
        ("一二三四”。五", ["一二三", "四”。五"]),
        ("一二三《四》", ["一二三", "《四》"]),
        ("一二三——四", ["一二", "三——四"]),
        ("一二三……四", ["一二", "三……四"]),
        ("一二三2026年", ["一二三", "2026年"]),
        ("一二三95.5%五", ["一二三", "95.5%五"]),
        ("一二甲—乙丙", ["一二甲—", "乙丙"]),
        ("一二三GB 97五", ["一二三GB ", "97五"]),
    ],
)
def test_marks_dashes_and_numbers_are_pushed_down_whole(text: str, broken: list[str]) -> None:
    assert lines(text, 4) == broken


def test_what_nowhere_may_break_breaks_at_the_edge() -> None:
    assert lines("12345678901", 4) == ["12345678", "901"]
    assert lines("宽", 0.5) == ["宽"]


def test_a_word_longer_than_a_line_is_cut_but_not_before_a_closing_mark_nor_after_an_opening_one() -> None:
    assert lines("12345678，90", 4) == ["1234567", "8，90"]
    assert lines("abcdefg[甲]", 4) == ["abcdefg", "[甲]"]


def test_gaps_count_only_between_the_characters_of_a_line() -> None:
    found = break_lines("一二三四", [1.0] * 4, [-0.5] * 4, (2.0, 1.9))
    assert [(line.start, line.end) for line in found] == [(0, 3), (3, 4)]


def test_forced_breaks_begin_lines_whatever_room_is_left() -> None:
    assert lines("一二三四", 9, forced=frozenset({0, 1})) == ["一", "二三四"]


def test_spaces_hang_beyond_the_edge() -> None:
    assert lines("一二 三", 2) == ["一二 ", "三"]


@given(TEXTS, st.integers(6, 28))
def test_no_line_begins_or_ends_with_what_must_not(text: str, room: int) -> None:
    found = lines(text, room)
    for before, after in pairwise(found):
        place = len(before)
        allowed = [end for end in range(1, place + 1) if may_break(before + after, end)]
        assert not allowed or (before[-1] not in NO_LINE_END and after[0] not in NO_LINE_START)


@given(TEXTS, st.integers(6, 28))
def test_no_line_is_wider_than_its_room(text: str, room: int) -> None:
    assert all(ems(line.rstrip(" ")) <= room for line in lines(text, room))
