"""Two plans compared as they are printed: what changed, and a Word file that shows it as tracked changes."""

from datetime import date
from functools import partial
from pathlib import Path

from generator.desk import shown
from generator.dossier import attempt, open_dossier
from generator.examining import kind_of
from generator.page import render
from generator.problems import PlanError, Problem
from generator.revision.merging import merge
from generator.saving import save
from generator.typeset.compose import compose
from generator.typeset.composition import Composition
from generator.writers.word import write_composition


def compare(old: Path, new: Path) -> Composition:
    """The new plan with the changes from the old marked; PlanError with what is wrong in either."""
    problems: list[Problem] = []
    before, after = (attempt(partial(_composed, path), problems) for path in (old, new))
    if before is None or after is None:
        raise PlanError(*problems)
    return merge(before, after)


def write_revision(composition: Composition, path: Path, today: date, *, force: bool = False) -> None:
    """The Word file with tracked changes, never in the place of another file unless asked."""
    if path.suffix.lower() != ".docx":
        raise PlanError(Problem(shown(path), 0, 0, "wrong-form", "修订稿是 Word 文件，文件名要以 .docx 结尾"))
    if path.exists() and not force:
        message = "已经有这个文件，没有改动它。请换一个文件名；确实要重写，加 --force"
        raise PlanError(Problem(shown(path), 0, 0, "file-exists", message))
    save({path: write_composition(composition, revised=today)})


def _composed(path: Path) -> Composition:
    dossier = open_dossier(path)
    if dossier.faults:
        raise PlanError(*dossier.faults)
    return compose(render(dossier.assembled, dossier.school, kind_of(dossier)))
