"""Every sample printed as PDF comes back with its words and its tree; and PDFs of other makers are read as they look."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path

import pytest
from lxml import html as lxml_html

from generator.build import build
from generator.filing import Filing
from generator.importing import import_file

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
        id(inner)
        for name in classes
        for span in element.iter("span")
        if span.get("class") == name
        for inner in span.iter()
    }
    pieces = [element.text or ""]
    for inner in element.iterdescendants():
        pieces += ["" if id(inner) in skipped else inner.text or ""]
        pieces += ["" if id(inner.getparent()) in skipped else inner.tail or ""]
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
