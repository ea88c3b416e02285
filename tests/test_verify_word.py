"""What `verify` says of a DOCX: nothing against ours, the right clause against one that was spoiled."""

import re

import pytest

from generator.problems import PlanError
from generator.verify.clauses import CLAUSES, Verdict
from generator.verify.measuring import LARGEST, measure
from tests import finished

FORMAL = (
    '<header class="letterhead"><p class="copy-number">000001</p><p class="secrecy">机密★1年</p><p class="urgency">特急</p>'
    '<p class="mark"><span class="line">青山县实验小学</span><span class="suffix">文件</span></p>'
    '<p class="number">青实小〔2026〕3号</p></header>'
)
IMPRINT = (
    '<footer class="imprint"><p class="copies"><span class="label">抄送：</span>青山县教育局。</p>'
    '<p class="printed"><span class="printer">青山县实验小学</span><span class="printed-on">2026年3月1日印发</span></p></footer>'
)


def test_a_file_of_ours_has_nothing_against_it() -> None:
    assert finished.objections(finished.docx()) == set()


def test_a_letterhead_of_ours_has_nothing_against_it() -> None:
    formal = finished.docx(FORMAL + finished.TITLE + finished.ADDRESSEE + finished.BODY + IMPRINT)
    found = finished.verdicts(formal)
    assert {found[row] for row in ("2.1", "2.2", "2.3", "2.5", "2.7", "4.3", "4.4")} == {Verdict.GOOD}


@pytest.mark.parametrize(
    ("changes", "row"),
    [
        ({'w:w="11906"': 'w:w="12240"'}, "1.1"),
        ({'w:top="2098"': 'w:top="1440"'}, "1.2"),
        ({'w:left="1587"': 'w:left="1800"'}, "1.3"),
        ({'w:left="1587"': 'w:left="1800"'}, "1.4"),
        ({'w:right="1474"': 'w:right="1800"'}, "1.5"),
        ({'w:eastAsia="仿宋"': 'w:eastAsia="宋体"'}, "1.6"),
        ({'<w:spacing w:val="-6"/>': ""}, "1.7"),
        ({'<w:spacing w:val="-6"/>': '<w:spacing w:val="12"/>'}, "1.9"),
        ({'w:line="579"': 'w:line="480"'}, "1.7-2"),
        ({'w:line="579"': 'w:line="480"'}, "1.10"),
        ({'w:line="579" w:lineRule="exact"': 'w:line="360"'}, "1.7-2"),
        ({'<w:sz w:val="32"/>': '<w:sz w:val="32"/><w:color w:val="1F4E79"/>'}, "1.8"),
        ({'w:eastAsia="方正小标宋简体"': 'w:eastAsia="黑体"'}, "3.1"),
        ({'<w:sz w:val="44"/>': '<w:sz w:val="36"/>'}, "3.1"),
        ({'<w:jc w:val="center"/>': '<w:jc w:val="left"/>'}, "3.1"),
        ({"工作计划的通知": "工作计划的通知。"}, "3.3"),
        ({"各年级组：": "各年级组:"}, "3.5"),
        ({'<w:ind w:firstLineChars="200" w:firstLine="628"/>': ""}, "3.7-2"),
        ({'w:firstLineChars="200" w:firstLine="628"': 'w:firstLine="480"'}, "3.7-2"),
        ({'<w:t xml:space="preserve">全校': '<w:t xml:space="preserve">　　全校'}, "3.7-2"),
        ({"二、": "三、"}, "3.8"),
        ({'w:eastAsia="黑体"': 'w:eastAsia="仿宋"'}, "3.9"),
        ({'w:eastAsia="楷体"': 'w:eastAsia="黑体"'}, "3.9"),
        ({'<w:outlineLvl w:val="1"/></w:pPr><w:rPr>': '<w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/>'}, "3.9-2"),
        ({"工作目标": "工作目标。"}, "3.10"),
        ({'w:hanging="': 'w:right="1" w:hang="'}, "3.11"),
        ({"任务表": "任务表。"}, "3.11-2"),
        ({"2026年2月27日": "2026年02月27日"}, "3.17"),
        ({"2026年2月27日": "二〇二六年二月二十七日"}, "3.17"),
        ({"全校教职工": "此页无正文"}, "3.19"),
        ({"（联系人": "(联系人"}, "3.20"),
        ({"附件2": "附件3"}, "3.21-2"),
        ({">— <": ">第<", "> —<": ">页<"}, "4.5"),
        ({'<w:sz w:val="28"/>': '<w:sz w:val="21"/>'}, "4.5-2"),
        ({'w:footer="1401"': 'w:footer="700"'}, "4.5-3"),
        ({"<w:evenAndOddHeaders/>": ""}, "4.6"),
        ({"<w:tblHeader/>": ""}, "4.9-2"),
        ({'<w:kinsoku w:val="1"/>': '<w:kinsoku w:val="0"/>'}, "6.K01"),
        ({"及时排查": "及时排查（试行"}, "6.L32"),
        ({"全校教职工": "2026-2028年"}, "6.L15"),
    ],
)
def test_a_spoiled_file_is_told_by_its_clause(changes: dict[str, str], row: str) -> None:
    assert row in finished.objections(finished.spoiled(changes))


