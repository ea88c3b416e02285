"""What a PDF of a formal document measures: letterhead, rules, seals, imprint, house rules; in millimetres of the paper."""

from functools import cache

import pytest

from generator.sheets.page import Line, Page, Rule
from generator.sheets.pdf import read_pdf
from generator.typeset.fonts import find_fonts
from generator.typeset.styles import AREA_WIDTH, BODY_SIZE, CELL, IMPRINT_SIZE, LEFT, LINE_PITCH, MILLIMETRE, PAGE_WIDTH
from generator.verify.signs import role_of
from generator.writers import pdf
from tests import finished, formal

pytestmark = pytest.mark.skipif(bool(find_fonts().absent), reason="needs the fonts that make installs")

EDGE = LEFT + AREA_WIDTH
CENTRE = LEFT + AREA_WIDTH / 2
TITLE = '<h1 class="title"><span class="line">关于开展安全检查的通知</span></h1>'
TEXT = TITLE + f"<p>{finished.SENTENCE}</p>"
FIRST = 37 + 35


@cache
def pages(body: str, form: str = "文件", rules: str = "") -> tuple[Page, ...]:
    found = read_pdf(pdf.write(formal.page(body, form, rules)), "文稿")
    assert found
    return found


def first(*parts: str, form: str = "文件", preprinted: bool = False) -> Page:
    return pages(formal.letterhead(*parts, preprinted=preprinted) + TEXT, form)[0]


def line(page: Page, text: str) -> Line:
    (found,) = (line for line in page.lines if text in line.text)
    return found


def red(page: Page) -> list[Line]:
    return [line for line in page.lines if line.red]


def rules(page: Page) -> list[Rule]:
    return sorted((rule for rule in page.rules if rule.lying), key=lambda rule: rule.top)


def down(points: float) -> float:
    return points / MILLIMETRE


def middle(line: Line, text: str) -> float:
    """Half way through a stretch of a line."""
    visible = line.visible
    start = "".join(character.text for character in visible).index(text)
    return (visible[start].left + visible[start + len(text) - 1].right) / 2


# ---- letterhead -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("form", "mark", "top"),
    [
        ("文件", formal.MARK, FIRST),
        ("纪要", formal.MINUTES, FIRST),
        ("命令", formal.ORDER, 57),
        ("信函", formal.NAME_ALONE, 30),
    ],
)
def test_a_mark_begins_as_far_down_as_its_form_wants_and_is_red_and_centred(form: str, mark: str, top: float) -> None:
    (found,) = red(first(mark, formal.NUMBER, form=form))
    assert down(found.top) == pytest.approx(top, abs=0.3)
    assert found.middle == pytest.approx(CENTRE, abs=0.5)


def test_small_lines_stand_at_the_left_above_and_leave_the_mark_where_it_is() -> None:
    page = first(formal.SMALL, formal.MARK, formal.NUMBER)
    small = [line(page, text) for text in ("000001", "机密★1年", "特急")]
    assert all(one.left == pytest.approx(LEFT, abs=0.5) for one in small)
    assert [role_of(one.font) for one in small] == ["fang", "hei", "hei"]
    assert down(red(page)[0].top) == pytest.approx(FIRST, abs=0.3)


def test_the_number_is_centred_with_a_red_rule_4_mm_below_it_as_wide_as_the_type_area() -> None:
    page = first(formal.MARK, formal.NUMBER)
    number, (rule,) = line(page, "〔2026〕3号"), rules(page)
    assert number.middle == pytest.approx(CENTRE, abs=0.5)
    assert down(rule.top - rule.thickness / 2 - number.bottom) == pytest.approx(4, abs=0.3)
    assert down(rule.width) == pytest.approx(156, abs=0.1)


def test_a_document_without_number_has_its_rule_4_mm_below_the_mark() -> None:
    page = first(formal.MARK)
    (mark,), (rule,) = red(page), rules(page)
    assert down(rule.top - rule.thickness / 2 - mark.bottom) == pytest.approx(4, abs=0.3)


def test_an_order_has_no_red_rule() -> None:
    assert rules(first(formal.ORDER, formal.NUMBER, form="命令")) == []


