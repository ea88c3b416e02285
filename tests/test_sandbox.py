"""Templates: what they may look at, and that they are compiled once."""

import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from jinja2.exceptions import SecurityError, UndefinedError

from generator.problems import PlanError
from generator.sandbox import environment
from generator.templating import fill


@dataclass(frozen=True)
class Shown:
    """A record with something that is nobody's business."""

    title: str
    names: tuple[str, ...] = ()
    _hidden: str = "秘密"

    def method(self) -> str:
        """What may be called."""
        return self.title


SHOWN = Shown("<计划>", ("甲", "乙"))


def filled(text: str, page: object = SHOWN) -> str:
    return environment(Path()).from_string(text).render(page=page)


def kept(folder: Path) -> list[Path]:
    return sorted((folder / "__pycache__").glob("*"))


def test_fields_and_methods_are_shown_and_escaped() -> None:
    assert filled("{{ page.title }}{{ page.names | join }}{{ page.method() }}") == "&lt;计划&gt;甲乙&lt;计划&gt;"


@pytest.mark.parametrize(
    "text", ["{{ page._hidden }}", "{{ page.__class__.__mro__ }}", "{{ page.method.__func__.__globals__ }}"]
)
def test_nothing_else_is(text: str) -> None:
    with pytest.raises(SecurityError):
        filled(text)


def test_a_list_is_not_changed_and_a_wrong_name_is_an_error() -> None:
    with pytest.raises(SecurityError):
        filled("{{ page.append(1) }}", [])
    with pytest.raises(UndefinedError):
        filled("{{ page.titel }}")
    with pytest.raises(SecurityError):
        filled("{{ '{0.__class__}'.format(page) }}")


def test_a_template_is_compiled_once_and_again_when_it_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    template = tmp_path / "计划.html"
    template.write_text("{{ page.title }}", encoding="utf-8")
    assert environment(tmp_path).get_template("计划.html").render(page=SHOWN) == "&lt;计划&gt;"
    (compiled,) = kept(tmp_path)
    before = compiled.read_bytes()
    assert environment(tmp_path).get_template("计划.html").render(page=SHOWN) == "&lt;计划&gt;"
    assert compiled.read_bytes() == before
    template.write_text("甲{{ page.title }}", encoding="utf-8")
    assert environment(tmp_path).get_template("计划.html").render(page=SHOWN) == "甲&lt;计划&gt;"
    assert kept(tmp_path) == [compiled]


def test_a_fault_is_shown_at_its_line_when_the_template_was_compiled_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    (tmp_path / "计划.html").write_text("甲\n乙\n{{ page.titel }}\n", encoding="utf-8")
    environment(tmp_path).get_template("计划.html")
    assert kept(tmp_path)
    with pytest.raises(PlanError) as caught:
        fill(tmp_path, "计划.html", SHOWN)
    assert [(problem.file, problem.line) for problem in caught.value.problems] == [(str(tmp_path / "计划.html"), 3)]


@pytest.mark.parametrize("frozen", [True, False])
def test_where_nothing_may_be_written_nothing_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, frozen: bool) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", frozen)
    (tmp_path / "计划.html").write_text("甲", encoding="utf-8")
    if not frozen:
        (tmp_path / "__pycache__").write_text("no folder", encoding="utf-8")
    assert fill(tmp_path, "计划.html", SHOWN) == "甲"
    assert kept(tmp_path) == []
