"""Traditional characters (繁体) as simplified ones (简体), character for character, for matching only."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

_TRADITIONAL = re.compile("[們個來對時會學國過還這麼說進動經關實現發開問題應當設導圍總結維穩訪領組織]")
_ENOUGH = 8
"""Traditional characters from which on a text is taken for one in 繁体."""


def simplify(paragraphs: Sequence[str]) -> str:
    """All paragraphs joined and in 简体; empty where they are so already."""
    text = "".join(paragraphs)
    if len(_TRADITIONAL.findall(text)) < _ENOUGH:
        return ""
    simplified: str = _converter().convert(text)
    return simplified if len(simplified) == len(text) else ""


@lru_cache
def _converter() -> Any:
    import opencc  # noqa: PLC0415 - loaded only for texts in 繁体

    return opencc.OpenCC("t2s")
