"""What a Word file holds: read back from the bytes that the writer gives."""

import io
import subprocess
import sys
import zipfile
from itertools import pairwise

import pytest
from lxml import etree

from generator.typeset.composition import Composition, Grid, GridCell, Passage, Run, Turn
from generator.typeset.styles import FONTS, STYLES
from generator.writers import word

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAMES = {"w": W[1:-1], "dc": "http://purl.org/dc/elements/1.1/"}
TITLE, SCHOOL = "青山县实验小学2026年学校安全工作计划", "青山县实验小学"

OTHER = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
ORDER = {  # children in the order of the schema: Word calls a file broken that has them otherwise
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl pBdr shd tabs kinsoku wordWrap overflowPunct "
    "topLinePunct autoSpaceDE autoSpaceDN adjustRightInd snapToGrid spacing ind jc outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs color spacing sz szCs lang",
    "tblPr": "tblStyle tblW jc tblBorders tblLayout tblCellMar tblLook tblCaption tblDescription",
    "trPr": "cantSplit trHeight tblHeader",
    "tcPr": "tcW gridSpan vMerge vAlign",
    "sectPr": "footerReference type pgSz pgMar cols titlePg",
    "style": "name basedOn next uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr",
    "settings": "zoom defaultTabStop evenAndOddHeaders characterSpacingControl noLineBreaksAfter noLineBreaksBefore "
    "compat decimalSymbol listSeparator",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
    "tbl": "tblPr tblGrid tr",
    "tr": "trPr tc",
    "tc": "tcPr p",
    "p": "pPr r",
    "r": f"rPr br tab fldChar instrText t {OTHER}",
}


def plain(style: str, text: str, **rest: object) -> Passage:
    return Passage(style, (Run(text),), **rest)  # type: ignore[arg-type]  # the fields of Passage by name


def cell(text: str, **rest: object) -> GridCell:
    return GridCell(((Run(text),),), **rest)  # type: ignore[arg-type]  # the fields of GridCell by name


def row(*texts: str, head: bool = False) -> tuple[GridCell, ...]:
    return tuple(cell(text, head=head) for text in texts)


GRID = Grid((100.03, 142.2, 200.0), (row("日期", "带班领导", "教师", head=True),), (row("1日", "周文", "赵一"),))

EVERYTHING = (
    Passage("title", (Run(SCHOOL), Run("2026年学校安全工作计划", breaks=True))),
    Passage("blank"),
    plain("addressee", "青山县教育局："),
    plain("body", "坚持“安全第一”——全年无事故。"),
    plain("heading-1", "一、组织机构", outline=2),
    plain("group", "领导小组"),
    Passage("roster", (Run("组", gap=15.75), Run("长：周文", "kai")), left=6),
    plain("caption", "值班表"),
    GRID,
    GRID,
    Turn(landscape=True),
    GRID,
    Turn(),
    plain("attachments", "附件：值班安排表", left=5),
    plain("organisation", SCHOOL, right=2, keep_with_next=True),
    plain("date", "2026年2月27日", right=2.5, keep_with_next=True),
    Turn(),
    plain("annex-label", "附件"),
    GRID,
)


def parts(*blocks: Passage | Grid | Turn) -> dict[str, etree._Element]:
    made = word.write_composition(Composition(TITLE, SCHOOL, blocks))
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        return {name: etree.fromstring(package.read(name)) for name in package.namelist()}


def body(*blocks: Passage | Grid | Turn) -> list[etree._Element]:
    return list(parts(*blocks)["word/document.xml"][0])


def find(root: etree._Element, path: str) -> list[etree._Element]:
    return list(root.iterfind(path, NAMES))


def only(root: etree._Element, path: str) -> etree._Element:
    (found,) = find(root, path)
    return found


def attributes(root: etree._Element) -> dict[str, str]:
    return {str(key).removeprefix(W): str(value) for key, value in root.attrib.items()}


def value(root: etree._Element, path: str) -> str:
    return attributes(only(root, path))["val"]


def style(root: etree._Element, name: str) -> etree._Element:
    return only(root, f"w:style[@w:styleId='{name}']")


def texts(root: etree._Element) -> list[str]:
    return [found.text or "" for found in root.iter(f"{W}t")]


