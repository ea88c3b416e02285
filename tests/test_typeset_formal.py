"""Formal documents as compositions: tab stops, letterheads, signers, imprints, and what does not belong there."""

import pytest

from generator.problems import PlanError
from generator.typeset.compose import compose
from generator.typeset.composition import Gap, Marks, Passage, Rule, Run
from generator.typeset.stops import has_stops, stopped
from generator.typeset.styles import CELLS, IMPRINT_RULES, MARK_PITCH, MARK_SIZE, MILLIMETRE
from tests import formal

TEXT = "<p>一</p>"


def width(run: Run) -> float:
    """Ten points a character and its gap."""
    return sum(10.0 + run.gap for _ in run.text)


def spread(*runs: Run, first: float = 0.0) -> tuple[float, list[tuple[str, float]]]:
    """The indent and the runs with their gaps, on a line of 200 points and cells of 10."""
    indent, found = stopped(runs, first, 200.0, 10.0, width)
    return indent, [(run.text, run.gap) for run in found]


def test_only_runs_with_a_place_or_a_flush_end_have_stops() -> None:
    assert has_stops((Run("一"), Run("二", at=3.0)))
    assert has_stops((Run("一", flush=True),))
    assert not has_stops((Run("一"),))
    assert not has_stops(())


def test_a_first_run_with_a_place_indents_the_line() -> None:
    assert spread(Run("一二", at=4.0)) == (40.0, [("一二", 0.0)])


def test_a_first_flush_run_ends_at_the_right_edge() -> None:
    assert spread(Run("一二", flush=True)) == (180.0, [("一二", 0.0)])


def test_room_before_a_stop_is_a_gap_behind_the_character_before_it() -> None:
    assert spread(Run("一二"), Run("三", at=5.0)) == (0.0, [("一", 0.0), ("二", 30.0), ("三", 0.0)])
    assert spread(Run("一"), Run("三", flush=True)) == (0.0, [("一", 180.0), ("三", 0.0)])


def test_a_gap_of_its_own_is_kept_under_that_of_a_stop() -> None:
    assert spread(Run("一", gap=2.0), Run("三", at=5.0)) == (0.0, [("一", 40.0), ("三", 0.0)])


def test_a_run_follows_the_one_before_it_where_it_has_no_stop_or_its_stop_is_past() -> None:
    assert spread(Run("一二三"), Run("四", at=2.0), Run("五"), first=10.0) == (
        10.0,
        [("一二三", 0.0), ("四", 0.0), ("五", 0.0)],
    )


def test_a_stop_reaches_from_the_end_of_the_run_before_with_the_indent_counted_in() -> None:
    assert spread(Run("一"), Run("二", at=5.0), first=20.0) == (20.0, [("一", 20.0), ("二", 0.0)])


# ---- letterheads ----------------------------------------------------------------------------------------------------


def head(*parts: str, form: str = "文件", preprinted: bool = False) -> list[Passage | Gap | Marks]:
    found = compose(formal.page(formal.letterhead(*parts, preprinted=preprinted) + TEXT, form)).blocks
    assert found
    return [block for block in found if isinstance(block, Passage | Gap | Marks)]


def test_two_blank_lines_stand_before_the_text() -> None:
    styles = [block.style for block in head(formal.MARK, formal.NUMBER) if isinstance(block, Passage)]
    assert styles == ["mark", "blank", "blank", "number", "blank", "blank", "body"]


def test_a_mark_is_never_larger_than_the_largest_and_comes_in_half_points() -> None:
    short, usual = (
        next(block for block in head(mark) if isinstance(block, Passage) and block.style == "mark")
        for mark in ('<p class="mark"><span class="line">甲校</span></p>', formal.MARK)
    )
    assert short.size == MARK_SIZE
    assert usual.size is not None
    assert usual.size * 2 == int(usual.size * 2)


def test_many_organisations_leave_room_for_text_on_the_first_page() -> None:
    lines = "".join(f'<span class="line">县{name}局</span>' for name in "甲乙丙丁戊己庚辛")
    (marks,) = (block for block in head(f'<p class="mark">{lines}</p>') if isinstance(block, Marks))
    assert len(marks.lines) == 8
    assert len(marks.lines) * marks.size * MARK_PITCH <= 70 * MILLIMETRE


