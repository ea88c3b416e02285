"""Templates filled with what a page holds; one that fails is a problem at its own file and line."""

from functools import lru_cache
from pathlib import Path
from typing import Any

from generator.problems import PlanError, Problem


def fill(folder: Path, template: str, page: object) -> str:
    """The template of this name with the page in it."""
    from jinja2 import TemplateSyntaxError  # noqa: PLC0415 - `check` renders nothing, and jinja2 is slow to load

    try:
        return str(_environment(folder).get_template(template).render(page=page))
    except TemplateSyntaxError as error:
        raise _failed(folder, error.name or template, error.lineno, error.message or "") from error
    except Exception as error:  # a template may call anything: whatever it raises is a fault of the template
        name, line = _place_in_template(error, folder, template)
        raise _failed(folder, name, line, str(error)) from error


@lru_cache(maxsize=8)
def _environment(folder: Path) -> Any:
    from generator.sandbox import environment  # noqa: PLC0415 - as above

    return environment(folder)


def _place_in_template(error: BaseException, folder: Path, template: str) -> tuple[str, int]:
    """The innermost template line of a traceback; Jinja rewrites frames to the template's own file and line."""
    name, line = template, 1
    step = error.__traceback__
    while step:
        file = Path(step.tb_frame.f_code.co_filename)
        if file.is_relative_to(folder):
            name, line = file.name, step.tb_lineno
        step = step.tb_next
    return name, line


def _failed(folder: Path, template: str, line: int, message: str) -> PlanError:
    file = str(folder / template)
    return PlanError(Problem(file, line, 1, "template", f"模板出错：{message}。请改正模板，或恢复原来的文件"))
