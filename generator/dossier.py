"""A plan as it lies on the desk: read from disk with its school, its source and the plans it takes in as annexes."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from generator.desk import Desk, find_school, read_bytes, shown
from generator.model import Annex, Block, Plan, School, Table
from generator.outline.duties import responsibility_table
from generator.page import title_lines
from generator.problems import PlanError, Problem
from generator.readers.school import read_school
from generator.readers.yaml_plan import survey_plan
from generator.source import Source

T = TypeVar("T")

__all__ = ["Dossier", "attempt", "find_school", "open_dossier", "read_bytes", "shown"]


@dataclass(frozen=True)
class Dossier:
    """One plan with everything that was read for it; `annexed` are the plans its annexes name, by that name."""

    path: Path
    plan: Plan
    source: Source
    school_path: Path
    school: School
    school_source: Source
    annexed: tuple[tuple[str, "Dossier"], ...] = ()
    faults: tuple[Problem, ...] = ()
    """What was wrong in the plan's own file, which was read as far as it goes."""

    @property
    def whole(self) -> tuple["Dossier", ...]:
        """This plan and every plan it takes in."""
        return (self, *(inner for _, annexed in self.annexed for inner in annexed.whole))

    @property
    def sources(self) -> tuple[tuple[Path, Source], ...]:
        """Every file that was read."""
        return tuple(
            pair
            for inner in self.whole
            for pair in ((inner.path, inner.source), (inner.school_path, inner.school_source))
        )

    @property
    def assembled(self) -> Plan:
        """The plan with every annexed plan set in as an annex."""
        annexed = dict(self.annexed)
        annexes = [
            inner
            for annex in self.plan.annexes
            for inner in (_as_annexes(annex, annexed[annex.plan_file]) if annex.plan_file else (annex,))
        ]
        return replace(self.plan, annexes=tuple(annexes))


def open_dossier(path: Path, desk: Desk | None = None) -> Dossier:
    """The plan at this path with its school and annexed plans."""
    return _open(path, desk or Desk(), ())


def _open(path: Path, desk: Desk, above: tuple[Path, ...]) -> Dossier:
    problems: list[Problem] = []
    of_school = attempt(lambda: _open_school(path, desk), problems)
    of_plan = attempt(lambda: survey_plan(desk.read(path), desk.shown(path)), problems)
    if of_school is None or of_plan is None:
        raise PlanError(*problems, *(of_plan[2] if of_plan else ()))
    (plan, source, faults), (school_path, school, school_source) = of_plan, of_school
    dossier = Dossier(path, plan, source, school_path, school, school_source, faults=faults)
    return replace(dossier, annexed=_open_annexed(dossier, desk, (*above, path.resolve())))


def attempt(action: Callable[[], T], problems: list[Problem]) -> T | None:
    """What the action gives back; where it fails, its problems join the list, so that all are told at once."""
    try:
        return action()
    except PlanError as error:
        problems.extend(error.problems)
        return None


def _open_school(path: Path, desk: Desk) -> tuple[Path, School, Source]:
    school_path = desk.school_of(path)
    return school_path, *read_school(desk.read(school_path), desk.shown(school_path))


# ---- annexed plans ------------------------------------------------------------------------------------------------


def _open_annexed(dossier: Dossier, desk: Desk, above: tuple[Path, ...]) -> tuple[tuple[str, Dossier], ...]:
    problems: list[Problem] = []
    named = [annex for annex in dossier.plan.annexes if annex.plan_file]
    opened = [
        (annex.plan_file, attempt(partial(_open_annex, annex, dossier, desk, above), problems)) for annex in named
    ]
    if problems:
        raise PlanError(*problems)
    return tuple((name, inner) for name, inner in opened if inner)


def _open_annex(annex: Annex, dossier: Dossier, desk: Desk, above: tuple[Path, ...]) -> Dossier:
    return _open(_annexed_path(annex, dossier, desk, above), desk, above)


def _annexed_path(annex: Annex, dossier: Dossier, desk: Desk, above: tuple[Path, ...]) -> Path:
    """The annexed plan's path, checked to exist inside the school's folder and not to lead back here."""
    own = dossier.school_path.parent
    path = Path(os.path.normpath(dossier.path.parent / annex.plan_file))
    path = desk.annex(path, own)
    if not any(path.resolve().is_relative_to(root.resolve()) for root in (own, desk.shared) if root):
        raise _refused(annex, dossier, "annex-outside", f"“{annex.plan_file}”不在本校的文件夹里，只能附本校的计划")
    if path.resolve() in above:
        raise _refused(annex, dossier, "annex-loop", f"“{annex.plan_file}”又把本计划作为附件，请去掉其中一处")
    if not desk.has(path):
        raise _refused(
            annex, dossier, "annex-missing", f"找不到附件“{annex.plan_file}”，请核对文件名（从本文件所在的文件夹写起）"
        )
    return path


def _refused(annex: Annex, dossier: Dossier, rule: str, message: str) -> PlanError:
    return PlanError(dossier.source.problem((*annex.at, "计划"), rule, message))


def _as_annexes(annex: Annex, dossier: Dossier) -> Iterator[Annex]:
    """The annexed plan as one annex, then its own annexes and 责任分解表 as annexes of the plan that takes it in."""
    plan = dossier.assembled
    blocks: tuple[Block, ...] = (*plan.preamble, *plan.body.blocks, *plan.closing)
    title = annex.title or "\n".join(title_lines(plan, dossier.school))
    yield replace(annex, title=title, blocks=blocks, numbering=plan.body.numbering, plan_file="")
    yield from plan.annexes
    if plan.responsibility:
        sheet = responsibility_table(plan)
        table = Table(columns=sheet.columns, rows=sheet.rows, widths=sheet.widths)
        yield Annex(title=plan.responsibility, blocks=(table,))
