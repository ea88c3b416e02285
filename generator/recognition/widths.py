"""Half-width marks beside Chinese made full-width (GB/T 15834), spaces of layout made plain ones."""

from collections.abc import Iterable
from dataclasses import replace

from generator import marks
from generator.original import Line
from generator.recognition.lines import Findings

_DIGITS = str.maketrans("０１２３４５６７８９％﹪", "0123456789%%")


def widen(lines: Iterable[Line], findings: Findings) -> list[Line]:
    """The lines with the marks of Chinese text; how many were changed is told once."""
    lines = [replace(line, text=_spaces(line.text), plain=_spaces(line.plain)) for line in lines]
    count = sum(len(found[0]) for line in lines for found in marks.HALF.finditer(line.plain))
    if count:
        findings.guess("", f"{count} 处半角标点已改为全角", 0.99)
    return [replace(line, text=marks.widen(line.text), plain=marks.widen(line.plain)) for line in lines]


def _spaces(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u3000", " ").translate(_DIGITS)
