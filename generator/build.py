"""The pipeline: a plan's file is read, checked, set as a page and written in every form asked for."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from pathlib import Path, PurePath

from generator.batch import Job
from generator.check import RULES, check
from generator.dossier import Dossier, open_dossier
from generator.filing import Filing, Travelling
from generator.kinds import Kind, load_kinds
from generator.page import render
from generator.problems import PlanError, Problem, Severity
from generator.readers.travelling import write_source
from generator.saving import output_path, save
from generator.typeset.compose import compose
from generator.typeset.composition import Composition
from generator.typeset.fonts import find_fonts
from generator.typeset.glyphs import fallbacks
from generator.writers import write
from generator.writers.word_rare import word_fallbacks

_USUAL = Filing()


@dataclass(frozen=True)
class Built:
    """What came of one plan: the files written (none where it has an error), every problem, every file read."""

    plan: Path
    files: tuple[Path, ...] = ()
    problems: tuple[Problem, ...] = ()
    sources: tuple[Path, ...] = ()


def build_all(
    jobs: Iterable[Job], out: Path, forms: tuple[str, ...], today: date, filing: Filing = _USUAL
) -> Iterator[Built]:
    """Every job built in turn; one that fails does not stop the next."""
    for job in jobs:
        yield _build(job, out, forms, today, filing)


def build(path: Path, out: Path, forms: tuple[str, ...], today: date, filing: Filing = _USUAL) -> Built:
    """The plan at this path written to `out` under its own name, in every form or in none."""
    return _build(Job(path, PurePath(path.stem)), out, forms, today, filing)


def _build(job: Job, out: Path, forms: tuple[str, ...], today: date, filing: Filing) -> Built:
    path = job.plan
    try:
        dossier = open_dossier(path)
    except PlanError as error:
        return Built(path, (), error.problems)
    sources = tuple(source for source, _ in dossier.sources)
    try:
        problems = examine(dossier, today)
        if any(map(_stops, problems)):
            return Built(path, (), problems, sources)
        html = render(dossier.assembled, dossier.school, kind_of(dossier))
        problems = (*problems, *_hints(html, forms, dossier))
        source = _source(dossier) if filing.with_source else None
        files = {output_path(out, job.target, form): write(html, form, filing, source) for form in forms}
        save(files)
    except PlanError as error:
        return Built(path, (), tuple(_placed(problem, dossier) for problem in error.problems), sources)
    return Built(path, tuple(files), problems, sources)


def _stops(problem: Problem) -> bool:
    """Whether a problem keeps the page from being made; what the words say is told and left to the writer."""
    rule = RULES.get(problem.rule)
    return problem.severity == Severity.ERROR and not (rule and rule.of_text)


def examine(dossier: Dossier, today: date) -> tuple[Problem, ...]:
    """What is wrong in the plan and in every plan it takes in, each at its own file."""
    return tuple(
        sorted({problem for inner in dossier.whole for problem in (*inner.faults, *_broken_rules(inner, today))})
    )


def _broken_rules(dossier: Dossier, today: date) -> list[Problem]:
    """What the rules find; nothing of a kind that is missing, which has been said."""
    if not dossier.plan.kind and dossier.faults:
        return []
    return check(dossier.plan, dossier.school, kind_of(dossier), dossier.source, today)


def _source(dossier: Dossier) -> Travelling:
    """The plan's source as far as it is printed."""
    return write_source(dossier.assembled, dossier.school, kind_of(dossier))


def kind_of(dossier: Dossier) -> Kind:
    """The plan's kind; PlanError where there is none of this name."""
    kinds = load_kinds()
    name = dossier.plan.kind
    if name in kinds:
        return kinds[name]
    near = get_close_matches(name, kinds, 1, 0.3)
    remedy = f"是否想写“{near[0]}”？" if near else ""
    message = f"没有“{name}”这个文种{'，' if remedy else '。'}{remedy}可用的有：{'、'.join(kinds)}"
    raise PlanError(dossier.source.problem(("文种",), "unknown-kind", message))


def _hints(html: str, forms: tuple[str, ...], dossier: Dossier) -> Iterator[Problem]:
    """Rare characters for which a form takes another font, each where it was written."""
    composition = compose(html)
    for form in forms:
        for problem in _RARE[form](composition):
            yield _placed(problem, dossier)


_RARE: dict[str, Callable[[Composition], list[Problem]]] = {
    "docx": word_fallbacks,
    "pdf": lambda composition: fallbacks(composition, find_fonts()),
    "html": lambda _composition: [],
}


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
