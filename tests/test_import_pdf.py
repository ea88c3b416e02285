"""Every sample printed as PDF comes back with its words and its tree; and PDFs of other makers are read as they look."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path

import pytest
import weasyprint
from lxml import html as lxml_html

from generator.build import build
from generator.filing import Filing
from generator.importing import import_file
from generator.original import Line
from generator.problems import PlanError
from generator.readers.originals import read_original

SAMPLES = sorted(path for path in (Path(__file__).parents[1] / "plans/示例").glob("*.yaml") if path.name != "学校.yaml")
TODAY = date(2026, 3, 9)
LEAST_TEXT, LEAST_TREE = 0.99, 0.95
Node = tuple[int, str]


def bare(text: str) -> str:
    """A text without white space, widths of marks folded."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def page_of(plan: Path, out: Path) -> lxml_html.HtmlElement:
    """The page a plan prints, parsed."""
    built = build(plan, out, ("html",), TODAY)
    assert built.files, built.problems
    return lxml_html.fromstring(built.files[0].read_text(encoding="utf-8")).find(".//body")


def nodes(page: lxml_html.HtmlElement) -> Iterator[Node]:
    """Depth and first 12 printed characters of every heading and numbered item, less its label."""
    for element in page.iter("h2", "h3", "h4", "h5", "p"):
        if element.tag != "p":
            yield int(element.getparent().get("data-depth")), without(element, "label")[:12]
        elif "item" in (element.get("class") or "").split() and element.find(".//span[@class='label']") is not None:
            yield int(element.get("data-depth")), without(element, "label", "owner")[:12]


def without(element: lxml_html.HtmlElement, *classes: str) -> str:
    """The text of an element less its spans of these classes."""
    skipped = {
        inner  # kept alive: an element of lxml that nobody holds is another object when it is met again
        for name in classes
        for span in element.iter("span")
        if span.get("class") == name
        for inner in span.iter()
    }
    pieces = [element.text or ""]
    for inner in element.iterdescendants():
        pieces += ["" if inner in skipped else inner.text or ""]
        pieces += ["" if inner.getparent() in skipped else inner.tail or ""]
    return bare("".join(pieces))


def share_of_text(wanted: str, found: str) -> float:
    """The share of the wanted characters found in the same order."""
    same = SequenceMatcher(None, wanted, found, autojunk=False).get_matching_blocks()
    return sum(block.size for block in same) / len(wanted)


def f1(wanted: list[Node], found: list[Node]) -> float:
    if not wanted and not found:
        return 1.0
    hits = sum((Counter(wanted) & Counter(found)).values())
    return 2 * hits / (len(wanted) + len(found))


@pytest.mark.slow
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_printed_without_its_source_comes_back(sample: Path, tmp_path: Path) -> None:
    printed = build(sample, tmp_path / "pdf", ("pdf",), TODAY, Filing(with_source=False))
    assert printed.files, printed.problems
    target = tmp_path / "again" / "计划.yaml"
    import_file(printed.files[0], target, TODAY, simplified=False, force=False)
    wanted, found = page_of(sample, tmp_path / "html"), page_of(target, tmp_path / "html")
    assert share_of_text(bare(wanted.text_content()), bare(found.text_content())) >= LEAST_TEXT
    assert f1(list(nodes(wanted)), list(nodes(found))) >= LEAST_TREE


# ---- PDFs of other makers -----------------------------------------------------------------------------------------

SENTENCE = "全校教职工要把学生的生命安全放在首位，坚持预防为主、防治结合、人人参与的原则，按照分工做好各项工作。"
RED_DOT = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4"
    "//8/w38GIAXDIBKE0DHxgljNBAAO9TXL0Y4OHwAAAABJRU5ErkJggg=="
)
PLAIN = "@page{size:A4;margin:3cm 2.5cm} body{font:14pt/1.6 serif;margin:0;text-align:justify} p{margin:0}"
INDENTED = PLAIN + "p{text-indent:2em}"


def printed(body: str, style: str = INDENTED) -> tuple[Line, ...]:
    """The lines of a page of HTML printed as PDF."""
    page = f'<html lang="zh-CN"><head><meta charset="utf-8"><style>{style}</style></head><body>{body}</body></html>'
    return read_original(bytes(weasyprint.HTML(string=page).write_pdf()), "旧.pdf")


def texts(lines: tuple[Line, ...]) -> list[str]:
    return [line.text for line in lines if not line.furniture]


def left_out(lines: tuple[Line, ...]) -> dict[str, str]:
    return {line.furniture: line.text for line in lines if line.furniture}


@pytest.mark.parametrize(
    "style", [INDENTED, PLAIN, PLAIN + "p{margin-bottom:10pt}"], ids=["indented", "plain", "apart"]
)
def test_printed_lines_are_joined_to_their_paragraphs(style: str) -> None:
    written = ["一、工作目标", SENTENCE * 3, "二、工作措施", f"（一）{SENTENCE}", f"（二）{SENTENCE * 40}"]
    assert texts(printed("".join(f"<p>{text}</p>" for text in written), style)) == written


