"""What follows the body as a DOCX says it: annex list, signature, date, annexes, imprint."""

import re

from generator.typeset.styles import BODY_SIZE, IMPRINT_SIZE
from generator.verify.clauses import Outcome, faults, unmeasured, written
from generator.verify.manuscript import Manuscript, Paragraph
from generator.verify.signs import ANNEX_LIST, CHINESE_DATE, is_chinese, role_of, width_of
from generator.verify.word.text import look

NEAR = 0.6
NO_DATE, NO_IMPRINT = "没有单独成段的成文日期", "没有版记"
RIGHT = ("right", "end")


@written("3.11")
def annex_list(manuscript: Manuscript) -> Outcome:
    """Two characters in; a blank line above."""
    found = next((each for each in manuscript.spoken if ANNEX_LIST.match(each.text)), None)
    if found is None:
        return unmeasured("没有附件说明")
    room, before = found.left + found.first, manuscript.before(found)
    wrong = [] if abs(room - 2) < 0.2 else [f"左空 {room:.1f} 字"]  # noqa: PLR2004 - characters
    wrong += ["与正文之间没有空一行"] if before and before.text else []
    return faults(((each, found.place) for each in wrong), "左空二字，上面空一行")


def _names(manuscript: Manuscript) -> list[Paragraph]:
    """The paragraphs of the signature, set at the right, above the date."""
    date = manuscript.date
    found = list[Paragraph]()
    spoken = [each for each in manuscript.spoken if date and each.number < date.number]
    for each in reversed(spoken):
        if each.align not in RIGHT:
            break
        found.insert(0, each)
    return found


def _form(manuscript: Manuscript) -> tuple[str, str]:
    """Which of the three geometries a signature has, "" where none, and what was measured."""
    date, names = manuscript.date, _names(manuscript)
    if date is None or not names:
        return "", ""
    name, room = names[-1], min(each.right for each in names)
    shift = max(each.right + width_of(each.text) for each in names) - date.right - width_of(date.text)
    measured = f"日期右空 {date.right:.1f} 字，署名右空 {name.right:.1f} 字，日期首字右移 {shift:.1f} 字"
    longer = width_of(date.text) > width_of(name.text)
    if abs(date.right - 4) < NEAR:
        return "签名章" if date.number - name.number > 1 else "盖章", measured
    plain = abs(room - 2) < NEAR and abs(shift - 2) < NEAR
    return "不盖章" if plain or (longer and abs(date.right - 2) < NEAR) else "", measured


def _of_form(manuscript: Manuscript, wanted: str, *, several: bool = False) -> Outcome:
    form, measured = _form(manuscript)
    if not measured:
        return unmeasured("日期上面没有署名" if manuscript.date else NO_DATE)
    if form != wanted:
        return unmeasured(f"落款是{form}的" if form else "落款不合任何一式，见 7.3.5.2")
    joint = len(_names(manuscript)) > 1
    return unmeasured("不是联合行文") if several and not joint else Outcome(measured)


@written("3.12")
def sealed(manuscript: Manuscript) -> Outcome:
    """With a seal."""
    return _of_form(manuscript, "盖章")


@written("3.13")
def sealed_jointly(manuscript: Manuscript) -> Outcome:
    """With several seals."""
    return _of_form(manuscript, "盖章", several=True)


@written("3.14")
def unsealed(manuscript: Manuscript) -> Outcome:
    """Without a seal; what fits no geometry is told here."""
    form, measured = _form(manuscript)
    if measured and not form and manuscript.date:
        return Outcome(f"{measured}，不合盖章、不盖章、签名章任何一式", False, (manuscript.date.place,))
    return _of_form(manuscript, "不盖章")


@written("3.15")
def unsealed_jointly(manuscript: Manuscript) -> Outcome:
    """Without seals, one name under the other."""
    return _of_form(manuscript, "不盖章", several=True)


@written("3.16")
def stamped(manuscript: Manuscript) -> Outcome:
    """With a signature stamp."""
    return _of_form(manuscript, "签名章")