def test_number_and_signer_stand_on_one_line_one_cell_from_the_edges() -> None:
    both = line(first(formal.MARK, formal.NUMBER, formal.signers("周文")), "签发人：")
    assert both.text.startswith("青实小〔2026〕3号")
    assert both.left == pytest.approx(LEFT + CELL, abs=1)
    assert both.right == pytest.approx(EDGE - CELL, abs=1)
    assert [role_of(character.font) for character in both.visible[-2:]] == ["kai", "kai"]


def test_several_signers_stand_two_a_line_below_each_other_the_number_beside_the_last() -> None:
    page = first(formal.MARK, formal.NUMBER, formal.signers("周文", "欧阳静", "李喆"))
    upper, lower = line(page, "签发人："), line(page, "〔2026〕")
    assert upper.text.replace(" ", "").endswith("签发人：周文欧阳静")
    assert lower.text.replace(" ", "").endswith("号李喆")
    starts = [next(c.left for c in one.visible if c.text == text) for one, text in ((upper, "周"), (lower, "李"))]
    assert starts[0] == pytest.approx(starts[1], abs=0.3)
    ends = [next(c.right for c in one.visible if c.text == text) for one, text in ((upper, "文"), (lower, "喆"))]
    assert ends[0] == pytest.approx(ends[1], abs=0.3)
    assert upper.right == pytest.approx(EDGE - CELL, abs=1)


def test_a_number_too_long_to_stand_beside_the_names_has_a_line_of_its_own() -> None:
    number = '<p class="number">青山县实验小学教育集团安全〔2026〕103号</p>'
    page = first(formal.MARK, number, formal.signers("周文", "欧阳静"))
    own = line(page, "〔2026〕103号")
    assert "签发人" not in own.text
    assert own.top > line(page, "签发人").bottom


def test_a_printed_form_leaves_out_mark_and_rule_but_nothing_moves() -> None:
    blank = first(formal.SMALL, formal.MARK, formal.NUMBER, preprinted=True)
    whole = first(formal.SMALL, formal.MARK, formal.NUMBER)
    assert (red(blank), rules(blank)) == ([], [])
    left = [one for one in whole.lines if not one.red]
    assert [one.text for one in blank.lines] == [one.text for one in left]
    assert "青实小〔2026〕3号" in [one.text for one in blank.lines]
    assert [one.baseline for one in blank.lines] == pytest.approx([one.baseline for one in left], abs=0.1)


def test_the_marks_of_a_joint_issue_are_of_one_width_with_their_suffix_at_half_their_height() -> None:
    upper, suffix, lower = red(first(formal.JOINT, formal.NUMBER))
    assert suffix.text == "文件"
    assert down(upper.top) == pytest.approx(FIRST, abs=0.3)
    assert (upper.left, upper.right) == pytest.approx((lower.left, lower.right), abs=0.5)
    assert (suffix.top + suffix.bottom) / 2 == pytest.approx((upper.top + lower.bottom) / 2, abs=1)
    assert suffix.left > upper.right
    assert (upper.left + suffix.right) / 2 == pytest.approx(CENTRE, abs=1)


def test_the_marks_of_a_joint_issue_may_have_no_suffix() -> None:
    upper, lower = red(first(formal.JOINT.replace('<span class="suffix">文件</span>', ""), formal.NUMBER))
    assert (upper.left, upper.right) == pytest.approx((lower.left, lower.right), abs=0.5)


def test_a_mark_that_would_not_fit_is_smaller_than_a_short_one() -> None:
    long, short = (
        red(first(f'<p class="mark"><span class="line">{name}</span></p>'))[0] for name in ("青山县实验" * 4, "学校")
    )
    assert long.right - long.left <= AREA_WIDTH
    assert long.size < short.size


def test_a_letter_has_double_rules_of_170_mm_its_number_at_the_right_and_no_page_number_on_page_1() -> None:
    page = first(formal.SMALL, formal.NAME_ALONE, formal.NUMBER, form="信函")
    found, (mark,) = rules(page), red(page)
    assert [round(rule.thickness, 2) for rule in found] == [2.25, 0.75, 0.75, 2.25]
    assert all(down(rule.width) == pytest.approx(170, abs=0.1) for rule in found)
    assert all((rule.left + rule.right) / 2 == pytest.approx(PAGE_WIDTH / 2, abs=0.2) for rule in found)
    assert down(found[0].top - found[0].thickness / 2 - mark.bottom) == pytest.approx(4, abs=0.3)
    assert down(found[-1].top + found[-1].thickness / 2) == pytest.approx(277, abs=0.3)
    shared = line(page, "〔2026〕3号")
    assert (shared.left, shared.right) == pytest.approx((LEFT, EDGE), abs=1)
    assert down(shared.top - found[1].top) == pytest.approx(down(BODY_SIZE * 7 / 8), abs=0.5)
    assert not [one for one in page.lines if one.text.startswith("—")]


