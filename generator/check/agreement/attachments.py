"""Rules on what is attached (附件): what the text sends the reader to is there, under the same name."""

import re
from collections.abc import Iterator, Sequence

from generator.check.registry import Found, found_in, rule_of_text
from generator.manuscript import PROSE, Manuscript, Part, Passage
from generator.problems import Severity

_PAPERS = (
    "登记表|安排表|分工表|一览表|申请表|报告表|统计表|记录表|审批表|汇总表|通讯录|值班表|名单|名册|台账|清单|"
    "告知书|责任书|承诺书|示意图|流程图|路线图|表"
)
_BEHIND = re.compile(
    rf"([一-龥A-Za-z\d]{{2,30}}?(?:{_PAPERS}))》?”?[（(]?(?:附后|见附件|详见附件|见附表|详见附表)[）)]?"
)
_FILLED = re.compile(
    r"(?:填写|填报|填好|如实填|认真填)(?:好|写)?(?:《|“)?([一-龥A-Za-z]{2,24}?(?:登记表|申请表|报告表|审批表))"
)
_BLANK = re.compile(r"附后|(?<!上级)(?<!》的)(?:详?见|参见)附[件表](?:[一二三四五六七八九十\d]{1,2})?")
_PAPER_TITLE = re.compile(rf"(?:{_PAPERS})$")
_NOTE = re.compile(r"附(?:件)?\s*[:：]")
_TITLES = re.compile(r"(?:\d{1,2}[.．、]|[、，,;；\s])+")
_YEAR = re.compile(r"^(?:\d{4}|[Xx×]{2,4})(?:—\d{4}学)?年度?")
_ANNEX_HEAD = re.compile(r"附[件表]\s*[一二三四五六七八九十\d]{0,2}\s*(?:[:：.．、]|$)")
_ISSUERS = tuple("校园局学院镇乡县市区")
_LONGEST_TITLE, _SHORTEST_CORE = 40, 4


@rule_of_text("missing-attachment")
def missing_attachment(manuscript: Manuscript) -> Iterator[Found]:
    """正文说“附后”“见附表”，或者列了附件名称，文件里却没有，拿到文件的人办不了事。

    补上附件，或删去这一句；要填的表，随文附上样表，或写明到哪里领取。
    """
    passages = manuscript.passages
    for index in manuscript.numbers_holding("附填"):
        passage = passages[index]
        if passage.part == Part.ANNEX_NOTE and manuscript.foreign:
            yield from _listed(passages, index)
        elif passage.part in PROSE | {Part.NOTE, Part.CELL}:
            yield from _promised(manuscript, index)


def _listed(passages: Sequence[Passage], index: int) -> Iterator[Found]:
    """An annex note with titles that nothing after it bears."""
    passage = passages[index]
    note = _NOTE.match(passage.plain)
    titles = [title for title in _TITLES.split(passage.plain[note.end() :]) if title] if note else []
    after = [other.plain for other in passages[index + 1 :]]
    absent = [title for title in titles if not any(_core(title) in text for text in after)]
    if absent and len(absent) == len(titles) and not any(map(_ANNEX_HEAD.match, after)):
        message = f"附件说明里的“{'、'.join(absent)}”后面都没有：请附上，或删去这一行"
        yield found_in(passage, (0, 0), message)


def _core(title: str) -> str:
    """The title without year and marks, by which an annex is known again."""
    return _YEAR.sub("", title.strip("《》“”")).removeprefix("附")


def _promised(manuscript: Manuscript, index: int) -> Iterator[Found]:
    """Papers that are said to be attached, or that are to be filled in."""
    passage = manuscript.passages[index]
    text = passage.plain
    if "附" in text:
        for found in _BLANK.finditer(text):
            if not _anything_attached(manuscript, index) and not _of_another(text, found.start()):
                yield found_in(passage, found.span(), f"说是“{found[0]}”，后面却没有附件：请附上，或改正这一句")
    if "填" in text:
        for found in _FILLED.finditer(text):
            if not any(found[1][-_SHORTEST_CORE - 1 :] in title for title in _titles(manuscript, index)):
                message = f"要填的“{found[1]}”没有附上：请附上样表，或写明到哪里领取"
                yield found_in(passage, found.span(1), message, Severity.HINT)


def _of_another(text: str, start: int) -> bool:
    """Whether the annex is that of another document named just before."""
    clause = re.split("[。；，]", text[:start])[-1]
    return "》" in clause or "上级" in clause


def _anything_attached(manuscript: Manuscript, index: int) -> bool:
    if not manuscript.foreign:
        return any(other.part in (Part.ANNEX_TITLE, Part.CELL, Part.CAPTION) for other in manuscript.passages)
    return any(
        other.part == Part.CELL or _ANNEX_HEAD.match(other.plain) or _PAPER_TITLE.search(other.plain)
        for other in manuscript.passages[index + 1 :]
        if len(other.text) <= _LONGEST_TITLE and (other.part not in PROSE or not other.level)
    )


def _titles(manuscript: Manuscript, index: int) -> Iterator[str]:
    """The titles under which something is attached or drawn up."""
    titled = {Part.ANNEX_TITLE, Part.CAPTION, Part.ANNEX_NOTE, Part.SIGNATURE}
    for number, passage in enumerate(manuscript.passages):
        short = manuscript.foreign and number > index and len(passage.text) <= _LONGEST_TITLE and not passage.level
        if passage.part in titled or short:
            yield passage.plain


@rule_of_text("attachment-name", Severity.HINT)
def attachment_name(manuscript: Manuscript) -> Iterator[Found]:
    """正文里的附件名称和附件自己的标题不一样，读的人要猜是不是同一份。

    两处写成一样的名称。
    """
    for index in manuscript.numbers_holding("附"):
        passage = manuscript.passages[index]
        if passage.part not in PROSE:
            continue
        for found in _BEHIND.finditer(passage.plain):
            for title in _titles(manuscript, index):
                shared = _common_end(found[1], title)
                if shared and not _named_alike(found[1], title, shared, manuscript):
                    span = (found.end(1) - len(shared), found.end(1))
                    yield found_in(passage, span, f"这里写“{shared}”，附件标题是“{title}”：请写成一样的名称")


def _common_end(mention: str, title: str) -> str:
    """The longest end that a mention and a title share, where it holds a whole name of a paper."""
    title = re.sub(r"[\s》”]+$", "", title)
    length = next(
        (n for n, pair in enumerate(zip(mention[::-1], title[::-1], strict=False)) if pair[0] != pair[1]),
        min(len(mention), len(title)),
    )
    return mention[-length:] if length > _SHORTEST_CORE else ""


def _named_alike(mention: str, title: str, shared: str, manuscript: Manuscript) -> bool:
    """Whether the title says no more than the mention but for year and the issuer's whole name."""
    more = _YEAR.sub("", re.sub(rf"^{_ANNEX_HEAD.pattern}", "", title)).removesuffix(shared).strip("《“ ")
    heads = "".join(passage.plain for passage in manuscript.passages if passage.part == Part.TITLE)
    school = manuscript.school.name if manuscript.school else ""
    whole = more in heads and more.endswith(_ISSUERS)
    return not more or whole or more == school or mention.endswith(title) or more in ("学校", "本校", "我校")
