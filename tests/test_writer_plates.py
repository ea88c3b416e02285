"""A PDF printed from plates is, byte for byte, what WeasyPrint makes of the same page; the rest is left to WeasyPrint."""

import os
from collections import Counter
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from generator.dossier import open_dossier
from generator.filing import Travelling
from generator.kinds import load_kinds
from generator.model import Plan, School
from generator.page import render
from generator.problems import PlanError
from generator.typeset.compose import compose
from generator.typeset.composition import Composition
from generator.typeset.fonts import find_fonts
from generator.typeset.galley import BeyondPlatesError
from generator.writers import pdf, pdf_engine, prints
from generator.writers.plates import facts, libraries
from generator.writers.plates.itemizing import items
from tests import formal
from tests.plans_strategy import plans, schools

SAMPLES = sorted(path for path in (Path(__file__).parents[1] / "plans" / "示例").glob("*.yaml") if path.stem != "学校")
LEFT_TO_WEASYPRINT = {"关于开展护学岗联合行动的通知"}
"""Several organisations in one mark."""
THOROUGH = bool(os.environ.get("XIAOWEN_THOROUGH"))
FONTS = find_fonts()
TEXT = "<p>为保障师生安全，制定本计划。</p>"
seen: Counter[str] = Counter()

pytestmark = pytest.mark.skipif(bool(FONTS.absent), reason="fonts are not installed")


def composed(path: Path) -> Composition:
    dossier = open_dossier(path)
    return compose(render(dossier.plan, dossier.school, load_kinds()[dossier.plan.kind]))


def both(composition: Composition, standard: str = "a-2a") -> tuple[bytes, bytes]:
    """From plates, and by WeasyPrint."""
    return (
        pdf.from_plates(composition, FONTS, standard, None),
        pdf_engine.write(composition, FONTS, standard, None),
    )


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_sample_is_the_same_from_plates(path: Path) -> None:
    if path.stem in LEFT_TO_WEASYPRINT:
        with pytest.raises(BeyondPlatesError):
            pdf.from_plates(composed(path), FONTS, "a-2a", None)
        return
    ours, theirs = both(composed(path))
    assert ours == theirs


@given(plan=plans(), school=schools)
@settings(
    max_examples=200 if THOROUGH else 20,
    derandomize=True,
    deadline=None,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_any_plan_is_the_same_from_plates(plan: Plan, school: School) -> None:
    composition = compose(render(plan, school, load_kinds()[plan.kind]))
    try:
        ours, theirs = both(composition)
    except BeyondPlatesError:
        seen["left"] += 1
        return
    seen["printed"] += 1
    assert _digest(ours) == _digest(theirs)


def test_nearly_all_plans_are_printed_from_plates() -> None:
    assert seen["printed"] > 9 * seen["left"]


def _digest(content: bytes) -> str:
    """What stands for a file: two that differ need not be shown."""
    return sha256(content).hexdigest()


@pytest.mark.parametrize("standard", ["a-2a", "a-3a"])
def test_source_and_standard_travel_the_same_way(standard: str) -> None:
    composition = compose(formal.page(formal.letterhead(formal.MARK, formal.NUMBER) + TEXT))
    source = Travelling(plan="# 计划\n", school="# 学校\n")
    ours = pdf.from_plates(composition, FONTS, standard, source)
    assert ours == pdf_engine.write(composition, FONTS, standard, source)


def test_bold_heads_are_outlined_the_same_way() -> None:
    heads = (
        "<section><h2>一、目标</h2><section><h3>（一）任务</h3><section><h4>1.分工</h4></section></section></section>"
    )
    ours, theirs = both(compose(formal.page(heads, "", " data-third=bold")))
    assert ours == theirs


@pytest.mark.parametrize("standard", ["ua-1", "plain"])
def test_other_standards_are_left_to_weasyprint(standard: str) -> None:
    composition = compose(formal.page(TEXT))
    with pytest.raises(BeyondPlatesError):
        pdf.from_plates(composition, FONTS, standard, None)
    assert pdf.write(formal.page(TEXT), standard=standard).startswith(b"%PDF-1.7")


@pytest.mark.parametrize("names", [("none.so", "none.so"), ("libc.so.6", "libc.so.6")])
def test_a_machine_without_harfbuzz_prints_the_same(names: tuple[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    expected = pdf.write(formal.page(TEXT))
    monkeypatch.setattr(libraries, "NAMES", {"linux": names})
    libraries.libraries.cache_clear()
    try:
        with pytest.raises(BeyondPlatesError):
            libraries.libraries()
        assert pdf.write(formal.page(TEXT)) == expected
        assert prints("pdf")
    finally:
        monkeypatch.undo()
        libraries.libraries.cache_clear()


def test_what_needs_pango_is_told_where_that_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> None:
        raise OSError

    monkeypatch.setattr(pdf_engine, "weasyprint", missing)
    assert pdf.write(formal.page(TEXT))
    with pytest.raises(PlanError, match="xiaowen doctor"):
        pdf.write(formal.page(TEXT), standard="plain")


def test_the_program_named_in_the_file_is_the_one_installed() -> None:
    assert f"WeasyPrint {version('weasyprint')}" == facts.PRODUCER


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("安全第一，2026年3月。", ["安全第一，2026年3月。"]),
        ("— 1 —", ["— 1 —"]),
        ("A岗：B岗", ["A", "岗：", "B", "岗"]),
        ("AED，调整", ["AED，", "调整"]),
        ("“A岗”B", ["“A", "岗", "”B"]),
        ("A（“试）演", ["A（“", "试", "）", "演"]),
        ("A）试", ["A）", "试"]),
        ("（一）A", ["（一）", "A"]),
    ],
)
def test_a_text_is_parted_by_its_scripts(text: str, parts: list[str]) -> None:
    assert [text[item.start : item.end] for item in items(text)] == parts


def test_a_script_that_offices_do_not_write_is_left_to_weasyprint() -> None:
    with pytest.raises(BeyondPlatesError, match=r"U\+0E01"):
        items("ก")