def test_a_letter_with_a_number_alone_has_it_at_the_right_and_one_with_nothing_is_written() -> None:
    number = line(first(formal.NAME_ALONE, formal.NUMBER, form="信函"), "〔2026〕3号")
    assert number.right == pytest.approx(EDGE, abs=1)
    assert number.left > CENTRE
    assert len(rules(first(formal.NAME_ALONE, form="信函"))) == 4


def test_a_letter_on_printed_paper_has_no_rules() -> None:
    assert rules(first(formal.NAME_ALONE, formal.NUMBER, form="信函", preprinted=True)) == []


# ---- signature ------------------------------------------------------------------------------------------------------


def signed(*organisations: str, seal: str = "", date: str = formal.DATE) -> Page:
    return pages(TEXT + formal.signature(*organisations, seal=seal, date=date), "")[0]


def from_edge(line: Line) -> float:
    """Cells a line ends before the right edge."""
    return (EDGE - line.right) / CELL


def test_a_sealed_date_stands_four_cells_from_the_right_the_organisation_centred_on_it() -> None:
    page = signed("青山县实验小学", seal="yes")
    date = line(page, formal.DATE)
    assert from_edge(date) == pytest.approx(4, abs=0.1)
    assert line(page, "青山县实验小学").middle == pytest.approx(date.middle, abs=1)


def test_a_long_organisation_under_a_seal_ends_inside_the_type_area_and_stays_centred_on_the_date() -> None:
    name = "青山县实验小学教育集团城南校区安全工作委员会"
    page = signed(name, seal="yes")
    assert line(page, name).right <= EDGE + 0.5
    assert line(page, name).middle == pytest.approx(line(page, formal.DATE).middle, abs=1)


def test_a_seal_takes_a_second_blank_line_above() -> None:
    sealed, unsealed = (line(signed("青山县实验小学", seal=seal), "青山县实验小学").top for seal in ("yes", ""))
    assert sealed - unsealed == pytest.approx(28.95, abs=0.1)


def test_without_a_seal_the_date_begins_two_cells_right_of_the_organisation() -> None:
    page = signed("青山县教育局", "青山县实验小学")
    upper, organisation, date = (line(page, text) for text in ("教育局", "实验小学", formal.DATE))
    assert from_edge(upper) == pytest.approx(2, abs=0.1)
    assert date.left - organisation.left == pytest.approx(2 * CELL, abs=1)
    assert from_edge(organisation) == pytest.approx(2, abs=0.1)


def test_a_stamp_leaves_its_room_right_of_the_post_and_the_date_four_cells() -> None:
    page = signed("校长", seal="stamp")
    assert from_edge(line(page, "校长")) == pytest.approx(4 + 7 + 2, abs=0.1)
    assert from_edge(line(page, formal.DATE)) == pytest.approx(4, abs=0.1)
    assert line(page, formal.DATE).top - line(page, "校长").top == pytest.approx(2 * 28.95, abs=0.1)


def test_joint_seals_stand_side_by_side_without_touching_the_last_above_the_date() -> None:
    page = signed("青山县教育局", "青山县公安局", seal="yes")
    row, date = line(page, "教育局"), line(page, formal.DATE)
    centres = [middle(row, name) for name in ("青山县教育局", "青山县公安局")]
    assert centres[1] == pytest.approx(date.middle, abs=1)
    assert down(centres[1] - centres[0]) >= 42 + 1.5
    assert from_edge(date) == pytest.approx(4, abs=0.1)


def test_joint_seals_that_do_not_fit_one_row_leave_the_height_of_a_seal_between_rows() -> None:
    page = signed(*(f"青山县{name}局" for name in ("教育", "公安", "卫健", "住建")), seal="yes")
    upper, lower = line(page, "教育局"), line(page, "住建局")
    assert down(lower.top - upper.top) >= 42
    assert upper.left - 1 <= middle(upper, "青山县教育局")
    assert down(middle(upper, "青山县教育局") - LEFT) >= 21


