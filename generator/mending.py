"""Safe mends written into a plan's YAML: exactly the faulty characters change, comments and layout stay."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from generator.desk import read_bytes, shown
from generator.dossier import attempt
from generator.problems import Problem
from generator.readers.yaml_text import read_text
from generator.readers.yaml_tree import Value, read_tree
from generator.saving import as_before, save
from generator.source import Source


@dataclass(frozen=True)
class Mended:
    """What was mended in one file, and what could not be."""

    file: Path
    done: tuple[Problem, ...]


def mend(path: Path, problems: Iterable[Problem]) -> Mended:
    """Write every safe mend into the file; one that would change anything else is left out."""
    fixable = [problem for problem in problems if problem.fix is not None and problem.file == shown(path)]
    content = read_bytes(path)
    text = read_text(content, shown(path))
    done: list[Problem] = []
    for _, same in groupby(sorted(fixable, key=_from_the_end), key=_from_the_end):
        problem = next(same)
        changed = _with_fix(text, problem)
        if changed and _changes_only(text, changed, problem):
            text = changed
            done.append(problem)
    if done:
        save({path: as_before(text, content)})
    return Mended(path, tuple(sorted(done)))


def _from_the_end(problem: Problem) -> tuple[int, int]:
    return -problem.line, -problem.column


def _with_fix(text: str, problem: Problem) -> str:
    """The text with the fix in place of the quote; empty where the quote does not stand there as it is."""
    offset = Source(problem.file, text, {}).offset(problem.line, problem.column)
    if not text.startswith(problem.quote, offset) or not problem.quote:
        return ""
    return text[:offset] + (problem.fix or "") + text[offset + len(problem.quote) :]


def _changes_only(text: str, changed: str, problem: Problem) -> bool:
    """Whether the YAML still reads the same but for one text, in which the quote became the fix."""
    before, after = (list(_texts(each, problem.file)) for each in (text, changed))
    different = [(old, new) for old, new in zip(before, after, strict=False) if old != new]
    return len(before) == len(after) and len(different) == 1


def _texts(text: str, file: str) -> Iterable[str]:
    """Every key and text of a YAML file; nothing where it cannot be read."""
    tree = attempt(lambda: read_tree(text, file)[0], [])
    return () if tree is None else _leaves(tree)


def _leaves(value: Value) -> Iterable[str]:
    """Every key and text of a tree in its order."""
    if isinstance(value, dict):
        for key, child in value.items():
            yield key
            yield from _leaves(child)
    elif isinstance(value, list):
        for child in value:
            yield from _leaves(child)
    else:
        yield value
