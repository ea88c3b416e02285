"""What a person must decide in a turned plan: what its text leaves open, what the rules find at its new date."""

from collections.abc import Iterable, Iterator
from datetime import date

from generator.check.registry import RULES
from generator.dossier import Dossier
from generator.examining import examine
from generator.model import Place
from generator.outline.manuscripts import manuscript_of
from generator.problems import Problem
from generator.readers.yaml_tree import read_tree
from generator.roll.checklist import Decision
from generator.roll.concerns import Concern, concerns
from generator.roll.places import text_at
from generator.roll.rewriting import Rewritten
from generator.roll.turn import Turn
from generator.workdays import is_known

_SAID = frozenset({"letterhead-without-number"})
"""Rules on what was just left blank."""
_OF_CELL = 2
"""Steps at the end of a cell's place: its row and its column."""
_PEOPLE = frozenset({"unknown-person", "vacant-post"})


def decisions_in(old: Dossier, new: Dossier, rewritten: Rewritten, turn: Turn, today: date) -> Iterator[Decision]:
    tree, _, _ = read_tree(new.source.text, new.source.file)
    for place, remark in _once_a_table(rewritten.remarks):
        kind = "发文字号" if place[-1] == "发文字号" else "日期"
        yield _decision(new, Concern(place, kind, remark, text_at(tree, place)))
    for concern in concerns(new.plan, manuscript_of(new.plan, new.school, today), turn, new.source.places):
        yield _decision(new, concern)
    for annex in new.plan.annexes:
        if annex.plan_file and not (new.path.parent / annex.plan_file).exists():
            message = f"新文件夹里还没有“{annex.plan_file}”，请先把它也转过来，或改这里的文件名"
            yield _decision(new, Concern((*annex.at, "计划"), "附件", message, annex.plan_file))
    before = {(problem.rule, problem.message) for problem in examine(old, today)}
    for problem in examine(new, today):
        if problem.file != new.source.file or problem.rule in _SAID:
            continue
        if _always(problem) or (problem.rule, problem.message) not in before:
            yield Decision(_kind(problem), problem.line, problem.quote, problem.message)


def _once_a_table(remarks: Iterable[tuple[Place, str]]) -> Iterator[tuple[Place, str]]:
    """What is said alike of several cells of a table is said at the first, with how many there are."""
    alike: dict[tuple[Place, str], list[Place]] = {}
    for place, remark in remarks:
        table = place[:-2] if len(place) > _OF_CELL and isinstance(place[-2], int) and place[-1] != "时限" else place
        alike.setdefault((table, remark), []).append(place)
    for (_, remark), places in alike.items():
        yield places[0], f"{remark}（这张表里共{len(places)}处）" if len(places) > 1 else remark


def _decision(new: Dossier, concern: Concern) -> Decision:
    line, _ = new.source.locate(concern.place, concern.on_key)
    return Decision(concern.kind, line, concern.quote, concern.message)


def _kind(problem: Problem) -> str:
    """人员 and 时效 by the rule; a missing number has been said of 发文字号."""
    if problem.rule in _PEOPLE:
        return "人员"
    return "时效" if problem.rule in RULES and RULES[problem.rule].family == "时效" else "其他"


def _always(problem: Problem) -> bool:
    """Whether a problem is told even if the old plan had it."""
    return _kind(problem) != "其他"


def unknown_years(new: Dossier, turn: Turn) -> Iterator[int]:
    """The years of the new plan whose 调休 are not known."""
    for year in (turn.new, turn.new + 1) if turn.by_school_year else (turn.new,):
        if not is_known(year, new.school.holidays):
            yield year
