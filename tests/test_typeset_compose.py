"""What becomes of each element of the semantic HTML."""

import pytest

from generator.problems import PlanError
from generator.typeset.compose import compose
from generator.typeset.composition import Block, Grid, Passage, Turn
from generator.typeset.measure import cells
from generator.typeset.styles import CELL, STYLES

PAGE = (
    '<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8"><meta name="author" content="青山县实验小学">'
    "<title>演练方案</title></head><body>\n{}\n</body></html>"
)
TABLE = "<table><tbody><tr><td>一</td></tr></tbody></table>"
SIGNATURE = '<div class="signature"><p class="organisation">{}</p><p class="date">{}</p></div>'


def composed(body: str) -> tuple[Block, ...]:
    return compose(PAGE.format(body)).blocks


def passages(body: str) -> list[Passage]:
    found = [block for block in composed(body) if isinstance(block, Passage)]
    assert found
    return found


def styles(body: str) -> list[str]:
    return [block.style if isinstance(block, Passage) else type(block).__name__ for block in composed(body)]


def test_title_and_author_come_from_the_head() -> None:
    page = compose(PAGE.format("<p>一</p>"))
    assert (page.title, page.author) == ("演练方案", "青山县实验小学")


def test_a_page_without_author_or_body_is_composed_all_the_same() -> None:
    page = compose("<html><head><title>空</title></head></html>")
    assert (page.title, page.author, page.blocks) == ("空", "", ())


@pytest.mark.parametrize("body", ['<p class="lead">一</p>', "<ul><li>一</li></ul>", "<p><b>一</b></p>"])
def test_an_unknown_element_or_class_is_an_error_at_its_line(body: str) -> None:
    with pytest.raises(PlanError) as caught:
        composed(f"<p>首段</p>\n{body}")
    assert {(problem.rule, problem.line) for problem in caught.value.problems} == {("unknown-element", 4)}


def test_all_unknown_elements_are_reported_at_once() -> None:
    with pytest.raises(PlanError) as caught:
        composed('<p class="lead">一</p>\n<p class="tail">二</p>')
    assert [problem.line for problem in caught.value.problems] == [3, 4]


@pytest.mark.parametrize(
    "body",
    [
        "散落的文字",
        "<p>一</p>散落的文字",
        "<p>一</p><!-- 注 -->散落的文字",
        "<span class='lead'>一</span>",
        "<p class='date'>2026年1月1日</p>",
        "<dl class='roster'><dd>德育处</dd></dl>",
        "<dl class='roster'><p>德育处</p></dl>",
        "<table><tbody></tbody></table>",
        "<table><tbody><tr><p>一</p></tr></tbody></table>",
        "<dl class='roster'><dt><p>组长</p></dt></dl>",
        "<p>一<br>二</p>",
    ],
)
def test_an_element_or_a_text_in_the_wrong_place_is_an_error_never_skipped(body: str) -> None:
    with pytest.raises(PlanError) as caught:
        composed(body)
    assert [problem.rule for problem in caught.value.problems] == ["misplaced-element"]


def test_comments_are_no_content_and_white_space_is_as_in_html() -> None:
    (passage,) = passages("<p><!-- 注 -->  读\n  GB/T 9704 \n</p>")
    assert passage.text == "读 GB/T 9704"


def test_an_empty_paragraph_is_an_empty_passage() -> None:
    (passage,) = passages("<p> </p>")
    assert passage.text == ""


def test_one_blank_line_follows_the_title_and_another_the_byline() -> None:
    title = '<h1 class="title"><span class="line">演练</span><span class="line">方案</span></h1>'
    assert styles(f"{title}<p>一</p>") == ["title", "blank", "body"]
    found = styles(f'{title}<p class="byline">周文</p><p class="dateline">（2026年）</p><p>一</p>')
    assert found == ["title", "blank", "byline", "dateline", "blank", "body"]


def test_the_lines_of_a_title_are_runs_on_lines_of_their_own() -> None:
    title = passages('<h1 class="title"><span class="line">演练</span><span class="line">方案</span></h1>')[0]
    assert [(run.text, run.breaks) for run in title.runs] == [("演练", False), ("方案", True)]


def test_post_and_name_of_a_byline_stand_one_cell_apart() -> None:
    (byline,) = passages('<p class="byline"><span class="post">校长</span><span class="name">周文</span></p>')
    assert [(run.text, run.gap) for run in byline.runs] == [("校", 0), ("长", CELL), ("周文", 0)]


def test_a_heading_is_set_as_its_label_demands_and_outlined_as_deep_as_it_stands() -> None:
    body = (
        '<h2><span class="label">一、</span>目标</h2><h3><span class="label">一、</span>总目标</h3>'
        '<h4><span class="label">（1）</span>分目标</h4><h5>没有序号</h5>'
    )
    found = [(passage.style, passage.outline or STYLES[passage.style].outline) for passage in passages(body)]
    assert found == [("heading-1", 1), ("heading-1", 2), ("heading-4", 3), ("heading-4", 4)]


def test_the_outline_deepens_by_one_level_at_a_time() -> None:
    found = passages('<h2>一级</h2><h5>越级</h5><section class="annex"><p class="annex-label">附件</p></section>')
    assert [passage.outline or STYLES[passage.style].outline for passage in found] == [1, 2, 1]


def test_an_item_labelled_like_a_heading_has_its_lead_sentence_set_like_one() -> None:
    (led,) = passages('<p class="item"><span class="label">（一）</span><span class="lead">抓制度。</span>建台账。</p>')
    assert [(run.text, run.font) for run in led.runs] == [("（一）抓制度。", "kai"), ("建台账。", "")]
    (plain,) = passages('<p class="item"><span class="label">一、</span>抓制度：建台账。</p>')
    assert [(run.text, run.font) for run in plain.runs] == [("一、抓制度：", "hei"), ("建台账。", "")]


