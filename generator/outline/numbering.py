"""The labels before headings and items (序数): the writer never types them, Word never counts them."""

from collections.abc import Callable

from generator.dates import chinese_numeral

CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"

LEVELS = ("一、", "（一）", "1.", "（1）", "①")
"""The styles in the order of the levels (GB/T 9704 7.3.3; ① is practice)."""

FIRST_ITEM_LEVEL = LEVELS.index("1.")
"""Items are text, so they start below the two levels that are set in 黑体 and 楷体."""


def _circled(number: int) -> str:
    return CIRCLED[number - 1] if number <= len(CIRCLED) else f"（{number}）"


_LABELS: dict[str, Callable[[int], str]] = {
    "一、": lambda number: f"{chinese_numeral(number)}、",
    "（一）": lambda number: f"（{chinese_numeral(number)}）",
    "1.": lambda number: f"{number}.",
    "（1）": lambda number: f"（{number}）",
    "①": _circled,
    "一是": lambda number: f"{chinese_numeral(number)}是",
    "第一": lambda number: f"第{chinese_numeral(number)}，",
    "无": lambda _number: "",
}


def label(style: str, number: int) -> str:
    """The label of the `number`-th (from 1) heading or item in this style of 序号."""
    return _LABELS[style](number)


def style_below(level: int, *, item: bool) -> str:
    """The style that headings or items under a level take when none is asked for; level -1 is the document."""
    lowest = FIRST_ITEM_LEVEL if item else 0
    return LEVELS[min(max(level + 1, lowest), len(LEVELS) - 1)]


def level_of(style: str, above: int) -> int:
    """The level a style stands for; 一是, 第一 and 无 stay on the level above them."""
    return LEVELS.index(style) if style in LEVELS else above
