"""What `xiaowen import` tells: what was read, taken out, guessed, and what stands in the way of building."""

import sys
from collections.abc import Iterable
from datetime import date
from functools import partial
from pathlib import Path

from generator.commands.progress import tracked
from generator.commands.terminal import count, say, show_problems
from generator.importing import Imported, import_content, import_file
from generator.problems import PlanError, Problem
from generator.readers.originals import ENDINGS

STANDARD_INPUT = Path("-")
_MOST_TOLD = 20


def import_and_report(
    paths: tuple[Path, ...], out: Path | None, today: date, *, simplified: bool, force: bool
) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """Import every file the paths hold and tell how it went: the plans written, and why others were not."""
    jobs = list(_jobs(paths, out))
    attempt = partial(_attempt, today=today, simplified=simplified, force=force)
    results = list(tracked(map(attempt, jobs), len(jobs), "正在导入", _outcome))
    done = [result for result in results if isinstance(result, Imported)]
    problems = [problem for result in results if not isinstance(result, Imported) for problem in result.problems]
    for imported in done:
        _tell(imported)
    show_problems(problems)
    failed = len(jobs) - len(done)
    unread = f"，{failed} 份没有导入" if failed else ""
    say(f"导入了 {len(done)} 份{unread}；{count(problems)}。")
    return tuple(imported.target for imported in done), tuple(problems)


def _jobs(paths: Iterable[Path], out: Path | None) -> Iterable[tuple[Path, Path]]:
    """Every file with the YAML it becomes: that named by -o, or its own name in that folder, or beside it."""
    for path in paths:
        if path.is_dir():
            folder = out or path
            found = sorted(each for each in path.rglob("*") if each.suffix.lower() in ENDINGS and each.is_file())
            yield from ((each, folder / each.relative_to(path).with_suffix(".yaml")) for each in found)
        elif out is None or out.suffix.lower() not in (".yaml", ".yml"):
            name = "导入.yaml" if path == STANDARD_INPUT else path.with_suffix(".yaml").name
            yield path, (out or (Path() if path == STANDARD_INPUT else path.parent)) / name
        else:
            yield path, out


def _attempt(job: tuple[Path, Path], today: date, *, simplified: bool, force: bool) -> Imported | PlanError:
    """What came of one file, or why nothing did: one that fails does not stop the rest."""
    try:
        return _import(*job, today, simplified=simplified, force=force)
    except PlanError as error:
        return error


def _outcome(result: Imported | PlanError) -> str:
    return f"{result.source}：{result.target}" if isinstance(result, Imported) else "没有导入"


def _import(source: Path, target: Path, today: date, *, simplified: bool, force: bool) -> Imported:
    if source == STANDARD_INPUT:
        content = sys.stdin.buffer.read()
        return import_content(content, Path("粘贴的文字.txt"), target, today, simplified=simplified, force=force)
    return import_file(source, target, today, simplified=simplified, force=force)


def _tell(imported: Imported) -> None:
    say(f"{imported.source} → {imported.target}", "bold")
    lost = (
        f"；有 {len(imported.lost)} 个字没有对上，请核对：{imported.lost[:_MOST_TOLD]}"
        if imported.lost
        else "，没有丢字"
    )
    say(f"  读入 {imported.read} 字，删去 {imported.taken_out} 字{lost}")
    for remark in imported.remarks:
        say(f"  {remark}")
    for removed in imported.removed[:_MOST_TOLD]:
        say(f"  第 {removed.number} 段删去了{removed.why}：{_short(removed.text)}")
    if len(imported.removed) > _MOST_TOLD:
        say(f"  ……还删去了 {len(imported.removed) - _MOST_TOLD} 处")
    for guess in imported.guesses:
        say(f"  {guess.confidence:.0%} 有把握：{guess.message}{f'（{_short(guess.quote)}）' if guess.quote else ''}")
    if imported.absent:
        say(f"  不在 学校.yaml 里的人：{'、'.join(imported.absent)}；还在学校的请补上，离开的请换人", "yellow")


def _short(text: str) -> str:
    return text if len(text) <= _MOST_TOLD else f"{text[:_MOST_TOLD]}……"
