"""Next year's plan from this year's: turned, checked at its new date, noted, saved with a checklist."""

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.deciding import decisions_in, unknown_years
from generator.desk import find_school, read_bytes, shown
from generator.dossier import Dossier, attempt, open_dossier
from generator.kinds import load_kinds
from generator.page import render, title_lines
from generator.problems import PlanError, Problem
from generator.readers.school import read_school
from generator.readers.yaml_plan import survey_plan
from generator.readers.yaml_tree import read_tree
from generator.roll.checklist import Decision, checklist
from generator.roll.notes import Note, Noted, annotate, without_notes
from generator.roll.rewriting import Rewritten, rewrite
from generator.roll.target import target_path
from generator.roll.turn import turn_of, unknown
from generator.saving import as_before, save
from generator.writers import write

_SCHEMA = re.compile(r"(?<=\$schema=)(?![a-z]+:)\S+")


@dataclass(frozen=True)
class Renewed:
    """What was written, what changed and what is to be decided."""

    path: Path
    checklist: Path
    changed: int
    decisions: tuple[Decision, ...]
    unknown_years: tuple[int, ...]


def renew(path: Path, year: int, out: Path | None, today: date, *, force: bool = False) -> Renewed:
    """Write the plan turned to this year, and its checklist; PlanError, and nothing written, where that cannot be."""
    dossier = _without_notes(open_dossier(path))
    if dossier.faults:
        raise PlanError(*dossier.faults)
    turn = turn_of(dossier.plan, dossier.source, year, dossier.school.holidays)
    target = target_path(path, turn, out)
    sheet = target.with_name(f"{target.stem}-核对清单.docx")
    _refuse_overwriting(path, (target, sheet), force)
    rewritten = rewrite(dossier.plan, dossier.source, turn)
    new = _renewed(dossier, rewritten, target)
    decisions = list(decisions_in(dossier, new, rewritten, turn, today))
    years = tuple(unknown_years(new, turn))
    noted, decisions = _noted(new, decisions, _summary(path, rewritten, decisions, years))
    save({target: _bytes(noted.text, path, target), sheet: _checklist(new, shown(target), shown(path), decisions)})
    return Renewed(target, sheet, len(rewritten.changed), tuple(decisions), years)


def _refuse_overwriting(path: Path, files: Iterable[Path], force: bool) -> None:
    same = "会盖住原来的计划，没有写。请用 -o 换一个文件名"
    exists = "已经有这个文件，没有改动它。请用 -o 换一个文件名；确实要重写，加 --force"
    problems = [
        Problem(shown(file), 0, 0, "file-exists", same if file.resolve() == path.resolve() else exists)
        for file in files
        if file.resolve() == path.resolve() or (file.exists() and not force)
    ]
    if problems:
        raise PlanError(*problems)


def _without_notes(dossier: Dossier) -> Dossier:
    """The plan as it is without the notes of an earlier turn."""
    text = without_notes(dossier.source.text)
    plan, source, faults = survey_plan(text.encode(), dossier.source.file)
    return replace(dossier, plan=plan, source=source, faults=faults)


def _renewed(dossier: Dossier, rewritten: Rewritten, target: Path) -> Dossier:
    """The new plan with the school that its new place has, or the old one's."""
    plan, source, faults = survey_plan(rewritten.text.encode(), shown(target))
    if faults:
        raise PlanError(*faults)
    new = replace(dossier, path=target, plan=plan, source=source)
    school_path = attempt(lambda: find_school(target), [])
    if school_path is None or school_path == dossier.school_path:
        return new
    school, school_source = read_school(read_bytes(school_path), shown(school_path))
    return replace(new, school_path=school_path, school=school, school_source=school_source)


# ---- the files ----------------------------------------------------------------------------------------------------


def _summary(path: Path, rewritten: Rewritten, decisions: list[Decision], years: tuple[int, ...]) -> list[str]:
    counted = "、".join(
        f"{kind}{count}处"
        for kind in dict.fromkeys(one.kind for one in decisions)
        if (count := _count(decisions, kind))
    )
    lines = [
        f"由 {shown(path)} 转来，改了{len(rewritten.changed)}处年份、日期和编号，正文的话没有动。",
        f"有{len(decisions)}处要人核对，在“# 请核对”的下一行{f'（{counted}）' if counted else ''}；改好一处，删去那一行注释。",
    ]
    remedy = "公布后写进 学校.yaml 的“节假日”，再转一次就会顺延"
    return [*lines, *(f"{unknown(year)}，日期没有顺延；{remedy}。" for year in years)]


def _count(decisions: list[Decision], kind: str) -> int:
    return sum(one.kind == kind for one in decisions)


def _noted(new: Dossier, decisions: list[Decision], summary: list[str]) -> tuple[Noted, list[Decision]]:
    """The text with its notes, read again to be sure it says the same; the decisions at their lines in it."""
    noted = annotate(new.source, [Note(one.line, one.message) for one in decisions], summary)
    if read_tree(noted.text, new.source.file)[0] != read_tree(new.source.text, new.source.file)[0]:
        noted = annotate(new.source, [Note(1, one.message) for one in decisions], summary)
    return noted, [replace(one, line=noted.line(one.line)) for one in decisions]


def _bytes(text: str, path: Path, target: Path) -> bytes:
    """The text with the ends of lines of the old file; an editor's modeline points to the same schema from its new place."""

    def moved(found: re.Match[str]) -> str:
        schema = path.parent / found[0]
        return Path(os.path.relpath(schema, target.parent)).as_posix() if schema.is_file() else found[0]

    text = _SCHEMA.sub(moved, text, 1)
    return as_before(text, read_bytes(path))


def _checklist(new: Dossier, file: str, origin: str, decisions: list[Decision]) -> bytes:
    plan = checklist("".join(title_lines(new.plan, new.school)), file, origin, decisions)
    return write(render(plan, new.school, load_kinds()[plan.kind]), "docx")
