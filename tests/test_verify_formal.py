"""What `verify` says of a formal document of ours: every row of its letterhead and imprint is in order."""

import pytest

from generator.typeset.fonts import find_fonts
from generator.verify.clauses import Verdict
from generator.writers import pdf, word
from tests import finished, formal

pytestmark = pytest.mark.skipif(bool(find_fonts().absent), reason="needs the fonts that make installs")

TEXT = finished.TITLE + finished.ADDRESSEE + f"<p>{finished.SENTENCE * 3}</p>"
UPWARDS = {"2.4", "2.5", "2.7", "2.8", "2.9", "2.10"}


@pytest.mark.parametrize(
    ("form", "parts", "rows"),
    [
        (
            "文件",
            (formal.SMALL, formal.MARK, formal.NUMBER),
            {"2.1", "2.2", "2.3", "2.4", "2.5", "2.7", "2.10", "3.1-2"},
        ),
        ("文件", (formal.MARK, formal.NUMBER, formal.signers("周文")), UPWARDS),
        ("文件", (formal.MARK, formal.NUMBER, formal.signers("周文", "欧阳静", "李喆")), UPWARDS),
        ("文件", (formal.JOINT, formal.NUMBER), {"2.4", "2.5", "2.6", "2.7", "2.10"}),
        ("信函", (formal.SMALL, formal.NAME_ALONE, formal.NUMBER), {"2.2", "2.3", "2.5", "2.7", "5.1"}),
        ("纪要", (formal.MINUTES, formal.NUMBER), {"2.5", "2.7", "5.3"}),
        ("命令", (formal.ORDER, formal.NUMBER), {"2.5", "2.7", "5.2"}),
    ],
)
def test_a_letterhead_of_ours_has_every_row_in_order(form: str, parts: tuple[str, ...], rows: set[str]) -> None:
    data = pdf.write(formal.page(formal.letterhead(*parts) + TEXT + formal.signature("青山县实验小学"), form))
    found = finished.rows(data)
    assert {row: found[row].outcome.measured for row in rows if found[row].verdict != Verdict.GOOD} == {}
    assert finished.objections(data) == set()


def test_an_imprint_of_ours_has_every_row_in_order() -> None:
    foot = formal.imprint(formal.COPIES, formal.PRINTED, even=True)
    head = formal.letterhead(formal.MARK, formal.NUMBER)
    data = pdf.write(formal.page(head + TEXT + formal.signature("青山县实验小学", seal="yes") + foot))
    found = finished.rows(data)
    rows = {"4.1", "4.1-2", "4.2", "4.3", "4.4"}
    assert {row: found[row].outcome.measured for row in rows if found[row].verdict != Verdict.GOOD} == {}


def test_copies_end_where_the_next_rule_lies_though_no_date_of_printing_follows() -> None:
    foot = formal.imprint(formal.COPIES, '<p class="printed"><span class="printer">青山县实验小学</span></p>')
    data = pdf.write(formal.page(formal.letterhead(formal.MARK, formal.NUMBER) + TEXT + foot))
    assert finished.verdicts(data)["4.3"] == Verdict.GOOD


def test_an_imprint_of_a_letter_has_no_rules_and_is_not_blamed() -> None:
    head = formal.letterhead(formal.NAME_ALONE, formal.NUMBER)
    data = pdf.write(formal.page(head + TEXT + formal.imprint(formal.COPIES, formal.PRINTED), "信函"))
    found = finished.verdicts(data)
    assert [found[row] for row in ("4.1", "4.3", "4.4")] == [Verdict.UNMEASURED, Verdict.GOOD, Verdict.GOOD]


def test_an_order_needs_no_title() -> None:
    order = formal.letterhead(formal.ORDER, '<p class="number">第3号</p>') + f"<p>{finished.SENTENCE}</p>"
    for data in (pdf.write(formal.page(order, "命令")), word.write(formal.page(order, "命令"))):
        assert finished.rows(data)["3.1"].verdict == Verdict.UNMEASURED
