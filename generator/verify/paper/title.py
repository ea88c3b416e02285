"""Title and addressee on paper (7.3.1, 7.3.2)."""

from itertools import pairwise

from generator.typeset.styles import AREA_WIDTH, FONTS, LEFT, MILLIMETRE, STYLES, TOP
from generator.verify.areas import CENTRE, millimetres, places
from generator.verify.clauses import Outcome, printed, unmeasured
from generator.verify.paper.forms import form_of
from generator.verify.paragraphs import Paragraph
from generator.verify.printout import Printout
from generator.verify.signs import NO_END, NO_START, level_of, role_of

NO_TITLE = "首页没有找到 20 磅以上的标题"
ORDER = "命令（令）没有标题，见 10.2"
OFF_CENTRE = 1.5 * MILLIMETRE
AT_ONCE = 6
"""The addressee is among so many first paragraphs."""


@printed("3.1")
def title(printout: Printout) -> Outcome:
    """Font, size and place of the title."""
    if not printout.title:
        return unmeasured(ORDER) if form_of(printout) == "命令" else Outcome(NO_TITLE, good=False)
    style, line = STYLES["title"], printout.title[0]
    off = max(abs(line.middle - CENTRE) for line in printout.title)
    role = role_of(line.font)
    good = abs(line.size - style.size) <= 0.4 and role == style.font and off <= OFF_CENTRE  # noqa: PLR2004 - points
    name = FONTS[role].chinese if role else line.font
    return Outcome(
        f"{name} {line.size:g} 磅，偏离中线 {millimetres(off)} 毫米", good, () if good else places(printout.title)
    )


@printed("3.1-2")
def title_below_the_rule(printout: Printout) -> Outcome:
    """Two blank lines between the red rule and the title."""
    above = [rule for rule in printout.red_rules if printout.title and rule.top < printout.title[0].baseline]
    letter = any(abs(rule.width - AREA_WIDTH) > MILLIMETRE * 5 for rule in above)
    if not above or letter:
        return unmeasured("没有版头的红色分隔线" if not above else "信函格式，见 10.1")
    lines = (printout.title[0].baseline - above[-1].top) / printout.pitch
    return Outcome(f"红线到标题基线 {lines:.1f} 行", 2.3 <= lines <= 3.4, places(printout.title[:1]))  # noqa: PLR2004 - two blank lines and one of the title


@printed("3.2")
def title_shape(printout: Printout) -> Outcome:
    """Each line longer, each shorter, or the longest within."""
    if len(printout.title) < 2:  # noqa: PLR2004 - one line has no shape
        return unmeasured("标题只有一行" if printout.title else NO_TITLE)
    widths = [round((line.right - line.left) / line.size, 1) for line in printout.title]
    steps = [other - one for one, other in pairwise(widths)]
    trapezium = all(step > 0.5 for step in steps) or all(step < -0.5 for step in steps)  # noqa: PLR2004 - half a character shows
    longest = widths.index(max(widths))
    rhombus = 0 < longest < len(steps) and all(s > 0 for s in steps[:longest]) and all(s < 0 for s in steps[longest:])
    good = trapezium or rhombus
    shape = "梯形" if trapezium else "菱形" if rhombus else "不成形"
    return Outcome(
        f"各行 {'、'.join(f'{width:g}' for width in widths)} 字，{shape}", good, () if good else places(printout.title)
    )


@printed("3.3")
def title_marks(printout: Printout) -> Outcome:
    """No mark at the end of the title, none in the wrong place at a line's."""
    if not printout.title:
        return unmeasured(NO_TITLE)
    wrong = [line for line in printout.title if line.text[0] in NO_START or line.text[-1] in NO_END]
    if printout.title[-1].text[-1] in "。，；：、.":
        wrong.append(printout.title[-1])
    return Outcome(f"{len(wrong)} 处" if wrong else "没有", not wrong, places(wrong, last=True))


@printed("3.4")
def title_without_letterhead(printout: Printout) -> Outcome:
    """Where nothing stands above it, the title starts in the first lines of the type area."""
    if not printout.title or printout.above_title:
        return unmeasured("标题上面有版头" if printout.title else NO_TITLE)
    line = 1 + (printout.title[0].top - TOP) / printout.pitch
    return Outcome(f"第 {line:.1f} 行", 0.9 <= line <= 3.5, places(printout.title[:1]))  # noqa: PLR2004 - as the row says


@printed("3.5")
def addressee(printout: Printout) -> Outcome:
    """A blank line under the title; the addressee at the left edge, with a full-width colon."""
    if not printout.title:
        return unmeasured(NO_TITLE)
    below = [line for line in printout.first if line.baseline > printout.title[-1].baseline + 1]
    lines = (below[0].baseline - printout.title[-1].baseline) / printout.pitch if below else 2
    found = next(
        (each for each in printout.paragraphs[: AT_ONCE + len(printout.above_title)] if _addresses(each, printout)),
        None,
    )
    faults = ["标题下没有空一行"] if lines < 1.6 else []  # noqa: PLR2004 - less than two line pitches
    if found and not found.text.endswith("："):
        faults.append("末尾不是全角冒号")
    if found and abs(found.first.left - LEFT) > 4:  # noqa: PLR2004 - points
        faults.append("没有顶格")
    measured = f"标题到下文 {lines:.1f} 个行距，{'有' if found else '没有'}主送机关"
    return Outcome(
        "；".join([*faults, measured]), not faults, places([found.first if found else below[0]]) if faults else ()
    )


def _addresses(each: Paragraph, printout: Printout) -> bool:
    line = each.first
    return (
        each.text[-1] in "：:"
        and line.page == 1
        and line not in printout.above_title
        and line.left < printout.left + 2.2 * printout.size
        and not level_of(line.text)
    )