def test_a_short_item_labelled_like_a_heading_stands_one_level_under_the_heading_before_it() -> None:
    item = '<p class="item"><span class="label">（一）</span>抓制度。</p>'
    long = item.replace("制度", "制度" * 20)
    assert [passage.outline for passage in passages(f"<h2>一级</h2>{item}{item}{long}")] == [None, 2, 2, None]


def test_a_numbered_item_is_body_text_in_one_font() -> None:
    (item,) = passages('<p class="item"><span class="label">1.</span><span class="lead">抓制度。</span>建台账。</p>')
    assert [(run.text, run.font) for run in item.runs] == [("1.抓制度。建台账。", "")]
    assert (item.style, item.outline) == ("body", None)


def test_attachments_hang_under_the_first_character_of_their_names() -> None:
    _, blank, first, second = passages(
        '<p>一</p><p class="attachments"><span class="label">附件：</span><span class="number">1.</span>'
        '<span class="name">值班表</span></p>'
        '<p class="attachments"><span class="number">2.</span><span class="name">电话表</span></p>'
    )
    assert (blank.style, first.style, second.style) == ("blank", "attachments", "attachments-more")
    assert (first.text, second.text) == ("附件：1.值班表", "2.电话表")
    assert first.left == second.left
    assert first.left is not None
    assert first.left > STYLES["attachments"].first + cells("附件：1.")


def test_one_attachment_has_no_number_and_hangs_under_its_name() -> None:
    body = '<p class="attachments"><span class="label">附件：</span><span class="name">值班表</span></p>'
    assert [(passage.text, passage.left) for passage in passages(body)] == [("附件：值班表", 5)]


def test_the_date_begins_two_cells_right_of_the_organisation() -> None:
    organisation, date = passages(SIGNATURE.format("青山县实验小学", "2026年2月7日"))
    assert (organisation.right, organisation.keep_with_next) == (2, True)
    assert date.right is not None
    assert date.right + cells(date.text) + 2 == pytest.approx(2 + cells(organisation.text), abs=0.01)


def test_a_date_longer_than_the_organisation_stands_two_cells_from_the_right() -> None:
    organisation, date = passages(SIGNATURE.format("青山小学", "2026年12月27日"))
    assert date.right == 2
    assert organisation.right is not None
    assert organisation.right + cells(organisation.text) == pytest.approx(2 + cells(date.text) + 2, abs=0.01)


def test_organisations_stand_one_below_the_other_and_either_part_may_be_missing() -> None:
    both = '<div class="signature"><p class="organisation">甲小学</p><p class="organisation">乙小学</p></div>'
    assert [(passage.style, passage.right) for passage in passages(both)] == [("organisation", 2)] * 2
    alone = '<div class="signature"><p class="date">2026年2月7日</p></div>'
    assert [(passage.style, passage.right) for passage in passages(alone)] == [("date", 2)]
    assert composed('<div class="signature"></div>') == ()


def test_the_signature_keeps_to_the_last_lines_of_the_body_over_the_attachments() -> None:
    attachment = '<p class="attachments"><span class="label">附件：</span><span class="name">表</span></p>'
    found = passages(f"<p>一</p><p>二</p>{attachment}{SIGNATURE.format('甲小学', '2026年2月7日')}")
    kept = [passage.keep_with_next for passage in found]
    assert [passage.style for passage in found] == [
        *("body", "body", "blank", "attachments", "blank", "organisation", "date"),
    ]
    assert kept == [False, True, True, True, True, True, False]


def test_a_table_before_the_signature_keeps_to_it() -> None:
    grid = composed(f"{TABLE}{SIGNATURE.format('甲小学', '2026年2月7日')}")[0]
    assert isinstance(grid, Grid)
    assert grid.keep_with_next


def test_an_annex_begins_a_page_with_its_label_and_its_title_on_the_third_line() -> None:
    annex = '<section class="annex{}"><p class="annex-label">附件</p><p class="annex-title">表</p><p>一</p></section>'
    upright, lying = annex.format(""), annex.format(" landscape")
    one = ["Turn", "annex-label", "blank", "annex-title", "blank", "body"]
    assert styles(f"<p>正文</p>{upright}{lying}") == ["body", *one, *one]
    turns = [block.landscape for block in composed(f"<p>正文</p>{lying}{upright}{lying}") if isinstance(block, Turn)]
    assert turns == [True, False, True]


def test_what_lies_turns_the_page_and_what_follows_turns_it_back() -> None:
    found = composed(f'<section><p>一</p><div class="landscape">{TABLE}</div><p>二</p></section>')
    assert [block.landscape for block in found if isinstance(block, Turn)] == [True, False]


def test_on_a_lying_page_nothing_turns_again() -> None:
    body = f'<section class="annex landscape"><div class="landscape">{TABLE}</div></section>'
    assert [block for block in composed(body) if isinstance(block, Turn)] == [Turn(True)]


@pytest.mark.parametrize(
    ("element", "style"),
    [
        ('<p class="addressee">教育局：</p>', "addressee"),
        ('<p class="duty">（责任人：德育处）</p>', "body"),
        ('<p class="group">后勤组</p>', "group"),
        ('<p class="note">（联系人：周文）</p>', "note"),
    ],
)
def test_plain_elements_have_a_style_each(element: str, style: str) -> None:
    assert styles(element) == [style]
