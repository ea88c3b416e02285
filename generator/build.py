"""The pipeline: a plan's file is read, checked, set as a page and written in every form asked for."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path, PurePath

from generator.batch import Job
from generator.check import RULES
from generator.desk import ABSENT, Desk
from generator.dossier import Dossier, open_dossier
from generator.examining import examine, kind_of
from generator.filing import Filing, Travelling
from generator.orders import Built, Made, Order, Wanted, stopped
from generator.page import render
from generator.problems import PlanError, Problem, Severity
from generator.saving import output_path, save
from generator.writers import write

_USUAL = Filing()


def build_all(
    jobs: Iterable[Job], out: Path, forms: tuple[str, ...], today: date, filing: Filing = _USUAL
) -> Iterator[Built]:
    """Every job built in turn; one that fails does not stop the next."""
    for job in jobs:
        order = Order(job, Wanted(forms, today, filing))
        yield put_away(order, make(order), out)


def build(path: Path, out: Path, forms: tuple[str, ...], today: date, filing: Filing = _USUAL) -> Built:
    """The plan at this path written to `out` under its own name, in every form or in none."""
    return next(build_all([Job(path, PurePath(path.stem))], out, forms, today, filing))


def make(order: Order, desk: Desk | None = None) -> Made:
    """The plan read, checked and printed in every form that is wanted; nothing is written."""
    wanted, desk = order.wanted, desk or Desk(order.job.school, order.job.shared)
    try:
        dossier = open_dossier(order.job.plan, desk)
    except PlanError as error:
        return stopped(*error.problems)
    try:
        problems = examine(dossier, wanted.today)
        if any(map(_stops, problems)):
            return stopped(*problems, sources=desk.taken)
        html = render(dossier.assembled, dossier.school, kind_of(dossier))
        problems = (*problems, *_hints(html, wanted.forms, dossier))
        files = _printed(html, order, dossier) if order.printing else {}
    except PlanError as error:
        return stopped(*(_placed(problem, dossier) for problem in error.problems), sources=desk.taken)
    return Made(files, problems, desk.taken)


def _printed(html: str, order: Order, dossier: Dossier) -> dict[str, bytes]:
    filing = order.wanted.filing
    source = _source(dossier) if filing.with_source else None
    return {form: write(html, form, filing, source) for form in order.wanted.forms}


def put_away(order: Order, made: Made, out: Path) -> Built:
    """The files written below `out`; where that fails, a problem and none of them."""
    plan, sources = order.job.plan, tuple(path for path, content in made.sources.items() if content != ABSENT)
    try:
        files = {output_path(out, order.job.target, form): content for form, content in made.files.items()}
        save(files)
    except PlanError as error:
        return Built(plan, (), error.problems, sources, school=order.job.borrower)
    return Built(plan, tuple(files), made.problems, sources, school=order.job.borrower)


def _stops(problem: Problem) -> bool:
    """Whether a problem keeps the page from being made; what the words say is told and left to the writer."""
    rule = RULES.get(problem.rule)
    return problem.severity == Severity.ERROR and not (rule and rule.of_text)


def _source(dossier: Dossier) -> Travelling:
    """The plan's source as far as it is printed."""
    from generator.readers.travelling import write_source  # noqa: PLC0415 - as below

    return write_source(dossier.assembled, dossier.school, kind_of(dossier))


def _hints(html: str, forms: tuple[str, ...], dossier: Dossier) -> Iterator[Problem]:
    """Rare characters for which a form takes another font, each where it was written."""
    from generator.writers.rare import rare_characters  # noqa: PLC0415 - `check` prints nothing and loads none of it

    for problem in rare_characters(html, forms):
        yield _placed(problem, dossier)


def _placed(problem: Problem, dossier: Dossier) -> Problem:
    """A problem found in the page, shown where its text was written."""
    if problem.line or not problem.quote:
        return problem
    for _, source in dossier.sources:
        before, found, _ = source.text.partition(problem.quote)
        if found:
            line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
            return replace(problem, file=source.file, line=line, column=column)
    return replace(problem, file=dossier.source.file)
