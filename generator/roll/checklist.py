"""The checklist (核对清单) of a turned plan: what a person must decide, as a document of its own to print and tick."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model import Cell, Paragraph, Plan, Section, Table
from generator.roll.concerns import KINDS

COLUMNS = ("行", "原文", "请核对", "结果")
WIDTHS = (2.0, 9.0, 11.0, 4.0)


@dataclass(frozen=True)
class Decision:
    """One thing to decide: its kind, its line in the new file, the words there, what to look at."""

    kind: str
    line: int
    excerpt: str
    message: str


def checklist(title: str, file: str, origin: str, decisions: Iterable[Decision]) -> Plan:
    """The checklist of a plan of this title in this file, by kind and line."""
    decisions = tuple(decisions)
    sections = [
        Section(heading=f"{kind}（{len(found)}处）", blocks=(_table(found),))
        for kind in KINDS
        if (found := sorted({one for one in decisions if one.kind == kind}, key=lambda one: (one.line, one.message)))
    ]
    none = (Paragraph(text="没有要人拿主意的地方。"),)
    opening = (
        f"由 {origin} 转来，共有{len(decisions)}处要人核对。左栏是 {file} 的行号，那一行上面有“# 请核对”。"
        "改好一处，在结果栏打勾，并删去那一行注释。"
    )
    return Plan(
        kind="工作计划",
        title=(title, "转年核对清单"),
        preamble=(Paragraph(text=opening),),
        body=Section(blocks=tuple(sections) or none),
        signature=(),
    )


def _table(decisions: Iterable[Decision]) -> Table:
    rows = [(str(one.line), one.excerpt, one.message, "") for one in decisions]
    return Table(columns=COLUMNS, rows=tuple(tuple(Cell(text=text) for text in row) for row in rows), widths=WIDTHS)
