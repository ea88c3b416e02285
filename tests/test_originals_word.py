"""Word files of any maker, read as lines: what Word counts, tracks, hides and hangs beside the text."""

import io
import zipfile
from collections.abc import Mapping

import pytest

from generator.original import Line
from generator.readers.originals import read_original

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def word(body: str, parts: Mapping[str, str] | None = None) -> bytes:
    """A package with this body and, by name, what is within the roots of other parts."""
    roots = {
        "numbering.xml": "numbering",
        "styles.xml": "styles",
        "comments.xml": "comments",
        "footnotes.xml": "footnotes",
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", f"<w:document {W} {MC}><w:body>{body}</w:body></w:document>")
        for name, content in (parts or {}).items():
            package.writestr(f"word/{name}", f"<w:{roots[name]} {W}>{content}</w:{roots[name]}>")
    return packed.getvalue()


def lines(body: str, **parts: str) -> tuple[Line, ...]:
    return read_original(word(body, {f"{name}.xml": content for name, content in parts.items()}), "旧.docx")


def texts(body: str, **parts: str) -> list[str]:
    return [line.text for line in lines(body, **parts)]


def p(content: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def numbered(text: str, number: int = 1, level: int = 0) -> str:
    return p(r(text), f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def level(depth: int, form: str, text: str, start: int = 1) -> str:
    return f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'


def numbering(*levels: str, more: str = "") -> str:
    return (
        f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{more}'
    )


# ---- numbers that Word counts -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("form", "text", "labels"),
    [
        ("chineseCountingThousand", "%1、", ["一、", "二、"]),
        ("japaneseCounting", "（%1）", ["（一）", "（二）"]),
        ("decimal", "%1.", ["1.", "2."]),
        ("decimalEnclosedCircleChinese", "%1", ["①", "②"]),
        ("decimal", "第%1条 ", ["第1条 ", "第2条 "]),
        ("upperRoman", "%1.", ["I.", "II."]),
        ("lowerLetter", "%1)", ["a)", "b)"]),
        ("ideographTraditional", "%1、", ["甲、", "乙、"]),
        ("decimalZero", "%1 ", ["01 ", "02 "]),
        ("bullet", "", ["", ""]),
    ],
)
def test_automatic_numbers_are_typed(form: str, text: str, labels: list[str]) -> None:
    found = texts(numbered("甲事") + numbered("乙事"), numbering=numbering(level(0, form, text)))
    assert found == [f"{labels[0]}甲事", f"{labels[1]}乙事"]


def test_deeper_levels_restart_and_name_those_above() -> None:
    lists = numbering(level(0, "chineseCounting", "%1、"), level(1, "decimal", "%1.%2"))
    body = numbered("甲") + numbered("子", level=1) + numbered("丑", level=1) + numbered("乙") + numbered("寅", level=1)
    assert texts(body, numbering=lists) == ["一、甲", "一.1子", "一.2丑", "二、乙", "二.1寅"]


def test_a_second_list_goes_on_unless_it_is_told_to_start_anew() -> None:
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    more = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        f'<w:num w:numId="3"><w:abstractNumId w:val="0"/>{again}</w:num>'
    )
    lists = numbering(level(0, "decimal", "%1."), more=more)
    assert texts(numbered("甲") + numbered("乙", 2) + numbered("丙", 3) + numbered("丁", 3), numbering=lists) == [
        "1.甲",
        "2.乙",
        "1.丙",
        "2.丁",
    ]


def test_a_style_numbers_and_headings_have_their_level() -> None:
    style = (
        '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/>'
        '<w:numPr><w:numId w:val="1"/></w:numPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:sz w:val="44"/></w:rPr></w:style>'
    )
    (line,) = lines(
        p(r("目标"), '<w:pStyle w:val="a"/>'), styles=style, numbering=numbering(level(0, "chineseCounting", "%1、"))
    )
    assert (line.text, line.looks.level, line.looks.centred, line.looks.size, line.looks.bold) == (
        "一、目标",
        1,
        True,
        22,
        True,
    )


# ---- changes, fields, breaks --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (f"{r('全校')}<w:del>{r('旧')}</w:del><w:ins>{r('新')}</w:ins>{r('制度')}", "全校新制度"),
        (f"<w:moveFrom>{r('走')}</w:moveFrom><w:moveTo>{r('来')}</w:moveTo>", "来"),
        (f"<w:hyperlink>{r('链接')}</w:hyperlink><w:smartTag>{r('标')}</w:smartTag>", "链接标"),
        (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>'
            f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r("3月")}<w:r><w:fldChar w:fldCharType="end"/></w:r>',
            "3月",
        ),
        (f"{r('隐', '<w:vanish/>')}{r('显')}", "显"),
        (f"{r('软')}<w:r><w:softHyphen/><w:t>连</w:t><w:noBreakHyphen/><w:t>字</w:t></w:r>", "软连-字"),
        (f"{r('甲')}<w:r><w:tab/></w:r>{r('乙')}", "甲 乙"),
        (f"{r('周', '<w:spacing w:val=&quot;320&quot;/>'.replace('&quot;', chr(34)))}{r('文')}", "周 文"),
    ],
)
def test_a_paragraph_reads_as_it_is_printed(content: str, text: str) -> None:
    assert texts(p(content)) == [text]


