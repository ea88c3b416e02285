"""What is wrong with a file that is not ours: its words, with the school's people where 学校.yaml lies near."""

from datetime import date
from pathlib import Path

from generator.check import check_text
from generator.conversion import readable
from generator.desk import find_school, read_bytes, shown
from generator.model import School
from generator.problems import PlanError, Problem
from generator.readers.foreign import FOREIGN, SIZE_LIMIT, read_foreign
from generator.readers.foreign_manuscript import read_manuscript
from generator.readers.school import read_school
from generator.readers.script import simplify

__all__ = ["FOREIGN", "inspect_foreign"]


def inspect_foreign(path: Path, today: date) -> tuple[Problem, ...]:
    """What the rules on text find in the file; PlanError where it cannot be read."""
    content, _ = readable(read_bytes(path, SIZE_LIMIT), shown(path))
    paragraphs = read_foreign(content, shown(path))
    return tuple(check_text(read_manuscript(paragraphs, _school(path), today, simplify(paragraphs)), shown(path)))


def _school(path: Path) -> School | None:
    try:
        school_path = find_school(path)
        return read_school(read_bytes(school_path), shown(school_path))[0]
    except PlanError:
        return None
