"""The measured rows as people and programs read them: a table, plain lines, JSON."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from generator.problems import Problem
from generator.verify.clauses import Outcome, Verdict
from generator.verify.measuring import Row

SHOWN = 3
"""So many places are shown of each row; JSON has more."""
Measured = tuple[str, Sequence[Row]]
HEAD = ("条款", "项目", "要求", "实测", "结论", "在哪里")


def cells(row: Row) -> tuple[str, ...]:
    """A row of the table in words; what is in order needs no places."""
    told = where(row.outcome) if row.verdict in (Verdict.BAD, Verdict.ADVICE) else ""
    return row.clause.number, row.clause.what, row.clause.required, row.outcome.measured, str(row.verdict), told


def where(outcome: Outcome) -> str:
    """The first places of an outcome."""
    shown = "、".join(filter(None, map(str, outcome.places[:SHOWN])))
    more = len(outcome.places) - SHOWN
    return f"{shown} 等 {len(outcome.places)} 处" if more > 0 else shown


def summary(name: str, rows: Iterable[Row]) -> str:
    """How many rows came to each verdict, and the file's own."""
    counted = Counter(row.verdict for row in rows)
    words = "、".join(f"{verdict} {counted[verdict]} 项" for verdict in Verdict if counted[verdict])
    return f"{name}：{words}。{'有不合格的项。' if counted[Verdict.BAD] else '没有不合格的项。'}"


def as_json(files: Iterable[Measured], problems: Iterable[Problem] = ()) -> str:
    """Every file with every row; a file that could not be measured with the reason."""
    found: list[dict[str, Any]] = [
        {
            "file": name,
            "counts": {str(verdict): sum(row.verdict == verdict for row in rows) for verdict in Verdict},
            "rows": [row.as_json() for row in rows],
        }
        for name, rows in files
    ]
    found += [{"file": problem.file, "problem": problem.message} for problem in problems]
    return json.dumps(found, ensure_ascii=False, indent=2)


def passes(rows: Iterable[Row]) -> bool:
    """Whether nothing failed."""
    return all(row.verdict != Verdict.BAD for row in rows)
