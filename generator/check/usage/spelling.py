"""Words written with a wrong character, and set phrases that lack one or have another."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from generator.check.facts.spelling import (
    Slip,
    is_common,
    known_slips,
    likely_among,
    variants,
)
from generator.check.registry import Found, found_in, rule_of_text
from generator.check.usage.joined import Joined, Span
from generator.check.usage.phrases import is_meant, near_phrases
from generator.keeping import kept
from generator.manuscript import Manuscript, Part
from generator.problems import Severity

Fields = tuple[str, tuple[str, ...], str, str]
"""Of a Slip, in their order."""

_LONGEST = 4
_SHORT = 2
_NAMED = frozenset({Part.ROSTER, Part.SIGNATURE, Part.DATE, Part.CELL, Part.BYLINE, Part.ADDRESSEE, Part.DUTY})
"""Parts full of names, where characters meet that meet nowhere else."""
_SINGLE = frozenset(
    "的了和与及等在是有不要把被将对向从为以于中上下内外前后各每本该其这那并也都就还又再已须应能可由使让给则即如若或所"
)
_SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖"
    "邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢岳"
    "齐梅莫庄辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边"
)
_TITLES = ("同志", "老师", "校长", "主任", "书记", "同学", "局长", "镇长", "县长", "科长", "所长", "教授", "、", "任")


@lru_cache
def _slips_by_pair(which: Callable[[], dict[str, Slip]]) -> dict[str, list[tuple[int, Fields]]]:
    """Each slip under its rarest part: the two characters of it that are no common word."""
    return kept(("slips by pair", which.__name__), lambda: _under_rarest(which().values()))


def _under_rarest(slips: Iterable[Slip]) -> dict[str, list[tuple[int, Fields]]]:
    found = defaultdict(list)
    for slip in slips:
        places = range(len(slip.wrong) - 1)
        at = next((place for place in places if not is_common(slip.wrong[place : place + 2])), 0)
        found[slip.wrong[at : at + 2]].append((at, (slip.wrong, slip.rights, slip.not_after, slip.not_before)))
    return dict(found)


def _slips_in(joined: Joined, which: Callable[[], dict[str, Slip]]) -> Iterator[tuple[int, Slip]]:
    """Where slips stand in a text; of two that overlap, the longer."""
    text, by_pair = joined.text, _slips_by_pair(which)
    hits = [
        (found - at, Slip(*fields))
        for pair in joined.pieces & by_pair.keys()
        for found in joined.places_of(pair)
        for at, fields in by_pair[pair]
        if found >= at and text.startswith(fields[0], found - at)
    ]
    end = 0
    for start, slip in sorted(hits, key=lambda hit: (hit[0], -len(hit[1].wrong))):
        if start >= end and not _excused(text, start, slip):
            end = start + len(slip.wrong)
            yield start, slip


def _excused(text: str, start: int, slip: Slip) -> bool:
    end = start + len(slip.wrong)
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    beside = bool(before and before in slip.not_after) or bool(after and after in slip.not_before)
    return beside or (end - start == _SHORT and crosses_border(text, start, end))


def ends_a_word(text: str, start: int, end: int) -> bool:
    """Whether these characters are the end of a word that begins before them."""
    return any(is_common(text[far:end]) for far in range(max(0, end - _LONGEST), start))


def begins_a_word(text: str, start: int, end: int) -> bool:
    """Whether these characters are the beginning of a word that ends behind them."""
    return any(is_common(text[start:far]) for far in range(end + 1, min(len(text), start + _LONGEST) + 1))


def crosses_border(text: str, start: int, end: int) -> bool:
    """Whether these characters are the end of one word and the beginning of the next."""
    for border in range(start + 1, end):
        left, right = ends_a_word(text, start, border), begins_a_word(text, border, end)
        if (left and (right or _stands_alone(text[border:end]))) or (right and _stands_alone(text[start:border])):
            return True
    return False


def _stands_alone(piece: str) -> bool:
    return piece in _SINGLE or is_common(piece)


def _of_a_name(text: str, start: int, end: int) -> bool:
    """Whether a person's name may stand here: a surname, and a title or a mark behind it."""
    for at in range(max(0, start - 2), start + 1):
        if text[at] in _SURNAMES and end - at <= _LONGEST:
            behind = text[max(end, at + 2) : at + 6]
            if any(title in behind for title in _TITLES) or text[max(0, at - 1) : at] in ("、", "：", "由", " "):
                return True
    return False


def _rights(rights: Sequence[str]) -> str:
    return "”或者“".join(rights[:3])


@rule_of_text("mistyped-word")
def mistyped_word(manuscript: Manuscript) -> Iterator[Found]:
    """错别字印成红头就收不回来，读的人先看见错字，后看见工作；成语和固定说法差一个字，人眼最容易滑过去。

    改成提示的词；确实没有写错的（人名、地名、引文、有意换字），可以不理。
    """
    taken: dict[int, set[int]] = defaultdict(set)
    joined = manuscript.derived(Joined)
    for spans in (_known_in, _near_phrases_in, _likely_in):
        for passage, (start, end), message in joined.found(spans):
            places = taken[id(passage)]
            if not (places.intersection(range(start, end)) or (spans is _likely_in and passage.part in _NAMED)):
                places.update(range(start, end))
                yield found_in(passage, (start, end), message)


def _known_in(joined: Joined) -> Iterator[Span]:
    for start, slip in _slips_in(joined, known_slips):
        yield start, start + len(slip.wrong), f"“{slip.wrong}”是错别字，应为“{_rights(slip.rights)}”"


def _near_phrases_in(joined: Joined) -> Iterator[Span]:
    text = joined.text
    for start, phrase, at in near_phrases(text):
        if not is_meant(text, start, phrase, at):
            wrong = text[start : start + len(phrase)]
            yield start, start + len(phrase), f"“{wrong}”疑为“{phrase}”：“{wrong[at]}”应为“{phrase[at]}”，请核对"


def _likely_in(joined: Joined) -> Iterator[Span]:
    for pair, rights in likely_among(joined.pieces).items():
        for start in joined.places_of(pair):
            end = start + len(pair)
            if not (crosses_border(joined.text, start, end) or _of_a_name(joined.text, start, end)):
                yield start, end, f"没有“{pair}”这个词，疑为“{_rights(rights)}”，请核对"


@rule_of_text("variant-word", Severity.HINT)
def variant_word(manuscript: Manuscript) -> Iterator[Found]:
    """异形词不算错，但公文用国家推荐的一种写法，全文、全校才一致。

    改成提示的写法。
    """
    for passage, span, message in manuscript.derived(Joined).found(_variants_in):
        yield found_in(passage, span, message)


def _variants_in(joined: Joined) -> Iterator[Span]:
    for start, slip in _slips_in(joined, variants):
        yield start, start + len(slip.wrong), f"“{slip.wrong}”推荐写“{_rights(slip.rights)}”"
