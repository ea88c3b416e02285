"""Tables: widths, small print, what is centred, cells that span."""

import pytest

from generator.typeset.compose import compose
from generator.typeset.composition import Grid, Passage
from generator.typeset.styles import AREA_HEIGHT, AREA_WIDTH, TABLE_PADDING, TABLE_SIZE

LONG = "落实消防设施检测维护，每月检查一次灭火器、应急灯和疏散指示标志"


def rows(*lines: list[str], tag: str = "td") -> str:
    return "".join("<tr>" + "".join(f"<{tag}>{text}</{tag}>" for text in line) + "</tr>" for line in lines)


def grid(*lines: list[str], before: str = "", after: str = "", landscape: bool = False) -> Grid:
    head, *body = lines
    table = f"<table>{before}<thead>{rows(head, tag='th')}</thead><tbody>{rows(*body)}</tbody>{after}</table>"
    if landscape:
        table = f'<div class="landscape">{table}</div>'
    (found,) = [
        block for block in compose(f"<html><body>{table}</body></html>").blocks if not hasattr(block, "landscape")
    ]
    assert isinstance(found, Grid)
    return found


def test_columns_fill_the_type_area_of_the_page_they_stand_on() -> None:
    for landscape, room in ((False, AREA_WIDTH), (True, AREA_HEIGHT)):
        found = grid(["序号", "任务", "责任人"], ["1", LONG, "总务处"], landscape=landscape)
        assert sum(found.widths) == pytest.approx(room, abs=0.05)


def test_short_columns_are_just_wide_enough_and_long_ones_share_the_rest() -> None:
    number, task, owner, evidence = grid(["序号", "任务", "责任人", "佐证"], ["1", LONG, "总务处", LONG[:20]]).widths
    assert number == pytest.approx(2 * TABLE_SIZE + 2 * TABLE_PADDING, abs=5)
    assert owner == pytest.approx(3 * TABLE_SIZE + 2 * TABLE_PADDING, abs=5)
    assert task > evidence > owner


def test_asked_widths_are_shares_of_the_type_area() -> None:
    wide = '<colgroup><col data-width="1"><col data-width="3"></colgroup>'
    first, second = grid(["甲", "乙"], [LONG, "二"], before=wide).widths
    assert second / first == pytest.approx(3, rel=0.1)


def test_widths_asked_for_some_columns_only_are_not_taken() -> None:
    some = '<colgroup><col data-width="1"></colgroup>'
    assert grid(["甲", "乙"], [LONG, "二"], before=some) == grid(["甲", "乙"], [LONG, "二"])


def test_more_than_six_columns_are_set_small_on_an_upright_page_only() -> None:
    seven = list("甲乙丙丁戊己庚")
    assert grid(seven, seven).small
    assert not grid(seven, seven, landscape=True).small
    assert not grid(seven[:6], seven[:6]).small


def test_columns_of_short_text_or_of_numbers_are_centred_whole_and_others_not() -> None:
    found = grid(["月份", "任务", "电话"], ["3月", LONG, "0000-0000001"], ["4月", "12～15%", "119"])
    assert [[cell.centred for cell in row] for row in found.body] == [[True, False, True]] * 2
    assert all(cell.head and cell.centred for cell in found.head[0])


def test_forced_breaks_part_the_lines_of_a_cell() -> None:
    found = grid(["地点"], ["值班室<br>门卫室"])
    assert [[run.text for run in line] for line in found.body[0][0].lines] == [["值班室"], ["门卫室"]]


def test_cells_reach_over_columns_and_rows() -> None:
    cells = '<tr><td rowspan="2">一</td><td>二</td><td>三</td></tr><tr><td colspan="2">这一格很长，靠左排</td></tr>'
    (found,) = compose(f"<html><body><table><tbody>{cells}</tbody></table></body></html>").blocks
    assert isinstance(found, Grid)
    assert [[(cell.across, cell.down) for cell in row] for row in found.body] == [[(1, 2), (1, 1), (1, 1)], [(2, 1)]]
    assert found.is_kept_with_next(0)
    assert not found.is_kept_with_next(1)


def test_the_caption_is_a_passage_before_the_grid_and_the_remark_its_last_row() -> None:
    table = (
        "<table><caption>安排表</caption><thead><tr><th>月</th></tr></thead><tbody><tr><td>一</td></tr></tbody>"
        "<tfoot><tr><td>备注：顺延</td></tr></tfoot></table>"
    )
    caption, found = compose(f"<html><body>{table}</body></html>").blocks
    assert isinstance(caption, Passage)
    assert (caption.style, caption.text) == ("caption", "安排表")
    assert isinstance(found, Grid)
    assert (len(found.head), len(found.body), len(found.foot)) == (1, 1, 1)
