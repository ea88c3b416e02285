"""What follows the body on paper: signature, date, note (7.3.5, 7.3.6)."""

import re
from dataclasses import dataclass

from generator.sheets.page import Line
from generator.typeset.styles import BODY_SIZE
from generator.verify.areas import AREA_RIGHT, SPACED, places
from generator.verify.clauses import Outcome, Verdict, printed, unmeasured
from generator.verify.printout import Printout
from generator.verify.signs import ANNEX_LIST, CHINESE_DATE, is_date

NEAR = 0.6
"""Characters; a name's own white may take as much."""
NO_DATE = "没有单独成行的成文日期"


@dataclass(frozen=True)
class Signature:
    """The date, the lines of the signature above it, and the line above those, all on one page."""

    date: Line
    names: tuple[Line, ...]
    above: Line | None


def signature_of(printout: Printout) -> Signature | None:
    """The last date before the annexes that stands alone on its line, with its signature."""
    end = min((label.page for label in printout.labels), default=len(printout.pages) + 1)
    dates = [line for line in printout.body if is_date(line.text) and line.page <= end]
    dates = [line for line in dates if line not in printout.above_title and line.left > printout.left + 3 * BODY_SIZE]
    if not dates:
        return None
    names, above = list[Line](), printout.before(dates[-1])
    while above is not None and _signs(above, (names or dates[-1:])[0], printout):
        names.insert(0, above)
        above = printout.before(above)
    return Signature(dates[-1], tuple(names), above)


def _signs(line: Line, below: Line, printout: Printout) -> bool:
    """Whether a line belongs to the signature: far in from the left, and near the one below it."""
    listed = ANNEX_LIST.match(line.text) or re.match(r"\d[.．]", line.text)
    return (
        line.left > printout.left + 6 * BODY_SIZE
        and not listed
        and below.baseline - line.baseline < 3.5 * printout.pitch
    )


def _form(printout: Printout) -> tuple[str, str]:
    """Which of the three geometries a signature has, "" where none, and what was measured."""
    signature = signature_of(printout)
    if signature is None or not signature.names:
        return "", ""
    date, name, pitch = signature.date, signature.names[-1], printout.character_pitch
    right, name_right = (AREA_RIGHT - date.right) / pitch, (AREA_RIGHT - name.right) / pitch
    shift = (date.left - signature.names[0].left) / pitch
    measured = f"日期右空 {right:.1f} 字，署名右空 {name_right:.1f} 字，日期首字右移 {shift:.1f} 字"
    longer = date.right - date.left > name.right - name.left
    spaced = (date.baseline - name.baseline) / printout.pitch > SPACED
    if abs(right - 4) < NEAR and spaced:
        return "签名章", measured
    if abs(right - 4) < NEAR and abs(_last_name(name).middle - date.middle) < 0.8 * pitch:
        return "盖章", measured
    widest = min((AREA_RIGHT - each.right) / pitch for each in signature.names)
    plain = abs(widest - 2) < NEAR and (
        abs(shift - 2) < NEAR or any(abs((date.left - each.left) / pitch - 2) < NEAR for each in signature.names)
    )
    return "不盖章" if plain or (longer and abs(right - 2) < NEAR) else "", measured


def _last_name(line: Line) -> Line:
    """The last of several names on one line, parted by wide gaps."""
    start = 0
    for at, (one, other) in enumerate(zip(line.visible, line.visible[1:], strict=False), 1):
        if other.left - one.right > 1.5 * line.size:
            start = at
    return Line(line.page, line.visible[start:])


@printed("3.12")
def sealed(printout: Printout) -> Outcome:
    """With a seal."""
    return _of_form(printout, "盖章", several=False)


@printed("3.13")
def sealed_jointly(printout: Printout) -> Outcome:
    """With several seals."""
    return _of_form(printout, "盖章", several=True)


