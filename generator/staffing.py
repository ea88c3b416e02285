"""The duties of people over all plans, and one person in the place of another in 学校.yaml."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from pathlib import Path

from generator.batch import Job, gather
from generator.desk import read_bytes
from generator.dossier import Dossier, attempt, open_dossier
from generator.manuscript import Manuscript
from generator.model import Place
from generator.outline.manuscripts import manuscript_of
from generator.problems import PlanError, Problem
from generator.readers.school import read_school
from generator.readers.yaml_plan import survey_plan
from generator.saving import as_before, save
from generator.source import Position, Source
from generator.staff.duties import Assignment, assignments
from generator.staff.replacing import refuse_unclear, school_text, school_with, text_with


@dataclass(frozen=True)
class Desk:
    """The plans that could be read, each with its job, and what was wrong with the others."""

    plans: tuple[tuple[Job, Dossier], ...]
    problems: tuple[Problem, ...]

    @cached_property
    def manuscripts(self) -> dict[Job, Manuscript]:
        """Every plan as text."""
        return {job: manuscript_of(dossier.plan, dossier.school, date.min) for job, dossier in self.plans}


@dataclass(frozen=True)
class Found:
    """A duty and where it is written."""

    job: Job
    file: str
    line: int
    column: int
    assignment: Assignment


@dataclass(frozen=True)
class Count:
    """A person, the posts held, how many duties in how many plans."""

    name: str
    posts: tuple[str, ...]
    duties: int
    plans: int


@dataclass(frozen=True)
class Replaced:
    """What a new name changed: the files written, the duties it passes on, and those that still have the old name."""

    files: tuple[Path, ...]
    passed: tuple[Found, ...]
    left: tuple[Found, ...]

    @property
    def jobs(self) -> tuple[Job, ...]:
        """The plans that print another name now."""
        return tuple(dict.fromkeys(found.job for found in self.passed))


def open_desk(paths: Iterable[Path]) -> Desk:
    """Every plan the paths hold."""
    batch = gather(paths)
    problems = list(batch.problems)
    opened = [(job, attempt(partial(open_dossier, job.plan), problems)) for job in batch.jobs]
    plans = tuple((job, dossier) for job, dossier in opened if dossier)
    problems += [problem for _, dossier in plans for problem in dossier.faults]
    return Desk(plans, tuple(problems))


def duties_of(desk: Desk, name: str) -> Iterator[Found]:
    """Every duty of this person, plan by plan."""
    for job, dossier in desk.plans:
        for found in assignments(dossier.plan, desk.manuscripts[job], name):
            yield Found(job, dossier.source.file, *_located(found.place, dossier.source), found)


def _located(place: Place, source: Source) -> Position:
    """Where a place stands; the rows of a table are under 行, or the table's own entries."""
    own = (*place[:-2], *place[-1:]) if place[-2:-1] == ("行",) else place
    return source.locate(place if place in source.places else own)


def is_known(desk: Desk, name: str) -> bool:
    """Whether a person of this name is in 学校.yaml."""
    return any(person.full_name == name for _, dossier in desk.plans for person in dossier.school.people)


def counts(desk: Desk) -> Iterator[Count]:
    """Everybody in the order of 学校.yaml."""
    posts = {person.full_name: person.posts for _, dossier in desk.plans for person in dossier.school.people}
    for name, held in posts.items():
        found = tuple(duties_of(desk, name))
        yield Count(name, held, len(found), len({each.job for each in found}))


def replace_person(desk: Desk, old: str, new: str, *, in_plans: bool) -> Replaced:
    """Write the new name into 学校.yaml, and into rosters and duties of the plans if asked; PlanError where unclear."""
    if desk.problems:
        raise PlanError(*desk.problems)
    dossier = _school_of(desk, old)
    refuse_unclear(dossier.school, dossier.school_source, old, new)
    text = school_text(dossier.school, dossier.school_source, old, new)
    if read_school(text.encode(), dossier.school_source.file)[0] != school_with(dossier.school, old, new):
        message = f"“{old}”在 学校.yaml 里的写法改不了，没有改；请直接改 学校.yaml"
        raise PlanError(dossier.school_source.problem(("人员",), "not-replaceable", message))
    here = [(job, plan) for job, plan in desk.plans if plan.school_path == dossier.school_path]
    records = {job for job, plan in here if _is_record(plan)}
    found = tuple(each for each in duties_of(Desk(tuple(here), ()), old))
    open_plans = tuple(each for each in found if each.job not in records)
    plans = dict(_plans_with(desk, open_plans, old, new)) if in_plans else {}
    files = {dossier.school_path: as_before(text, read_bytes(dossier.school_path))} | plans
    save(files)
    passed = tuple(each for each in open_plans if each.assignment.written != old or _is_written(each, plans))
    return Replaced(tuple(files), passed, tuple(each for each in found if each not in passed))


def _is_record(dossier: Dossier) -> bool:
    """Minutes (纪要) tell who was there then: a new name has no place in them."""
    dispatch = dossier.plan.dispatch
    return dossier.plan.kind == "纪要" or (dispatch is not None and dispatch.shape == "纪要")


def _is_written(found: Found, plans: dict[Path, bytes]) -> bool:
    return not found.assignment.free and found.job.plan in plans


def _school_of(desk: Desk, name: str) -> Dossier:
    """A plan of the one school that has the person; of any where none has."""
    schools = {dossier.school_path: dossier for _, dossier in desk.plans}
    having = [each for each in schools.values() if any(person.full_name == name for person in each.school.people)]
    if len(having) > 1:
        message = f"有{len(having)}份 学校.yaml 里都有“{name}”；请写明是哪个文件夹的计划"
        raise PlanError(*(each.school_source.problem(("人员",), "two-schools", message) for each in having))
    return next(iter(having or schools.values()))


def _plans_with(desk: Desk, found: Iterable[Found], old: str, new: str) -> Iterator[tuple[Path, bytes]]:
    """The plans whose rosters and duties have the old name, with the new one."""
    found = tuple(found)
    for job, dossier in desk.plans:
        places = {
            place[:end]
            for each in found
            if each.job == job and not each.assignment.free and each.assignment.written == old
            for place in (each.assignment.place,)
            for end in (len(place), len(place) - 1)
        }
        text = text_with(dossier.source, places, old, new)
        if text != dossier.source.text and not survey_plan(text.encode(), dossier.source.file)[2]:
            yield job.plan, as_before(text, read_bytes(job.plan))
