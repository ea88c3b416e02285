"""What a Word file of a formal document holds: letterhead, rules, imprint, house rules, rare characters."""

import io
import zipfile
from dataclasses import replace

import pytest
from lxml import etree

from generator.problems import Severity
from generator.typeset.composition import (
    Block,
    Composition,
    Gap,
    Grid,
    GridCell,
    Marks,
    Pages,
    Passage,
    Rule,
    Run,
    Turn,
)
from generator.typeset.styles import (
    LETTER_RULE_WIDTH,
    LETTER_RULES,
    MILLIMETRE,
)
from generator.writers import word
from generator.writers.word_length import End, end_of
from generator.writers.word_rare import word_fallbacks

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAMES = {"w": W[1:-1]}
THICK, THIN = Rule(0.35 * MILLIMETRE), Rule(0.25 * MILLIMETRE)
DOUBLE = Rule(LETTER_RULES[0], "red", LETTER_RULES[1], LETTER_RULE_WIDTH)


def plain(style: str, text: str, **rest: object) -> Passage:
    return Passage(style, (Run(text),), **rest)  # type: ignore[arg-type]  # the fields of Passage by name


BODY = plain("body", "现将有关事项通知如下。")
IMPRINT = (
    Gap(THICK.thickness, THICK),
    plain("copies", "抄送：县公安局。", left=3.67),
    Gap(THIN.thickness, THIN),
    Passage("printed", (Run("学校办公室"), Run("2026年3月1日印发", flush=True))),
    Gap(THICK.thickness, THICK),
)
TABLE = Grid((442.2,), (), ((GridCell(((Run("值班"),),)),),))
CELL = TABLE.body[0][0]
DEEP = replace(CELL, down=40)


def tall(count: int) -> GridCell:
    return replace(CELL, lines=CELL.lines * count)


def lines(count: int) -> tuple[Passage, ...]:
    return (BODY,) * count


def made(*blocks: Block, imprint: tuple[Passage | Gap, ...] = (), pages: Pages | None = None) -> dict[str, bytes]:
    composition = Composition("通知", "学校", blocks, imprint, pages or Pages())
    with zipfile.ZipFile(io.BytesIO(word.write_composition(composition))) as package:
        return {name: package.read(name) for name in package.namelist()}


def part(parts: dict[str, bytes], name: str) -> etree._Element:
    return etree.fromstring(parts[f"word/{name}.xml"])


def body(*blocks: Block, imprint: tuple[Passage | Gap, ...] = (), pages: Pages | None = None) -> list[etree._Element]:
    return list(part(made(*blocks, imprint=imprint, pages=pages), "document")[0])


def find(root: etree._Element, path: str) -> list[etree._Element]:
    return list(root.iterfind(path, NAMES))


def only(root: etree._Element, path: str) -> etree._Element:
    (found,) = find(root, path)
    return found


def attributes(root: etree._Element) -> dict[str, str]:
    return {str(key).removeprefix(W): str(value) for key, value in root.attrib.items()}


def value(root: etree._Element, path: str) -> str:
    return attributes(only(root, path))["val"]


def style(parts: dict[str, bytes], name: str) -> etree._Element:
    return only(part(parts, "styles"), f"w:style[@w:styleId='{name}']")


def tags(elements: list[etree._Element]) -> list[str]:
    return [str(found.tag).removeprefix(W) for found in elements]


def text_of(root: etree._Element) -> str:
    return "".join(found.text or "" for found in root.iter(f"{W}t"))


def footers(section: etree._Element, parts: dict[str, bytes]) -> dict[str, str]:
    """The text of a section's footers by their kind."""
    links = etree.fromstring(parts["word/_rels/document.xml.rels"])
    targets = {str(link.get("Id")): str(link.get("Target")).removesuffix(".xml") for link in links}
    found = find(section, "w:footerReference")
    return {
        attributes(reference)["type"]: text_of(part(parts, targets[str(reference.values()[-1])])) for reference in found
    }


def test_a_gap_is_an_empty_paragraph_of_its_height_that_stays_with_what_follows() -> None:
    parts = made(Gap(30.5), BODY)
    gap = part(parts, "document")[0][0]
    assert attributes(only(gap, "w:pPr/w:spacing")) == {"line": "610", "lineRule": "exact"}
    assert find(style(parts, "gap"), "w:pPr/w:keepNext")


