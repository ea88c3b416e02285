"""The letterhead as a DOCX says it (7.2): fonts, sizes, forms."""

import re

from generator.typeset.styles import BODY_SIZE
from generator.verify.clauses import Outcome, unmeasured, written
from generator.verify.manuscript import Manuscript, Paragraph
from generator.verify.signs import LIKE_A_NUMBER, NUMBER, role_of
from generator.verify.word.text import SIZE_TOLERANCE, look

NO_HEAD = "没有版头"


def _small(manuscript: Manuscript, pattern: str) -> Paragraph | None:
    return next((each for each in manuscript.above_title if re.match(pattern, each.text)), None)


@written("2.1")
def copy_number(manuscript: Manuscript) -> Outcome:
    """Six digits at the left edge."""
    return _flush(_small(manuscript, r"\d+$"), "", r"\d{6}$")


@written("2.2")
def secrecy(manuscript: Manuscript) -> Outcome:
    """密级★期限 in 黑体."""
    return _flush(_small(manuscript, r"(绝密|机密|秘密)(★.*)?$"), "hei", r"\D+(★\d*\D*)?$")


@written("2.3")
def urgency(manuscript: Manuscript) -> Outcome:
    """特急 or 加急 in 黑体."""
    return _flush(_small(manuscript, r"(特急|加急)$"), "hei", "")


def _flush(found: Paragraph | None, role: str, form: str) -> Outcome:
    if found is None:
        return unmeasured("没有标")
    good = bool(re.match(form, found.text)) and abs(found.lead.size - BODY_SIZE) <= SIZE_TOLERANCE
    good = good and (not role or role_of(found.lead.font) == role) and found.first + found.left < 0.1  # noqa: PLR2004 - characters
    return Outcome(f"“{found.text}”，{look(found.lead)}", good, () if good else (found.place,))


@written("2.5")
def mark_font(manuscript: Manuscript) -> Outcome:
    """小标宋 is recommended."""
    if not manuscript.mark:
        return unmeasured(NO_HEAD)
    run = manuscript.mark[0].lead
    return Outcome(look(run), role_of(run.font) == "xiaobiaosong", (manuscript.mark[0].place,))


def _is_document(manuscript: Manuscript) -> bool:
    """Whether the mark ends in 文件; the number of a letter (信函) stands at the right."""
    return "".join(each.text for each in manuscript.mark).endswith("文件")


@written("2.7")
def number(manuscript: Manuscript) -> Outcome:
    """Its form, and that it is centred where nobody signs."""
    found = next((each for each in manuscript.above_title if LIKE_A_NUMBER.search(each.text)), None)
    if found is None:
        return unmeasured("没有发文字号")
    signed = any("签发人" in each.text for each in manuscript.above_title)
    wrong = [] if NUMBER.search(found.text) else ["写法不对"]
    wrong += [] if signed or found.align == "center" or not _is_document(manuscript) else ["没有居中"]
    return Outcome("；".join([f"“{found.text}”", *wrong]), not wrong, (found.place,) if wrong else ())