def test_children_stand_in_the_order_of_the_schema() -> None:
    seen = set()
    for part in parts(*EVERYTHING).values():
        for parent in part.iter():
            name = str(parent.tag).removeprefix(W)
            if str(parent.tag).startswith(W) and name in ORDER:
                order = ORDER[name].split()
                places = [order.index(str(child.tag).removeprefix(W)) for child in parent]
                assert all(before <= after for before, after in pairwise(places)), (name, places)
                seen.add(name)
    assert seen == set(ORDER)


def test_every_kind_of_passage_is_a_style_with_its_chinese_name() -> None:
    found = parts()["word/styles.xml"]
    assert {name: value(style(found, name), "w:name") for name in STYLES} == {
        name: kind.chinese for name, kind in STYLES.items()
    }


def test_a_paragraph_written_as_two_can_be_joined_by_its_style() -> None:
    stays, goes, *_ = body(plain("body", "全校教职工要", goes_on=True), plain("body", "做好工作。", continued=True))
    assert (value(stays, "w:pPr/w:pStyle"), value(goes, "w:pPr/w:pStyle")) == ("body", "body-continued")
    named = style(parts()["word/styles.xml"], "body-continued")
    assert value(named, "w:name") == "公文正文接排"
    assert not find(named, "w:pPr/w:ind")


def test_headings_have_the_outline_levels_word_navigates_by() -> None:
    found = parts()["word/styles.xml"]
    levels = [value(style(found, name), "w:pPr/w:outlineLvl") for name in ("title", "heading-1", "heading-4")]
    assert levels == ["0", "1", "4"]


def test_styles_name_a_font_for_every_script_and_no_theme() -> None:
    made = parts(*EVERYTHING)
    named = find(made["word/styles.xml"], "w:style/w:rPr/w:rFonts")
    assert len(named) > len(STYLES)
    assert all({"ascii", "hAnsi", "eastAsia", "cs"} == set(attributes(fonts)) for fonts in named)
    assert all(len(set(attributes(fonts).values())) == 1 for fonts in named)
    assert not [name for name in made if "theme" in name]
    assert all(b"Theme" not in etree.tostring(part) for part in made.values())


def test_the_default_is_body_text_in_chinese() -> None:
    defaults = only(parts()["word/styles.xml"], "w:docDefaults/w:rPrDefault/w:rPr")
    assert attributes(only(defaults, "w:rFonts"))["eastAsia"] == "仿宋"
    assert value(defaults, "w:sz") == "32"
    assert attributes(only(defaults, "w:lang")) == {"val": "en-US", "eastAsia": "zh-CN"}


def test_lines_break_as_on_the_grid_of_28_characters_and_22_lines() -> None:
    normal = style(parts()["word/styles.xml"], "Normal")
    expected = {"kinsoku": "1", "jc": "both"} | dict.fromkeys(
        ("widowControl", "overflowPunct", "autoSpaceDE", "autoSpaceDN"), "0"
    )
    assert {name: value(normal, f"w:pPr/w:{name}") for name in expected} == expected
    spacing = {"before": "0", "after": "0", "line": "579", "lineRule": "exact"}
    assert attributes(only(normal, "w:pPr/w:spacing")) == spacing
    assert value(normal, "w:rPr/w:spacing") == "-6"


def test_first_lines_are_indented_in_characters_and_in_twips() -> None:
    indent = only(style(parts()["word/styles.xml"], "body"), "w:pPr/w:ind")
    assert attributes(indent) == {"firstLineChars": "200", "firstLine": "628"}


def test_settings_keep_word_from_laying_out_otherwise() -> None:
    settings = parts()["word/settings.xml"]
    assert value(settings, "w:compat/w:compatSetting[@w:name='compatibilityMode']") == "15"
    assert find(settings, "w:evenAndOddHeaders")
    assert find(settings, "w:compat/w:doNotExpandShiftReturn")
    assert value(settings, "w:characterSpacingControl") == "doNotCompress"
    assert "，" in value(settings, "w:noLineBreaksBefore")
    assert "（" in value(settings, "w:noLineBreaksAfter")
    assert not find(settings, "w:updateFields")


@pytest.mark.parametrize(("number", "side"), [(1, "right"), (2, "left")])
def test_page_numbers_stand_one_character_in_on_the_outer_side(number: int, side: str) -> None:
    footer = parts(plain("body", "文"))[f"word/footer{number}.xml"]
    assert texts(footer) == ["— ", "1", " —"]
    assert only(footer, "w:p/w:r/w:instrText").text == " PAGE "
    assert value(footer, "w:p/w:pPr/w:jc") == side
    assert attributes(only(footer, "w:p/w:pPr/w:ind")) == {f"{side}Chars": "100", side: "280"}


