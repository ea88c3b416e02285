"""Page numbers as a DOCX says them: the footers of odd and even pages (7.5)."""

import re

from generator.typeset.styles import FONTS, MILLIMETRE, PAGE_NUMBER_SIZE
from generator.verify.clauses import Outcome, unmeasured, written
from generator.verify.manuscript import Footer, Manuscript
from generator.verify.signs import role_of
from generator.verify.word.page import as_list, upright_sections

NO_NUMBER = "页脚里没有页码"
FOOTER = 22 * MILLIMETRE, 28 * MILLIMETRE
"""From the paper's lower edge to the footer, where the dash lies near 7 mm under the type area."""


def _numbers(manuscript: Manuscript) -> list[Footer]:
    return [footer for footer in manuscript.footers if "PAGE" in footer.paragraph.field]


@written("4.5")
def number_form(manuscript: Manuscript) -> Outcome:
    """— 1 —."""
    found = _numbers(manuscript)
    if not found:
        return Outcome(NO_NUMBER, good=False)
    texts = [footer.paragraph.text for footer in found]
    good = all(re.fullmatch(r"—\s?\d*\s?—", text) for text in texts)
    return Outcome("、".join(dict.fromkeys(re.sub(r"\d+", "1", text) for text in texts)), good)


@written("4.5-2")
def number_font(manuscript: Manuscript) -> Outcome:
    """14 points, 宋体."""
    runs = [run for footer in _numbers(manuscript) for run in footer.paragraph.runs]
    if not runs:
        return unmeasured(NO_NUMBER)
    good = all(run.size == PAGE_NUMBER_SIZE and role_of(run.latin) == "song" for run in runs)
    good = good and all(role_of(run.font) == "song" for run in runs if run.font)
    return Outcome(
        "、".join(dict.fromkeys(f"{run.latin or FONTS['song'].chinese} {run.size:g} 磅" for run in runs)), good
    )


@written("4.5-3")
def number_height(manuscript: Manuscript) -> Outcome:
    """How far the footer is from the paper's edge."""
    found = [section.footer for section in upright_sections(manuscript)]
    if not found or not _numbers(manuscript):
        return unmeasured(NO_NUMBER)
    return Outcome(
        f"页脚距纸边 {as_list(found)}（应在 22～28 毫米）", all(FOOTER[0] <= each <= FOOTER[1] for each in found)
    )


@written("4.6")
def number_side(manuscript: Manuscript) -> Outcome:
    """Odd pages at the right, even ones at the left, one character in."""
    found = {footer.kind: footer.paragraph for footer in _numbers(manuscript)}
    if not found:
        return unmeasured(NO_NUMBER)
    faults = [] if manuscript.two_sided else ["没有设奇偶页不同"]
    odd, even = found.get("default"), found.get("even")
    if odd is None or odd.align not in ("right", "end") or odd.right <= 0:
        faults.append("单页没有居右空一字")
    if even is None or even.align not in ("", "left", "start", "both") or max(even.left, even.first) <= 0:
        faults.append("双页没有居左空一字")
    return Outcome("；".join(faults) or "单页右、双页左，各空一字", not faults)
