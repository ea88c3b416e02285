"""The kinds of document (文种): one template file each, its header says what the kind is and must hold."""

import re
from dataclasses import astuple, dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from generator.keeping import kept
from generator.problems import PlanError, Problem

HEADER = re.compile(r"\A\{#-?\s*\n(?P<header>.*?)-?#\}", re.DOTALL)
LINES_BEFORE_HEADER = 1
_PACKAGED = Path(__file__).parent / "templates"
TEMPLATES = _PACKAGED if _PACKAGED.is_dir() else Path(__file__).parents[1] / "templates"
"""The folder of templates: inside an installed package, beside it in a checkout."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Kind:
    """One kind of document as its template's header declares it.

    `chapters`: the required chapters (必备章节), each with the headings that may stand for it.
    `skeleton`: what `new` writes: commented YAML, a Jinja text over 学校 年度 成文日期.
    """

    name: str
    purpose: str
    template: str
    skeleton: str
    chapters: tuple[tuple[str, ...], ...] = ()
    signed: bool = True
    dateline: bool = False


@lru_cache
def load_kinds(folder: Path = TEMPLATES) -> dict[str, Kind]:
    """Every kind by its name, in the order of the files' names; the one place that opens a template's header."""
    files = sorted(path for path in folder.iterdir() if path.suffix == ".html" and not path.name.startswith("_"))
    states = [(str(file), found.st_size, found.st_mtime_ns) for file in files if (found := file.stat())]
    kinds = kept(("kinds", *states), lambda: [astuple(_read_kind(file)) for file in files])
    return {kind.name: kind for kind in (Kind(*values) for values in kinds)}


def _read_kind(path: Path) -> Kind:
    file, found = path.name, HEADER.match(path.read_text(encoding="utf-8"))
    if not found:
        raise _broken(file, "模板开头缺少文件头：请照 templates/README.md 在开头写一段注释")
    try:
        return _kind(file, yaml.load(found["header"], Loader=_LOADER))  # noqa: S506 - a safe loader, in C where there is one
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + LINES_BEFORE_HEADER + 1 if error.problem_mark else 1
        raise _broken(file, f"模板文件头不是正确的 YAML：{error.problem}", line) from error
    except (KeyError, TypeError, AttributeError) as error:
        raise _broken(file, f"模板文件头不完整：至少要有 名称、用途、骨架（{error}）") from error


def _kind(file: str, header: dict[str, Any]) -> Kind:
    chapters = [[entry] if isinstance(entry, str) else entry for entry in header.get("必备章节", [])]
    return Kind(
        name=header["名称"],
        purpose=header["用途"],
        template=file,
        skeleton=header["骨架"],
        chapters=tuple(tuple(names) for names in chapters),
        signed=header.get("落款", "是") == "是",
        dateline=header.get("题下日期", "否") == "是",
    )


def _broken(file: str, message: str, line: int = 1) -> PlanError:
    return PlanError(Problem(f"templates/{file}", line, 1, "template-header", message))