def test_a_paragraph_whose_mark_was_struck_out_goes_on_in_the_next() -> None:
    assert texts(p(r("上半"), "<w:rPr><w:del/></w:rPr>") + p(r("下半")) + p(r("另起"))) == ["上半下半", "另起"]


def test_broken_lines_of_a_title_are_lines_and_those_after_a_comma_are_none() -> None:
    assert texts(p(f"{r('实验小学')}<w:r><w:br/></w:r>{r('安全计划')}")) == ["实验小学", "安全计划"]
    assert texts(p(f"{r('成员：甲、')}<w:r><w:br/></w:r>{r('乙')}")) == ["成员：甲、乙"]


def test_a_turned_page_and_blank_lines_are_told_of_the_line_below() -> None:
    found = lines(p(r("上")) + p("") + p('<w:r><w:br w:type="page"/></w:r>') + p(r("下")))
    assert [(line.looks.page, line.looks.above) for line in found] == [(False, 0), (True, 2)]


def test_lines_on_a_lying_page_say_so() -> None:
    lying = '<w:sectPr><w:pgSz w:orient="landscape"/></w:sectPr>'
    found = lines(p(r("横"), lying) + p(r("竖")) + "<w:sectPr><w:pgSz/></w:sectPr>")
    assert [line.looks.wide for line in found] == [True, False]


# ---- what hangs on the text ---------------------------------------------------------------------------------------


def test_a_text_box_is_read_once_at_its_place() -> None:
    box = f"<w:drawing><w:txbxContent>{p(r('框里'))}</w:txbxContent></w:drawing>"
    fallback = f"<w:pict><w:txbxContent>{p(r('框里'))}</w:txbxContent></w:pict>"
    choice = (
        f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"
    )
    assert texts(p(r("上")) + p(f"<w:r>{choice}</w:r>{r('下')}")) == ["上", "框里", "下"]


def test_comments_are_kept_beside_and_footnotes_within_the_text() -> None:
    body = p(
        f'{r("制度")}<w:r><w:footnoteReference w:id="1"/></w:r>{r("健全。")}<w:r><w:commentReference w:id="0"/></w:r>'
    )
    comment = f'<w:comment w:id="0" w:author="周文">{p(r("补日期"))}</w:comment>'
    note = f'<w:footnote w:id="1">{p(r("见附件。"))}</w:footnote>'
    (line,) = lines(body, comments=comment, footnotes=note)
    assert (line.text, line.notes) == ("制度（注：见附件）健全。", ("批注（周文）：补日期",))


# ---- tables -------------------------------------------------------------------------------------------------------


def tc(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(r(text)) if text else p('')}</w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def test_merged_cells_are_read_once_and_their_places_marked() -> None:
    rows = (
        tc("月份") + tc("工作", '<w:gridSpan w:val="2"/>'),
        tc("3月", '<w:vMerge w:val="restart"/>') + tc("演练") + tc("检查"),
        tc("", "<w:vMerge/>") + tc("培训") + tc(""),
    )
    (line,) = lines(table(*rows))
    assert line.rows == (("月份", "工作", "<"), ("3月", "演练", "检查"), ("^", "培训", ""))


def test_a_table_in_a_cell_is_text_and_a_table_of_one_cell_is_none() -> None:
    inner = table(tc("甲") + tc("乙"))
    (line,) = lines(table(f"<w:tc>{p(r('外'))}{inner}{p('')}</w:tc>{tc('旁')}"))
    assert line.rows == (("外\n甲 乙", "旁"),)
    assert texts(table(tc("框起来的话"))) == ["框起来的话"]


def test_a_row_that_was_struck_out_is_left_out() -> None:
    struck = f"<w:tr><w:trPr><w:del/></w:trPr>{tc('旧')}{tc('旧')}</w:tr>"
    (line,) = lines(f"<w:tbl><w:tr>{tc('甲')}{tc('乙')}</w:tr>{struck}</w:tbl>")
    assert line.rows == (("甲", "乙"),)
