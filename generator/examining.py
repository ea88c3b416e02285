"""What the rules find in a plan that has been read, whether it is printed then or not."""

from datetime import date
from difflib import get_close_matches

from generator.check import check
from generator.dossier import Dossier
from generator.kinds import Kind, load_kinds
from generator.problems import PlanError, Problem


def examine(dossier: Dossier, today: date) -> tuple[Problem, ...]:
    """What is wrong in the plan and in every plan it takes in, each at its own file."""
    return tuple(
        sorted({problem for inner in dossier.whole for problem in (*inner.faults, *_broken_rules(inner, today))})
    )


def _broken_rules(dossier: Dossier, today: date) -> list[Problem]:
    """What the rules find; nothing of a kind that is missing, which has been said."""
    if not dossier.plan.kind and dossier.faults:
        return []
    return check(dossier.plan, dossier.school, kind_of(dossier), dossier.source, today)


def kind_of(dossier: Dossier) -> Kind:
    """The plan's kind; PlanError where there is none of this name."""
    kinds = load_kinds()
    name = dossier.plan.kind
    if name in kinds:
        return kinds[name]
    near = get_close_matches(name, kinds, 1, 0.3)
    remedy = f"是否想写“{near[0]}”？" if near else ""
    message = f"没有“{name}”这个文种{'，' if remedy else '。'}{remedy}可用的有：{'、'.join(kinds)}"
    raise PlanError(dossier.source.problem(("文种",), "unknown-kind", message))
