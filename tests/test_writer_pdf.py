"""The PDF as a reader sees it: lines, pages, bookmarks, fonts, the same bytes every time."""

import hashlib
import logging
import os
import re
import subprocess
import sys
import zlib
from collections.abc import Iterator
from contextlib import suppress
from ctypes import c_double
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path

import pypdfium2
import pytest

from generator.problems import PlanError
from generator.typeset.compose import compose
from generator.typeset.composition import Run
from generator.typeset.fonts import find_fonts
from generator.typeset.setting import Measure, set_text
from generator.typeset.styles import (
    AREA_WIDTH,
    BODY_SIZE,
    BOTTOM,
    LEFT,
    LINE_PITCH,
    LINES,
    MILLIMETRE,
    PAGE_HEIGHT,
    STYLES,
    TOP,
)
from generator.writers import pdf, pdf_engine

pytestmark = pytest.mark.skipif(bool(find_fonts().absent), reason="needs the fonts that make installs")

SENTENCE = "全校教职工要树立预防为主的观念，做到“横向到边、纵向到底”——人人讲安全，个个会应急；知晓率达到95.5%以上。"
EDGE = LEFT + AREA_WIDTH
TITLE = '<h1 class="title"><span class="line">青山县实验小学</span><span class="line">2026年工作计划</span></h1>'


@dataclass(frozen=True)
class Line:
    """A line of a page: its text, where it begins and ends from the left, its base from the top."""

    text: str
    left: float
    right: float
    base: float


def page(body: str) -> str:
    head = '<meta charset="utf-8"/><meta name="author" content="青山县实验小学"/><title>工作计划</title>'
    return f'<!DOCTYPE html><html lang="zh-CN"><head>{head}</head><body>{body}</body></html>'


@cache
def written(body: str) -> bytes:
    return pdf.write(page(body))


def pages(body: str) -> list[list[Line]]:
    document = pypdfium2.PdfDocument(written(body))
    found = [list(lines(sheet)) for sheet in document]
    document.close()
    assert found
    return found


def lines(sheet: pypdfium2.PdfPage) -> Iterator[Line]:
    text = sheet.get_textpage()
    glyphs = [glyph(text, index) for index in range(text.count_chars())]
    for _, group in groupby((one for one in glyphs if one.text.strip()), lambda one: round(one.base)):
        line = list(group)
        base = sheet.get_height() - line[0].base
        yield Line("".join(one.text for one in line), line[0].left, line[-1].right, base)


def glyph(text: pypdfium2.PdfTextPage, index: int) -> Line:
    x, y = c_double(), c_double()
    pypdfium2.raw.FPDFText_GetCharOrigin(text, index, x, y)
    return Line(text.get_text_range(index, 1), x.value, text.get_charbox(index, loose=True)[2], y.value)


def test_a_page_holds_22_lines_of_28_characters() -> None:
    first, *_ = pages(f"<p>{'学校安全' * 400}</p>")
    *body, number = first
    assert number.text == "—1—"
    assert len(body) == LINES
    assert [len(line.text) for line in body] == [26, *[28] * 21]
    assert body[-1].base - body[0].base == pytest.approx(21 * LINE_PITCH, abs=0.5)
    assert TOP < body[0].base < TOP + LINE_PITCH


def test_every_line_that_goes_on_ends_at_the_right_edge() -> None:
    *full, last = [line for sheet in pages(f"<p>{SENTENCE * 12}</p>") for line in sheet[:-1]]
    assert len(full) > 20
    assert all(line.right == pytest.approx(EDGE, abs=0.5) for line in full)
    assert all(line.left == pytest.approx(LEFT, abs=0.3) for line in full[1:])
    assert full[0].left == pytest.approx(LEFT + 2 * BODY_SIZE, abs=0.6)
    assert last.right < EDGE


def test_no_line_begins_or_ends_with_what_must_not() -> None:
    found = [line.text for sheet in pages(f"<p>{SENTENCE * 12}</p>") for line in sheet[:-1]]
    assert not [text for text in found if text[0] in "，。、；：？！”）》—…%" or text[-1] in "（《“"]
    assert "".join(found) == SENTENCE * 12


def test_rare_characters_do_not_cost_a_page_its_last_line() -> None:
    first, *_ = pages(f"<p>{'李喆和王堃' * 200}</p>")
    assert len(first) == LINES + 1
    assert "喆" in first[0].text


