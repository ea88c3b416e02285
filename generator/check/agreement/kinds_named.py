"""Rules on what a document calls itself (自称): the kind and the title of the heading, nothing else."""

import re
from collections.abc import Iterator

from generator.check.registry import Found, found_in, rule_of_text
from generator.manuscript import Manuscript, Part, Passage
from generator.problems import Severity

_KIND = "(?:实施|工作|应急)?(?:方案|计划|预案|办法|规定|细则|制度|意见)"
_OWN = re.compile(rf"(?<![根原基日成版文书剧课])本({_KIND})(?![一-龥]*?》)")
_MADE = re.compile(rf"(?:特|现)?(?:制定|制订|拟定)(?:了)?(?:如下|以下)({_KIND})(?=[：:。，]|$)")
_TITLED = re.compile(rf"({_KIND})(?:[（(][^）)]{{1,8}}[）)])?$")
_SIGNS = ("本", "如下", "以下")
_STEMS = ("方案", "计划", "预案", "办法", "规定", "细则", "制度", "意见")
_NOT_HERE = re.compile("[《》]|上级|教育局|[省市县区]委")


@rule_of_text("kind-mismatch")
def kind_mismatch(manuscript: Manuscript) -> Iterator[Found]:
    """标题和正文里的自称不是一个文种，多半是从别的文件里抄来的，读的人会以为另有一份。

    全文用标题里的文种；文种选错了的，改标题。
    """
    titled, first = "", ""
    titles = (Part.TITLE, Part.ANNEX_TITLE)
    naming = {*manuscript.numbers_holding(_SIGNS)} if any(map(manuscript.may_match, (_OWN, _MADE))) else set()
    for number, passage in enumerate(manuscript.passages) if naming else ():
        if passage.part in titles:
            title = _TITLED.search(passage.plain)
            titled, first = (title[1], "") if title else ("", "")
            continue
        for found in _named(passage) if number in naming else ():
            kind, other = found[1], titled or first
            first = first or kind
            if other and not _one_kind(kind, other):
                where = "标题是" if titled else "前面自称"
                severity = Severity.HINT if _stem(kind) == _stem(other) else None
                message = f"{where}“{other}”，这里却说“{found[0]}”：请统一文种"
                yield found_in(passage, found.span(), message, severity)


def _named(passage: Passage) -> Iterator[re.Match[str]]:
    """What a passage calls the document it stands in."""
    text = passage.plain
    if passage.part == Part.CELL:
        return
    for form in (_OWN, _MADE):
        for found in form.finditer(text):
            if not _NOT_HERE.search(text[max(0, found.start() - 4) : found.start()]):
                yield found


def _one_kind(kind: str, other: str) -> bool:
    """Whether one name is the other in short: 方案 and 实施方案."""
    return kind.endswith(other) or other.endswith(kind)


def _stem(kind: str) -> str:
    return next(stem for stem in _STEMS if kind.endswith(stem))


_ISSUED = re.compile(r"印发《?([^《》]{4,60}?)》?(?:的通知)?$")
_SENT = re.compile(r"(?:现将|将)《([^《》]{4,60})》(?:（[^）]*）)?[^。]{0,6}(?:印发|转发|下发|发给)")


@rule_of_text("title-mismatch")
def title_mismatch(manuscript: Manuscript) -> Iterator[Found]:
    """通知标题里印发的是一份文件，正文或附件里却是另一个名称，收文的人登记不了。

    三处写成同一个名称。
    """
    heads = [passage for passage in manuscript.passages if passage.part == Part.TITLE]
    title = "".join(passage.plain for passage in heads)
    issued = _ISSUED.search(title)
    if not issued:
        return
    for passage, found in manuscript.search(_SENT):
        if _stripped(found[1]) != _stripped(issued[1]):
            message = f"标题里印发的是“{issued[1]}”，这里写“{found[1]}”：请写成一样的名称"
            yield found_in(passage, found.span(1), message)


def _stripped(title: str) -> str:
    return re.sub(r"[\s—-]", "", title)
