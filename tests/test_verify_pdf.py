"""What `verify` says of a PDF: nothing against ours, the right clause and page against one that was spoiled."""

import pytest

from generator.sheets.pdf import read_pdf
from generator.typeset.fonts import find_fonts
from generator.verify.clauses import CLAUSES, PRINTED, WRITTEN, Verdict
from generator.verify.paper.forms import form_of
from generator.verify.printout import Printout
from tests import finished

pytestmark = pytest.mark.skipif(bool(find_fonts().absent), reason="needs the fonts that make installs")

MARK = '<p style="font:{size}pt/{size}pt NotoSerifCJKsc-Bold;color:#d40000;text-align:center;margin-top:{down}mm">{text}</p>'
RULE = '<div style="border-top:{thick}pt solid {colour};margin:{above}mm {out}mm {below}mm {out}mm"></div>'
BLANK = '<p class="blank"></p>'


def head(*parts: str) -> tuple[tuple[str, str], ...]:
    """A replacement that sets these before the title."""
    return (("<h1", "".join(parts) + "<h1"),)


def mark(text: str = "青山县实验小学文件", down: float = 35, size: float = 40) -> str:
    return MARK.format(text=text, down=down, size=size)


def rule(above: float = 0.8, below: float = 20.5, out: float = 0, colour: str = "#d40000", thick: float = 1.2) -> str:
    return RULE.format(above=above, below=below, out=out, colour=colour, thick=thick)


def line(text: str, style: str = "", name: str = "body") -> str:
    return f'<p class="{name}" style="text-indent:0;{style}">{text}</p>'


NUMBER = line("青实小〔2026〕3号", "text-align:center;margin-top:57.9pt")
LETTERHEAD = head(mark(), NUMBER, rule())


def test_a_file_of_ours_has_nothing_against_it() -> None:
    assert finished.objections(finished.pdf()) == set()


def test_every_clause_has_a_verdict_in_both_kinds_of_file() -> None:
    for data in (finished.pdf(), finished.docx()):
        assert set(finished.verdicts(data)) == set(CLAUSES)
    assert set(PRINTED) | set(WRITTEN) <= set(CLAUSES)
    assert len(PRINTED) > 80


def test_what_is_not_measured_says_why() -> None:
    found = [row for row in finished.rows(finished.pdf()).values() if row.verdict == Verdict.UNMEASURED]
    assert len(found) > 10
    assert all(row.outcome.measured for row in found)


@pytest.mark.parametrize(
    ("style", "rows"),
    [
        ("@page{size:letter}", {"1.1"}),
        ("@page{margin:25mm 26mm 35mm 28mm}", {"1.2"}),
        ("@page{margin:37mm 21mm 35mm 33mm}", {"1.3", "1.4", "1.5"}),
        ("@page{margin-bottom:14mm}", {"1.4", "1.7-2"}),
        (".body{color:#1f4e79}", {"1.8"}),
        (".body,.heading-1,.heading-2{line-height:24pt}", {"1.7-2", "1.10"}),
        (".body{font-family:FandolSong-Regular}", {"1.6"}),
        (".title{font-size:18pt}", {"3.1"}),
        (".title{text-align:left}", {"3.1"}),
        (".addressee{padding-left:32pt}", {"3.5"}),
        (".heading-1{font-family:FandolKai-Regular}", {"3.9"}),
        (".heading-1{text-indent:0}", {"3.7-2"}),
        (".heading-1{text-indent:24pt}", {"3.7-2"}),
        (".date,.organisation{padding-right:0!important}", {"3.14"}),
        (".note{text-indent:0}", {"3.20"}),
        (".annex-label{font-family:FandolFang-Regular}", {"3.21"}),
        (".annex-title{text-align:left}", {"3.21"}),
        (".annex-title{font-family:FandolHei-Regular}", {"3.22"}),
        ("@page :right{@bottom-right{font-size:10.5pt}}", {"4.5-2"}),
        ("@page :right{@bottom-right{padding-top:40pt}}", {"4.5-3"}),
        ("@page :right{@bottom-right{padding-right:60pt}}", {"4.6"}),
        ("@page :left{@bottom-left{content:none}}", {"4.7"}),
        ("@page{counter-increment:page 2}", {"4.7"}),
        ("@page lying:left{@left-top{content:none}}@page lying:right{@left-bottom{content:none}}", {"4.8"}),
        ("table{margin-left:-10mm}", {"4.9"}),
        ("@page :right{@bottom-right{content:'第' counter(page) '页'}}", {"4.5"}),
        ("@page{@bottom-right{content:none!important}@bottom-left{content:none!important}}", {"4.7"}),
    ],
)
def test_a_changed_style_is_told_by_its_clause(style: str, rows: set[str]) -> None:
    assert rows <= finished.objections(finished.pdf(style=style))


