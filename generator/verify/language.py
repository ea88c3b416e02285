"""Marks and numerals in the text (GB/T 15834, GB/T 15835), the same for paper and DOCX."""

import re
from bisect import bisect
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from generator import marks
from generator.verify.clauses import CLAUSES, PRINTED, WRITTEN, Clause, Outcome, Place
from generator.verify.signs import ANNEX_LABEL, ANNEX_LIST, LEVELS, level_of


@dataclass(frozen=True)
class Passage:
    """A paragraph's text and where it stands."""

    text: str
    place: Place


Find = Callable[[Iterable[Passage]], Iterator[Place]]
MARKS: dict[str, tuple[str, str, str, str]] = {
    "6.L01": ("15834 B.3.4", "带括号的序次语", "后面不用标点", marks.LABEL_WITH_MARK),
    "6.L02": ("15834 B.3.3", "阿拉伯数字序次语", "用下脚点“1.”，不用顿号", marks.COMMA_LABEL),
    "6.L03": ("15834 B.3.2", "汉字序次语", "用顿号“一、”", marks.POINTED_LABEL),
    "6.L04": ("15834 B.3.1", "“第一”“首先”", "后面用逗号", marks.ORDER_WITH_COMMA),
    "6.L05": ("15834 4.5.3.5", "并列的书名号、引号", "之间通常不用顿号", marks.MARK_BETWEEN_PAIRS),
    "6.L06": ("9704 7.2.5", "发文字号的括号", "年份用六角括号〔〕", marks.YEAR_BRACKET),
    "6.L07": ("9704 7.2.5", "发文顺序号", "不加“第”，不编虚位", marks.PADDED_NUMBER),
    "6.L08": ("9704 7.2.5", "发文字号的年份", "标全称", marks.SHORT_NUMBER_YEAR),
    "6.L09": ("15834 4", "点号", "汉字旁用全角", marks.NARROW_POINT),
    "6.L10": ("惯例", "括号", "汉字旁用全角", marks.NARROW_BRACKET),
    "6.L11": ("15834 4.8", "引号", "用“”‘’，不用直引号", marks.STRAIGHT_QUOTE),
    "6.L12": ("9704 7.3.5.4", "月、日", "不编虚位（3月1日）", marks.PADDED_DATE),
    "6.L13": ("15835 5.1.4", "年份", "不简写为两位", marks.SHORT_YEAR),
    "6.L14": ("15835 5.2.5", "汉字的“〇”", "二〇二六，不写零、○", marks.WRONG_ZERO),
    "6.L15": ("15834 4.13.3.2", "起止年份", "一字线：2026—2027学年", marks.YEAR_RANGE),
    "6.L16": ("15834 4.11", "省略号", "……", marks.WRONG_ELLIPSIS),
    "6.L17": ("15834 4.10", "破折号", "——", marks.WRONG_DASH),
    "6.L18": ("15835 5.1.3", "数值范围的万、亿", "前后都写：10万～20万元", marks.CUT_MYRIADS),
    "6.L19": ("15835 5.1.3", "数值范围", "用浪纹线：80%～90%", marks.PERCENT_RANGE),
    "6.L20": ("15835 5.1.7", "数字、字母", "用半角", marks.WIDE_FIGURE),
    "6.L21": ("惯例", "汉字之间", "没有空格", marks.INNER_SPACE),
    "6.L22": ("15834 4", "点号", "不连用", marks.DOUBLED),
    "6.L23": ("15835 5.2.1", "概数", "两数之间不用顿号：三四个", marks.CUT_ESTIMATE),
    "6.L25": ("惯例", "空格", "不用全角空格排版", r"\u3000"),
}
"""Faults of marks and numerals: number of the clause, what it is about, what is wanted, the pattern of the fault."""

CUSTOMARY = ("6.L05", "6.L10", "6.L21", "6.L25")
"""Rows that are usual or customary: objections are advice."""
CONTEXT = 6
"""Characters shown on both sides of a fault."""
LINE = 30
"""A heading alone on its line is no longer."""


