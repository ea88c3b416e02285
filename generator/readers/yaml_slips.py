"""Slips of typing in YAML, each named in a plain sentence with its remedy at its place.

The parser stops at the first fault and speaks of tokens; these rules read the lines as their writer does.
"""

import re
from collections.abc import Callable, Iterator

import yaml

from generator.problems import Problem
from generator.readers.yaml_faults import translate_fault
from generator.readers.yaml_lines import Line, read_lines
from generator.readers.yaml_text import PROBLEM_LIMIT
from generator.vocabulary import BLOCK_KEYS, KEYS, ROLES, SETTING_KEYS

Slip = tuple[int, str, str]
"""Column, rule, message."""

_KNOWN = {*KEYS.values(), *ROLES, "职责", "说明", "主送", "地点"}
_RESERVED = {*BLOCK_KEYS, *SETTING_KEYS}
_KEY = r"[^\s:：,，。；;、“”\"'#\[\]{}|>&*!%@`?-][^:：,，。；;\"'#\[\]{}]{0,19}?"
_WIDE_COLON = re.compile(rf"({_KEY})\s*：(.*)")
_NO_SPACE = re.compile(rf"({_KEY}):(\S.*)")
_SPECIAL = "%@`&*!"


def find_slips(text: str, file: str, error: yaml.MarkedYAMLError | None = None) -> list[Problem]:
    """The slips in a file that cannot be read; the parser's own fault, in our words, where no line explains it."""
    problems = []
    for line in read_lines(text):
        for rule in _RULES:
            if slip := rule(line):
                problems.append(Problem(file, line.number, *slip))
                break
        if len(problems) >= PROBLEM_LIMIT:
            break
    if error is not None:
        own = translate_fault(error, file)
        if all(problem.line > own.line for problem in problems):
            problems.append(own)
    return problems[:PROBLEM_LIMIT]


def looks_like_slip(text: str) -> bool:
    """Without quotes the text would be taken for a key with a wrong colon, or for an entry of a list."""
    found = _swallowed(text, 0, 0, 0)
    return found is not None and found[1] in {*_KNOWN, "-"}


def slips_in_plain_text(lines: list[str], start: tuple[int, int], end: tuple[int, int], file: str) -> Iterator[Problem]:
    """Keys with a wrong colon and entries with a wrong dash that YAML takes for text; lines counted from 0."""
    (first, column), (last, _) = start, end
    before = lines[first][:column]
    inline, entry = bool(before.strip("- ")), "-" in before
    numbers = range(first + 1 if inline else first, last + 1)
    found = [slip for number in numbers if (slip := _swallowed(lines[number], number, first, column))]
    keys = {word for _, word, _ in found}
    words = _RESERVED if entry and last == first else _KNOWN
    if keys & words or "-" in keys or (len(found) > 1 and not entry):
        for number, _, (at, rule, message) in found:
            yield Problem(file, number + 1, at, rule, message)


def _swallowed(raw: str, number: int, first: int, column: int) -> tuple[int, str, Slip] | None:
    """The key or dash that a line of plain text seems to start with."""
    begin = column if number == first else len(raw) - len(raw.lstrip())
    dashes = re.match(r"(-\s+)*", raw[begin:])
    begin += len(dashes[0]) if dashes else 0
    body = raw[begin:].rstrip()
    if wide := _WIDE_COLON.fullmatch(body):
        return number, wide[1], _wide_colon(begin + len(wide[1]) + 1, wide[1])
    if tight := _NO_SPACE.fullmatch(body):
        return (number, tight[1], _tight_colon(begin + len(tight[1]) + 1, tight[1])) if _has_chinese(tight[1]) else None
    if re.match(r"-[^\s\d-]", body):
        return number, "-", (begin + 1, "missing-space", "“-”后面缺一个空格；请写成“- ”再写内容")
    return None


def _has_chinese(text: str) -> bool:
    return any("\u4e00" <= character <= "\u9fff" for character in text)


def _wide_colon(column: int, key: str) -> Slip:
    return column, "full-width-colon", f"“{key}”后面是全角冒号“：”；请改成半角冒号加一个空格“: ”"


def _tight_colon(column: int, key: str) -> Slip:
    return column, "missing-space", f"“{key}:”后面缺一个空格；请写成“{key}: ”"


