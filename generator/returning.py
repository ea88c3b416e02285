"""A finished file of ours returned to its source: exactly, or with what was edited in it set into the source."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date as Date  # noqa: N812 - the type beside fields named date
from difflib import SequenceMatcher

from generator.filing import Filing
from generator.kinds import load_kinds
from generator.manuscript import Part, Passage
from generator.model import Plan, School
from generator.outline.manuscripts import manuscript_of
from generator.page import render
from generator.problems import PlanError, Problem
from generator.readers.school import read_school
from generator.readers.travelling import read_source
from generator.readers.yaml_plan import read_plan
from generator.recognition.merging import merge
from generator.writers import write

Understand = Callable[[bytes], Plan]
"""What recognition makes of a finished file, by its bytes."""


@dataclass(frozen=True)
class Difference:
    """One passage that was edited in the finished file; empty where it was added or struck out."""

    before: str
    after: str

    def __str__(self) -> str:
        if not self.before:
            return f"增加了“{self.after}”"
        return f"“{self.before}”改成了“{self.after}”" if self.after else f"删去了“{self.before}”"


@dataclass(frozen=True)
class Returned:
    """The plan and the school that travelled in a file, and every difference between the file and them."""

    plan: Plan
    school: School
    differences: tuple[Difference, ...] = ()


def return_source(content: bytes, file: str, understand: Understand) -> Returned | None:
    """The source of this file, with the edits that the file itself shows now; None where none travels."""
    travelling = read_source(content, file)
    if travelling is None:
        return None
    plan, _ = read_plan(travelling.plan.encode(), file)
    school, _ = read_school(travelling.school.encode(), file)
    kind = load_kinds().get(plan.kind)
    if kind is None:
        message = (
            f"文件里带着的源文件是“{plan.kind}”，这台机器上没有这个文种；请装上同样的模板，或删去文件里的源文件再导入"
        )
        raise PlanError(Problem(file, 0, 0, "unknown-kind", message))
    form = "docx" if content.startswith(b"PK") else "pdf"
    before = understand(write(render(plan, school, kind), form, Filing(with_source=False)))
    merged = merge(plan, before, understand(content))
    return Returned(merged, school, tuple(_differences(plan, merged, school)))


def _differences(source: Plan, merged: Plan, school: School) -> Iterator[Difference]:
    """Every passage that is not the same in both plans."""
    before, after = (list(map(_said, _passages(plan, school))) for plan in (source, merged))
    for change, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if change == "equal":
            continue
        shared = min(j - i, m - k)
        yield from map(Difference, before[i : i + shared], after[k : k + shared])
        yield from (Difference(text, "") for text in before[i + shared : j])
        yield from (Difference("", text) for text in after[k + shared : m])


def _passages(plan: Plan, school: School) -> tuple[Passage, ...]:
    day = (Passage(plan.date.isoformat(), ("成文日期",), Part.DATE),) if plan.date else ()
    return (*manuscript_of(plan, school, Date.min).passages, *day)


def _said(passage: Passage) -> str:
    return f"{passage.role}：{passage.text}" if passage.role else passage.text
