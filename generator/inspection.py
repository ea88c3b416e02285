"""What is wrong with a file, whatever it is: a plan, a 学校.yaml, or a file that is not ours."""

from datetime import date
from pathlib import Path

from generator.batch import SCHOOL_FILE
from generator.build import examine
from generator.check import check_text
from generator.conversion import readable
from generator.desk import Desk, find_school, read_bytes, shown
from generator.dossier import open_dossier
from generator.model import School
from generator.problems import PlanError, Problem
from generator.readers.foreign import FOREIGN, SIZE_LIMIT, read_foreign
from generator.readers.foreign_manuscript import read_manuscript
from generator.readers.school import read_school
from generator.readers.script import simplify


def inspect(path: Path, today: date, desk: Desk | None = None) -> tuple[Problem, ...]:
    """Everything that is wrong with the file at this path; never raises."""
    try:
        if path.name == SCHOOL_FILE:
            read_school(read_bytes(path), shown(path))
            return ()
        if path.suffix.lower() in FOREIGN:
            return _inspect_foreign(path, today)
        return examine(open_dossier(path, desk), today)
    except PlanError as error:
        return error.problems


def _inspect_foreign(path: Path, today: date) -> tuple[Problem, ...]:
    """The text of a file that is not ours, with the school's people where 学校.yaml lies beside or above it."""
    content, _ = readable(read_bytes(path, SIZE_LIMIT), shown(path))
    paragraphs = read_foreign(content, shown(path))
    return tuple(check_text(read_manuscript(paragraphs, _school(path), today, simplify(paragraphs)), shown(path)))


def _school(path: Path) -> School | None:
    try:
        school_path = find_school(path)
        return read_school(read_bytes(school_path), shown(school_path))[0]
    except PlanError:
        return None
