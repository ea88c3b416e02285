"""A value of a YAML file at its place, asked for as text, names, yes or no, date — or reported where it is not that."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from generator.dates import read_date
from generator.model import Place
from generator.problems import PlanError, Problem
from generator.readers.folding import join_lines
from generator.readers.keys import unknown_key_message
from generator.readers.yaml_text import PROBLEM_LIMIT, empty_file, read_text
from generator.readers.yaml_tree import Value, read_tree
from generator.source import Source

Word = TypeVar("Word", bound=str)

_QUOTED = 24


@dataclass(frozen=True)
class Spot:
    """A value at its place. Asking for what it is not adds a problem and gives an empty answer."""

    value: Value
    place: Place
    source: Source
    problems: list[Problem] = field(repr=False)

    def report(self, rule: str, message: str, key: bool = False) -> None:
        """Add a problem at this value, or at its key."""
        self.problems.append(self.source.problem(self.place, rule, message, key))

    @property
    def empty(self) -> bool:
        """Nothing is written here."""
        return self.value in ("", [], {})

    @property
    def key(self) -> str:
        """The key this value stands under."""
        return str(self.place[-1]) if self.place else ""

    def child(self, key: str) -> "Spot":
        """The value under `key`; empty, and at this place, where there is none."""
        value = self.value.get(key, "") if isinstance(self.value, dict) else ""
        return Spot(value, (*self.place, key), self.source, self.problems)

    def children(self) -> Iterator["Spot"]:
        """The values of a mapping in their order."""
        return map(self.child, self.value) if isinstance(self.value, dict) else iter(())

    def entries(self) -> list["Spot"]:
        """The entries of a list; another value is the one entry, and nothing is none."""
        if not isinstance(self.value, list):
            return [] if self.empty else [self]
        return [Spot(entry, (*self.place, n), self.source, self.problems) for n, entry in enumerate(self.value)]

    def without(self, keys: Collection[str]) -> "Spot":
        """The same mapping without these keys."""
        kept = {key: self.value[key] for key in self.value if key not in keys} if isinstance(self.value, dict) else ""
        return Spot(kept, self.place, self.source, self.problems)

    def check_keys(self, known: Collection[str], advice: str = "") -> None:
        """Report every key that is not known here."""
        for child in self.children():
            if child.key not in known:
                child.report("unknown-key", unknown_key_message(child.key, known, advice), key=True)

    def mapping(self, what: str) -> bool:
        """Whether this is a mapping; if not, say so."""
        if isinstance(self.value, dict):
            return True
        if not self.empty:
            self.report("wrong-type", f"{what}要写成“键: 值”的形式，每行一个")
        return False

    def lines(self) -> str:
        """The text with its line breaks."""
        if isinstance(self.value, str):
            return "\n".join(line.strip() for line in self.value.split("\n") if line.strip())
        if not self.empty:
            self.report("wrong-type", f"{_called(self)}只能是一段文字，这里却是{_form(self.value)}")
        return ""

    def text(self) -> str:
        """The text in one line."""
        return join_lines(self.lines().split("\n"))

    def texts(self) -> tuple[str, ...]:
        """One text, the lines of one, or a list of texts."""
        if isinstance(self.value, str):
            return tuple(filter(None, self.lines().split("\n")))
        if isinstance(self.value, dict):
            self.report("wrong-type", f"{_called(self)}要写文字或列表，这里却是{_form(self.value)}")
            return ()
        return tuple(text for entry in self.entries() if (text := _entry_text(entry)))

    def names(self) -> tuple[str, ...]:
        """Names, posts, groups: one text, several parted by 、, or a list."""
        found: list[str] = []
        for entry in self.entries() if isinstance(self.value, list) else [self]:
            text = _entry_text(entry) if entry is not self else " ".join(self.texts())
            if _is_list_of_names(text, "，"):
                entry.report(
                    "full-width-comma", f"“{shorten(text)}”里是全角逗号，会当成一个人；请改用顿号“、”或半角逗号“, ”"
                )
            found += [text] if re.search("[。；，：]", text) else _split_names(text)
        return tuple(filter(None, found))

    def yes(self) -> bool:
        """是 or 否; nothing is 否."""
        if self.value not in ("是", "否") and not self.empty:
            self.report("wrong-type", f"{_called(self)}只能写 是 或 否")
        return self.value == "是"

    def day(self) -> date | None:
        """The date; text that is none is reported."""
        found = self.date()
        if found is None and not self.empty:
            message = f"“{shorten(self.text())}”不是日期；请写成 2026-02-27 或 2026年2月27日"
            self.report("unreadable-date", message)
        return found

    def date(self) -> date | None:
        """The date, or None where the text is no date; a day that does not exist is reported."""
        text = self.text()
        try:
            return read_date(text)
        except ValueError:
            self.report("impossible-date", f"日历上没有“{shorten(text)}”这一天；请核对年、月、日")
            return date.min

    def choice(self, words: Sequence[Word]) -> Word | None:
        """One of these words, None where nothing is written; anything else is reported."""
        found = next((word for word in words if word == self.value), None)
        if found is None and not self.empty:
            self.report("wrong-type", f"{_called(self)}只能写 {'、'.join(words[:-1])} 或 {words[-1]}")
        return found


def read_spot(content: bytes, file: str) -> Spot:
    """The whole file as a spot; PlanError where there is nothing to read."""
    value, source, problems = read_tree(read_text(content, file), file)
    if value == "":
        raise PlanError(empty_file(file))
    return Spot(value, (), source, problems)


def shorten(text: str) -> str:
    """The text as a message may quote it."""
    return text if len(text) <= _QUOTED else f"{text[:_QUOTED]}……"


def faults(spot: Spot) -> tuple[Problem, ...]:
    """What was found wrong, in the order of places."""
    return tuple(sorted(set(spot.problems))[:PROBLEM_LIMIT])


def finish(spot: Spot) -> None:
    """Raise what was found wrong."""
    if spot.problems:
        raise PlanError(*faults(spot))


def _entry_text(entry: Spot) -> str:
    text = entry.text()
    if entry.empty:
        entry.report("empty-item", "列表里这一条是空的；请写上内容，或删去这一条")
    return text


def _split_names(text: str) -> list[str]:
    """Names parted by 、 outside brackets."""
    return [name.strip() for name in re.split(r"、(?![^（(]*[）)])", text)]


def _is_list_of_names(text: str, comma: str) -> bool:
    return comma in text and all(re.fullmatch(r"\s*\w{2,4}\s*", name) for name in text.split(comma))


def _called(spot: Spot) -> str:
    return f"第 {int(spot.key) + 1} 条" if spot.place and isinstance(spot.place[-1], int) else f"“{spot.key}”"


def _form(value: Value) -> str:
    return "列表" if isinstance(value, list) else "“键: 值”"
