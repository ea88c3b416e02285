"""Imprint and tables on paper (版记 7.4, 表格)."""

from itertools import pairwise

from generator.sheets.page import Line, Page
from generator.typeset.styles import (
    AREA_WIDTH,
    IMPRINT_RULES,
    IMPRINT_SIZE,
    LEFT,
    MILLIMETRE,
)
from generator.verify.areas import AREA_BOTTOM, AREA_RIGHT, millimetres, places
from generator.verify.clauses import Outcome, Place, printed, unmeasured
from generator.verify.printout import Printout
from generator.verify.signs import role_of

NO_IMPRINT, NO_TABLE = "没有版记", "没有表格"
DASH = 0.38
"""How far the middle of — lies above the baseline, in multiples of its size."""
HALF = 0.66
"""A half-width digit is no wider, in multiples of its size."""


@printed("4.1")
def last_imprint_rule(printout: Printout) -> Outcome:
    """On the lower edge of the type area."""
    if not printout.imprint:
        return unmeasured(NO_IMPRINT)
    rules = printout.imprint_rules
    if not rules:
        return (
            unmeasured("信函格式的版记不加分隔线")
            if len(printout.red_rules) > 1
            else Outcome("没有与版心等宽的分隔线", False, places(printout.imprint[:1]))
        )
    off = rules[-1].top - AREA_BOTTOM
    return Outcome(
        f"{millimetres(rules[-1].top)} 毫米，长 {millimetres(rules[-1].width)} 毫米",
        abs(off) <= MILLIMETRE and abs(rules[-1].width - AREA_WIDTH) < 2 * MILLIMETRE,
        places(printout.imprint[-1:]),
    )


@printed("4.1-2")
def imprint_rules(printout: Printout) -> Outcome:
    """The outer ones thicker."""
    rules = printout.imprint_rules
    if len(rules) < 2:  # noqa: PLR2004 - a first and a last
        return unmeasured("版记没有两条以上的分隔线" if printout.imprint else NO_IMPRINT)
    wanted = [IMPRINT_RULES[0 if at in (0, len(rules) - 1) else 1] for at in range(len(rules))]
    good = all(abs(rule.thickness - thick) < 0.08 * MILLIMETRE for rule, thick in zip(rules, wanted, strict=True))
    return Outcome("、".join(f"{millimetres(rule.thickness)}" for rule in rules) + " 毫米", good)


@printed("4.2")
def imprint_on_an_even_page(printout: Printout) -> Outcome:
    """Printed on both sides, the last side is even."""
    if not printout.imprint:
        return unmeasured(NO_IMPRINT)
    return Outcome(f"第{len(printout.pages)}页", len(printout.pages) % 2 == 0)


@printed("4.3")
def copies(printout: Printout) -> Outcome:
    """抄送 in 仿宋 of 14 points, one character in, with a full stop."""
    lines = [line for line in printout.imprint if line.text.startswith("抄送")]
    if not lines:
        return unmeasured("没有抄送机关" if printout.imprint else NO_IMPRINT)
    below = next((rule.top for rule in printout.imprint_rules if rule.top > lines[0].top), AREA_BOTTOM)
    named = (line for line in printout.imprint if lines[0].top <= line.top < below)
    text = "".join(line.text for line in named if not line.text.endswith("印发"))
    faults = _imprint_faults(lines[0]) + ([] if text.endswith("。") else ["末尾没有句号"])
    return Outcome(
        "；".join([f"{lines[0].font} {lines[0].size:g} 磅", *faults]), not faults, places(lines) if faults else ()
    )


@printed("4.4")
def printer(printout: Printout) -> Outcome:
    """Who printed it at the left, when at the right, one character in."""
    lines = [line for line in printout.imprint if line.text.endswith("印发")]
    if not lines:
        return unmeasured("没有印发机关和日期" if printout.imprint else NO_IMPRINT)
    right = (AREA_RIGHT - lines[0].right) / IMPRINT_SIZE
    faults = _imprint_faults(lines[0]) + ([] if abs(right - 1) < 0.4 else [f"右空 {right:.1f} 字"])  # noqa: PLR2004 - characters
    return Outcome(
        "；".join([f"{lines[0].font} {lines[0].size:g} 磅", *faults]), not faults, places(lines) if faults else ()
    )


def _imprint_faults(line: Line) -> list[str]:
    left = (line.left - LEFT) / IMPRINT_SIZE
    faults = [] if abs(line.size - IMPRINT_SIZE) < 0.3 and role_of(line.font) == "fang" else ["不是4号仿宋"]  # noqa: PLR2004 - points
    return faults + ([] if abs(left - 1) < 0.4 else [f"左空 {left:.1f} 字"])  # noqa: PLR2004 - characters


@printed("4.9")
def tables(printout: Printout) -> Outcome:
    """No table reaches beyond the type area."""
    found = [(page, table) for page in printout.pages if not page.lying for table in page.tables]
    if not found:
        return unmeasured(NO_TABLE if not any(page.tables for page in printout.pages) else "只有横排页上有表格")
    over = [page for page, table in found if table.left < LEFT - MILLIMETRE or table.right > AREA_RIGHT + MILLIMETRE]
    wide = max(table.right - table.left for _, table in found)
    return Outcome(
        f"{len(found)} 个，最宽 {millimetres(wide)} 毫米", not over, tuple(Place("", page.number) for page in over)
    )


@printed("4.9-2")
def table_heads(printout: Printout) -> Outcome:
    """A table that goes on starts each page with its head."""
    turns = [(one, other) for one, other in pairwise(printout.pages) if _goes_on(one, other)]
    if not turns:
        return unmeasured("没有跨页的表格")
    wrong = [other for one, other in turns if one.tables[-1].head != other.tables[0].head]
    return Outcome(
        f"{len(turns)} 处跨页，{len(wrong)} 处没有表头", not wrong, tuple(Place("", page.number) for page in wrong)
    )


def _goes_on(one: Page, other: Page) -> bool:
    """Whether the last table of a page ends it and one of the same width starts the next."""
    if not one.tables or not other.tables or one.lying != other.lying:
        return False
    last, first = one.tables[-1], other.tables[0]
    alike = abs(last.left - first.left) < 2 and abs(last.right - first.right) < 2  # noqa: PLR2004 - points
    below = [line for line in one.lines if line.top > last.bottom and (one.lying or line.bottom < AREA_BOTTOM)]
    above = [line for line in other.lines if line.bottom < first.top]
    return alike and not below and not above
