"""Rare characters a font is not sure to have, and the font of Windows that a Word file names for them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from generator.typeset.composition import Run

LENDERS: tuple[tuple[int, int, str], ...] = (
    (0x3400, 0x4DBF, "宋体"),
    (0x9FA6, 0x9FFF, "宋体"),
    (0x20000, 0x2EE5D, "SimSun-ExtB"),
    (0x30000, 0x323AF, "SimSun-ExtG"),
)
"""First and last code, font. 仿宋, 楷体, 黑体 and 小标宋 are sure to have GBK and no more; 宋体 has extension A (䶮),
its two companions the extensions from B and from G on."""

_RARE = re.compile(f"[{''.join(f'{chr(first)}-{chr(last)}' for first, last, _ in LENDERS)}]")


def lender(character: str) -> str:
    """The font that has a rare character; "" for one that is not rare."""
    code = ord(character)
    return next((font for first, last, font in LENDERS if first <= code <= last), "")


def rare_in(text: str) -> list[str]:
    """The rare characters of a text, each as often as it stands there."""
    return _RARE.findall(text)


def lent(runs: Iterable[Run]) -> Iterator[Run]:
    """The runs with every rare character in a run of its own font."""
    for run in runs:
        if not _RARE.search(run.text):
            yield run
            continue
        parts = [(font, "".join(group)) for font, group in groupby(run.text, lender)]
        for index, (font, text) in enumerate(parts):
            first = run if not index else Run("", gap=run.gap)
            yield replace(first, text=text, font=font or run.font)
