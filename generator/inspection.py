"""What is wrong with a file, whatever it is: a plan, a 学校.yaml, or a file that is not ours."""

from datetime import date
from pathlib import Path

from generator.batch import SCHOOL_FILE, SUFFIXES
from generator.desk import Desk, read_bytes, shown
from generator.dossier import open_dossier
from generator.examining import examine
from generator.problems import PlanError, Problem
from generator.readers.school import read_school


def inspect(path: Path, today: date, desk: Desk | None = None) -> tuple[Problem, ...]:
    """Everything that is wrong with the file at this path; never raises."""
    try:
        if path.name == SCHOOL_FILE:
            read_school(read_bytes(path), shown(path))
            return ()
        if is_foreign(path):
            from generator.foreign import inspect_foreign  # noqa: PLC0415 - a plan needs none of it

            return inspect_foreign(path, today)
        return examine(open_dossier(path, desk), today)
    except PlanError as error:
        return error.problems


def is_foreign(path: Path) -> bool:
    """Whether the file is of a form that is not ours, by its name."""
    if path.suffix.lower() in SUFFIXES:
        return False
    from generator.foreign import FOREIGN  # noqa: PLC0415 - as above

    return path.suffix.lower() in FOREIGN
