"""The labels typed before headings and items (序数), in the forms that people type them."""

import re
from dataclasses import dataclass

from generator.marks import NUMERALS
from generator.original import Line

_FORMS = (
    ("一是", re.compile(rf"(?P<number>[{NUMERALS}]{{1,3}})、?是(?=[^否])")),
    ("第一", re.compile(rf"第(?P<number>[{NUMERALS}]{{1,3}})[，,、:：]")),
    ("章", re.compile(rf"第(?P<number>[{NUMERALS}]{{1,3}})[章部分]+\s*[、:：]?\s*")),
    ("节", re.compile(rf"第(?P<number>[{NUMERALS}]{{1,3}})节\s*")),
    ("一、", re.compile(rf"(?P<number>[{NUMERALS}]{{1,4}})\s*[、．.，,]\s*")),
    ("（一）", re.compile(rf"[（(〈<]\s*(?P<number>[{NUMERALS}]{{1,4}})\s*[)）〉>]\s*[、．.]?\s*")),
    ("1.", re.compile(r"(?P<number>\d{1,2})\s*(?:[、．]|[.](?!\d)|[,，](?=[^\d]))\s*")),
    ("（1）", re.compile(r"[（(]\s*(?P<number>\d{1,2})\s*[)）]\s*[、．.]?\s*|(?P<other>\d{1,2})[)）]\s*")),
    ("①", re.compile(r"(?P<number>[①-⑳])\s*")),
)
_INLINE = ("一是", "第一")
_VALUES = {numeral: value for value, numeral in enumerate("一二三四五六七八九", 1)}


@dataclass(frozen=True)
class Label:
    """A label: its style (as 序号 names it; 章 and 节 besides), its number, and its length in characters."""

    style: str
    number: int
    length: int


def label_of(line: Line) -> Label | None:
    """The label a line begins with."""
    for style, form in _FORMS:
        found = form.match(line.plain)
        if (
            found
            and not (style == "1." and _is_date(line.plain))
            and not (style in _INLINE and _goes_on(line.plain, style))
        ):
            written = found.groupdict().get("number") or found.groupdict().get("other") or ""
            return Label(style, _value(written), found.end())
    return None


def _goes_on(text: str, style: str) -> bool:
    """Whether the series goes on in the same paragraph, which then is no list."""
    return bool(re.search("二是" if style == "一是" else "第二[，,、]", text[2:]))


def _is_date(text: str) -> bool:
    return bool(re.match(r"\d{1,2}[.、]\d{1,2}(?:日|[—-])", text))


def _value(written: str) -> int:
    """The number that a numeral stands for."""
    if written.isascii():
        return int(written)
    if "①" <= written <= "⑳":
        return ord(written) - ord("①") + 1
    tens, ten, ones = written.rpartition("十")
    return (_VALUES.get(tens, 1) * 10 if ten else 0) + _VALUES.get(ones if ten else written, 0)
