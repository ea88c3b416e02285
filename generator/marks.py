"""Marks and numerals as GB/T 15834 and GB/T 15835 want them: the patterns of their faults, and which marks pair."""

import re
from collections.abc import Iterator

NUMERALS = "一二三四五六七八九十百"
HAN = "[\u3400-\u4dbf\u4e00-\u9fff]"

NARROW_POINT = rf"{HAN}[,;:?!]|[,;:?!]{HAN}|{HAN}\.(?={HAN}|$)"
NARROW_BRACKET = rf"{HAN}[()]|[()]{HAN}"
STRAIGHT_QUOTE = r"[\"']"
YEAR_BRACKET = r"[\[［【(（](?:19|20)\d\d[\]］】)）]\s*第?\d+\s*号"
PADDED_NUMBER = r"〔\d{4}〕(?:第\d+|0\d+)号"
SHORT_NUMBER_YEAR = r"〔\d{2}〕"
LABEL_WITH_MARK = rf"^[（(][{NUMERALS}\d]+[)）][、，．.：:]"
COMMA_LABEL = r"(?:^|[。；：])\d{1,2}、"
POINTED_LABEL = rf"^[{NUMERALS}]+[.．，,：:](?!\d)"
ORDER_WITH_COMMA = rf"第[{NUMERALS}]+、|(?:首先|其次|再次|最后)、"
MARK_BETWEEN_PAIRS = r"》、《|”、“"
PADDED_DATE = r"\d年0\d月|月0\d日"
SHORT_YEAR = r"(?<!\d)\d{2}年\d{1,2}月"
WRONG_ZERO = r"二[零○Ｏ0o]二|○"
YEAR_RANGE = r"\d{4}\s*(?:-|－|–|~|～|至?——|——)\s*\d{4}\s*(?:学年|年)"
WRONG_ELLIPSIS = r"\.{3,}|。{2,}|·{3,}|(?<!…)…(?!…)"
WRONG_DASH = r"--+|－－"
CUT_MYRIADS = r"(?<=\d)[～~—-]\d+(?:\.\d+)?万(?!\d)|(?<=\d)[～~]\d+亿"
PERCENT_RANGE = r"\d[%％]?\s*(?:-|－|–|~)\s*\d+(?:\.\d+)?[%％]"
WIDE_FIGURE = r"[０-９Ａ-Ｚａ-ｚ]"
INNER_SPACE = rf"[{HAN[1:-1]}，。；：、）》”] +[{HAN[1:-1]}（《“]"
DOUBLED = r"[，。、；：！？][，。、；：]|[，、；：][！？]"
CUT_ESTIMATE = r"[一二三四五六七八九]、[一二三四五六七八九](?:个|天|米|次|名|人|种)"

HALF = re.compile(r"(?<![A-Za-z0-9])[,:;?!()]+|[,:;?!()]+(?![A-Za-z0-9])")
"""Half-width marks that do not stand between letters or figures."""
_FULL = str.maketrans(",:;?!()", "，：；？！（）")

PAIRS = {"（": "）", "《": "》", "“": "”", "〔": "〕", "【": "】", "‘": "’", "「": "」", "『": "』"}
_OPENING = {closing: opening for opening, closing in PAIRS.items()}
_SIGN = re.compile(f"[()\\[\\]{''.join(PAIRS)}{''.join(PAIRS.values())}]")
_WIDE = str.maketrans("()[]", "（）〔〕")
_LETTER = re.compile(r"[A-Za-z0-9]")


def widen(text: str) -> str:
    """The text with full-width marks beside Chinese, character for character as long."""
    return HALF.sub(lambda found: found[0].translate(_FULL), text)


def ordinal(label: str) -> int:
    """The number a label says: 12 of 十二、, 3 of （3）; 0 where it says none."""
    figures = re.sub(rf"[^{NUMERALS}\d]", "", label)
    if figures.isdigit():
        return int(figures)
    tens, ten, ones = figures.rpartition("十")
    digits = "零" + NUMERALS[:9]
    return (10 * (digits.find(tens) if tens else 1) if ten else 0) + (digits.find(ones) if ones else 0)


def unpaired(text: str) -> Iterator[tuple[int, int]]:
    """Where a pair lacks its other half: each lone mark, and each pair whose one half is wrong, from half to half.

    A wrong half is taken for the half it should be, so that what follows is read aright.
    """
    waiting: list[tuple[str, int]] = []
    signs = list(_signs(text))
    for number, (at, sign) in enumerate(signs):
        following = signs[number + 1][1] if number + 1 < len(signs) else ""
        if sign in PAIRS:
            again = [index for index, (opened, _) in enumerate(waiting) if opened == sign and sign in "“‘"]
            if not again:
                waiting.append((sign, at))
                continue
            start = waiting[again[-1]][1]
            wrong_half = following != PAIRS[sign]
            yield (start, at + 1) if wrong_half else (start, start + 1)
            waiting = waiting[: again[-1]] + ([] if wrong_half else [(sign, at)])
        else:
            yield from _closed(waiting, sign, at)
    yield from ((at, at + 1) for _, at in waiting)


def _closed(waiting: list[tuple[str, int]], sign: str, at: int) -> Iterator[tuple[int, int]]:
    """What is wrong when a closing half comes; takes from those that wait what it closes."""
    opening = _OPENING[sign]
    places = [index for index, (opened, _) in enumerate(waiting) if opened == opening]
    if places:
        yield from ((lone, lone + 1) for _, lone in waiting[places[-1] + 1 :])
        del waiting[places[-1] :]
    elif waiting and {waiting[-1][0], opening} <= {"“", "‘"}:
        yield waiting.pop()[1], at + 1
    else:
        yield at, at + 1


def _signs(text: str) -> Iterator[tuple[int, str]]:
    """The marks of pairs with their places, brackets read as wide; no apostrophes, no closing half of a label."""
    for found in _SIGN.finditer(text):
        at, sign = found.start(), found[0].translate(_WIDE)
        if not (_is_apostrophe(text, at) or _is_label(text, at, sign)):
            yield at, sign


def _is_apostrophe(text: str, at: int) -> bool:
    return text[at] == "’" and at > 0 and bool(_LETTER.match(text, at - 1))


def _is_label(text: str, at: int, sign: str) -> bool:
    """Whether it is the end of a label without beginning: 1) or 一）."""
    return sign == "）" and bool(
        re.search(rf"(?:^|[。；;：:\s])(?:\d{{1,2}}|[{NUMERALS}]{{1,2}}|[a-zA-Z])$", text[:at])
    )