def test_page_numbers_stand_outside_7_mm_below_the_type_area() -> None:
    odd, even, *_ = (sheet[-1] for sheet in pages(f"<p>{'学校安全' * 400}</p>"))
    assert (odd.text, even.text) == ("—1—", "—2—")
    assert odd.right == pytest.approx(EDGE - 14, abs=1)
    assert even.left == pytest.approx(LEFT + 14, abs=1)
    assert odd.base - (PAGE_HEIGHT - BOTTOM) == pytest.approx(7 * MILLIMETRE + 0.38 * 14, abs=2)


def test_a_heading_is_never_last_on_a_page() -> None:
    filler = "<p>一</p>" * 21
    first, second, *_ = pages(f"{filler}<h2><span class='label'>一、</span>目标</h2><p>二</p>")
    assert [line.text for line in first[:-1]] == ["一"] * 21
    assert [line.text for line in second[:-1]] == ["一、目标", "二"]


def test_the_signature_never_stands_alone_on_a_page() -> None:
    signature = '<div class="signature"><p class="organisation">甲小学</p><p class="date">2026年2月7日</p></div>'
    for count in range(18, 23):
        sheets = pages("<p>一</p>" * count + signature)
        assert sheets[-1][0].text == "一"


def test_rosters_hang_and_signatures_stand_from_the_right() -> None:
    names = "".join(f'<dd class="person">{name}</dd>' for name in ("周文", "欧阳静", "李喆", "赵一", "钱二", "孙三"))
    signature = '<div class="signature"><p class="organisation">甲小学</p><p class="date">2026年2月27日</p></div>'
    (sheet,) = pages(f'<dl class="roster"><dt>组长</dt>{names}</dl>{signature}')
    first, second, organisation, date, _number = sheet
    assert (first.text, second.text) == ("组长：周文欧阳静李喆赵一钱二", "孙三")
    assert second.left == pytest.approx(LEFT + 6.25 * 15.785, abs=0.5)
    assert date.left - organisation.left == pytest.approx(2 * 15.785, abs=1)
    assert date.right == pytest.approx(EDGE - 2 * 15.785, abs=0.5)


def test_a_space_at_the_end_of_a_line_does_not_push_it_from_the_edge() -> None:
    (sheet,) = pages(f"<p>{'按照GB 97执行的要求抓' * 12}</p>")
    *full, _, _ = sheet
    assert any(line.text.endswith("GB") for line in full)
    assert all(line.right == pytest.approx(EDGE, abs=0.5) for line in full)


def test_text_without_a_glyph_is_not_set_whoever_asks() -> None:
    with pytest.raises(PlanError, match="no-glyph"):
        set_text((Run("\U0003ffff"),), STYLES["body"], Measure(100.0), find_fonts())


def test_the_head_of_a_table_is_repeated_and_no_row_is_split() -> None:
    row = f"<tr><td>{SENTENCE}</td><td>总务处</td></tr>"
    head = "<thead><tr><th>任务</th><th>责任人</th></tr></thead>"
    foot = '<tfoot><tr><td colspan="2">备注：顺延</td></tr></tfoot>'
    sheets = pages(f"<table><caption>分工表</caption>{head}<tbody>{row * 30}</tbody>{foot}</table>")
    texts = ["".join(line.text for line in sheet[:-1]) for sheet in sheets]
    assert len(texts) > 1
    assert all("任务" in text and "责任人" in text for text in texts)
    assert [text.count("备注") for text in texts] == [0] * (len(texts) - 1) + [1]
    assert all(text.count("全校教职工") == text.count("以上。") for text in texts)


def test_a_table_stays_inside_the_type_area_upright_and_lying() -> None:
    table = f"<table><tbody><tr><td>1</td><td>{SENTENCE * 3}</td></tr></tbody></table>"
    upright, lying, after = pages(f'{table}<div class="landscape">{table}</div><p>二</p>')
    assert all(line.left > LEFT and line.right < EDGE for line in upright)
    assert after[0].text == "二"
    assert after[-1].text == "—3—"
    assert any(line.right > EDGE for line in lying)


