"""What a command does from its words to its closing line: gather, build or check, tell."""

import time
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from difflib import get_close_matches
from functools import partial
from pathlib import Path

from generator.batch import SCHOOL_FILE, SUFFIXES, Batch, gather
from generator.build import Built, build_all
from generator.check.registry import RULES
from generator.commands.doctor import hindrance
from generator.commands.progress import tracked
from generator.commands.reports import report
from generator.commands.terminal import count, say, show_problems
from generator.commands.watch import watch
from generator.filing import Filing
from generator.inspection import inspect
from generator.mending import mend
from generator.problems import PlanError, Problem, Severity
from generator.readers.foreign import FOREIGN


def usable_forms(forms: tuple[str, ...]) -> tuple[str, ...]:
    """The forms this machine can write; one it cannot is told, and is an error only where nothing else is left."""
    missing = {form: problem for form in forms if (problem := hindrance(form))}
    usable = tuple(form for form in forms if form not in missing)
    if not usable:
        raise PlanError(*(replace(problem, severity=Severity.ERROR) for problem in missing.values()))
    show_problems(missing.values())
    return usable


def build_and_report(
    paths: Iterable[Path], out: Path, forms: tuple[str, ...], today: date, filing: Filing
) -> tuple[Problem, ...]:
    """Build everything the paths hold and tell how it went."""
    batch = gather(paths)
    return _problems(batch, _build(batch, out, forms, today, filing))


def watch_and_report(paths: Iterable[Path], out: Path, forms: tuple[str, ...], today: date, filing: Filing) -> None:
    """Build on every save until Ctrl-C."""
    say("正在看着文件，存盘就重新生成；按 Ctrl-C 结束。")
    watch(paths, partial(_build, out=out, forms=forms, today=today, filing=filing), partial(time.sleep, 0.5))
    say("已结束。")


def check_and_report(paths: Iterable[Path], today: date, form: str, *, fix: bool) -> tuple[Problem, ...]:
    """Check everything the paths hold, mend what is safe if asked, and tell what was found."""
    paths = tuple(paths)
    single = [path for path in paths if path.name == SCHOOL_FILE or (path.suffix.lower() in FOREIGN and path.is_file())]
    batch = gather(path for path in paths if path not in single)
    files = [*single, *(job.plan for job in batch.jobs)]
    problems = {file: inspect(file, today) for file in files}
    mended = sum(_mend(file, problems, today) for file in files) if fix else 0
    found = sorted({*batch.problems, *(problem for some in problems.values() for problem in some)})
    done = f"改好了 {mended} 处；" if fix else ""
    report(found, form, f"检查了 {len(files)} 个文件：{done}{count(found)}。")
    return tuple(found)


def _mend(file: Path, problems: dict[Path, tuple[Problem, ...]], today: date) -> int:
    """How many faults were mended in a plan; what is left of them replaces what was found."""
    if file.suffix.lower() not in SUFFIXES or all(problem.fix is None for problem in problems[file]):
        return 0
    done = mend(file, problems[file]).done
    problems[file] = inspect(file, today)
    return len(done)


def near_rules(name: str) -> str:
    """The rules whose names are near this one, as the rest of a sentence."""
    near = get_close_matches(name, RULES, 3)
    return f"，是否想写 {'、'.join(near)}？" if near else "；全部规则见 xiaowen explain"


def _build(batch: Batch, out: Path, forms: tuple[str, ...], today: date, filing: Filing) -> list[Built]:
    started = time.monotonic()
    results = list(tracked(build_all(batch.jobs, out, forms, today, filing), len(batch.jobs), "正在生成", told_outcome))
    problems = _problems(batch, results)
    show_problems(problems)
    files = sum(len(built.files) for built in results)
    failed = sum(not built.files for built in results)
    unmade = f"，{failed} 份没有生成" if failed else ""
    seconds = time.monotonic() - started
    say(f"{len(results)} 份文稿，{files} 个文件在 {out}{unmade}；{count(problems)}；用时 {seconds:.1f} 秒。")
    return results


def told_outcome(built: Built) -> str:
    """What was made of one plan, for the line about it."""
    return f"{built.plan}：{'、'.join(file.suffix[1:].upper() for file in built.files) or '没有生成'}"


def _problems(batch: Batch, results: Iterable[Built]) -> tuple[Problem, ...]:
    return (*batch.problems, *(problem for built in results for problem in built.problems))