@written("3.17")
def date(manuscript: Manuscript) -> Outcome:
    """Arabic digits, a full year, no zero before months and days."""
    chinese = tuple(each.place for each in manuscript.spoken if CHINESE_DATE.match(each.text))
    if chinese:
        return Outcome("用了汉字", False, chinese)
    found = manuscript.date
    if found is None:
        return unmeasured(NO_DATE)
    good = not re.search("年0|月0", found.text)
    return Outcome(found.text, good, () if good else (found.place,))


@written("3.20")
def note(manuscript: Manuscript) -> Outcome:
    """Two characters in, in brackets, right after the date."""
    after = [each for each in manuscript.spoken if manuscript.date and each.number > manuscript.date.number]
    if not after or not re.match(r"[（(].*[）)]$", after[0].text):
        return unmeasured("没有附注")
    room = after[0].first + after[0].left
    good = abs(room - 2) < 0.1 and after[0].text.startswith("（")  # noqa: PLR2004 - characters
    return Outcome(f"左空 {room:.1f} 字", good, () if good else (after[0].place,))


@written("3.21")
def annexes(manuscript: Manuscript) -> Outcome:
    """Each on a new page, its label in 黑体 at the left edge, its title centred in the third line."""
    if not manuscript.labels:
        return unmeasured("没有附件页")
    found = [(fault, label.place) for label in manuscript.labels for fault in _annex(label, manuscript)]
    return faults(found, "、".join(label.text for label in manuscript.labels))


def _annex(label: Paragraph, manuscript: Manuscript) -> list[str]:
    hei = all(role_of(run.font) == "hei" for run in label.runs if any(map(is_chinese, run.text)))
    after = [each for each in manuscript.paragraphs if each.number > label.number][:2]
    checks = {
        "没有另面": label.new_page,
        "没有顶格": abs(label.first + label.left) < 0.1,  # noqa: PLR2004 - characters
        "不是3号黑体": hei and label.lead.size == BODY_SIZE,
        "标题不在第三行": len(after) < 2 or (not after[0].text and bool(after[1].text)),  # noqa: PLR2004 - a blank line and the title
        "标题没有居中": len(after) < 2 or not after[1].text or after[1].align == "center",  # noqa: PLR2004 - as above
    }
    return [fault for fault, good in checks.items() if not good]


@written("3.21-2")
def annex_numbers(manuscript: Manuscript) -> Outcome:
    """As many annexes as the list names, numbered alike."""
    at = next((i for i, each in enumerate(manuscript.spoken) if ANNEX_LIST.match(each.text)), None)
    if at is None or not manuscript.labels:
        return unmeasured("没有附件说明" if at is None else "没有附件页")
    count = 1
    while re.match(rf"{count + 1}[.．]", manuscript.spoken[at + count].text):
        count += 1
    labels = [label.text.replace(" ", "") for label in manuscript.labels]
    good = labels == [f"附件{number}" for number in range(1, count + 1)] or (count == 1 and labels == ["附件"])
    return Outcome(
        f"附件说明 {count} 个，附件：{'、'.join(labels)}", good, () if good else (manuscript.labels[0].place,)
    )


@written("4.3")
def copies(manuscript: Manuscript) -> Outcome:
    """抄送 in 仿宋 of 14 points, with a full stop."""
    return _imprint(manuscript, r"抄送[:：]", r".*。$", "末尾没有句号")


@written("4.4")
def printer(manuscript: Manuscript) -> Outcome:
    """Who printed it and when, in 仿宋 of 14 points."""
    return _imprint(manuscript, r".*\d日\s*印发$", r".*\d{4}年[1-9]\d?月[1-9]\d?日", "日期写法不对")


def _imprint(manuscript: Manuscript, pattern: str, form: str, fault: str) -> Outcome:
    found = next((each for each in manuscript.paragraphs if re.match(pattern, each.text)), None)
    if found is None:
        return unmeasured(NO_IMPRINT)
    wrong = [] if re.match(form, found.text) else [fault]
    fine = role_of(found.main.font) == "fang" and found.main.size == IMPRINT_SIZE
    wrong += [] if fine else ["不是4号仿宋"]
    return Outcome("；".join([look(found.main), *wrong]), not wrong, (found.place,) if wrong else ())
