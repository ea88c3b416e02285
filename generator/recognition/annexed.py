"""The annexes (附件) that stand behind a document, each from its label on, with their titles and what they hold."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.model import Annex, Block
from generator.original import Line
from generator.recognition.bodies import blocks_under, headings_style
from generator.recognition.closing import take_closing
from generator.recognition.labels import label_of
from generator.recognition.lines import Findings
from generator.recognition.nodes import Node
from generator.recognition.tree import grow

_LABEL = re.compile(r"^附\s*(?:件|表|录)\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2})?\s*[：:]?$")
_LONGEST_TITLE, _MOST_TITLE_LINES = 45, 4
_ENDS = "。；;，,：:！!？?"


@dataclass(frozen=True)
class Part:
    """The lines of one annex: its title's, and those behind them."""

    label: str
    title: tuple[str, ...]
    lines: list[Line]
    wide: bool


def part_annexes(lines: list[Line]) -> tuple[list[Line], list[Part]]:
    """The lines of the document itself, and its annexes."""
    starts = [index for index, line in enumerate(lines) if index and is_label(line)]
    if not starts:
        return lines, []
    ends = [*starts[1:], len(lines)]
    parts = [_part(lines[start], lines[start + 1 : end]) for start, end in zip(starts, ends, strict=True)]
    return lines[: starts[0]], parts


def is_label(line: Line) -> bool:
    """Whether a line is the label at the head of an annex."""
    return line.looks.role == "annex-label" or (not line.rows and bool(_LABEL.match(line.plain)))


def _part(label: Line, lines: list[Line]) -> Part:
    count = _title_length(lines)
    wide = label.looks.wide
    rest = [replace(line, looks=replace(line.looks, wide=False)) for line in lines[count:]] if wide else lines[count:]
    return Part(label.text, tuple(line.text for line in lines[:count]), rest, wide)


def _title_length(lines: list[Line]) -> int:
    """How many lines the title of an annex takes: those so called or centred, else the first if it is short."""
    count = 0
    for line in lines[:_MOST_TITLE_LINES]:
        is_title = line.looks.role == "annex-title" or (not line.looks.role and line.looks.centred)
        first = count == 0 and not line.looks.role
        if line.rows or not (is_title or first) or not _may_be_title(line):
            break
        count += 1
    return count


def _may_be_title(line: Line) -> bool:
    titled = line.looks.role == "annex-title"
    return titled or (len(line.plain) <= _LONGEST_TITLE and line.plain[-1:] not in _ENDS and not label_of(line))


def annexes_of(parts: list[Part], listed: tuple[str, ...], findings: Findings) -> Iterator[Annex]:
    """The annexes: those that stand behind the document, under the names by which it lists them where they have none."""
    for number, part in enumerate(parts):
        titled = _titled(part, listed[number] if number < len(listed) else "")
        root = grow(titled.lines, findings)
        closing = take_closing(root, findings)
        blocks: tuple[Block, ...] = (*root.blocks, *blocks_under(root, -1), *closing)
        yield Annex(title="\n".join(titled.title), blocks=blocks, numbering=_style(root), landscape=part.wide)
    yield from (Annex(title=name) for name in listed[len(parts) :])


def _titled(part: Part, listed: str) -> Part:
    """The annex with its title as long as the document lists it; under the listed name, or its label, where it has none."""
    title, lines = part.title, part.lines
    while listed and lines and listed.startswith("".join((*title, lines[0].text))) and lines[0].text:
        title, lines = (*title, lines[0].text), lines[1:]
    return replace(part, title=title or (listed or part.label,), lines=lines)


def _style(root: Node) -> str:
    return headings_style(root, -1)