@pytest.mark.parametrize(
    ("old", "new", "row"),
    [
        ("工作计划的通知</h1>", "工作计划的通知。</h1>", "3.3"),
        ("各年级组：", "各年级组:", "3.5"),
        ("三、", "四、", "3.8"),
        ("工作目标", "工作目标。", "3.10"),
        ("2026年2月27日", "2026年02月27日", "3.17"),
        ("2026年2月27日", "二〇二六年二月二十七日", "3.17"),
        ("附件2", "附件3", "3.21-2"),
        ("路线图", "路线图；", "6.L32"),
    ],
)
def test_a_changed_word_is_told_by_its_clause(old: str, new: str, row: str) -> None:
    new = "（" + new if row == "6.L32" else new
    assert row in finished.objections(finished.pdf(replaced=((old, new),)))


def test_a_place_is_a_page_and_the_words_on_it() -> None:
    (place, *_) = finished.rows(finished.pdf(style=".annex-title{text-align:left}"))["3.21"].outcome.places
    assert str(place) == "第4页“附件1”"


def test_line_ends_are_looked_at() -> None:
    parted = "（<br>试行，20<br>26年，好—<br>—<br>。</p>"
    last = line(finished.SENTENCE[:27] + parted.removesuffix("</p>"))
    data = finished.pdf(body=finished.TITLE + finished.BODY, replaced=(("</body>", last + "</body>"),))
    assert {"6.K01", "6.K02"} <= finished.objections(data)


def test_numbers_and_dashes_are_not_parted() -> None:
    lines = "一" * 27 + "2<br>0" + "二" * 26 + "—<br>—三。"
    data = finished.pdf(body=finished.TITLE + finished.BODY, replaced=(("</body>", line(lines) + "</body>"),))
    assert {"6.K03", "6.K04"} <= finished.objections(data)


def test_a_heading_at_the_foot_is_told() -> None:
    data = finished.pdf(style=".heading-1{break-after:page!important}")
    assert "3.10-2" in finished.objections(data)


def test_a_page_without_text_first_is_told() -> None:
    assert {"3.6", "3.7"} <= finished.objections(finished.pdf(style=".title{break-after:page!important}"))


def test_a_signature_alone_on_its_page_is_told() -> None:
    assert "3.18" in finished.objections(finished.pdf(style=".organisation{break-before:page!important}"))


def test_a_file_without_a_date_is_advised() -> None:
    assert finished.verdicts(finished.pdf(body=finished.TITLE + finished.BODY))["3.17"] == Verdict.ADVICE


# ---- letterheads ----------------------------------------------------------------------------------------------------


def test_a_letterhead_by_the_book_is_in_order() -> None:
    found = finished.rows(finished.pdf(replaced=LETTERHEAD))
    wrong = {
        row: found[row].outcome.measured
        for row in ("2.4", "2.5", "2.7", "2.10", "3.1-2")
        if found[row].verdict != Verdict.GOOD
    }
    assert wrong == {}


@pytest.mark.parametrize(
    ("parts", "row"),
    [
        ((mark(down=10), NUMBER, rule()), "2.4"),
        ((NUMBER, rule()), "2.4"),
        ((mark(), NUMBER.replace("〔2026〕3", "[2026]第03"), rule()), "2.7"),
        ((mark(), NUMBER.replace("center", "left"), rule()), "2.7"),
        ((mark(), rule()), "2.7"),
        ((mark(), NUMBER, rule(above=9)), "2.10"),
        ((mark(), NUMBER, rule(out=20)), "2.10"),
        ((mark(), NUMBER), "2.10"),
        ((mark(), NUMBER, rule(below=0)), "3.1-2"),
        ((line("0001"), mark(down=25), NUMBER, rule()), "2.1"),
        ((line("机密★1年"), mark(down=25), NUMBER, rule()), "2.2"),
        ((line("特急"), mark(down=25), NUMBER, rule()), "2.3"),
        ((mark(), line("青实小〔2026〕3号　签发人：周文"), rule()), "2.8"),
        ((mark(), line("青实小〔2026〕3号　签发人：周文"), rule()), "2.9"),
        ((mark("青山县实验小学", down=5), mark("青山县教育局", down=0), mark("文件", down=0), NUMBER, rule()), "2.6"),
        ((mark("青山县实验小学纪要", down=10), rule()), "5.3"),
        ((mark("青山县实验小学令", down=10), rule()), "5.2"),
        ((mark("青山县实验小学", down=10), rule(out=-7), rule(out=-7)), "5.1"),
    ],
)
def test_a_spoiled_letterhead_is_told_by_its_clause(parts: tuple[str, ...], row: str) -> None:
    assert row in finished.objections(finished.pdf(replaced=head(*parts)))


