"""What `build` does from its words to its closing line: gather, keep or make, tell."""

import time
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from generator.batch import Batch, gather
from generator.commands.schools import named
from generator.commands.terminal import count, say, show_problems
from generator.commands.watch import watch
from generator.orders import Built, Wanted
from generator.problems import PlanError, Problem, Severity
from generator.production.workshop import Means, Workshop, workshop

INTERRUPTED = "按 Ctrl-C 停下了；已经生成的文件都是完整的，再运行一次会接着做"


def usable_forms(forms: tuple[str, ...]) -> tuple[str, ...]:
    """The forms this machine can write; one it cannot is told, and is an error only where nothing else is left."""
    from generator.commands.doctor import hindrance  # noqa: PLC0415 - it loads the libraries that print

    missing = {form: problem for form in forms if (problem := hindrance(form))}
    usable = tuple(form for form in forms if form not in missing)
    if not usable:
        raise PlanError(*(replace(problem, severity=Severity.ERROR) for problem in missing.values()))
    show_problems(missing.values())
    return usable


def build_and_report(paths: Iterable[Path], out: Path, wanted: Wanted, means: Means) -> tuple[Problem, ...]:
    """Build everything the paths hold and tell how it went."""
    return _run(gather(paths), out, wanted, means).problems


def watch_and_report(paths: Iterable[Path], out: Path, wanted: Wanted, means: Means) -> None:
    """Build on every save until Ctrl-C; the libraries that print stay loaded."""
    say("正在看着文件，存盘就重新生成；按 Ctrl-C 结束。")
    wanted = replace(wanted, forms=usable_forms(wanted.forms))
    watch(paths, partial(_rebuild, out=out, wanted=wanted, means=means), partial(time.sleep, 0.5))
    say("已结束。")


@dataclass(frozen=True)
class _Outcome:
    """What a run came to; `ended` is what ended it before its time."""

    results: list[Built]
    problems: tuple[Problem, ...]
    ended: tuple[Problem, ...] = ()


def _rebuild(batch: Batch, out: Path, wanted: Wanted, means: Means) -> list[Built]:
    """A run while files are watched; a plan it did not come to waits for its next save."""
    outcome = _run(batch, out, wanted, means)
    if INTERRUPTED in (problem.message for problem in outcome.ended):
        raise KeyboardInterrupt
    reached = {(built.plan, built.school) for built in outcome.results}
    left = [Built(job.plan, school=job.borrower) for job in batch.jobs if (job.plan, job.borrower) not in reached]
    return [*outcome.results, *left]


def _run(batch: Batch, out: Path, wanted: Wanted, means: Means) -> _Outcome:
    started, results, ended = time.monotonic(), list[Built](), tuple[Problem, ...]()
    try:
        with workshop(out, means) as shop:
            for built in _produced(shop, batch, wanted):
                results.append(built)
    except PlanError as error:
        ended = error.problems
    except KeyboardInterrupt:
        ended = (Problem(str(out), 0, 0, "interrupted", INTERRUPTED),)
    found = ((built.plan, built.school, built.problems) for built in results)
    problems = (*batch.problems, *named(found), *ended)
    show_problems(problems)
    summary = _summary(len(batch.jobs), results, out)
    say(f"{summary}；{count(problems)}；用时 {time.monotonic() - started:.1f} 秒。")
    return _Outcome(results, problems, ended)


def _produced(shop: Workshop, batch: Batch, wanted: Wanted) -> Iterator[Built]:
    """What is kept and what is made, as far as it comes."""
    kept, orders = shop.survey(batch.jobs, wanted)
    forms = usable_forms(wanted.forms) if orders else wanted.forms
    if forms != wanted.forms:
        kept, orders = shop.survey(batch.jobs, replace(wanted, forms=forms))
    yield from kept
    if orders:
        from generator.commands.progress import tracked  # noqa: PLC0415 - where all is kept nothing of this is loaded

        with closing(shop.produce(orders)) as results:
            yield from tracked(results, len(orders), "正在生成", told_outcome)


def told_outcome(built: Built) -> str:
    """What was made of one plan, for the line about it."""
    whose = f"（{built.school}）" if built.school else ""
    return f"{built.plan}{whose}：{'、'.join(file.suffix[1:].upper() for file in built.files) or '没有生成'}"


def _summary(total: int, results: list[Built], out: Path) -> str:
    files = sum(len(built.files) for built in results)
    counted = {
        "份没有改动": sum(built.kept for built in results),
        "份没有生成": sum(not built.files for built in results),
        "份没有轮到": total - len(results),
    }
    rest = "".join(f"，{number} {words}" for words, number in counted.items() if number)
    return f"{total} 份文稿，{files} 个文件在 {out}{rest}"
