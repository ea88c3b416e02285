"""Rules on counts (数目): as many are given as are claimed."""

import re
from collections.abc import Iterator, Sequence

from generator.check.agreement.siblings import NUMBERS, below, clauses, items_under
from generator.check.registry import Found, found_in, rule_of_text
from generator.manuscript import PROSE, Manuscript, Part, Passage

_ONE = "[二两三四五六七八九十]"
_SLOGAN = re.compile(rf"({_ONE})(?:个|必须)?([一-龥]{{2,4}})(?=”?[^。；]{{0,12}}?(?:即|：))")
_SHORT_SLOGAN = re.compile(rf"“({_ONE})([一-龥])”[^。；“]{{0,8}}?(?:即|就是|[：（])")
_AND_SO_ON = re.compile("等(?=[。，；”）]|$)|……")
_MEASURES = "项条种类大点级方步名位次天周月年届中"
_VERBS = frozenset(
    "确保 到位 杜绝 不发生 加强 坚持 必须 强化 明确 落实 严禁 集中 结合 清楚 提高 注重 突出 做到 务必 不准 不得 不漏 不放过".split()
)
"""What is counted though no quotation marks tell a slogan: 四个确保, but not 九江学校 or 五个小组."""

_CLAIM = re.compile(
    rf"(?:以下|下列|下面|如下)({_ONE}{{1,2}})(?:个|大)?(?:方面|项|点|条|类|种|步骤?|环节|阶段|问题|任务|措施)"
    rf"|从(?:以下|下面|如下)?({_ONE}{{1,2}})(?:个|大)?方面(?:入手|着手|做起|抓起|开展|推进|展开)"
    rf"|({_ONE}{{1,2}})(?:个|大)?(?:方面|项|点|条|类|种|大|个)[一-龥]{{0,8}}(?:如下)?(?=[：:]$|[：:](?:一是|第一|①|（一）|（1）|1[、.．]))"
)
_HEADING_CLAIM = re.compile(
    rf"({_ONE}{{1,2}})(?:项|条|大|个)(?:措施|举措|任务|工作|制度|环节|行动|工程|阶段|步骤|方面)$"
)
_INLINE = (
    re.compile(r"(?<![一-龥第])[一二三四五六七八九十]{1,2}(?:是|要|、是)|(?<=[。；：，])[一二三四五六七八九十]是"),
    re.compile(r"第[一二三四五六七八九十]{1,2}[，、]"),
    re.compile(r"[①-⑳]"),
    re.compile(r"（[一二三四五六七八九十\d]{1,2}）"),
    re.compile(r"(?<![\d.])\d{1,2}[、．](?!\d)"),
)
_HALVES = re.compile(rf"“({_ONE}[一-龥])({_ONE}[一-龥])”[。，]?(?:即|就是|也就是)[：:]?")
_FEWEST = 2


@rule_of_text("count-mismatch")
def count_mismatch(manuscript: Manuscript) -> Iterator[Found]:
    """说有几项，列出来的却不是几项：多半是增删以后忘了改数目，或者漏抄了一项。

    数一数列出来的，补上漏掉的，或改正数目。
    """
    forms = (_CLAIM, _HEADING_CLAIM, _SLOGAN, _SHORT_SLOGAN, _HALVES)
    claiming = {id(passage) for form in forms for passage in manuscript.may_match(form)}
    for index, passage in enumerate(manuscript.passages) if claiming else ():
        if id(passage) in claiming and (passage.part in PROSE or passage.part == Part.ADDRESSEE):
            if "：" in passage.plain or "即" in passage.plain or "就是" in passage.plain:
                yield from _slogans(manuscript.passages, index)
                yield from _short_slogans(passage)
                yield from _halves(passage)
            yield from _claims(manuscript.passages, index)


