"""Golden pages: a short plan of every kind as HTML, Word and print; `pytest --update-golden` writes them anew."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from difflib import unified_diff
from pathlib import Path
from typing import get_args

import pytest

from generator.dossier import Dossier, open_dossier
from generator.inspection import inspect
from generator.kinds import load_kinds
from generator.model import Annex, Block, Cell, Charge, Dispatch, Duty, Item, Layout, Office, Plan, Row
from generator.page import render
from generator.typeset.fonts import Fonts
from generator.vocabulary import NUMBERINGS
from generator.writers import pdf, word
from tests.printed import document_xml, indented, pages_of_pdf

GOLDEN = Path(__file__).parent / "golden"
KINDS = load_kinds()
FOLDERS = sorted(path.parent for path in GOLDEN.glob("*/plan.yaml"))
TODAY = date(2026, 3, 1)
RECORDS = {*get_args(Block), Annex, Cell, Charge, Dispatch, Duty, Item, Layout, Office, Plan, Row}


def printed(folder: Path, fonts: Fonts) -> dict[str, str]:
    """What the folder's plan looks like: file name -> text."""
    dossier = open_dossier(folder / "plan.yaml")
    html = render(dossier.assembled, dossier.school, KINDS[dossier.plan.kind])
    pages = pages_of_pdf(pdf.write(html, fonts=fonts))
    return {
        "page.html": html,
        "document.xml": indented(document_xml(word.write(html))),
        "pages.txt": "".join(f"==== {number} ====\n{text}\n" for number, text in enumerate(pages, 1)),
    }


def kept(folder: Path, names: dict[str, str]) -> dict[str, str]:
    return {name: (folder / name).read_text(encoding="utf-8") for name in names}


def differences(before: dict[str, str], after: dict[str, str]) -> str:
    lines = [unified_diff(before[name].splitlines(), after[name].splitlines(), name, n=1) for name in after]
    return "\n".join(line for found in lines for line in list(found)[:30])


def test_every_kind_has_golden_pages() -> None:
    assert FOLDERS
    assert {open_dossier(folder / "plan.yaml").plan.kind for folder in FOLDERS} == set(KINDS)


@pytest.mark.parametrize("folder", FOLDERS, ids=[folder.name for folder in FOLDERS])
def test_pages_are_as_they_were_kept(folder: Path, update_golden: bool, installed_fonts: Fonts) -> None:
    after = printed(folder, installed_fonts)
    if update_golden:
        for name, text in after.items():
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
    before = kept(folder, after)
    assert len(after) == 3
    assert all(after.values())
    assert all(after[name] == before[name] for name in after), differences(before, after)


@pytest.mark.parametrize("folder", FOLDERS, ids=[folder.name for folder in FOLDERS])
def test_a_golden_plan_is_short_and_without_problems(folder: Path) -> None:
    assert (folder / "plan.yaml").read_text(encoding="utf-8").count("\n") <= 60
    assert inspect(folder / "plan.yaml", TODAY) == ()


def test_golden_plans_use_every_field_of_every_record_and_every_style_of_numbers() -> None:
    used: dict[type, set[str]] = defaultdict(set)
    numberings: set[object] = set()
    dossiers = [dossier for folder in FOLDERS for dossier in open_dossier(folder / "plan.yaml").whole]
    for record in (record for dossier in dossiers for record in records(dossier)):
        used[type(record)] |= changed(record)
        numberings.add(getattr(record, "numbering", ""))
    wanted = {record: {field.name for field in fields(record)} - {"at"} for record in RECORDS}
    assert {record.__name__: names - used[record] for record, names in wanted.items() if names - used[record]} == {}
    assert numberings == {"", *NUMBERINGS}


def records(dossier: Dossier) -> Iterator[object]:
    """Every record of a plan, and its school's house rules."""
    waiting: list[object] = [dossier.plan, dossier.school.layout]
    while waiting:
        thing = waiting.pop()
        if isinstance(thing, tuple):
            waiting += thing
        elif is_dataclass(thing):
            yield thing
            waiting += [getattr(thing, field.name) for field in fields(thing)]


def changed(record: object) -> set[str]:
    """The fields of a record that do not hold what they hold when left out."""
    assert is_dataclass(record)
    defaults = {
        field.name: field.default_factory() if field.default_factory is not MISSING else field.default
        for field in fields(record)
    }
    return {name for name, default in defaults.items() if getattr(record, name) != default}
