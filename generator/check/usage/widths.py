"""Rules on full and half width (全角半角): marks beside Chinese, figures and letters."""

import re
from collections.abc import Iterator

from generator import marks
from generator.check.registry import Found, found_in, rule_of_text
from generator.check.usage.furniture import holders, matches, own
from generator.check.usage.telling import Hit, tell
from generator.manuscript import Manuscript, Part, Passage

_WIDE = str.maketrans(",;:?!().", "，；：？！（）。")
_NARROW = str.maketrans({chr(code): chr(code - 0xFEE0) for code in range(0xFF10, 0xFF5B)})
_HAN = marks.HAN
_ANY = re.compile(r"[,;:?!().\"']")
_POINT = re.compile(rf"(?<={_HAN[:-1]}”’）》%)])[,;:?!]|[,;:?!](?={_HAN[:-1]}“‘（《])|(?<={_HAN})\.(?={_HAN}|$)")
_ROUND = re.compile(r"\(([^()（）]*)\)|（[^()（）]*(\))|(\()[^()（）]*）")
_CHINESE = re.compile(f"{_HAN[:-1]}，。；：、]")
_QUOTE = re.compile(rf"(?<=[^A-Za-z0-9\s])[\"']|[\"'](?={_HAN})")
_WIDE_MARKS = re.compile("[，；：？！（）]")
_FIGURES = re.compile(f"{marks.WIDE_FIGURE}+")
_ENOUGH = 5
_MESSAGE = "汉字旁边用全角标点：“{quote}”"


@rule_of_text("half-width-punctuation")
def half_width_punctuation(manuscript: Manuscript) -> Iterator[Found]:
    """汉字中间夹半角标点，字距忽宽忽窄，换行也会出错；国标的点号、括号、引号都占一个字的位置。

    把 , : ; ? ! ( ) 和 " 改成 ，：；？！（）和“”。全文都是半角的只提示一次，在编辑器里统一替换；计划可以用 --fix 改好。
    """
    hits = [hit for passage in holders(manuscript, _ANY) for hit in _narrow(passage)]
    many = manuscript.foreign and len(hits) >= _ENOUGH
    if many and len(hits) > sum(len(_WIDE_MARKS.findall(passage.text)) for passage in own(manuscript)):
        yield _whole(hits)
    else:
        yield from tell(manuscript, hits, f"{_MESSAGE}应改为“{{fix}}”")


def _narrow(passage: Passage) -> Iterator[Hit]:
    """Every half-width mark of a passage beside Chinese; straight quotes are not mended: their sides are unknown."""
    text = passage.text
    if text.isascii():
        return
    for found in _POINT.finditer(text):
        yield Hit(passage, found.span(), found[0].translate(_WIDE))
    for found in _ROUND.finditer(text):
        before = text[max(0, found.start() - 1) : found.start()]
        if found[1] is None or _CHINESE.search(before + found[1]):
            yield from (
                Hit(passage, (at, at + 1), text[at].translate(_WIDE))
                for at in (found.start(), found.end() - 1)
                if text[at] in "()"
            )
    yield from (Hit(passage, found.span()) for found in _QUOTE.finditer(text))


def _whole(hits: list[Hit]) -> Found:
    """One finding for a document that is half-width throughout, at its first comma within a sentence."""
    inside = (hit for hit in hits if hit.passage.part == Part.PARAGRAPH and hit.quote == ",")
    first = next(inside, hits[0])
    around = max(0, first.span[0] - 6), first.span[1] + 6
    message = f"全文用的是半角标点（, : ; ( ) 等），共 {len(hits)} 处：请统一改成全角"
    return found_in(first.passage, around, message)


@rule_of_text("full-width-figures")
def full_width_figures(manuscript: Manuscript) -> Iterator[Found]:
    """全角的数字和字母（２０２６）是输入法没有切换，占的位置大一倍，检索时也找不到。

    改成半角的数字和字母（2026）；计划可以用 --fix 改好。
    """
    hits = (Hit(passage, found.span(), found[0].translate(_NARROW)) for passage, found in matches(manuscript, _FIGURES))
    yield from tell(manuscript, hits, "数字和字母用半角：“{quote}”应改为“{fix}”")


_BLANK = re.compile("[ \u3000\u00a0]")
_SPACE = re.compile(rf"(?<={_HAN[:-1]}，。；：、）》”])[ \u3000\u00a0]+(?={_HAN[:-1]}（《“])")


@rule_of_text("inner-space")
def inner_space(manuscript: Manuscript) -> Iterator[Found]:
    """句子中间的空格是复制粘贴留下的，印出来是一个空洞；要停顿，就该用标点。

    删去空格；空格是代替标点的，换成标点。
    """
    hits = []
    for passage in holders(manuscript, _BLANK):
        sentence = passage.part in (Part.PARAGRAPH, Part.ITEM) and re.search("[，。；,;]", passage.text)
        start = len(passage.label)
        found = list(_SPACE.finditer(passage.text, start)) if sentence else []
        hits += [Hit(passage, (max(start, each.start() - 3), each.end() + 3)) for each in found if _by_chance(found)]
    yield from tell(manuscript, hits, "“{quote}”中间有空格：请删去，或换成标点")


def _by_chance(found: list["re.Match[str]"]) -> bool:
    """Whether the spaces of a passage are stray; many of them part words on purpose."""
    return len(found) <= 2  # noqa: PLR2004 - three spaces are a list


_DOUBLED = re.compile(
    r"(?=[，。、；：！？,;][，。、；：！？,;])(?:([，。、；：])\1|[，。、；：！？][，。、；：]|[，、；：][！？]|[,，、。;；][,，、。;；])+(?!…)"
)


@rule_of_text("doubled-marks")
def doubled_marks(manuscript: Manuscript) -> Iterator[Found]:
    """两个标点连在一起，是改稿时删了字没有删标点，读的人不知道停在哪里。

    只留一个；“。”和“，”连在一起的，看句子完了没有。
    """
    hits = [
        Hit(passage, found.span(), found[0][0] if len(set(found[0])) == 1 else None)
        for passage, found in matches(manuscript, _DOUBLED)
        if set(found[0]) != {"。"}
    ]
    yield from tell(manuscript, hits, "标点“{quote}”连用了：请只留一个", few=4)
