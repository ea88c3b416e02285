"""Every sample printed as DOCX without its source comes back as a plan that prints the same page."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from generator.build import build
from generator.dossier import open_dossier
from generator.examining import examine, kind_of
from generator.importing import Imported, import_content
from generator.kinds import load_kinds
from generator.model import Plan, School
from generator.page import render
from generator.problems import PlanError, Severity
from generator.readers.yaml_plan import read_plan
from generator.writers import word
from tests.plans_strategy import plans, schools

SAMPLES = sorted(path for path in (Path(__file__).parents[1] / "plans/示例").glob("*.yaml") if path.name != "学校.yaml")
TODAY = date(2026, 11, 22)

UNTOLD: tuple[tuple[str, str], ...] = (
    (r"<meta name=\"author\"[^>]*>", ""),  # a speech does not name its school
    (r"<colgroup>.*?</colgroup>\s*", ""),  # widths asked for look like widths worked out
    (r"</section>\s*", ""),  # where a section ends: text after its last sub-section belongs to either
    (r"<span class=\"lead\">(.*?)</span>", r"\1"),  # a lead sentence is set as the text behind it
    (r"</span><span class=\"line\">", ""),  # lines of a title that were not asked for look like those that were
    (r"<p class=\"item\" data-depth=\"\d\">(?!<span)", "<p>"),  # an item with 序号: 无 looks like a paragraph
)
"""What a page leaves no trace of in print, and what stands for it in both pages that are compared."""


def printed(plan: Plan, school: School) -> str:
    """The plan's page without what print does not tell."""
    html = render(plan, school, load_kinds()[plan.kind])
    for pattern, plain in UNTOLD:
        html = re.sub(pattern, plain, html, flags=re.DOTALL)
    return re.sub(r"\n\s*", "\n", html)


def imported(content: bytes, folder: Path) -> Imported:
    folder.mkdir(exist_ok=True)
    return import_content(content, Path("旧.docx"), folder / "计划.yaml", TODAY, simplified=False, force=True)


@pytest.fixture(scope="module")
def returned(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], tuple[Imported, Path]]:
    """The import of a sample's DOCX, done once."""
    folder = tmp_path_factory.mktemp("回来")
    done: dict[Path, Imported] = {}

    def sample(path: Path) -> tuple[Imported, Path]:
        target = folder / path.stem
        if path not in done:
            dossier = open_dossier(path)
            page = render(dossier.assembled, dossier.school, kind_of(dossier))
            done[path] = imported(word.write(page), target)
        return done[path], target / "计划.yaml"

    return sample


Returned = Callable[[Path], tuple[Imported, Path]]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_comes_back_from_word_and_prints_the_same_page(path: Path, returned: Returned) -> None:
    source, back = open_dossier(path), open_dossier(returned(path)[1])
    assert printed(back.assembled, back.school) == printed(source.assembled, source.school)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_comes_back_without_a_character_lost(path: Path, returned: Returned) -> None:
    found, _ = returned(path)
    assert (found.lost, found.removed) == ("", ())
    assert found.read > 100


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_what_came_back_builds(path: Path, returned: Returned, tmp_path: Path) -> None:
    _, target = returned(path)
    built = build(target, tmp_path, ("html",), TODAY)
    assert built.files, [
        problem for problem in examine(open_dossier(target), TODAY) if problem.severity == Severity.ERROR
    ]


def test_everything_that_is_not_compared_is_met_in_a_sample() -> None:
    dossiers = [open_dossier(path) for path in SAMPLES]
    pages = [render(dossier.assembled, dossier.school, kind_of(dossier)) for dossier in dossiers]
    assert pages
    assert [pattern for pattern, _ in UNTOLD if not any(re.search(pattern, page, re.DOTALL) for page in pages)] == []


@pytest.mark.slow
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(plan=plans(), school=schools)
def test_any_printed_plan_comes_back_as_a_plan_and_what_is_lost_is_told(
    plan: Plan, school: School, tmp_path: Path
) -> None:
    try:
        found = imported(word.write(render(plan, school, load_kinds()[plan.kind])), tmp_path / "任意")
    except PlanError:
        return
    assert len(found.lost) <= found.read
    read_plan(found.target.read_bytes(), "计划.yaml")