def test_every_place_is_a_paragraph_of_the_text() -> None:
    (place, *_) = finished.rows(finished.spoiled({"各年级组：": "各年级组:"}))["3.5"].outcome.places
    assert place.paragraph == 3
    assert str(place) == "第3段“各处室、各年级组:”"


def test_a_narrow_grid_counts_its_characters() -> None:
    grid = '<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="{}"/></w:sectPr>'
    for room, verdict in (("-849", Verdict.GOOD), ("0", Verdict.BAD)):
        changed = {
            "</w:sectPr>": grid.format(room),
            '<w:spacing w:val="-6"/>': "",
            'w:line="579" w:lineRule="exact"': 'w:line="240"',
        }
        found = finished.verdicts(finished.spoiled(changed))
        assert found["1.7"] == verdict
        assert found["1.7-2"] == Verdict.GOOD


def test_28_points_are_advised_against_and_not_failed() -> None:
    assert finished.verdicts(finished.spoiled({'w:line="579"': 'w:line="560"'}))["1.10"] == Verdict.ADVICE


def test_a_seal_and_a_stamp_are_known_by_their_indents() -> None:
    form = '<div class="signature" data-seal="{}"><p class="{}">{}</p><p class="date">2026年2月27日</p></div>'
    for seal, part, name, row in (
        ("yes", "organisation", "青山县实验小学", "3.12"),
        ("stamp", "organisation", "校长", "3.16"),
    ):
        body = finished.TITLE + finished.BODY + form.format(seal, part, name)
        assert finished.verdicts(finished.docx(body))[row] == Verdict.GOOD


def test_a_signature_anywhere_else_fits_no_geometry() -> None:
    moved = finished.rewritten(
        finished.docx(), lambda _, part: re.sub(rb'w:rightChars="\d+" w:right="\d+"', b'w:right="0"', part)
    )
    assert finished.verdicts(moved)["3.14"] == Verdict.BAD


def test_a_file_without_anything_is_measured_all_the_same() -> None:
    empty = finished.rewritten(
        finished.docx(),
        lambda name, part: (
            b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
            if name == "word/document.xml"
            else part
        ),
    )
    found = finished.verdicts(empty)
    assert set(found) == set(CLAUSES)
    assert found["1.1"] == Verdict.BAD


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "这不是 PDF，也不是 DOCX"),
        (b"\xd0\xcf\x11\xe0old", "这是旧格式"),
        (b"PK\x03\x04broken", "这个 DOCX 打不开"),
        (b"%PDF-1.7 broken", "这个 PDF 打不开"),
        (b"x" * (LARGEST + 1), "最多量 50 MB"),
        (finished.rewritten(finished.docx(), lambda _, part: part[:-3]), "这个 DOCX 打不开"),
        (
            finished.rewritten(finished.docx(), lambda _, part: b"<!DOCTYPE a>" + part[part.index(b"?>") + 2 :]),
            "打不开",
        ),
        (finished.docx().replace(b"word/document.xml", b"word/documents.xm"), "这不是 Word 文稿"),
    ],
)
def test_a_file_that_cannot_be_measured_is_refused_in_a_sentence(data: bytes, message: str) -> None:
    with pytest.raises(PlanError, match=message) as refused:
        measure(data, "文稿")
    assert len(refused.value.problems) == 1


def test_a_bomb_is_refused() -> None:
    bomb = finished.rewritten(finished.docx(), lambda name, part: b" " * 101 * 2**20 if "settings" in name else part)
    with pytest.raises(PlanError, match="展开后太大"):
        measure(bomb, "文稿")
