"""What `check` does from its words to its closing line: gather, look, tell."""

from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from generator.batch import SCHOOL_FILE, SUFFIXES, Job, gather
from generator.check.registry import RULES
from generator.commands.reports import report
from generator.commands.schools import named
from generator.commands.terminal import count
from generator.desk import Desk
from generator.inspection import inspect, is_foreign
from generator.problems import Problem


def check_and_report(paths: Iterable[Path], today: date, form: str, *, fix: bool) -> tuple[Problem, ...]:
    """Check everything the paths hold, mend what is safe if asked, and tell what was found."""
    paths = tuple(paths)
    single = [path for path in paths if path.name == SCHOOL_FILE or (path.is_file() and is_foreign(path))]
    batch = gather(path for path in paths if path not in single)
    jobs = [*(Job(path, path) for path in single), *batch.jobs]
    found = [(job, _mended(job, today) if fix else (0, _inspect(job, today))) for job in jobs]
    problems = sorted({*batch.problems, *named((job.plan, job.borrower, some) for job, (_, some) in found)})
    done = f"改好了 {sum(count for _, (count, _) in found)} 处；" if fix else ""
    report(problems, form, f"检查了 {len(jobs)} 个文件：{done}{count(problems)}。")
    return tuple(problems)


def _inspect(job: Job, today: date) -> tuple[Problem, ...]:
    return inspect(job.plan, today, Desk(job.school, job.shared))


def _mended(job: Job, today: date) -> tuple[int, tuple[Problem, ...]]:
    """How many faults of a plan were mended, and what is left."""
    problems = _inspect(job, today)
    if job.plan.suffix.lower() not in SUFFIXES or all(problem.fix is None for problem in problems):
        return 0, problems
    from generator.mending import mend  # noqa: PLC0415 - only with --fix

    return len(mend(job.plan, problems).done), _inspect(job, today)


def near_rules(name: str) -> str:
    """The rules whose names are near this one, as the rest of a sentence."""
    near = get_close_matches(name, RULES, 3)
    return f"，是否想写 {'、'.join(near)}？" if near else "；全部规则见 xiaowen explain"