def _seen(passage: Passage, start: int, end: int) -> Place:
    text = passage.text[max(0, start - CONTEXT) : end + CONTEXT]
    return Place(text, passage.place.page, passage.place.paragraph)


def _found(pattern: str, passages: Iterable[Passage]) -> Iterator[Place]:
    for passage in passages:
        if match := re.search(pattern, passage.text.strip()):
            yield _seen(Passage(passage.text.strip(), passage.place), match.start(), match.end())


def pairs(passages: Iterable[Passage]) -> Iterator[Place]:
    """Every mark of a pair without its other half; a pair may span paragraphs."""
    passages = tuple(passages)
    starts = [0, *accumulate(len(passage.text) + 1 for passage in passages)]
    for start, end in marks.unpaired("\n".join(passage.text for passage in passages)):
        number = bisect(starts, start) - 1
        yield _seen(passages[number], start - starts[number], end - starts[number])


def headings_with_marks(passages: Iterable[Passage]) -> Iterator[Place]:
    """Short headings of the first two layers that end in a mark."""
    for passage in passages:
        text = passage.text.strip()
        short = level_of(text) in (1, 2) and len(text) <= LINE and text[-1] in "。；，："
        if short and not re.search("[。；，：]", text[:-1]):
            yield passage.place


def annex_marks(passages: Iterable[Passage]) -> Iterator[Place]:
    """Lists of annexes with a half-width colon, 1、 or a mark after a name."""
    for passage in passages:
        text = passage.text.strip()
        if ANNEX_LIST.match(text) and (not re.match(r"附件：(?!\d[、．])", text) or text[-1] in "。，；、.;,"):
            yield passage.place


def breaks_in_numbering(passages: Iterable[Passage]) -> Iterator[Place]:
    """Labels that skip, repeat, or start over in the first layer."""
    counted, in_list = [0] * (len(LEVELS) + 1), False
    for passage in passages:
        text = passage.text.strip()
        level = level_of(text)
        in_list = bool(ANNEX_LIST.match(text)) or (in_list and level == 3)  # noqa: PLR2004 - 2. under 附件：1.
        if ANNEX_LABEL.match(text):
            counted = [0] * len(counted)
        if not level or in_list:
            continue
        number = _number(text)
        if (number not in (1, counted[level] + 1)) or (number == level == 1 and counted[1]):
            yield Place(text[:12], passage.place.page, passage.place.paragraph)
        counted[level:] = [number] + [0] * (len(counted) - level - 1)


def _number(text: str) -> int:
    label = LEVELS[level_of(text) - 1].match(text)
    return marks.ordinal(label[0]) if label else 0


def outcome(places: Iterable[Place]) -> Outcome:
    """How many faults there are and where."""
    places = tuple(places)
    return Outcome(f"{len(places)} 处" if places else "没有", not places, places)


def _register() -> None:
    """Enter every row of MARKS, and the rows that take more than a pattern, for both kinds of file."""
    whole = {
        "6.L32": ("15834 4", "成对的标点", "前后配对", pairs),
        "3.8": (*_texts("3.8"), breaks_in_numbering),
        "3.10": (*_texts("3.10"), headings_with_marks),
        "3.11-2": (*_texts("3.11-2"), annex_marks),
        "3.19": (*_texts("3.19"), lambda passages: _found("此页无正文", passages)),
    }
    simple = {
        name: (number, what, required, _finder(pattern)) for name, (number, what, required, pattern) in MARKS.items()
    }
    for identity, (number, what, required, find) in {**simple, **whole}.items():
        CLAUSES.setdefault(identity, Clause(identity, number, what, required, identity not in CUSTOMARY))
        PRINTED[identity] = _measure(find)
        WRITTEN[identity] = _measure(find)


def _texts(identity: str) -> tuple[str, str, str]:
    clause = CLAUSES[identity]
    return clause.number, clause.what, clause.required


def _finder(pattern: str) -> Find:
    return lambda passages: _found(pattern, passages)


def _measure(find: Find) -> Callable[[Any], Outcome]:
    return lambda subject: outcome(find(subject.passages))


_register()
