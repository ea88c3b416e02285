"""Rules on the issuer (单位): its name is the same in title, text and signature, and nobody else's is left over."""

import re
from collections.abc import Iterator

from generator.check.registry import Found, found_in, rule_of_text
from generator.manuscript import PROSE, Manuscript, Part, Passage
from generator.problems import Severity

_SCHOOL = re.compile(
    r"(?:(?<![一-龥])|(?<=[在由到向对为和与年度于]))(?:结合|根据|按照|确保|作为|我们|为了?)?"
    r"([一-龥]{2,16}?(?:小学|中学|学校|幼儿园|中心校|高中|学院))(?![生们教老])"
)
_PROPER = re.compile("[省市县区镇乡村州旗]|实验|中心|第[一二三四五六七八九十]|希望|完全")
_COMMON = re.compile(
    "中小学|各小?中?学?|全[国省市县区镇乡]|我[校园省市县区镇乡]|本[校园市县区镇乡]|其他|所有|兄弟|该|[所几两多些家]学校|初中小学"
)
_OURS = re.compile(r"(?:我|本)([镇乡县局]|街道|公司|厂|院|社区)(?![一-龥]{0,2}(?:《|学校|中小学|教育系统))")
_TOWN = re.compile(
    r"(?:落实|按照|根据|执行)(?:镇|乡)(?:党委|政府)?(?:、镇?乡?政府)?(?:的)?(?:决策|部署|要求|文件|安排)"
)
_DISTRICT = re.compile(r"(?<![一-龥])区(?:防疫站|教育局|教体局|疾控)|(?:邀请|报|向|由)区(?:防疫站|教育局|教体局|疾控)")
_SCHOOL_SIGNS = ("小学", "中学", "中心校", "中心学校", "幼儿园", "高中", "学院")
_STRANGE = ("局", "公司", "厂", "院", "社区")
_CONTEXT = re.compile(r"(?:结合|根据|按照|确保|为(?:了)?(?:加强|做好|维护)|我们|作为)$")
_SIGNS = frozenset({Part.SIGNATURE, Part.BYLINE, Part.DATE})


@rule_of_text("organisation-mismatch")
def organisation_mismatch(manuscript: Manuscript) -> Iterator[Found]:
    """标题、落款和正文里的单位不是同一个，多半是拿别校的文件改的，漏改了一处。

    全文改成本单位的全称；确实说的是别的单位的，不用改。
    """
    own = _own_names(manuscript)
    if not own:
        return
    for passage in manuscript.may_match(_SCHOOL):
        if passage.part in _SIGNS or passage.part == Part.TITLE:
            yield from _signed(passage, own)
        elif passage.part in PROSE:
            yield from _left_over(passage, own)
    if all(name.endswith(("小学", "中学", "学校", "幼儿园", "高中", "中心校")) for name in own):
        yield from _ours(manuscript)
        yield from _other_superiors(manuscript, own)


def _own_names(manuscript: Manuscript) -> set[str]:
    """The issuer's names: that of 学校.yaml; in a foreign file those of the title, else of the signature."""
    if not manuscript.foreign and manuscript.school and manuscript.school.name:
        return {manuscript.school.name}
    for parts in ({Part.TITLE}, _SIGNS):
        names = {
            name for passage in manuscript.passages if passage.part in parts for _, name in _schools(passage.plain)
        }
        if names:
            return names
    return set()


def _schools(text: str) -> Iterator[tuple[tuple[int, int], str]]:
    """The proper names of schools in a text."""
    for found in _SCHOOL.finditer(text):
        if _PROPER.search(found[1]) and not _COMMON.search(found[1]):
            yield found.span(1), found[1]


def _same(name: str, own: set[str]) -> bool:
    """Whether a name is one of ours, in full or in short."""
    return any(name in one or one in name or set(name) <= set(one) for one in own)


def _signed(passage: Passage, own: set[str]) -> Iterator[Found]:
    for span, name in _schools(passage.plain):
        if not _same(name, own):
            yield found_in(passage, span, f"本单位是“{min(own)}”，这里写“{name}”：请核对，改成同一个名称")


def _left_over(passage: Passage, own: set[str]) -> Iterator[Found]:
    """Another school's name where one's own belongs: 结合某某小学实际."""
    if not any(sign in passage.plain for sign in _SCHOOL_SIGNS):
        return
    for span, name in _schools(passage.plain):
        before, after = passage.plain[: span[0]], passage.plain[span[1] :]
        about_us = _CONTEXT.search(before) or re.match("的?实际|全体|安全稳定|信访|领导小组", after)
        if about_us and not _same(name, own):
            message = f"本单位是“{min(own)}”，这里写“{name}”，像是别校文件里留下的：请核对"
            yield found_in(passage, span, message, Severity.HINT)


def _ours(manuscript: Manuscript) -> Iterator[Found]:
    """我镇, 我局 in a school's own document."""
    if manuscript.kind.startswith(("讲话", "通知")):
        return
    for passage, found in manuscript.search(_OURS):
        if passage.part in PROSE:
            severity = None if found[1] in _STRANGE else Severity.HINT
            message = f"这是学校的文稿，这里却说“{found[0]}”，像是别单位文件里留下的：请核对"
            yield found_in(passage, found.span(), message, severity)


def _other_superiors(manuscript: Manuscript, own: set[str]) -> Iterator[Found]:
    """The decisions of a town in the document of a school that is under a district, and names no town."""
    if any(mark in name for name in own for mark in "镇乡") or not any(manuscript.search(_DISTRICT)):
        return
    for passage, found in manuscript.search(_TOWN):
        message = f"校名里没有镇、乡，别处的上级是区，这里却说“{found[0]}”：请核对上级单位"
        yield found_in(passage, found.span(), message, Severity.HINT)
