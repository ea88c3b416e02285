"""What is told of people: the duties of one, the number of everybody's, what a new name changed."""

from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from generator.build import build_all
from generator.commands.producing import told_outcome
from generator.commands.progress import tracked
from generator.commands.terminal import say, show_problems
from generator.desk import shown
from generator.problems import PlanError, Problem
from generator.staffing import Desk, Found, counts, duties_of, is_known, open_desk, replace_person


def people_and_report(name: str, paths: Iterable[Path]) -> tuple[Problem, ...]:
    """Tell the duties of one person, or how many everybody has; what was wrong with the plans."""
    desk = open_desk(paths)
    show_problems(desk.problems)
    if name:
        _tell_one(desk, name)
    else:
        _tell_all(desk)
    return desk.problems


def _tell_one(desk: Desk, name: str) -> None:
    found = tuple(duties_of(desk, name))
    if not found and not is_known(desk, name):
        near = get_close_matches(name, [count.name for count in counts(desk)], 1, 0.5)
        remedy = f"是否想找“{near[0]}”？" if near else "请核对姓名"
        raise PlanError(Problem(name, 0, 0, "unknown-person", f"学校.yaml 和计划里都没有这个人，{remedy}"))
    _show(found, name)
    plans = len({each.job for each in found})
    absent = "" if is_known(desk, name) else "；学校.yaml 里没有这个人"
    say(f"{name}：{plans} 份文稿里 {len(found)} 处{absent}。", "bold")


def _show(found: Iterable[Found], *names: str) -> None:
    for each in found:
        assignment = each.assignment
        via = f"（写作“{assignment.written}”）" if assignment.written not in names else ""
        say(f"{each.file}:{each.line}:{each.column}: {assignment.what}{via}")


def _tell_all(desk: Desk) -> None:
    for count in counts(desk):
        posts = f"（{'、'.join(count.posts)}）" if count.posts else ""
        say(
            f"{count.name}{posts}：{count.plans} 份文稿里 {count.duties} 处"
            if count.duties
            else f"{count.name}{posts}：没有"
        )


def replace_and_report(  # noqa: PLR0913 - every one is a word of the command line
    names: tuple[str, str], paths: Iterable[Path], out: Path, forms: tuple[str, ...], today: date, *, in_plans: bool
) -> tuple[Problem, ...]:
    """Put one person in the place of another, tell what that changes and build it anew."""
    old, new = names
    replaced = replace_person(open_desk(paths), old, new, in_plans=in_plans)
    for file in replaced.files:
        say(f"改好了 {shown(file)}：{old} → {new}", "green")
    say("电话、部门没有动，请核对。", "yellow")
    _show(replaced.passed, new, old)
    if replaced.left:
        say(f"这些地方没有改，有的直接写着“{old}”，有的是纪要：", "yellow")
        _show(replaced.left, old)
    results = list(tracked(build_all(replaced.jobs, out, forms, today), len(replaced.jobs), "正在生成", told_outcome))
    problems = tuple(problem for built in results for problem in built.problems)
    show_problems(problems)
    files = sum(len(built.files) for built in results)
    say(f"{len(results)} 份文稿换了人，重新生成了 {files} 个文件，在 {out}。", "bold")
    return problems
