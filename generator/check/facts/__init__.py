"""What the rules know about the world (事实): dated lists in YAML, read through this one door.

A file is a list of entries, or a mapping of 说明, 来源, 核对, 条目: what stands beside 条目 holds for each entry
that does not say otherwise. Every entry has 来源 (where it was read) and 核对 (the day on which it was verified).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date as Date  # noqa: N812 - the type beside a method named date
from functools import lru_cache
from pathlib import Path
from typing import Never

import yaml

from generator.dates import read_date
from generator.keeping import kept, own_pattern
from generator.problems import PlanError, Problem, Severity

FOLDER = Path(__file__).parent
HEAD = ("说明", "来源", "核对")
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


Entry = tuple[dict[str, str | tuple[str, ...]], int]
"""The values of an entry, and the line on which it begins."""


@dataclass(frozen=True, eq=False)
class Fact:
    """One entry of a list: its values as text or as texts, and where it stands."""

    values: Mapping[str, str | tuple[str, ...]]
    file: str
    line: int

    def text(self, key: str, otherwise: str = "") -> str:
        """The value of a key that holds one text."""
        value = self.values.get(key, otherwise)
        if isinstance(value, str):
            return value
        raise self.fault(f"“{key}”只能写一项")

    def texts(self, key: str) -> tuple[str, ...]:
        """The values of a key that holds one text or a list of them."""
        value = self.values.get(key, ())
        return (value,) if isinstance(value, str) else value

    def date(self, key: str) -> Date | None:
        """The date of a key, where it is given."""
        text = self.text(key)
        if not text:
            return None
        try:
            found = read_date(text)
        except ValueError:
            found = None
        return found or self._refuse(f"“{key}: {text}”不是日期：请写成 2026-06-26")

    def pattern(self, key: str) -> "re.Pattern[str] | None":
        """The regular expression of a key, where it is given."""
        text = self.text(key)
        try:
            return own_pattern(text) if text else None
        except re.error as error:
            raise self.fault(f"“{key}: {text}”不是正确的正则表达式（{error}）") from None

    def severity(self, otherwise: Severity) -> Severity:
        """The 级别 of the entry."""
        text = self.text("级别", otherwise)
        if text in tuple(Severity):
            return Severity(text)
        raise self.fault(f"“级别: {text}”不对：只能是 {'、'.join(Severity)}")

    @property
    def verified(self) -> Date:
        """The day on which the fact was verified (核对)."""
        return self.date("核对") or Date.min

    def fault(self, message: str) -> PlanError:
        """An error that stands at this entry."""
        return PlanError(_problem(self.file, self.line, message))

    def _refuse(self, message: str) -> Never:
        raise self.fault(message)


@lru_cache
def load_facts(
    name: str, required: tuple[str, ...] = (), optional: tuple[str, ...] = (), folder: Path = FOLDER
) -> tuple[Fact, ...]:
    """The entries of `name`.yaml in their order; a key that is neither required nor optional is a slip."""
    path = folder / f"{name}.yaml"
    entries = _own(name, required, optional) if folder == FOLDER else _sound(path, required, optional)
    return tuple(Fact(values, path.name, line) for values, line in entries)


def _own(name: str, required: tuple[str, ...], optional: tuple[str, ...]) -> list[Entry]:
    path = FOLDER / f"{name}.yaml"
    return kept(("facts", name, required, optional), lambda: _sound(path, required, optional))


def _sound(path: Path, required: tuple[str, ...], optional: tuple[str, ...]) -> list[Entry]:
    """The entries of a file with their lines, none of them with a fault."""
    facts = tuple(_read(path.name, path.read_text(encoding="utf-8")))
    known = {*required, *optional, *HEAD} if required or optional else set()
    faults = [problem for fact in facts for problem in _faults(fact, required, known)]
    if faults:
        raise PlanError(*faults)
    return [(dict(fact.values), fact.line) for fact in facts]


def derived_lines(name: str) -> list[str]:
    """The entries of a derived list, one a line, as benchmarks/derive_mistyped.py made it."""
    return (FOLDER / "derived" / f"{name}.txt").read_text(encoding="utf-8").split("\n")[:-1]


@lru_cache
def fact_files(folder: Path = FOLDER) -> tuple[str, ...]:
    """The names of all lists there are."""
    return tuple(sorted(path.stem for path in folder.glob("*.yaml")))


def _read(file: str, text: str) -> Iterator[Fact]:
    try:
        tree = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise PlanError(_problem(file, line, f"不是正确的 YAML：{error.problem}")) from error
    shared = {}
    if isinstance(tree, yaml.MappingNode):
        head = {key.value: node for key, node in tree.value}
        tree = head.pop("条目", None)
        shared = {key: _value(file, node) for key, node in head.items()}
    if not isinstance(tree, yaml.SequenceNode):
        raise PlanError(_problem(file, 1, "要写成一列条目，或者在“条目”下面写一列"))
    for node in tree.value:
        yield Fact({**shared, **_entry(file, node)}, file, node.start_mark.line + 1)


def _entry(file: str, node: yaml.Node) -> dict[str, str | tuple[str, ...]]:
    if not isinstance(node, yaml.MappingNode):
        raise PlanError(_problem(file, node.start_mark.line + 1, "每一条都要写成“键: 值”的样子"))
    values: dict[str, str | tuple[str, ...]] = {}
    for key, value in node.value:
        if key.value in values:
            raise PlanError(_problem(file, key.start_mark.line + 1, f"“{key.value}”写了两次"))
        values[key.value] = _value(file, value)
    return values


def _value(file: str, node: yaml.Node) -> str | tuple[str, ...]:
    if isinstance(node, yaml.ScalarNode):
        return str(node.value)
    entries = node.value if isinstance(node, yaml.SequenceNode) else [node]
    for entry in entries:
        if not isinstance(entry, yaml.ScalarNode):
            raise PlanError(_problem(file, entry.start_mark.line + 1, "这里只能写文字，或者写一列文字"))
    return tuple(str(entry.value) for entry in entries)


def _faults(fact: Fact, required: tuple[str, ...], known: set[str]) -> Iterator[Problem]:
    """What an entry lacks, and what nobody knows."""
    for key in (*required, "来源", "核对"):
        if not fact.values.get(key):
            yield _problem(fact.file, fact.line, f"缺少“{key}”")
    for key in sorted(set(fact.values) - (known or set(fact.values))):
        yield _problem(fact.file, fact.line, f"没有“{key}”这个键")
    try:
        fact.date("核对")
    except PlanError as error:
        yield from error.problems


def _problem(file: str, line: int, message: str) -> Problem:
    return Problem(f"facts/{file}", line, 1, "facts", message)
