"""Patterns by which the parts of a document are known from their text, and the roles of fonts from their names."""

import re
import unicodedata

from generator.marks import NUMERALS

LEVELS = (
    re.compile(rf"[{NUMERALS}]+、"),
    re.compile(rf"（[{NUMERALS}]+）"),
    re.compile(r"\d{1,2}[.．](?!\d)"),
    re.compile(r"（\d{1,2}）"),
)
"""The labels of the four layers (7.3.3)."""
DATE = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日$")
CHINESE_DATE = re.compile(r"[一二三四五六七八九〇零○]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日$")
ANNEX_LIST = re.compile(r"附件\s*[:：]")
ANNEX_LABEL = re.compile(r"附件\s*\d{0,2}$")
NUMBER = re.compile(r"\S*〔(?:19|20)\d{2}〕[1-9]\d*号")
"""发文字号 as 7.2.5 wants it."""
LIKE_A_NUMBER = re.compile(r"\S+?[〔\[［【（(]\d{2,4}[〕\]］】）)]\s*第?\d+号")
PAGE_NUMBER = re.compile(r"—\s?\d+\s?—$")
NO_START = frozenset("，。、；：！？）》」』】〕〉”’～·％%℃,.;:!?)]}»•")
NO_END = frozenset("（《「『【〔〈“‘([{")

ROLES = {
    "fang": r"fang-?song|fandolfang|fzfs|zhuque|仿宋",
    "kai": r"kaiti|simkai|fandolkai|lxgw|wenkai|fzkt|fzkai|ukai|楷",
    "hei": r"simhei|heiti|sthei|fandolhei|fzht|fzhei|noto ?sans.*(cjk|sc)|source ?han ?sans|zenhei|microhei|黑体",
    "xiaobiaosong": r"xiaobiaosong|fzxbs|小标宋|stzhong|华文中宋|noto ?serif.*(cjk|sc).*(semi|bold|black|medium)"
    r"|source ?han ?serif.*(semi|bold|heavy|medium)|fandolsong-?bold",
    "song": r"simsun|stsong|fandolsong|sungtil|uming|noto ?serif.*(cjk|sc)|source ?han ?serif|fzss|宋体|times|liberation ?serif",
}
"""What the name of a font holds, whole or in part, that may serve a role; the first role that fits is its role."""


def role_of(font: str) -> str:
    """The role a font serves by its name; "" where it serves none."""
    return next((role for role, names in ROLES.items() if re.search(names, font, re.IGNORECASE)), "")


def is_chinese(character: str) -> bool:
    """Whether it is a Chinese character or a full-width sign."""
    return "\u3400" <= character <= "\u9fff" or "\u3000" <= character <= "\u303f" or "\uff00" <= character <= "\uffef"


def is_hanzi(character: str) -> bool:
    """Whether it is a Chinese character and not a sign."""
    return "\u4e00" <= character <= "\u9fff"


def is_wide(character: str) -> bool:
    """Whether it takes the room of one Chinese character."""
    return unicodedata.east_asian_width(character) in "WF" or character in "“”‘’—…·"


def width_of(text: str) -> float:
    """The room of a text in Chinese characters; what is not wide takes half of one."""
    return sum(1.0 if is_wide(character) else 0.5 for character in text)


def level_of(text: str) -> int:
    """The layer (1 to 4) a heading's label says; 0 where there is none."""
    stripped = text.strip()
    return next((level for level, label in enumerate(LEVELS, 1) if label.match(stripped)), 0)


def is_date(text: str) -> bool:
    """Whether a line holds a date and nothing else."""
    return bool(DATE.match(text.replace(" ", "")))