def test_small_lines_of_a_letterhead_in_order() -> None:
    hei = "font-family:FandolHei-Regular"
    parts = line("000001"), line("机密★1年", hei), line("特急", hei), mark(down=4.5), NUMBER, rule()
    found = finished.verdicts(finished.pdf(replaced=head(*parts)))
    assert {found[row] for row in ("2.1", "2.2", "2.3", "2.4")} == {Verdict.GOOD}


@pytest.mark.parametrize(("text", "down", "form"), [("实验小学令", 20, "命令"), ("实验小学纪要", 35, "纪要")])
def test_other_forms_have_rows_of_their_own(text: str, down: float, form: str) -> None:
    data = finished.pdf(replaced=head(mark(text, down), BLANK))
    assert form_of(Printout(read_pdf(data, ""))) == form
    found = finished.verdicts(data)
    assert found["5.2" if form == "命令" else "5.3"] == Verdict.GOOD
    assert found["2.4"] == Verdict.UNMEASURED


# ---- signatures, imprint, tables ------------------------------------------------------------------------------------


def signed(
    name: str, date: str, *, blank: bool = False, date_right: float = 63.2, names: str = "青山县实验小学"
) -> bytes:
    parts = [
        line("文字。"),
        BLANK,
        *(line(each, f"text-align:right;padding-right:{name}pt") for each in names.split()),
        *([BLANK] if blank else []),
        line(date, f"text-align:right;padding-right:{date_right}pt"),
    ]
    return finished.pdf(body=finished.TITLE + finished.BODY, replaced=(("</body>", "".join(parts) + "</body>"),))


@pytest.mark.parametrize(
    ("data", "row"),
    [
        (signed("63.2", "2026年2月27日"), "3.12"),
        (signed("63.2", "2026年2月27日", names="青山县教育局 青山县实验小学"), "3.13"),
        (signed("95", "2026年2月27日", blank=True, names="校长"), "3.16"),
        (signed("31.6", "2026年2月27日", date_right=8.5, names="青山县教育局 青山县实验小学"), "3.15"),
    ],
)
def test_each_geometry_of_a_signature_is_known(data: bytes, row: str) -> None:
    assert finished.verdicts(data)[row] == Verdict.GOOD


def imprint(foot: float = 0, size: float = 14, thick: tuple[float, float] = (0.35, 0.25), stop: str = "。") -> bytes:
    bar = '<div style="height:{}mm;background:#000"></div>'
    font = f"font:{size}pt/24pt FandolFang-Regular;white-space:pre"
    rows = (
        bar.format(thick[0])
        + f'<p style="{font};padding:0 14pt">抄送：青山县教育局{stop}</p>'
        + bar.format(thick[1])
        + f'<p style="{font};padding:0 14pt"><span style="float:right">2026年3月1日印发</span>青山县实验小学</p>'
        + bar.format(thick[0])
    )
    page = f'<div style="break-before:page;height:225mm;position:relative">{line("文字。")}'
    page += f'<div style="position:absolute;bottom:{foot}mm;left:0;right:0">{rows}</div></div>'
    return finished.pdf(body=finished.TITLE + finished.BODY, replaced=(("</body>", page + "</body>"),))


def test_an_imprint_by_the_book_is_in_order() -> None:
    found = finished.verdicts(imprint())
    assert {found[row] for row in ("4.1", "4.1-2", "4.3", "4.4")} == {Verdict.GOOD}


@pytest.mark.parametrize(
    ("data", "row"),
    [
        (imprint(foot=20), "4.1"),
        (imprint(thick=(0.6, 0.6)), "4.1-2"),
        (imprint(size=12), "4.4"),
        (imprint(stop=""), "4.3"),
    ],
)
def test_a_spoiled_imprint_is_told_by_its_clause(data: bytes, row: str) -> None:
    assert row in finished.objections(data)


@pytest.mark.parametrize(("style", "verdict"), [("", Verdict.GOOD), ("thead{display:table-row-group}", Verdict.ADVICE)])
def test_a_table_that_goes_on_repeats_its_head(style: str, verdict: Verdict) -> None:
    table = finished.TABLE.replace(finished.ROWS, finished.ROWS * 16)
    assert finished.verdicts(finished.pdf(body=finished.TITLE + table, style=style))["4.9-2"] == verdict