@printed("3.14")
def unsealed(printout: Printout) -> Outcome:
    """Without a seal; what fits no geometry is told here."""
    form, measured = _form(printout)
    if measured and not form:
        signature = signature_of(printout)
        return Outcome(
            f"{measured}，不合盖章、不盖章、签名章任何一式", False, places([signature.date]) if signature else ()
        )
    return _of_form(printout, "不盖章", several=False)


@printed("3.15")
def unsealed_jointly(printout: Printout) -> Outcome:
    """Without seals, one name under the other."""
    return _of_form(printout, "不盖章", several=True)


@printed("3.16")
def stamped(printout: Printout) -> Outcome:
    """With a signature stamp."""
    return _of_form(printout, "签名章", several=False)


def _of_form(printout: Printout, wanted: str, *, several: bool) -> Outcome:
    signature = signature_of(printout)
    form, measured = _form(printout)
    if signature is None or not measured:
        return unmeasured(NO_DATE if signature is None else "日期上面没有署名")
    if form != wanted:
        return unmeasured(f"落款是{form}的" if form else "落款不合任何一式，见 7.3.5.2")
    joint = len(signature.names) > 1 or len(_last_name(signature.names[-1]).visible) < len(signature.names[-1].visible)
    return unmeasured("不是联合行文") if several and not joint else Outcome(measured)


@printed("3.14-2")
def signature_apart(printout: Printout) -> Outcome:
    """A blank line at least between what stands above and the signature."""
    signature = signature_of(printout)
    if signature is None or signature.above is None or not signature.names:
        return unmeasured(NO_DATE if signature is None else "同一页上面没有文字")
    lines = (signature.names[0].baseline - signature.above.baseline) / printout.pitch
    good = lines > SPACED
    return Outcome(f"{lines:.1f} 个行距", good, () if good else places([signature.names[0]]))


@printed("3.17")
def date(printout: Printout) -> Outcome:
    """Arabic digits, a full year, no zero before months and days."""
    chinese = [line for line in printout.body if CHINESE_DATE.match(line.text)]
    if chinese:
        return Outcome("用了汉字", False, places(chinese))
    signature = signature_of(printout)
    if signature is None:
        return _date_elsewhere([line.text for line in printout.body])
    good = not re.search("年0|月0", signature.date.text)
    return Outcome(signature.date.text, good, () if good else places([signature.date]))


def _date_elsewhere(texts: list[str]) -> Outcome:
    """No date stands under a signature: fine where it stands elsewhere on a line of its own."""
    if any(is_date(text.strip("（）()通过")) for text in texts):
        return unmeasured("日期不在落款里")
    return Outcome("没有找到单独成行的成文日期", verdict=Verdict.ADVICE)


@printed("3.18")
def signature_with_text(printout: Printout) -> Outcome:
    """The page of the signature has more than the signature."""
    signature = signature_of(printout)
    if signature is None:
        return unmeasured(NO_DATE)
    own = {*signature.names, signature.date}
    above = (
        line for line in printout.body if line.page == signature.date.page and line.baseline < signature.date.baseline
    )
    text = [line for line in above if line not in own and len(line.text) > 1]
    tables = [table for page in printout.pages if page.number == signature.date.page for table in page.tables]
    good = bool(text or tables)
    return Outcome(f"同页正文 {len(text)} 行", good, () if good else places([signature.date]))


@printed("3.20")
def note(printout: Printout) -> Outcome:
    """Two characters in, in brackets, on the line after the date."""
    signature = signature_of(printout)
    at = printout.body.index(signature.date) + 1 if signature else 0
    line = printout.body[at] if signature and at < len(printout.body) else None
    if signature is None or line is None or line.page != signature.date.page or not line.text.startswith(("（", "(")):
        return unmeasured("没有附注")
    room = (line.left - printout.left) / printout.character_pitch
    lines = (line.baseline - signature.date.baseline) / printout.pitch
    good = abs(room - 2) < 0.3 and lines < SPACED and line.text.startswith("（")  # noqa: PLR2004 - characters
    return Outcome(f"左空 {room:.1f} 字，日期下 {lines:.1f} 行", good, () if good else places([line]))