def test_a_gap_under_a_point_is_none() -> None:
    assert tags(body(BODY, Gap(0.9), BODY)) == ["p", "p", "sectPr"]


def test_a_rule_is_the_border_on_the_lower_edge_of_its_gap() -> None:
    gap = body(Gap(8.89, Rule(1.42, "red")), BODY)[0]
    assert attributes(only(gap, "w:pPr/w:pBdr/w:bottom")) == {
        "val": "single",
        "sz": "11",
        "space": "0",
        "color": "D40000",
    }
    assert attributes(only(gap, "w:pPr/w:spacing"))["line"] == "149", "the rule's thickness is in the gap's height"
    assert not find(gap, "w:pPr/w:ind")


def test_a_double_rule_is_thick_above_thin_and_wider_than_the_type_area() -> None:
    gap = body(Gap(20.0, DOUBLE), BODY)[0]
    border = attributes(only(gap, "w:pPr/w:pBdr/w:bottom"))
    assert (border["val"], border["sz"]) == ("thickThinSmallGap", "18")
    assert attributes(only(gap, "w:pPr/w:ind")) == {"left": "-454", "right": "-340"}


def test_a_gap_may_begin_a_page_or_end_a_section() -> None:
    turned = body(BODY, Turn(), Gap(20.0), BODY)
    assert find(turned[1], "w:pPr/w:pageBreakBefore")
    ended = body(BODY, Gap(20.0), Turn(landscape=True), BODY)
    assert find(ended[1], "w:pPr/w:sectPr")


def test_a_mark_is_red_and_as_large_as_its_passage_says() -> None:
    parts = made(plain("mark", "青山县实验小学文件", size=49.0))
    mark = only(part(parts, "document")[0][0], "w:tr/w:tc/w:p")
    assert value(style(parts, "mark"), "w:rPr/w:color") == "D40000"
    assert [value(mark, f"w:r/w:rPr/w:{name}") for name in ("sz", "szCs")] == ["98", "98"]
    assert attributes(only(mark, "w:pPr/w:spacing"))["line"] == "1078"
    assert value(style(parts, "mark"), "w:pPr/w:jc") == "center"


def test_marks_of_several_organisations_are_spread_to_one_width_beside_their_suffix() -> None:
    table = body(Marks(("青山县实验小学", "青山县公安局"), "文件", 40.0, 280.0), Gap(20.0), BODY)[0]
    names, suffix = find(table, "w:tr/w:tc")
    assert [text_of(line) for line in find(names, "w:p")] == ["青山县实验小学", "青山县公安局"]
    assert [value(line, "w:pPr/w:jc") for line in find(names, "w:p")] == ["distribute", "distribute"]
    assert (text_of(suffix), value(suffix, "w:tcPr/w:vAlign")) == ("文件", "center")
    assert attributes(only(table, "w:tr/w:trPr/w:trHeight")) == {"val": "1760", "hRule": "exact"}
    assert [attributes(width)["w"] for width in find(table, "w:tblGrid/w:gridCol")] == ["5620", "1980"]
    assert value(table, "w:tblPr/w:jc") == "center"
    assert not find(table, "w:tblPr/w:tblStyle"), "a table of this style has rules"


def test_marks_without_suffix_are_one_column() -> None:
    table, closing, section = body(Marks(("甲校", "乙校"), "", 40.0, 80.0))
    assert len(find(table, "w:tr/w:tc")) == 1
    assert tags([closing, section]) == ["p", "sectPr"], "Word wants a paragraph after a table"


def test_a_run_starts_or_ends_at_its_tab_stop() -> None:
    line = body(Passage("signers", (Run("青实小〔2026〕1号"), Run("签发人：", at=18.0), Run("周文", "kai", at=22.0))))[
        0
    ]
    assert [attributes(stop) for stop in find(line, "w:pPr/w:tabs/w:tab")] == [
        {"val": "left", "pos": "5685"},
        {"val": "left", "pos": "6949"},
    ]
    assert [len(find(run, "w:tab")) for run in find(line, "w:r")] == [0, 1, 1]