def test_a_printed_form_has_gaps_of_the_same_height_instead_of_mark_and_rule() -> None:
    for mark in (formal.MARK, formal.JOINT):
        blank = head(mark, formal.NUMBER, preprinted=True)
        assert not [block for block in blank if isinstance(block, Marks) or (isinstance(block, Gap) and block.rule)]
        whole = head(mark, formal.NUMBER)
        assert len(blank) == len(whole)


def test_many_small_lines_never_pull_the_mark_upwards() -> None:
    gaps = [block.height for block in head(formal.SMALL, formal.ORDER, form="命令") if isinstance(block, Gap)]
    assert gaps == [0.0]


def test_a_letterhead_stands_directly_in_the_body() -> None:
    with pytest.raises(PlanError, match="misplaced-element"):
        compose(formal.page(f'<section data-depth="1"><h2>甲</h2>{formal.letterhead(formal.MARK)}</section>'))


# ---- signers --------------------------------------------------------------------------------------------------------


def signers(*names: str, number: str = formal.NUMBER) -> list[tuple[Run, ...]]:
    found = [
        block.runs
        for block in head(formal.MARK, number, formal.signers(*names))
        if isinstance(block, Passage) and block.style == "signers"
    ]
    assert found
    return found


def test_a_name_of_two_characters_takes_the_room_of_three() -> None:
    ((_, label, first, last),) = signers("周文")
    assert (label.text, first.text, last.text) == ("签发人：", "周", "文")
    assert first.at == CELLS - 1 - 3
    assert label.at == first.at - 4
    assert first.gap > 0


def test_signers_without_a_number_stand_alone() -> None:
    ((label, name),) = signers("欧阳静", number="")
    assert (label.text, name.text) == ("签发人：", "欧阳静")


def test_five_signers_stand_in_three_lines_the_number_on_the_last() -> None:
    lines = signers("周文达", "欧阳静", "李天喆", "赵一平", "钱二喜")
    texts = ["".join(run.text for run in line) for line in lines]
    assert texts == ["签发人：周文达欧阳静", "李天喆赵一平", "青实小〔2026〕3号钱二喜"]


# ---- imprint and attendance -----------------------------------------------------------------------------------------


def test_an_imprint_is_parted_by_rules_the_outer_ones_thicker() -> None:
    parts = compose(formal.page(TEXT + formal.imprint(formal.COPIES, formal.PRINTED))).imprint
    rules = [part.rule for part in parts if isinstance(part, Gap)]
    outer, inner = map(Rule, IMPRINT_RULES)
    assert rules == [outer, inner, outer]


def test_an_imprint_of_one_line_has_two_rules_an_empty_one_none() -> None:
    parts = compose(formal.page(TEXT + formal.imprint(formal.PRINTED))).imprint
    assert [type(part) for part in parts] == [Gap, Passage, Gap]
    assert compose(formal.page(TEXT + formal.imprint())).imprint == ()


def test_an_attendance_begins_with_a_label() -> None:
    with pytest.raises(PlanError, match="misplaced-element"):
        compose(formal.page('<dl class="attendance"><dd>周文</dd></dl>'))
    with pytest.raises(PlanError, match="misplaced-element"):
        compose(formal.page('<dl class="attendance"><dt>出席：</dt><dd class="person">周文</dd></dl>'))


# ---- signature ------------------------------------------------------------------------------------------------------


def tail(*organisations: str, seal: str = "yes") -> list[Passage]:
    found = compose(formal.page(TEXT + formal.signature(*organisations, seal=seal), "")).blocks
    return [block for block in found if isinstance(block, Passage)]


def test_no_more_than_three_seals_stand_in_a_row() -> None:
    rows = [
        len(passage.runs)
        for passage in tail(*(f"县{name}局" for name in "甲乙丙丁戊"))
        if passage.style == "organisations"
    ]
    assert sum(rows) == 5
    assert max(rows) <= 3


def test_joint_organisations_longer_than_a_seal_do_not_touch() -> None:
    long = "青山县实验小学教育集团"
    (row,) = (passage for passage in tail(long, long) if passage.style == "organisations" and len(passage.runs) == 2)
    one, other = row.runs
    assert one.at is not None
    assert other.at is not None
    assert other.at - one.at >= len(long)