@pytest.mark.parametrize("seal", ["yes", "stamp", ""])
def test_a_signature_may_lack_its_date_or_its_organisation(seal: str) -> None:
    alone = signed("青山县实验小学", seal=seal, date="")
    assert line(alone, "青山县实验小学").right < EDGE
    assert from_edge(line(signed(seal=seal), formal.DATE)) == pytest.approx(4 if seal else 2, abs=0.1)


# ---- imprint --------------------------------------------------------------------------------------------------------


def test_the_last_rule_of_the_imprint_lies_on_the_foot_of_the_type_area_of_the_last_page() -> None:
    *_, last = pages(TEXT + f"<p>{finished.SENTENCE * 20}</p>" + formal.imprint(formal.COPIES, formal.PRINTED))
    upper, inner, lower = rules(last)
    assert down(lower.top + lower.thickness / 2) == pytest.approx(262, abs=0.1)
    assert [round(down(rule.thickness), 2) for rule in (upper, inner, lower)] == [0.35, 0.25, 0.35]
    assert all(down(rule.width) == pytest.approx(156, abs=0.1) for rule in (upper, inner, lower))
    printed = line(last, "印发")
    assert (printed.left, printed.right) == pytest.approx((LEFT + IMPRINT_SIZE, EDGE - IMPRINT_SIZE), abs=3)
    assert upper.top < line(last, "抄送").top < inner.top < printed.top < printed.bottom < lower.top


def test_further_lines_of_copies_go_on_under_the_first_organisation() -> None:
    copies = f'<p class="copies"><span class="label">抄送：</span>{"县公安局，县卫生健康局，" * 4}县文明办。</p>'
    *_, last = pages(TEXT + formal.imprint(copies, formal.PRINTED))
    above = line(last, "抄送：县")
    below = last.lines[last.lines.index(above) + 1]
    assert below.left == pytest.approx(above.visible[3].left, abs=1)


def test_an_imprint_without_room_moves_to_a_new_page() -> None:
    sheets = pages("<p>一</p>" * 22 + formal.imprint(formal.COPIES, formal.PRINTED))
    assert len(sheets) == 2
    assert not rules(sheets[0])
    assert down(rules(sheets[1])[-1].top) == pytest.approx(262, abs=0.3)


def test_an_imprint_after_a_lying_page_stands_on_an_upright_one() -> None:
    annex = f'<section class="annex landscape"><p class="annex-label">附件</p>{finished.TABLE}</section>'
    sheets = pages(TEXT + annex + formal.imprint(formal.PRINTED))
    assert [sheet.lying for sheet in sheets] == [False, True, False]


def foot(count: int) -> tuple[Page, ...]:
    return pages("<p>一</p>" * count + formal.imprint(formal.COPIES, formal.PRINTED, even=True))


def numbers(sheets: tuple[Page, ...]) -> list[str]:
    found = ([one.text.replace(" ", "") for one in sheet.lines if one.text.startswith("—")] for sheet in sheets)
    return ["".join(each) for each in found]


def test_an_imprint_that_wants_an_even_page_turns_to_one_after_a_page_of_text() -> None:
    sheets = foot(3)
    assert len(sheets) == 2
    assert rules(sheets[1])
    assert numbers(sheets) == ["—1—", "—2—"]


def test_an_imprint_that_is_on_an_even_page_stays_there() -> None:
    sheets = foot(25)
    assert len(sheets) == 2
    assert sheets[1].lines[0].text == "一"


def test_an_imprint_of_its_own_page_follows_a_blank_one_both_without_number() -> None:
    sheets = foot(44)
    assert len(sheets) == 4
    assert sheets[2].lines == ()
    assert numbers(sheets) == ["—1—", "—2—", "", ""]
    assert down(rules(sheets[3])[-1].top) == pytest.approx(262, abs=0.3)


def test_an_imprint_of_a_letter_has_no_rules() -> None:
    (page,) = pages(TEXT + formal.imprint(formal.COPIES, formal.PRINTED), "信函")
    assert rules(page) == []
    assert down(line(page, "印发").bottom) < 262


# ---- attendance and house rules -------------------------------------------------------------------------------------


