"""Rules on what was left in a document by copying: places not filled in, broken characters, broken lines, cut sentences."""

import re
from collections.abc import Iterator

from generator import marks
from generator.check.registry import Found, found_in, rule_of_text
from generator.check.usage.furniture import holders, own
from generator.check.usage.outlining import Entry, every_group, outline
from generator.check.usage.telling import Hit, tell
from generator.manuscript import Manuscript, Part, Passage

_EMPTY = re.compile(
    r"(?<![A-Za-z0-9×])(?:[×✕╳]{2,}|[XＸ]{2,}|[xｘ]{2,})(?![A-Za-z0-9×])"
    r"|(?<![\d*])\*{2,}(?!\*)|(?:19|20)[xX×*＊?？]{2}(?=年|学年|[-—]|级)|(?<![A-Za-z0-9])[XxＸ×](?=[年月日](?![A-Za-z]))"
    r"|(?<=[年月])[×XxＸ＊*]{1,2}(?=[月日])|某某|○{2,}|〇{2,}(?!年)|(?<![：:_])_{2,}(?!_)|（(?:此处)?(?:填写|待填|待补|待定)[^）]{0,8}）|待填写|待补充|TODO"
)
_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
_GLOSS = re.compile(rf"[?？]?[(（]?[a-z]*[{_TONED}][a-z]*(?:[)）]?[A-Z](?=[\u4e00-\u9fff])|[)）])?", re.IGNORECASE)
_BROKEN = re.compile(
    rf"[\ue000-\uf8ff\ufffd\uffff\u0080-\u009f]+|(?<={marks.HAN})[□�](?={marks.HAN})|锟斤拷|烫烫烫|â€|Ã[\u0080-\u00bf]|&(?:nbsp|quot|lt|gt|amp|ldquo|rdquo|mdash|#\d+);"
    rf"|(?<={marks.HAN})\?(?={marks.HAN}{{0,1}}[a-z{_TONED}])"
)
_SUSPECT = re.compile(rf"[{_TONED}\ue000-\uf8ff\ufffd\uffff\x80-\x9f□&?â锟烫Ã]")
_AROUND = 6
_ABOUT_A_LINE = 22


@rule_of_text("placeholder")
def placeholder(manuscript: Manuscript) -> Iterator[Found]:
    """××、XXX、20××、待填写，是范文里等着填的空；带着它们印发，说明没有人从头读过一遍。

    填上真实的名称、姓名、日期；隐去姓名是有意的，改用“某校”“一名学生”这样的说法。
    """
    seen: set[str] = set()
    for passage in holders(manuscript, _EMPTY):
        if passage.part == Part.CELL:
            continue
        fresh = []
        for found in _EMPTY.finditer(passage.text):
            key = passage.text[found.start() : found.end() + 1]
            fresh += [] if key in seen else [found]
            seen.add(key)
        if fresh:
            start, end = fresh[0].span()
            message = f"“{fresh[0][0]}”还没有填：请写上真实的内容"
            yield found_in(passage, (max(0, start - (0 if end < len(passage.text) else 4)), end + 2), message)


@rule_of_text("broken-characters")
def broken_characters(manuscript: Manuscript) -> Iterator[Found]:
    """乱码、方框、夹在字里的拼音，是转换或识别时坏掉的字，印出来没有人看得懂。

    对照原文改成正确的字；全文都有的，回到原来的文件重新复制。
    """
    hits = [
        Hit(passage, (max(0, found.start() - _AROUND), found.end() + 1))
        for passage in holders(manuscript, _SUSPECT)
        if _SUSPECT.search(passage.text) and not passage.text.isascii()
        for pattern in (_BROKEN, _GLOSS)
        for found in pattern.finditer(passage.text)
        if pattern is _BROKEN or _beside_chinese(passage.text, found)
    ]
    apart = [
        hit
        for at, hit in enumerate(hits)
        if not at or hit.passage != hits[at - 1].passage or hit.span[0] > hits[at - 1].span[1]
    ]
    yield from tell(manuscript, apart, "“{quote}”里有坏掉的字：请对照原文改正", few=4)


def _beside_chinese(text: str, found: "re.Match[str]") -> bool:
    """Whether a toned syllable stands right behind a Chinese character and is no gloss a writer meant."""
    before = text[found.start() - 1 : found.start()]
    return bool(re.match(marks.HAN, before)) and found[0][0] in "?？(（"


@rule_of_text("broken-line")
def broken_line(manuscript: Manuscript) -> Iterator[Found]:
    """一句话在半中间断成两段，多半是从网页或PDF复制时带来的分页，印出来缺半行。

    把两段接起来。
    """
    hits = []
    passages = own(manuscript) if manuscript.foreign else ()
    for passage in passages:
        hits += [Hit(passage, (max(0, cut - _AROUND), cut + _AROUND)) for cut in passage.cuts]
    groups = every_group(outline(manuscript)) if passages else ()
    hits += [Hit(entry.passage, _end(entry.passage)) for group in groups for entry in group if _is_cut(entry, group)]
    yield from tell(manuscript, hits, "这句话在“{quote}”这里断成了两段：请接起来", few=8)


def _end(passage: Passage) -> tuple[int, int]:
    return max(0, len(passage.text) - 10), len(passage.text)


def _is_cut(entry: Entry, group: list[Entry]) -> bool:
    """Whether an item among items of running text stops short of a mark, and one paragraph goes on below it."""
    others = [one for one in group if one is not entry]
    running = others and all(not one.stands_alone and one.words[-1:] in "。）；" for one in others)
    if not running or len(entry.below) != 1 or entry.entries or len(entry.words) < _ABOUT_A_LINE:
        return False
    return "，" in entry.words and bool(re.search(rf"{marks.HAN}$", entry.words))


_AIM = re.compile(
    r"(?:^|(?<=。))(?:为(?:了|进一步|切实|全面|深入|认真|加强|确保|有效|提高|落实|贯彻|推动|做好|保障|维护))[^。！？]{20,}?([^，。！？]*。)"
)
_MAIN = re.compile(
    "制[定订]|决定|特[将对作此]|[现拟请]|商请|必须|[要应须](?!求)|学校|我[校们市县区镇]|本[校方案]|提出|组织|开展|成立|通知|安排|召开|印发|是|就|都|们"
)


@rule_of_text("sentence-fragment")
def sentence_fragment(manuscript: Manuscript) -> Iterator[Found]:
    """“为了……”只说了目的就用句号断开，后面没有说做什么，不是一句完整的话。

    把句号改成逗号，和下一句接起来。
    """
    for passage in holders(manuscript, _AIM):
        found = _AIM.match(passage.plain) if passage.part == Part.PARAGRAPH else None
        if found and not _MAIN.search(found[0]):
            yield found_in(passage, found.span(1), "“为了……”这句没有说完就用了句号：请改成逗号，和下一句接起来")