def test_pages_are_a4_with_the_margins_of_the_standard() -> None:
    section = body(plain("body", "文"))[-1]
    assert attributes(only(section, "w:pgSz")) == {"w": "11906", "h": "16838"}
    margins = attributes(only(section, "w:pgMar"))
    assert [margins[edge] for edge in ("top", "right", "bottom", "left")] == ["2098", "1474", "1984", "1587"]
    assert [attributes(found)["type"] for found in find(section, "w:footerReference")] == ["default", "even"]


def test_properties_name_title_author_and_language_and_no_date() -> None:
    core = parts()["docProps/core.xml"]
    assert [core.findtext(f"dc:{name}", None, NAMES) for name in ("title", "creator", "language")] == [
        TITLE,
        SCHOOL,
        "zh-CN",
    ]
    assert len(core) == 3


def test_text_is_kept_with_its_spaces_and_marks_are_set_as_chinese() -> None:
    quoted, latin = body(plain("body", "坚持“安全第一” "), plain("body", "共3项"))[:2]
    assert texts(quoted) == ["坚持“安全第一” "]
    assert only(quoted, "w:r/w:t").get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
    assert attributes(only(quoted, "w:r/w:rPr/w:rFonts")) == {"hint": "eastAsia"}
    assert not find(latin, "w:r/w:rPr")


def test_a_run_in_another_role_takes_its_character_style() -> None:
    made = parts(Passage("body", (Run("（一）加强领导。", "kai"), Run("正文", "fang"))))
    led, rest = find(made["word/document.xml"][0], "w:p/w:r")
    assert value(led, "w:rPr/w:rStyle") == "kai"
    assert not find(rest, "w:rPr")
    fonts = style(made["word/styles.xml"], "kai")
    assert attributes(only(fonts, "w:rPr/w:rFonts"))["eastAsia"] == FONTS["kai"].word


def test_a_run_in_no_role_is_set_in_the_font_it_names() -> None:
    paragraph = body(Passage("body", (Run("喆", "霞鹜文楷"),)))[0]
    assert set(attributes(only(paragraph, "w:r/w:rPr/w:rFonts")).values()) == {"霞鹜文楷"}


def test_a_gap_widens_the_characters_of_its_run() -> None:
    spread, last = find(body(Passage("roster", (Run("组", gap=15.75), Run("长："))))[0], "w:r")
    assert value(spread, "w:rPr/w:spacing") == "309"
    assert not find(last, "w:rPr")


def test_a_run_that_breaks_starts_a_new_line() -> None:
    runs = find(body(Passage("title", (Run(SCHOOL), Run("工作计划", breaks=True))))[0], "w:r")
    assert [len(find(run, "w:br")) for run in runs] == [0, 1]


def test_a_blank_line_is_an_empty_paragraph_of_its_style() -> None:
    blank = body(Passage("blank"), plain("body", "文"))[0]
    assert value(blank, "w:pPr/w:pStyle") == "blank"
    assert not texts(blank)


def test_rosters_hang_under_their_first_name() -> None:
    indent = only(body(plain("roster", "组长：周文", left=5))[0], "w:pPr/w:ind")
    assert attributes(indent) == {"left": "1570", "hangingChars": "300", "hanging": "942"}


def test_attachments_hang_under_their_name_or_start_two_characters_in() -> None:
    hanging, short = body(plain("attachments", "附件：名单", left=5), plain("attachments", "附件：名单"))[:2]
    assert attributes(only(hanging, "w:pPr/w:ind")) == {"left": "1570", "hanging": "942"}
    assert attributes(only(short, "w:pPr/w:ind")) == {"firstLineChars": "200", "firstLine": "628"}


def test_the_signature_is_indented_from_the_right() -> None:
    date = body(plain("date", "2026年2月27日", right=2.5))[0]
    assert attributes(only(date, "w:pPr/w:ind")) == {"rightChars": "250", "right": "785"}


def test_a_passage_stays_with_the_next_where_it_says_so() -> None:
    kept, free, heading = body(
        plain("body", "以下：", keep_with_next=True), plain("body", "文"), plain("heading-1", "一、目标")
    )[:3]
    assert find(kept, "w:pPr/w:keepNext")
    assert not find(free, "w:pPr/w:keepNext")
    assert not find(heading, "w:pPr/w:keepNext"), "its style says so already"


