"""New files to start from: a commented plan of a kind and, where there is none yet, a commented 学校.yaml."""

from datetime import date
from pathlib import Path

import yaml
from jinja2.sandbox import ImmutableSandboxedEnvironment

from generator.batch import SCHOOL_FILE, SUFFIXES
from generator.desk import find_school, read_bytes, shown
from generator.kinds import TEMPLATES, Kind
from generator.problems import PlanError, Problem


def skeleton_path(out: Path | None, name: str) -> Path:
    """Where a new file goes: the file named, or a file of this name in the folder named."""
    if out and out.suffix.lower() in SUFFIXES:
        return out
    return (out or Path()) / f"{name}.yaml"


def write_skeletons(kind: Kind | None, path: Path, today: date, *, school: bool = False) -> tuple[Path, ...]:
    """The files written: the plan, if a kind is given, and 学校.yaml where asked for or none is near."""
    files: dict[Path, str] = {}
    school_path = path.parent / SCHOOL_FILE
    school_text = (TEMPLATES / SCHOOL_FILE).read_text(encoding="utf-8")
    if school or not _school_near(path):
        files[school_path] = school_text
    if kind:
        name = _school_name(
            school_text if school_path in files else read_bytes(find_school(path)).decode("utf-8", "replace")
        )
        files[path] = plan_skeleton(kind, name, today)
    _refuse_overwriting(files)
    return _written(files)


def plan_skeleton(kind: Kind, school: str, today: date) -> str:
    """A kind's skeleton for this school and day."""
    template = ImmutableSandboxedEnvironment(keep_trailing_newline=True).from_string(kind.skeleton)
    return template.render(学校=school, 年度=str(today.year), 成文日期=today.isoformat())


def _school_near(path: Path) -> bool:
    try:
        find_school(path)
    except PlanError:
        return False
    return True


def _school_name(text: str) -> str:
    """The school's name; a broken 学校.yaml is told about by build, it need not keep anyone from starting."""
    try:
        school = yaml.safe_load(text)
    except yaml.YAMLError:
        return "学校"
    return str(school.get("名称", "学校")) if isinstance(school, dict) else "学校"


def _refuse_overwriting(files: dict[Path, str]) -> None:
    message = "已经有这个文件，没有改动它。请用 -o 换一个文件名"
    problems = [Problem(shown(path), 0, 0, "file-exists", message) for path in files if path.exists()]
    if problems:
        raise PlanError(*problems)


def _written(files: dict[Path, str]) -> tuple[Path, ...]:
    for path, text in files.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8", newline="\n") as stream:
                stream.write(text)
        except OSError as error:
            message = "写不进去：请检查文件夹的权限和磁盘空间"
            raise PlanError(Problem(shown(path), 0, 0, "unwritable-output", message)) from error
    return tuple(files)
