"""What `check` does from its words to its closing line: gather, look, tell."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from generator.batch import SCHOOL_FILE, Job, gather
from generator.build import inspect
from generator.check.registry import RULES
from generator.commands.schools import named
from generator.commands.terminal import count, say, show_problems
from generator.desk import Desk
from generator.problems import Problem


def check_and_report(paths: Iterable[Path], today: date, *, as_json: bool) -> tuple[Problem, ...]:
    """Check everything the paths hold and tell what was found."""
    paths = tuple(paths)
    batch = gather(path for path in paths if path.name != SCHOOL_FILE)
    schools = [Job(path, path) for path in paths if path.name == SCHOOL_FILE]
    jobs = [*schools, *batch.jobs]
    found = [(job.plan, job.borrower, inspect(job.plan, today, Desk(job.school, job.shared))) for job in jobs]
    problems = sorted({*batch.problems, *named(found)})
    if as_json:
        say(json.dumps([asdict(problem) for problem in problems], ensure_ascii=False, indent=2))
    else:
        show_problems(problems)
        say(f"检查了 {len(jobs)} 个文件：{count(problems)}。")
    return tuple(problems)


def near_rules(name: str) -> str:
    """The rules whose names are near this one, as the rest of a sentence."""
    near = get_close_matches(name, RULES, 3)
    return f"，是否想写 {'、'.join(near)}？" if near else "；全部规则见 xiaowen explain"