def test_a_heading_of_another_depth_has_its_own_outline_level() -> None:
    own, usual = body(plain("heading-1", "一、目标", outline=2), plain("heading-1", "二、措施", outline=1))[:2]
    assert value(own, "w:pPr/w:outlineLvl") == "2"
    assert not find(usual, "w:pPr/w:outlineLvl")


def test_an_annex_turns_the_page_without_empty_paragraphs() -> None:
    before, label, section = body(plain("body", "文"), Turn(), plain("annex-label", "附件"))
    assert not find(before, "w:pPr/w:pageBreakBefore")
    assert find(label, "w:pPr/w:pageBreakBefore")
    assert section.tag == f"{W}sectPr"


def test_a_turn_before_everything_or_after_everything_leaves_no_page() -> None:
    paragraph, section = body(Turn(), plain("body", "文"), Turn(landscape=True))
    assert not find(paragraph, "w:pPr/w:pageBreakBefore")
    assert "orient" not in attributes(only(section, "w:pgSz"))


def test_a_lying_page_is_a_section_with_its_margins_turned() -> None:
    upright, lying, section = body(plain("body", "文"), Turn(landscape=True), plain("body", "横"))
    assert attributes(only(upright, "w:pPr/w:sectPr/w:pgSz")) == {"w": "11906", "h": "16838"}
    assert not find(lying, "w:pPr/w:sectPr")
    assert attributes(only(section, "w:pgSz")) == {"w": "16838", "h": "11906", "orient": "landscape"}
    margins = attributes(only(section, "w:pgMar"))
    assert [margins[edge] for edge in ("top", "right", "bottom", "left")] == ["1587", "2098", "1474", "1984"]


def test_the_number_of_a_lying_page_stands_where_it_does_when_the_sheet_is_turned() -> None:
    upright, lying = parts(plain("body", "文")), parts(plain("body", "文"), Turn(landscape=True), GRID)
    assert [name for name in upright if "footer" in name] == ["word/footer1.xml", "word/footer2.xml"]
    boxes = [footer for name, footer in lying.items() if "footer" in name and list(footer.iter("{*}anchor"))]
    assert len(boxes) == 2
    for footer, side in zip(boxes, ("right", "left"), strict=True):
        assert [found.get("vert") for found in footer.iter("{*}bodyPr")] == ["vert"]
        assert texts(only(footer, ".//w:txbxContent")) == ["— ", "1", " —"]
        assert value(footer, ".//w:txbxContent/w:p/w:pPr/w:jc") == side


def test_a_section_that_ends_in_a_table_closes_in_a_line_of_one_point() -> None:
    table, closing, *_ = body(GRID, Turn(landscape=True), plain("body", "横"))
    assert table.tag == f"{W}tbl"
    assert value(closing, "w:pPr/w:pStyle") == "hairline"
    assert find(closing, "w:pPr/w:sectPr")


def test_a_table_that_turns_the_page_begins_a_section() -> None:
    paragraph, table, closing, _ = body(plain("body", "文"), Turn(), GRID)
    assert find(paragraph, "w:pPr/w:sectPr")
    assert [table.tag, closing.tag] == [f"{W}tbl", f"{W}p"]


def test_two_tables_in_a_row_are_kept_apart() -> None:
    tags = [str(found.tag).removeprefix(W) for found in body(GRID, GRID)]
    assert tags == ["tbl", "p", "tbl", "p", "sectPr"]


def test_a_table_has_fixed_columns_that_add_up() -> None:
    table = body(GRID)[0]
    assert [attributes(found)["w"] for found in find(table, "w:tblGrid/w:gridCol")] == ["2001", "2844", "4000"]
    assert attributes(only(table, "w:tblPr/w:tblW")) == {"w": "8845", "type": "dxa"}
    assert attributes(only(table, "w:tblPr/w:tblLayout")) == {"type": "fixed"}


def test_cells_have_the_room_for_text_that_they_have_in_print() -> None:
    properties = only(style(parts()["word/styles.xml"], "table"), "w:tblPr")
    widths = {str(found.tag).removeprefix(W): attributes(found)["w"] for found in only(properties, "w:tblCellMar")}
    assert widths == {"top": "0", "left": "85", "bottom": "0", "right": "85"}
    assert len(find(properties, "w:tblBorders/*[@w:val='single']")) == 6


def test_table_heads_repeat_and_rows_stay_whole() -> None:
    rows = find(body(GRID)[0], "w:tr")
    assert [len(find(found, "w:trPr/w:tblHeader")) for found in rows] == [1, 0]
    assert [len(find(found, "w:trPr/w:cantSplit")) for found in rows] == [1, 1]