def test_a_first_run_that_starts_at_a_place_is_indented_and_one_that_is_flush_stands_right() -> None:
    placed, flush = body(
        Passage("organisations", (Run("甲校", at=4.0), Run("乙校", at=16.0))),
        Passage("copy-number", (Run("青实小函〔2026〕1号", "fang", flush=True),)),
    )[:2]
    assert attributes(only(placed, "w:pPr/w:ind")) == {"firstLineChars": "0", "firstLine": "1263"}
    assert len(find(placed, "w:r/w:tab")) == len(find(placed, "w:pPr/w:tabs/w:tab")) == 1
    assert value(flush, "w:pPr/w:jc") == "right"
    assert not find(flush, "w:r/w:tab")


def test_the_imprint_is_a_frame_at_the_foot_of_the_type_area_before_its_anchor() -> None:
    elements = body(BODY, imprint=IMPRINT)
    assert tags(elements) == ["p"] * 7 + ["sectPr"]
    frames = [attributes(only(framed, "w:pPr/w:framePr")) for framed in elements[1:6]]
    assert all(frame == frames[0] for frame in frames)
    assert frames[0] | {"w": "8844", "vAnchor": "margin", "yAlign": "bottom", "wrap": "notBeside"} == frames[0]
    assert value(elements[6], "w:pPr/w:pStyle") == "hairline"
    assert not find(elements[6], "w:pPr/w:framePr")


def test_the_rules_of_the_imprint_are_filled_lines_as_thick_as_the_standard_wants() -> None:
    elements = body(BODY, imprint=(*IMPRINT[:2], Gap(12.0), Gap(10.0, THIN)))
    thick, _, room, thin = elements[1:5]
    assert attributes(only(thick, "w:pPr/w:spacing")) == {"before": "0", "line": "20", "lineRule": "exact"}
    assert attributes(only(thin, "w:pPr/w:spacing")) == {"before": "186", "line": "14", "lineRule": "exact"}
    assert [attributes(only(line, "w:pPr/w:shd"))["fill"] for line in (thick, thin)] == ["000000", "000000"]
    assert attributes(only(room, "w:pPr/w:spacing"))["line"] == "240"
    assert not any(find(line, "w:pPr/w:pBdr") for line in elements)


def test_the_date_of_printing_stands_at_the_right_and_copies_hang_under_the_first_name() -> None:
    copies, _, printed = body(BODY, imprint=IMPRINT)[2:5]
    assert attributes(only(copies, "w:pPr/w:ind")) == {"left": "1152", "hanging": "838"}
    assert attributes(only(printed, "w:pPr/w:tabs/w:tab")) == {"val": "right", "pos": "8530"}
    assert [len(find(run, "w:tab")) for run in find(printed, "w:r")] == [0, 1]


def test_an_imprint_after_a_turn_has_a_page_of_its_own() -> None:
    lying, *framed, anchor, section = body(BODY, Turn(landscape=True), BODY, Turn(), imprint=IMPRINT)[1:]
    assert attributes(only(lying, "w:pPr/w:sectPr/w:pgSz"))["orient"] == "landscape"
    assert len(framed) == len(IMPRINT)
    assert tags([anchor, section]) == ["p", "sectPr"]
    assert "orient" not in attributes(only(section, "w:pgSz"))


@pytest.mark.parametrize(("count", "sections"), [(3, 2), (25, 1), (42, 1), (44, 3)])
def test_an_imprint_that_wants_an_even_page_turns_to_one_only_where_it_would_be_on_an_odd(
    count: int, sections: int
) -> None:
    elements = body(*lines(count), imprint=IMPRINT, pages=Pages(even_end=True))
    assert len([found for element in elements for found in element.iter(f"{W}sectPr")]) == sections


def test_an_imprint_after_a_blank_page_has_no_page_number_and_that_page_none() -> None:
    parts = made(*lines(44), imprint=IMPRINT, pages=Pages(even_end=True))
    text, blank, imprint = part(parts, "document").iter(f"{W}sectPr")
    assert footers(text, parts) == {"default": "— 1 —", "even": "— 1 —"}
    assert footers(blank, parts) == footers(imprint, parts) == {"default": "", "even": ""}


def test_an_imprint_on_the_page_after_the_text_has_a_page_number() -> None:
    parts = made(*lines(3), imprint=IMPRINT, pages=Pages(even_end=True))
    assert footers(part(parts, "document")[0][-1], parts) == {"default": "— 1 —", "even": "— 1 —"}


def test_an_imprint_that_wants_an_even_page_may_follow_a_turn() -> None:
    elements = body(BODY, Turn(), *lines(22), Turn(), imprint=IMPRINT, pages=Pages(even_end=True))
    assert len([found for element in elements for found in element.iter(f"{W}sectPr")]) == 3