def test_labels_of_the_attendance_are_in_bold_type_and_further_names_hang_under_the_first() -> None:
    names = "".join(
        f"<dd>{name}</dd>" for name in ("周文", "欧阳静", "李明", "赵一", "钱二", "孙三", "王四", "冯五", "陈六")
    )
    (page,) = pages(TEXT + f'<dl class="attendance"><dt>出席：</dt>{names}<dt>请假：</dt><dd>秦勇</dd></dl>', "纪要")
    present, absent = line(page, "出席："), line(page, "请假：")
    for one in (present, absent):
        assert {role_of(character.font) for character in one.visible[:3]} == {"hei"}
        assert {role_of(character.font) for character in one.visible[3:]} == {"fang"}
        assert one.left == pytest.approx(LEFT + 2 * CELL, abs=1)
    between = [one for one in page.lines if present.top < one.top < absent.top]
    assert between
    assert all(one.left == pytest.approx(present.visible[3].left, abs=1) for one in between)


def test_the_pitch_of_a_school_is_the_distance_of_its_lines() -> None:
    upper, lower, *_ = pages(f"<p>{finished.SENTENCE * 5}</p>", "", " data-pitch=28")[0].lines
    assert lower.baseline - upper.baseline == pytest.approx(28.0, abs=0.05)


def test_page_numbers_stand_in_the_middle_where_the_school_wants_it() -> None:
    sheets = pages("<p>一</p>" * 30, "", " data-page-number=centre")
    found = [line(sheet, "—") for sheet in sheets]
    assert len(found) == 2
    assert all(number.middle == pytest.approx(CENTRE, abs=0.5) for number in found)


def test_page_numbers_stand_at_the_right_of_every_page_printed_on_one_side() -> None:
    odd, even = (line(sheet, "—") for sheet in pages("<p>一</p>" * 30, "", " data-sides=one"))
    assert odd.right == pytest.approx(even.right, abs=0.5)
    assert even.left > CENTRE


def test_numbers_of_lying_pages_are_in_the_middle_where_the_others_are() -> None:
    sheets = pages(f'<p>一</p><div class="landscape">{finished.TABLE}</div>', "", " data-page-number=centre")
    (turned,) = sheets[1].turned
    assert turned.text.replace(" ", "") == "—2—"
    assert turned.middle == pytest.approx(sheets[1].height / 2, abs=10 * MILLIMETRE)


def test_headings_of_the_third_level_are_bold_where_the_school_wants_it() -> None:
    heading = '<section data-depth="3"><h4><span class="label">1.</span>排查</h4><p>一</p></section>'
    bold, usual = (pages(heading, "", rule)[0].lines[0] for rule in (" data-third=bold", ""))
    assert bold.text == usual.text == "1.排查"
    assert bold.font != usual.font


def test_a_row_whose_last_rule_would_lie_below_the_type_area_turns_the_page() -> None:
    row, text = "<tr><td>值班</td></tr>", "<p>值班</p>" * 14
    counts = [
        len(pages(f"{text}<table><tbody>{row * count}</tbody></table>", "", ' data-pitch="28"')) for count in (10, 11)
    ]
    assert counts == [1, 2]


def test_the_blank_page_between_a_lying_page_and_the_imprint_has_no_number() -> None:
    annex = '<section class="annex landscape"><p class="annex-label">附件</p><p>一</p></section>'
    sheets = pages("<p>一</p>" + annex + formal.imprint(formal.COPIES, formal.PRINTED, even=True))
    assert [sheet.lying for sheet in sheets] == [False, True, False, False]
    assert numbers(sheets)[2:] == ["", ""]


def test_the_text_of_an_order_stands_two_lines_below_its_number_which_stands_two_below_the_mark() -> None:
    text = f"<p>{finished.SENTENCE}</p>"
    page = pages(formal.letterhead(formal.ORDER, '<p class="number">第3号</p>') + text, "命令")[0]
    (mark,), number, below = red(page), line(page, "第3号"), line(page, "全校教职工")
    assert number.middle == pytest.approx(CENTRE, abs=0.5)
    assert (number.top - mark.bottom) / LINE_PITCH == pytest.approx(2, abs=0.5)
    assert (below.baseline - number.baseline) / LINE_PITCH == pytest.approx(3, abs=0.05)
    assert rules(page) == []