def test_a_table_is_named_by_its_caption_and_described_by_its_columns() -> None:
    captioned, named = body(plain("caption", "值班表"), GRID)[1], body(plain("body", "如下："), GRID)[1]
    assert value(captioned, "w:tblPr/w:tblCaption") == "值班表"
    assert value(named, "w:tblPr/w:tblCaption") == "表格"
    assert value(named, "w:tblPr/w:tblDescription") == "各栏：日期、带班领导、教师"


def test_cells_are_set_in_the_styles_of_cells() -> None:
    small = Grid(GRID.widths, GRID.head, ((cell("1日", centred=True), *row("周文", "赵一")),), small=True)
    for grid, styles in ((GRID, ["cell-head", "cell"]), (small, ["cell-small-head", "cell-small"])):
        found = find(body(grid)[0], "w:tr/w:tc[1]/w:p/w:pPr")
        assert [value(properties, "w:pStyle") for properties in found] == styles
    assert value(found[-1], "w:jc") == "center"
    assert not find(found[0], "w:jc"), "a head is centred by its style"


def test_lines_of_a_cell_are_parted_by_breaks() -> None:
    lines = ((Run("周文"),), (), (Run("欧阳"), Run("静")))
    found = only(body(Grid((442.2,), (), ((GridCell(lines),), (GridCell(()),))))[0], "w:tr[1]/w:tc/w:p")
    assert [len(find(run, "w:br")) for run in find(found, "w:r")] == [0, 1, 1, 0]
    assert texts(found) == ["周文", "欧阳", "静"]


def test_cells_merge_across_and_down() -> None:
    wide = Grid(
        (100.0, 100.0, 100.0),
        (),
        ((cell("甲", down=3, across=2), cell("乙")), (cell("丙"),), (cell("丁"),)),
        foot=((cell("备注：略", across=3),),),
    )
    rows = [find(found, "w:tc") for found in find(body(wide)[0], "w:tr")]
    assert [len(cells) for cells in rows] == [2, 2, 2, 1]
    assert [value(cells[0], "w:tcPr/w:vMerge") for cells in rows[:3]] == ["restart", "continue", "continue"]
    assert [value(cells[0], "w:tcPr/w:gridSpan") for cells in rows] == ["2", "2", "2", "3"]
    assert [attributes(only(cells[0], "w:tcPr/w:tcW"))["w"] for cells in rows] == ["4000", "4000", "4000", "6000"]
    assert texts(rows[1][0]) == []
    assert texts(rows[2][1]) == ["丁"]


def test_a_short_row_is_filled_with_empty_cells() -> None:
    assert len(find(body(Grid((100.0, 100.0), (), (row("甲"),)))[0], "w:tr/w:tc")) == 2


def test_semantic_html_becomes_a_word_file() -> None:
    page = (
        f'<html lang="zh-CN"><head><title>{TITLE}</title><meta name="author" content="{SCHOOL}"></head>'
        '<body><p class="addressee">青山县教育局：</p><p>现将有关事项报告如下。</p></body></html>'
    )
    with zipfile.ZipFile(io.BytesIO(word.write(page))) as package:
        made = etree.fromstring(package.read("word/document.xml"))
    assert [text for text in texts(made) if text] == ["青山县教育局：", "现将有关事项报告如下。"]


def test_the_same_composition_gives_the_same_bytes_in_every_process() -> None:
    script = (
        "import sys; from generator.typeset.composition import *; from generator.writers import word;"
        "rows = (GridCell(((Run('“甲”'),),)),);"
        "blocks = (Passage('title', (Run('计划'),)), Grid((442.2,), (rows,), (rows,)), Turn(True), Passage('blank'));"
        "sys.stdout.buffer.write(word.write_composition(Composition('计划', '学校', blocks)))"
    )
    made = {
        subprocess.run(  # noqa: S603 - the interpreter itself
            [sys.executable, "-c", script], check=True, capture_output=True, env={"PYTHONHASHSEED": seed, "TZ": zone}
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Shanghai"))
    }
    assert len(made) == 1
    assert zipfile.is_zipfile(io.BytesIO(made.pop()))


def test_the_writer_does_not_load_weasyprint() -> None:
    script = "import sys, generator.writers.word; print('weasyprint' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)  # noqa: S603 - the interpreter itself
    assert said.stdout.strip() == "False"
