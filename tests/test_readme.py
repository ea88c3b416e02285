"""What the papers at the top level say is so: commands, help, kinds, versions, links."""

import re
import shlex
from pathlib import Path

import pytest
import yaml
from typer.main import get_command
from typer.testing import CliRunner

from generator import __version__
from generator.check import RULES
from generator.check.ignoring import read_ignores
from generator.cli.commands import app
from generator.dates import chinese_numeral
from generator.kinds import load_kinds
from generator.readers.school import read_school
from generator.readers.yaml_plan import read_plan
from generator.source import Source

ROOT = Path(__file__).parents[1]
PAPERS = ("README.md", "CONTRIBUTING.md", "docs/decisions.md", "CHANGELOG.md", "templates/README.md")
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS: dict[str, object] = dict(vars(get_command(app))["commands"])


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def test_the_table_of_commands_is_the_help() -> None:
    table = dict(re.findall(r"^\| `xiaowen (\w+)` \| (.+?) \|$", README, re.MULTILINE))
    assert table
    assert table == {name: vars(command)["help"] for name, command in COMMANDS.items()}


def test_every_command_line_shown_would_be_understood() -> None:
    lines = [line for block in blocks("sh") for line in block.splitlines() if re.match(r"(\S*/)?xiaowen ", line)]
    inline = re.findall(r"`(xiaowen [^`]+)`", README)
    assert len(lines) > 4
    for line in [*lines, *inline]:
        _, name, *words = shlex.split(line.partition(" >")[0], comments=True)
        context = COMMANDS[name].make_context(name, words)  # type: ignore[attr-defined]  # typer hides its class
        assert context.params is not None


def test_the_plan_shown_is_a_plan() -> None:
    text, dispatch, *_ = blocks("yaml")
    plan, _ = read_plan(f"{text}{dispatch}".encode(), "README.md")
    assert plan.kind == "工作计划"
    assert plan.dispatch is not None
    assert plan.dispatch.number == "3"


def test_the_ignoring_shown_ignores_and_the_holidays_shown_are_read() -> None:
    _, _, ignoring, holidays = blocks("yaml")
    source = Source("计划.yaml", ignoring, {})
    (ignore,) = read_ignores(source).ignores
    assert ignore.rule in RULES
    school, _ = read_school(f"名称: 青山县实验小学\n{holidays}".encode(), "学校.yaml")
    assert school.holidays.work


def test_as_many_rules_are_promised_as_there_are() -> None:
    assert f"一百{chinese_numeral(len(RULES) // 10 * 10 - 100)}多条规则" in README


def test_every_kind_is_named() -> None:
    kinds = load_kinds()
    assert kinds
    assert [name for name in kinds if name not in README] == []


def test_make_has_the_targets_that_are_shown() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    papers = README + (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    targets = set(re.findall(r"`?make (\w+)`?", papers)) - {"python3"}
    assert {"test", "lock"} <= targets
    assert [target for target in targets if not re.search(rf"^{target}:", makefile, re.MULTILINE)] == []


@pytest.mark.parametrize("paper", PAPERS)
def test_every_link_leads_somewhere(paper: str) -> None:
    text = (ROOT / paper).read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", text)
    assert [link for link in links if not ((ROOT / paper).parent / link).exists()] == []


def test_the_newest_entry_of_the_changelog_is_this_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    versions = re.findall(r"^## \[(\d+\.\d+\.\d+)\] - \d{4}-\d{2}-\d{2}$", changelog, re.MULTILINE)
    assert versions[0] == __version__


def test_the_lock_holds_versions_and_no_addresses() -> None:
    pins = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    assert len(pins) > 20
    assert [pin for pin in pins if not re.fullmatch(r"[\w.-]+==[\w.]+", pin)] == []


@pytest.mark.parametrize(("name", "words"), [("plan", ["schema"]), ("school", ["schema", "--school"])])
def test_the_schemas_kept_for_editors_are_fresh(name: str, words: list[str]) -> None:
    kept = (ROOT / "docs" / f"{name}.schema.json").read_text(encoding="utf-8")
    assert kept == CliRunner().invoke(app, words).output, "make schema"


def test_every_hook_uses_a_tool_of_the_project() -> None:
    configuration = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    hooks = [hook for repository in configuration["repos"] for hook in repository["hooks"]]
    assert hooks
    assert all(hook["entry"].startswith(".venv/bin/") and hook["language"] == "system" for hook in hooks)


def test_the_workshop_runs_what_a_developer_runs() -> None:
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert lines[-2:] == ["make", "make test"]