def test_a_document_of_an_imprint_alone_is_written() -> None:
    assert tags(body(imprint=IMPRINT)) == ["p"] * 6 + ["sectPr"]


def test_the_first_page_of_a_letter_has_no_number_but_a_red_double_rule_at_its_foot() -> None:
    parts = made(plain("mark", "青山县实验小学", size=62.0), Gap(20.0, DOUBLE), BODY, pages=Pages(form="信函"))
    section = part(parts, "document")[0][-1]
    assert find(section, "w:titlePg")
    assert footers(section, parts) == {"default": "— 1 —", "even": "— 1 —", "first": ""}
    (rule,) = [name for name in parts if "footer" in name and b"thinThickSmallGap" in parts[name]]
    assert b'w:color="D40000"' in parts[rule]


def test_only_the_first_section_of_a_letter_has_a_first_page() -> None:
    elements = body(Gap(20.0, DOUBLE), BODY, Turn(landscape=True), BODY, pages=Pages(form="信函"))
    assert find(elements[1], "w:pPr/w:sectPr/w:titlePg")
    assert not find(elements[-1], "w:titlePg")


def test_the_first_page_of_a_letter_on_printed_paper_is_left_without_rules() -> None:
    parts = made(Gap(60.0), BODY, pages=Pages(form="信函"))
    assert footers(part(parts, "document")[0][-1], parts)["first"] == ""
    assert not any(b"thinThick" in content for content in parts.values())


def test_the_mark_of_a_letter_begins_above_the_type_area() -> None:
    for first in (plain("mark", "青山县实验小学", size=62.0), Gap(68.2)):
        mark, rule = body(Gap(-7 * MILLIMETRE), first, Gap(20.0, DOUBLE), BODY, pages=Pages(form="信函"))[:2]
        frame = attributes(only(mark, "w:pPr/w:framePr"))
        assert (frame["vAnchor"], frame["y"]) == ("page", "1701")
        assert not find(rule, "w:pPr/w:framePr")


def test_the_marks_of_a_joint_letter_begin_above_the_type_area_in_one_frame() -> None:
    joint = Marks(("青山县实验小学", "青山县教育局"), "", 40.0, 280.0)
    elements = body(Gap(-7 * MILLIMETRE), joint, Gap(20.0, DOUBLE), BODY, pages=Pages(form="信函"))
    frames = [attributes(only(mark, "w:pPr/w:framePr")) for mark in elements[:2]]
    assert frames[0] == frames[1]
    assert (frames[0]["y"], frames[0]["w"], frames[0]["xAlign"]) == ("1701", "5620", "center")
    assert not find(elements[2], "w:pPr/w:framePr")


def test_a_page_number_in_the_middle_has_one_footer_for_all_pages() -> None:
    parts = made(BODY, pages=Pages(centred_number=True))
    assert footers(part(parts, "document")[0][-1], parts) == {"default": "— 1 —"}
    assert value(part(parts, "footer1"), "w:p/w:pPr/w:jc") == "center"
    assert not find(part(parts, "footer1"), "w:p/w:pPr/w:ind")
    assert not find(part(parts, "settings"), "w:evenAndOddHeaders")


def test_a_document_printed_on_one_side_has_its_number_always_at_the_right() -> None:
    parts = made(BODY, pages=Pages(one_sided=True))
    assert footers(part(parts, "document")[0][-1], parts) == {"default": "— 1 —"}
    assert value(part(parts, "footer1"), "w:p/w:pPr/w:jc") == "right"
    assert not find(part(parts, "settings"), "w:evenAndOddHeaders")


def test_the_pitch_of_a_school_holds_for_all_body_text() -> None:
    parts = made(BODY, pages=Pages(pitch=28.0))
    pitches = {name: attributes(only(style(parts, name), "w:pPr/w:spacing"))["line"] for name in ("Normal", "body")}
    assert pitches == {"Normal": "560", "body": "560"}
    assert attributes(only(style(parts, "cell"), "w:pPr/w:spacing"))["line"] == "440"


def test_headings_of_the_third_level_are_bold_where_the_school_wants_it() -> None:
    bold, usual = made(pages=Pages(bold_third=True)), made()
    assert [len(find(style(bold, name), "w:rPr/w:b")) for name in ("heading-3", "heading-4")] == [1, 0]
    assert not find(style(usual, "heading-3"), "w:rPr/w:b")