# ---- rules for a line of a file that cannot be read: most telling first --------------------------------------------


def _tab_indent(line: Line) -> Slip | None:
    if "\t" in line.indent:
        return line.indent.index("\t") + 1, "tab-indent", "缩进用了制表符（Tab 键）；请改成空格，每层两个"
    return None


def _wide_indent(line: Line) -> Slip | None:
    if found := re.search("[\u3000\xa0]", line.indent):
        return found.start() + 1, "full-width-indent", "缩进用了全角空格；请改成半角空格，每层两个"
    return None


def _full_width_colon(line: Line) -> Slip | None:
    found = _WIDE_COLON.fullmatch(line.body)
    if found and not line.continues and (not line.dashes or found[1] in _RESERVED):
        return _wide_colon(line.column + len(found[1]), found[1])
    return None


def _missing_space(line: Line) -> Slip | None:
    found = _NO_SPACE.fullmatch(line.body)
    if found and not line.continues and _has_chinese(found[1]):
        return _tight_colon(line.column + len(found[1]), found[1])
    return None


def _missing_space_after_dash(line: Line) -> Slip | None:
    if not line.continues and re.match(r"-[^\s\d-]", line.body or line.key):
        return line.column, "missing-space", "“-”后面缺一个空格；请写成“- ”再写内容"
    return None


def _nameless_key(line: Line) -> Slip | None:
    if re.match(r"[:：](\s|$)", line.body):
        return line.column, "bad-key", "冒号前面没有标题；请写上标题"
    return None


def _unclosed(line: Line) -> Slip | None:
    if not line.open_at_end:
        return None
    mark, column = line.open_at_end, line.column + (len(line.key) + 2 if line.key else 0)
    if mark in "\"'":
        return column, "unclosed-quote", f"引号 {mark} 只有开头，没有结尾；请在值的末尾补上 {mark}"
    close = {"[": "]", "{": "}"}[mark]
    return column, "unclosed-bracket", f"“{mark}”没有对应的“{close}”；请补上（要用半角的“{close}”）"


def _text_after_quote(line: Line) -> Slip | None:
    """A value such as "双减"工作方案: the quotes were meant as text."""
    if re.match(r"(\"[^\"]*\"|'[^']*')\s*[^\s#,]", line.value):
        message = "引号后面还有文字；引号要印出来就改用中文引号“ ”，否则请把整个值放进引号"
        return line.column + (len(line.key) + 2 if line.key else 0), "text-after-quote", message
    if re.match(r"(\[[^\[\]]*\]|\{[^{}]*\})\s*[^\s#,]", line.value):
        message = "括号后面还有文字；括号要印出来就改用“〔〕”或给整个值加上引号"
        return line.column + (len(line.key) + 2 if line.key else 0), "text-after-bracket", message
    return None


def _special_start(line: Line) -> Slip | None:
    if line.value and line.value[0] in _SPECIAL:
        column = line.column + (len(line.key) + 2 if line.key else 0)
        return column, "special-start", f"值不能以 {line.value[0]} 开头（YAML 另有用处）；请给整个值加上引号"
    return None


def _colon_in_value(line: Line) -> Slip | None:
    found = re.search(r":(\s|$)", line.value) if line.value and line.value[0] not in "\"'[{|>#" else None
    if line.key and found:
        column = line.column + len(line.key) + 2 + found.start()
        return column, "colon-in-value", "值里又有半角冒号；请改成全角冒号“：”，或给整个值加上引号"
    return None


def _bad_indent(line: Line) -> Slip | None:
    if line.continues and line.key:
        message = f"这一行比上一行缩得深，可是上一行“{line.above}”已经有值；请与上一行对齐"
        return line.column, "bad-indent", message
    start = len(line.indent) + 1
    if not line.continues and line.levels and start < max(line.levels) and start not in line.levels:
        return start, "bad-indent", "缩进与上面哪一层都对不齐；同一层的行要从同一列开始"
    return None


_RULES: tuple[Callable[[Line], Slip | None], ...] = (
    _tab_indent,
    _wide_indent,
    _full_width_colon,
    _missing_space,
    _missing_space_after_dash,
    _nameless_key,
    _unclosed,
    _text_after_quote,
    _special_start,
    _bad_indent,
    _colon_in_value,
)
