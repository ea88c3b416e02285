"""What a command does from its words to its closing line: gather, build or check, tell."""

import json
import time
from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import date
from difflib import get_close_matches
from functools import partial
from pathlib import Path

from generator.batch import SCHOOL_FILE, Batch, gather
from generator.build import Built, build_all
from generator.check.registry import RULES
from generator.commands.doctor import hindrance
from generator.commands.progress import tracked
from generator.commands.terminal import count, say, show_problems
from generator.commands.watch import watch
from generator.filing import Filing
from generator.inspection import inspect
from generator.problems import PlanError, Problem, Severity


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


def check_and_report(paths: Iterable[Path], today: date, *, as_json: bool) -> tuple[Problem, ...]:
    """Check everything the paths hold and tell what was found."""
    paths = tuple(paths)
    batch = gather(path for path in paths if path.name != SCHOOL_FILE)
    schools = [path for path in paths if path.name == SCHOOL_FILE]
    files = [*schools, *(job.plan for job in batch.jobs)]
    problems = sorted({*batch.problems, *(problem for file in files for problem in inspect(file, today))})
    if as_json:
        say(json.dumps([asdict(problem) for problem in problems], ensure_ascii=False, indent=2))
    else:
        show_problems(problems)
        say(f"检查了 {len(files)} 个文件：{count(problems)}。")
    return tuple(problems)


def near_rules(name: str) -> str:
    """The rules whose names are near this one, as the rest of a sentence."""
    near = get_close_matches(name, RULES, 3)
    return f"，是否想写 {'、'.join(near)}？" if near else "；全部规则见 xiaowen explain"


def _build(batch: Batch, out: Path, forms: tuple[str, ...], today: date, filing: Filing) -> list[Built]:
    started = time.monotonic()
    results = list(tracked(build_all(batch.jobs, out, forms, today, filing), len(batch.jobs)))
    problems = _problems(batch, results)
    show_problems(problems)
    files = sum(len(built.files) for built in results)
    failed = sum(not built.files for built in results)
    unmade = f"，{failed} 份没有生成" if failed else ""
    seconds = time.monotonic() - started
    say(f"{len(results)} 份文稿，{files} 个文件在 {out}{unmade}；{count(problems)}；用时 {seconds:.1f} 秒。")
    return results


def _problems(batch: Batch, results: Iterable[Built]) -> tuple[Problem, ...]:
    return (*batch.problems, *(problem for built in results for problem in built.problems))
