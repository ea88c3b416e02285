"""YAML text to plain values of text, list and mapping, with the place of every one of them.

All scalars are text as written: 012, 1e3, 8:00, yes and 3.10 stay what they are.
"""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from generator.model import Place
from generator.problems import PlanError, Problem
from generator.readers.folding import fold, without_folds
from generator.readers.keys import block_key
from generator.readers.yaml_slips import find_slips, slips_in_plain_text
from generator.readers.yaml_text import FORBIDDEN, PROBLEM_LIMIT, forbidden_message
from generator.source import Mark, Position, Source

Value = str | list["Value"] | dict[str, "Value"]

DEPTH_LIMIT = 32
NODE_LIMIT = 50_000


def read_tree(text: str, file: str) -> tuple[Value, Source, list[Problem]]:
    """The value the text holds, its source, and the keys written twice; PlanError where the text is no YAML."""
    builder = _Builder(text, file)
    try:
        value = builder.document()
    except yaml.MarkedYAMLError as error:
        raise PlanError(*find_slips(text, file, error)) from None
    if isinstance(value, str) and (slips := find_slips(text, file)):
        raise PlanError(*slips)
    if any(problem.rule != "duplicate-key" for problem in builder.problems):
        raise PlanError(*builder.problems[:PROBLEM_LIMIT])
    return value, Source(file, text, builder.places), builder.problems


class _Builder:
    """Builds the tree from the parser's events, so that a bomb is refused before it is unpacked."""

    def __init__(self, text: str, file: str) -> None:
        self.file = file
        self.lines = text.split("\n")
        self.places: dict[Place, Mark] = {}
        self.problems: list[Problem] = []
        self.nodes = 0
        loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
        self.events: Iterator[Any] = iter(yaml.parse(text, Loader=loader))

    def document(self) -> Value:
        """The one document of the file."""
        value: Value = ""
        documents = 0
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    message = "文件中间又出现“---”，后面是另一份文档；一个文件只写一份，请删去这一行或分成两个文件"
                    self._report(_position(event), "second-document", message)
                    break
            elif isinstance(event, yaml.NodeEvent):
                start = _position(event)
                value = self._value(event, (), start)
        return value

    def _value(self, event: Any, place: Place, key: Position) -> Value:
        self._count(event, place)
        end = event.end_mark if isinstance(event, yaml.ScalarEvent) else None
        self.places[place] = Mark(key, _position(event), (end.line + 1, end.column + 1) if end else None)
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            self._report(
                _position(event), "anchor", "值不能以 & 或 * 开头（那是 YAML 的锚点和别名）；请给整个值加上引号"
            )
        if isinstance(event, yaml.AliasEvent):
            return ""
        if event.tag:
            self._report(_position(event), "tag", "值不能以 ! 开头（那是 YAML 的标签）；请给整个值加上引号")
        if isinstance(event, yaml.ScalarEvent):
            return self._text(event, place)
        return self._list(place) if isinstance(event, yaml.SequenceStartEvent) else self._mapping(event, place)

    def _count(self, event: Any, place: Place) -> None:
        self.nodes += 1
        line, column = _position(event)
        if len(place) > DEPTH_LIMIT:
            message = f"嵌套超过 {DEPTH_LIMIT} 层，公文用不到这么深；请检查缩进和括号"
            raise PlanError(*self.problems, Problem(self.file, line, column, "too-deep", message))
        if self.nodes > NODE_LIMIT:
            message = f"文件里的值超过 {NODE_LIMIT} 个，不像是一份计划；请分成几个文件"
            raise PlanError(*self.problems, Problem(self.file, line, column, "too-large", message))

    def _list(self, place: Place) -> Value:
        entries: list[Value] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            entries.append(self._value(event, (*place, len(entries)), _position(event)))
        return entries

    def _mapping(self, start: Any, place: Place) -> Value:
        entries: dict[str, Value] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self._key(event, place)
            known = self.places.get((*place, key)) if key in entries else None
            position = _position(event)
            value = self._value(next(self.events), (*place, key), position)
            if known:
                self.places[*place, key] = known
                self._report(position, "duplicate-key", _duplicate_message(key, known.key[0]))
                continue
            if start.flow_style and value == "":
                self._find_slips(key, position)
            entries[key] = value
        return entries

    def _key(self, event: Any, place: Place) -> str:
        if isinstance(event, yaml.ScalarEvent):
            return self._clean(event).strip()
        message = "键只能是文字；方括号、花括号要原样印出时，请给整个键加上引号"
        self._report(_position(event), "bad-key", message)
        self._value(event, (*place, ""), _position(event))
        return ""

    def _text(self, event: Any, place: Place) -> str:
        text = self._clean(event)
        first, last = event.start_mark.line, event.end_mark.line
        if event.style == "|":
            self._mark_paragraphs(text, place, event.start_mark)
        elif event.style == ">":
            text = fold(self.lines[first + 1 : last])
        elif text and not event.style:
            text = self._plain(event, text)
        elif last > first:
            text = without_folds(text).replace("\n", "\n\n")
        return text.strip()

    def _plain(self, event: Any, text: str) -> str:
        first, last = event.start_mark, event.end_mark
        self.problems += slips_in_plain_text(
            self.lines, (first.line, first.column), (last.line, last.column), self.file
        )
        if last.line == first.line:
            return text
        lines = [self.lines[first.line][first.column :], *self.lines[first.line + 1 : last.line]]
        return fold([*lines, self.lines[last.line][: last.column]])

    def _mark_paragraphs(self, text: str, place: Place, start: Any) -> None:
        """Give each paragraph of a block of text a place of its own, by its number."""
        number, blank = 0, True
        for offset, line in enumerate(text.split("\n"), start.line + 2):
            if line.strip() and (blank or line.startswith("\u3000")):
                raw = self.lines[offset - 1]
                position = (offset, len(raw) - len(raw.lstrip()) + 1)
                self.places[*place, number] = Mark(position, position)
                number += 1
            blank = not line.strip()

    def _clean(self, event: Any) -> str:
        for found in FORBIDDEN.finditer(event.value):
            self._report(_position(event), *forbidden_message(found.group()))
        return str(event.value)

    def _find_slips(self, key: str, position: Position) -> None:
        """A pair inside braces whose colon is full-width or lacks its space reads as a key without value."""
        line, column = position
        if "：" in key:
            position = (line, column + key.index("："))
            self._report(position, "full-width-colon", f"“{key}”里用了全角冒号；请改成半角冒号，后面加一个空格")
        elif re.search(r"\D:.", key):
            position = (line, column + key.index(":"))
            self._report(position, "missing-space", f"“{key}”的冒号后面缺一个空格；请写成“{key.replace(':', ': ', 1)}”")

    def _report(self, position: Position, rule: str, message: str) -> None:
        self.problems.append(Problem(self.file, *position, rule, message))
        if len(self.problems) >= PROBLEM_LIMIT:
            raise PlanError(*self.problems)


def _position(event: Any) -> Position:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _duplicate_message(key: str, line: int) -> str:
    again = f"（如“{key}2”）" if block_key(key) else ""
    return f"“{key}”写了两次（第 {line} 行已有），后一个会盖住前一个；请删去一个，或给它另起名字{again}"