def _slogans(passages: Sequence[Passage], index: int) -> Iterator[Found]:
    """四个确保 and what it stands for: as many clauses with 确保."""
    passage = passages[index]
    for found in _SLOGAN.finditer(passage.plain):
        claimed, word = NUMBERS[found[1]], found[2]
        before = passage.plain[: found.start()]
        if word[0] in _MEASURES or (before.count("“") <= before.count("”") and word not in _VERBS):
            continue
        rest = passage.plain[found.end() :] + "".join(_text_below(passages, index))
        given = rest.count(word)
        if _FEWEST <= given < claimed and not _AND_SO_ON.search(rest):
            message = f"说是“{found[0]}”，后面只有 {given} 个“{word}”：请补上，或改正数目"
            yield found_in(passage, found.span(), message)


def _short_slogans(passage: Passage) -> Iterator[Found]:
    """五包 and what it stands for in the same sentence: as many clauses that begin, or end, with 包."""
    for found in _SHORT_SLOGAN.finditer(passage.plain):
        claimed, word = NUMBERS[found[1]], found[2]
        rest = re.split("。", passage.plain[found.end() :])[0]
        parts = [part for _, part in clauses(rest, "，；：、）即")]
        given = max(sum(part.startswith(word) for part in parts), sum(part.endswith(word) for part in parts))
        if word not in _MEASURES and _FEWEST <= given < claimed and not _AND_SO_ON.search(rest):
            message = f"说是“{found[1]}{word}”，后面只有 {given} 个“{word}”：请补上，或改正数目"
            yield found_in(passage, (found.start(1), found.end(2)), message)


def _text_below(passages: Sequence[Passage], index: int) -> Iterator[str]:
    for passage in below(passages, index):
        if passage.part == Part.HEADING and not passages[index].text.endswith(("：", ":")):
            return
        yield passage.plain


def _claims(passages: Sequence[Passage], index: int) -> Iterator[Found]:
    """以下三项工作, 从四个方面入手, and the items or headings that follow."""
    passage = passages[index]
    for found in _found_claims(passage):
        claimed = NUMBERS[found[found.lastindex or 0]]
        given = _given(passages, index, found.end(), claimed)
        if given >= _FEWEST and given != claimed:
            message = f"说是“{found[0]}”，列出来的是 {given} 个：请补上漏掉的，或改正数目"
            yield found_in(passage, found.span(), message)


def _found_claims(passage: Passage) -> Iterator[re.Match[str]]:
    for found in _CLAIM.finditer(passage.plain):
        if found[found.lastindex or 0] in NUMBERS:
            yield found
    if passage.part == Part.HEADING:
        heading = _HEADING_CLAIM.search(passage.plain)
        if heading and heading[1] in NUMBERS:
            yield heading


def _given(passages: Sequence[Passage], index: int, end: int, claimed: int) -> int:
    """How many are given: in the same passage, else under it; as many as claimed where one way of counting says so."""
    rest = passages[index].plain[end:]
    counts = [len(form.findall(rest)) for form in _INLINE]
    ways = {*counts, *_parts(rest)}
    if claimed in ways or max(counts) >= _FEWEST:
        return claimed if claimed in ways else max(counts)
    under = len(items_under(passages, index))
    closes = rest.strip("。：:，；工作") == ""
    return under if closes or under < claimed else claimed


def _parts(rest: str) -> Iterator[int]:
    """How many the stretch behind a claim has between marks: of its first sentence, and of sentences."""
    first = re.split("[。；]", rest.lstrip("，：:"), maxsplit=1)[0]
    yield from (len(re.split(mark, first)) for mark in ("，", "、"))
    yield from (len(re.split(marks, rest.rstrip("；。"))) for marks in ("；", "[；。]"))


def _halves(passage: Passage) -> Iterator[Found]:
    """七纵四横 explained by 四横 twice, and by 七纵 never."""
    for found in _HALVES.finditer(passage.plain):
        rest = passage.plain[found.end() :]
        for said, unsaid in ((found[2], found[1]), (found[1], found[2])):
            if rest.count(said) >= _FEWEST and unsaid not in rest:
                start = found.end() + rest.index(said)
                message = f"“{found[1]}{found[2]}”里说了两遍“{said}”，没有说“{unsaid}”：请改正"
                yield found_in(passage, (start, start + len(said)), message)