def test_a_rare_character_names_a_font_that_has_it() -> None:
    runs = find(body(plain("body", "张䶮、李𠮷、王𰻞说"))[0], "w:r")
    assert [text_of(run) for run in runs] == ["张", "䶮", "、李", "𠮷", "、王", "𰻞", "说"]
    named = [attributes(only(run, "w:rPr/w:rFonts"))["eastAsia"] for run in runs[1::2]]
    assert named == ["宋体", "SimSun-ExtB", "SimSun-ExtG"]


def test_a_run_that_breaks_or_starts_at_a_place_does_so_once_however_it_is_split() -> None:
    breaking, placed = body(
        Passage("title", (Run("学校"), Run("䶮计划", breaks=True))),
        Passage("signers", (Run("签发人："), Run("周䶮", "kai", gap=3.0, at=20.0))),
    )[:2]
    assert [len(find(run, "w:br")) for run in find(breaking, "w:r")] == [0, 1, 0]
    assert [len(find(run, "w:tab")) for run in find(placed, "w:r")] == [0, 1, 0]
    assert [value(run, "w:rPr/w:spacing") for run in find(placed, "w:r")[1:]] == ["54", "54"]


def test_rare_characters_are_told_with_the_font_that_lends_them() -> None:
    marks = Marks(("𠮷校",), "文件", 40.0, 80.0)
    composition = Composition(
        "", "", (plain("body", "张䶮䶮李四"), marks, Passage("body", (Run("䶮", "song"),))), IMPRINT
    )
    hints = word_fallbacks(composition)
    assert [(hint.quote, hint.rule, hint.severity) for hint in hints] == [
        ("䶮", "rare-character", Severity.HINT),
        ("𠮷", "rare-character", Severity.HINT),
    ]
    assert "仿宋" in hints[0].message
    assert "宋体" in hints[0].message
    assert "SimSun-ExtB" in hints[1].message


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        ((), End(0, 0)),
        (lines(19), End(1, 1)),
        (lines(20), End(1, 1)),
        (lines(21), End(1, 2)),
        (lines(22), End(1, 2)),
        (lines(23), End(2, 2)),
        ((*lines(21), plain("heading-1", "一、目标"), BODY), End(2, 2)),
        ((*lines(20), plain("body", "字" * 80, keep_together=True)), End(2, 2)),
        ((*lines(20), plain("body", "字" * 80, left=2.0, right=1.0)), End(2, 2)),
        ((*(replace(line, pitch=24.5) for line in lines(20)), plain("body", "字" * 28, pitch=24.5)), End(1, 1)),
        ((*lines(19), plain("body", "字" * 28)), End(1, 2)),
        ((*lines(19), plain("body", "字" * 28, continued=True)), End(1, 1)),
        ((*lines(3), Turn(), BODY), End(2, 2)),
        ((*lines(3), Turn(True), *lines(16), Turn()), End(3, 4)),
        ((Gap(600.0), *lines(2)), End(2, 2)),
        ((Marks(("甲校", "乙校"), "文件", 60.0, 120.0), *lines(18)), End(2, 2)),
        ((plain("mark", "学校文件", size=62.0), *lines(20)), End(2, 2)),
        ((Passage("title", (Run("学校"), Run("计划", breaks=True))), *lines(21)), End(2, 2)),
        ((replace(TABLE, body=TABLE.body * 28),), End(1, 2)),
        ((replace(TABLE, body=TABLE.body * 29, small=True),), End(1, 1)),
        ((replace(TABLE, body=((replace(TABLE.body[0][0], down=40),), *((),) * 39)),), End(1, 1)),
        ((replace(TABLE, widths=(221.1, 221.1), body=((DEEP, CELL), *((CELL,),) * 39)),), End(2, 2)),
        ((replace(TABLE, head=TABLE.body, body=TABLE.body * 55),), End(3, 3)),
        ((replace(TABLE, head=TABLE.body * 2, body=TABLE.body * 52),), End(2, 3)),
        ((replace(TABLE, body=((tall(40),),)),), End(2, 2)),
    ],
)
def test_the_length_of_a_document_is_reckoned_without_fonts(blocks: tuple[Block, ...], expected: End) -> None:
    assert end_of(Composition("", "", blocks, IMPRINT)) == expected