def test_pages_lie_where_asked_from_the_first_on() -> None:
    document = pypdfium2.PdfDocument(written('<section class="annex landscape"><p>一</p></section>'))
    assert [sheet.get_width() > sheet.get_height() for sheet in document] == [True]
    document.close()


def test_an_annex_begins_a_page_and_its_title_is_centred_on_the_third_line() -> None:
    annex = '<section class="annex"><p class="annex-label">附件</p><p class="annex-title">表</p><p>二</p></section>'
    first, (label, title, text, _) = pages(f"<p>一</p>{annex}")
    assert first[0].text == "一"
    assert (label.text, title.text, text.text) == ("附件", "表", "二")
    assert title.base - label.base == pytest.approx(2 * LINE_PITCH, abs=4)
    assert (title.left + title.right) / 2 == pytest.approx((LEFT + EDGE) / 2, abs=1)


def test_headings_are_bookmarks_one_below_the_other() -> None:
    sections = "<h2>一、目标</h2><h3>（一）总目标</h3><h2>二、措施</h2>"
    document = pypdfium2.PdfDocument(written(f"{TITLE}{sections}<p>一</p>"))
    found = [(mark.level, mark.get_title()) for mark in document.get_toc()]
    document.close()
    titles = ["青山县实验小学2026年工作计划", "一、目标", "（一）总目标", "二、措施"]
    assert found == list(zip([0, 1, 2, 1], titles, strict=True))


def test_the_file_is_tagged_and_says_its_title_author_and_language() -> None:
    content = written(f"{TITLE}<p>一</p>")
    document = pypdfium2.PdfDocument(content)
    facts = document.get_metadata_dict()
    tagged = document.is_tagged()
    document.close()
    assert (facts["Title"], facts["Author"], facts["CreationDate"]) == ("工作计划", "青山县实验小学", "")
    assert tagged
    assert b"/Lang (zh-CN)" in b"".join(streams(content))


def streams(content: bytes) -> Iterator[bytes]:
    """What a file holds, unpacked where it is packed."""
    yield content
    for packed in re.findall(rb"stream\r?\n(.*?)\nendstream", content, re.DOTALL):
        with suppress(zlib.error):
            yield zlib.decompress(packed)


def test_the_same_page_gives_the_same_bytes_in_every_process_and_leaves_nothing_behind(tmp_path: Path) -> None:
    body = f"{TITLE}<p>{SENTENCE}李喆</p>"
    program = (
        "import hashlib, sys; from generator.writers import pdf; "
        "print(hashlib.sha256(pdf.write(sys.stdin.read())).hexdigest())"
    )
    environment = {
        **os.environ,
        "PYTHONHASHSEED": "7",
        "TZ": "Asia/Shanghai",
        "PYTHONIOENCODING": "utf-8",
        "TMPDIR": str(tmp_path),
    }
    command = [sys.executable, "-c", program]
    root = Path(__file__).parents[1]
    done = subprocess.run(  # noqa: S603 - our own interpreter
        command,
        input=page(body),
        env=environment,
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    assert done.stdout.strip() == hashlib.sha256(written(body)).hexdigest()
    assert not list(tmp_path.iterdir())


def test_a_character_no_font_has_is_an_error_never_a_box() -> None:
    with pytest.raises(PlanError, match="no-glyph"):
        written("<p>学\U0003ffff校</p>")


def test_a_machine_without_fonts_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(PlanError, match="no-font"):
        pdf.write(page("<p>一</p>"), fonts=find_fonts((tmp_path,)))


def test_whatever_weasyprint_warns_of_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_engine, "printed", lambda *_: (page("<p>一</p>"), "p{colour:red}"))
    with pytest.raises(PlanError, match="pdf-warning"):
        pdf_engine.write(compose(page("<p>一</p>")), find_fonts(), "a-2a", None)
    assert not [one for one in logging.getLogger("weasyprint").handlers if one.level == logging.WARNING]


@pytest.mark.parametrize("address", [Path(__file__).as_uri(), "https://example.org/font.ttf"])
def test_nothing_but_the_found_fonts_is_opened(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    face = f'@font-face{{font-family:x;src:url("{address}")}}'
    monkeypatch.setattr(pdf_engine, "printed", lambda *_: (page("<p>一</p>"), face))
    with pytest.raises(PlanError, match="pdf-warning"):
        pdf_engine.write(compose(page("<p>一</p>")), find_fonts(), "a-2a", None)
