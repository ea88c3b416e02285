"""Which plans a command is about: the plan files under the paths given, each with the name its outputs take."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from generator.problems import Problem

SCHOOL_FILE = "学校.yaml"
SHARED_FOLDER = "共用"
"""Beside the folders of schools: its plans are made for every one of them."""

SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True)
class Job:
    """One plan to be made; `target` is the path of its outputs below the output folder, without a suffix.

    In a tree of many schools `school` is the folder of the one it is made for, and `shared` that of the plans they share.
    """

    plan: Path
    target: PurePath
    school: Path | None = None
    shared: Path | None = None

    @property
    def borrower(self) -> str:
        """The school for which a shared plan is made; nothing for a plan of its own."""
        return str(self.target.parent) if self.shared in self.plan.parents else ""


@dataclass(frozen=True)
class Batch:
    """The jobs in the order of their paths, and what was wrong with the paths."""

    jobs: tuple[Job, ...]
    problems: tuple[Problem, ...] = ()


def gather(paths: Iterable[Path]) -> Batch:
    """Every plan among the paths: a file is itself, a folder is all the plans in it, its sub-folders mirrored."""
    jobs: dict[PurePath, Job] = {}
    problems = []
    for path in paths:
        found = list(_jobs(path))
        if not found:
            problems.append(_nothing_there(path))
        for job in found:
            first = jobs.setdefault(job.target, job)
            if first.plan.resolve() != job.plan.resolve():
                problems.append(_same_output(job, first))
    return Batch(tuple(jobs.values()), tuple(problems))


def _jobs(path: Path) -> Iterator[Job]:
    if path.is_file() and path.name != SCHOOL_FILE:
        yield Job(path, PurePath(path.stem))
    elif path.is_dir():
        yield from _jobs_below(path)


def _jobs_below(folder: Path) -> Iterator[Job]:
    """The plans of a folder; those it shares (共用) once for every school that has none of the name."""
    shared = {school: common for school in _schools(folder) if (common := _shared(school, folder))}
    commons = set(shared.values())
    own = [_own(plan, folder, shared) for plan in _plans(folder) if not commons & {*plan.parents}]
    taken = {job.target for job in own}
    lent = [
        Job(plan, school.relative_to(folder) / plan.relative_to(common).with_suffix(""), school, common)
        for school, common in shared.items()
        for plan in _plans(common)
    ]
    yield from sorted([*own, *(job for job in lent if job.target not in taken)], key=lambda job: (job.target, job.plan))


def _own(plan: Path, folder: Path, shared: dict[Path, Path]) -> Job:
    school = next((above for above in plan.parents if above in shared), None)
    return Job(plan, plan.relative_to(folder).with_suffix(""), school, shared[school] if school else None)


def _plans(folder: Path) -> list[Path]:
    found = folder.rglob("*")
    return sorted(path for path in found if _is_plan(path.relative_to(folder)) and path.is_file())


def _schools(folder: Path) -> list[Path]:
    """The folder itself and those below it that hold a 学校.yaml."""
    found = (path.parent for path in folder.rglob(SCHOOL_FILE))
    return sorted(school for school in found if not _is_hidden(school.relative_to(folder)))


def _shared(school: Path, folder: Path) -> Path | None:
    """The nearest folder of shared plans above the school, no further up than beside the folder that is built."""
    above = [folder.absolute().parent] if school == folder else school.parents
    commons = (place / SHARED_FOLDER for place in above if school == folder or place.is_relative_to(folder))
    return next((common for common in commons if _is_shared(common)), None)


def _is_shared(folder: Path) -> bool:
    return folder.is_dir() and not (folder / SCHOOL_FILE).is_file()


def _is_plan(path: PurePath) -> bool:
    return path.suffix.lower() in SUFFIXES and path.name != SCHOOL_FILE and not _is_hidden(path)


def _is_hidden(path: PurePath) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _nothing_there(path: Path) -> Problem:
    if path.is_dir():
        message = "这个文件夹里没有计划。写一份新的，请用：xiaowen new 工作计划"
    elif path.is_file():
        message = "这是学校的资料，不是计划。请写计划的文件名或所在的文件夹"
    else:
        message = "没有这个文件或文件夹，请核对名称"
    return Problem(str(path), 0, 0, "no-plan", message)


def _same_output(job: Job, first: Job) -> Problem:
    message = f"与 {first.plan} 会生成同名的文件“{job.target}”，这一份没有生成。请改一个文件名，或分两次生成"
    return Problem(str(job.plan), 0, 0, "same-output", message)
