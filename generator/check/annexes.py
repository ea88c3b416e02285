"""Rules on annexes (附件): the text names only those that are there, and their titles stand without marks."""

import re
from collections.abc import Iterator

from generator.check.registry import Found, Subject, rule
from generator.model import Plan
from generator.problems import Severity

_NUMBERED = re.compile(r"(?<![》”的知件案划法定例告号原该其])附件(\d{1,2})(?![\d年月日.．%—～-])")
_ALONE = re.compile(r"见附件(?!\d)")
_FOREIGN = re.compile("》|的附件|上级")
"""A clause in which 附件 may be another document's: 《…》附件2, 通知的附件1."""

_SPOKEN_OF = re.compile("附后|后附|所附|附件$|附表|附图|见附件(?!\\d)|各附件|本通知附件")

_END_MARKS = tuple("。，；：、！？.,;:!?…")


@rule("absent-annex")
def absent_annex(subject: Subject) -> Iterator[Found]:
    """正文提到的附件后面没有，读的人找不到；多半是删了附件，或者序号变了。

    补上附件，或改正序号。附件里有整份引入的计划时，它还会带来自己的附件，这一条就不再计数。
    """
    plan = subject.plan
    count = len(plan.annexes) + bool(plan.responsibility)
    for at, text in subject.texts if not _takes_in_plans(plan) else ():
        if "附件" not in text:
            continue
        number = max(_named(text), default=0)
        if number > count:
            there = f"只有 {count} 个附件" if count else "没有附件"
            yield Found(at, f"提到了附件{number if count else ''}，可是这份文稿{there}：请补上，或改正序号", text[:20])


def _takes_in_plans(plan: Plan) -> bool:
    return any(annex.plan_file for annex in plan.annexes)


def _named(text: str) -> Iterator[int]:
    """The numbers of our own annexes that a text names; 见附件 without number is the first."""
    for clause in re.split("[。；，\n]", text):
        if not _FOREIGN.search(clause):
            yield from map(int, _NUMBERED.findall(clause))
            yield from (1 for _ in _ALONE.findall(clause))


@rule("annex-note", Severity.WARNING)
def annex_note(subject: Subject) -> Iterator[Found]:
    """附件说明里，附件名称后面不加标点；标题末尾的标点会跟着印到那里。

    删去附件标题末尾的标点。
    """
    for annex in subject.plan.annexes:
        if annex.title.endswith(_END_MARKS):
            message = f"附件标题末尾不加标点：请删去“{annex.title[-1]}”"
            yield Found((*annex.at, "标题"), message, annex.title.splitlines()[-1])


@rule("unmentioned-annex", Severity.HINT)
def unmentioned_annex(subject: Subject) -> Iterator[Found]:
    """附件附上了，别的附件正文都提到，独独没有提到它，读的人不知道什么时候用它。

    在用到的地方写上“见附件1”；用不着的，删去附件。
    """
    if not subject.plan.annexes:
        return
    text = "\n".join([text for _, text in subject.texts if text])
    if _SPOKEN_OF.search(text) or _takes_in_plans(subject.plan):
        return
    titles = [annex.title.replace("\n", "") for annex in subject.plan.annexes]
    told = [f"附件{number}" in text or _told(title, text) for number, title in enumerate(titles, 1)]
    for annex, title, there in zip(subject.plan.annexes, titles, told, strict=True):
        if any(told) and not there:
            message = f"别的附件正文都提到了，没有提到“{title}”：请在用到的地方写明，或删去附件"
            yield Found((*annex.at, "标题"), message, title)


def _told(title: str, text: str) -> bool:
    """Whether the text holds four characters in a row of the title that are not of every title."""
    return any(title[n : n + 4] in text for n in range(max(1, len(title) - 3)))
