"""Which plans a command is about: the plan files under the paths given, each with the name its outputs take."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from generator.problems import Problem

SCHOOL_FILE = "学校.yaml"
SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True)
class Job:
    """One plan to be made; `target` is the path of its outputs below the output folder, without a suffix."""

    plan: Path
    target: PurePath


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
        for plan in sorted(found for found in path.rglob("*") if _is_plan(found.relative_to(path)) and found.is_file()):
            yield Job(plan, plan.relative_to(path).with_suffix(""))


def _is_plan(path: PurePath) -> bool:
    hidden = any(part.startswith(".") for part in path.parts)
    return path.suffix.lower() in SUFFIXES and path.name != SCHOOL_FILE and not hidden


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