def test_page_numbers_and_running_heads_are_left_out_and_told() -> None:
    boxes = '@page{@top-center{content:"内部资料"} @bottom-center{content:"第 " counter(page) " 页 共 " counter(pages) " 页"}}'
    lines = printed(f"<p>{SENTENCE * 40}</p>", INDENTED + boxes)
    assert texts(lines) == [SENTENCE * 40]
    assert left_out(lines)["页码"].startswith("第 1 页 共")
    assert left_out(lines)["每页重复的页眉、页脚"].startswith("内部资料 内部资料")


@pytest.mark.parametrize("number", ["counter(page)", '"— " counter(page) " —"', '"- " counter(page) " -"'])
def test_page_numbers_are_known_in_every_form(number: str) -> None:
    lines = printed(f"<p>{SENTENCE * 40}</p>", INDENTED + f"@page{{@bottom-right{{content:{number}}}}}")
    assert texts(lines) == [SENTENCE * 40]
    assert "页码" in left_out(lines)


TABLE = "table{border-collapse:collapse;width:100%} td,th{border:1px solid black;height:60pt}"


def test_a_table_over_two_pages_is_one_and_its_head_stands_once() -> None:
    rows = "".join(f"<tr><td>{month}月</td><td>排查校舍</td></tr>" for month in range(1, 13))
    body = f"<p>安排如下。</p><table><thead><tr><th>月份</th><th>工作</th></tr></thead><tbody>{rows}</tbody></table>"
    lines = printed(body, INDENTED + TABLE)
    (table,) = [line.rows for line in lines if line.rows]
    assert table == (("月份", "工作"), *((f"{month}月", "排查校舍") for month in range(1, 13)))
    assert left_out(lines) == {"续页上重复的表头": "月份 工作"}


def test_merged_cells_are_told_and_long_cells_joined() -> None:
    body = (
        '<table><tr><th>日期</th><th>带班</th><th>值班</th></tr><tr><td>1日</td><td rowspan="2">周文</td><td>秦勇</td></tr>'
        f'<tr><td>2日</td><td>罗平</td></tr><tr><td colspan="3">{SENTENCE}</td></tr></table>'
    )
    (line,) = printed(body, INDENTED + TABLE)
    assert line.rows == (
        ("日期", "带班", "值班"),
        ("1日", "周文", "秦勇"),
        ("2日", "^", "罗平"),
        (SENTENCE, "<", "<"),
    )


def test_a_frame_of_one_cell_is_no_table() -> None:
    body = f'<div style="border:1px solid black;padding:6pt"><p>{SENTENCE}</p></div><p>{SENTENCE}</p>'
    assert texts(printed(body)) == [SENTENCE, SENTENCE]


def test_columns_on_one_line_are_parted_by_a_space() -> None:
    columns = '<p style="text-indent:0"><span style="display:inline-block;width:6em">组长</span>周文</p>'
    assert texts(printed(columns + f"<p>{SENTENCE}</p>"))[0] == "组长 周文"


def test_the_lines_of_a_wrapped_roster_are_one() -> None:
    names = "、".join(["欧阳静", "秦勇", "罗平", "方晓玲"] * 8)
    roster = f'<p style="padding-left:5em;text-indent:-3em">成员：{names}</p><p>{SENTENCE * 2}</p>'
    assert texts(printed(roster)) == [f"成员：{names}", SENTENCE * 2]


def test_a_page_that_lies_across_is_told() -> None:
    style = INDENTED + "@page wide{size:A4 landscape} div{page:wide}"
    lines = printed(f"<p>{SENTENCE}</p><div><p>{SENTENCE}</p></div>", style)
    assert [line.looks.wide for line in lines] == [False, True]
    assert lines[1].text == SENTENCE


@pytest.mark.parametrize("degrees", [90, -90, 180])
def test_a_page_printed_sideways_is_turned_and_read(degrees: int) -> None:
    turned = f"position:absolute;left:0;top:8cm;width:14cm;transform:rotate({degrees}deg)"
    body = f'<div style="{turned}"><p>{SENTENCE * 2}</p><table><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td><td>丁</td></tr></table></div>'
    lines = printed(body, INDENTED + TABLE.replace("60pt", "20pt"))
    assert [line.text for line in lines] == [SENTENCE * 2, ""]
    assert lines[1].rows == (("甲", "乙"), ("丙", "丁"))


def test_a_watermark_is_left_out_and_told() -> None:
    body = f'<div style="position:absolute;top:9cm;transform:rotate(-45deg)">内部资料</div><p>{SENTENCE}</p>'
    lines = printed(body)
    assert texts(lines) == [SENTENCE]
    assert left_out(lines) == {"斜着印的水印": "内部资料"}


def test_a_scan_is_refused_and_the_remedy_named() -> None:
    with pytest.raises(PlanError, match="是扫描的图片"):
        printed(f'<img src="{RED_DOT}" style="width:15cm;height:20cm">')


def test_a_scanned_page_among_others_is_told() -> None:
    body = f'<p>{SENTENCE * 3}</p><img src="{RED_DOT}" style="width:15cm;height:20cm;break-before:page">'
    assert left_out(printed(body)) == {"扫描的图片，里面的文字没有读，要先用 OCR": "第2页（图片）"}


def test_headings_without_labels_are_told_by_their_font() -> None:
    body = "".join(f'<p class="h">{name}</p><p>{SENTENCE}</p>' for name in ("会前准备", "会中值守"))
    lines = printed(body, INDENTED + ".h{font-weight:bold}")
    assert [line.looks.level for line in lines] == [1, 0, 1, 0]
