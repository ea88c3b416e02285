"""The floors of the house: imports only go down, and below the ground floor nothing touches the world outside."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "generator"

FLOORS = (
    ("__main__",),
    ("cli",),
    ("commands",),
    (
        "build",
        "dossier",
        "saving",
        "batch",
        "desk",
        "orders",
        "production",
        "inspection",
        "examining",
        "foreign",
        "mending",
        "importing",
        "conversion",
        "returning",
        "renewing",
        "deciding",
        "comparing",
        "staffing",
    ),
    ("recognition",),
    ("readers", "page", "writers", "check", "verify", "schema", "roll", "revision", "staff"),
    (
        "typeset",
        "outline",
        "sheets",
        "kinds",
        "templating",
        "sandbox",
        "source",
        "filing",
        "dates",
        "workdays",
        "surnames",
        "manuscript",
        "marks",
        "anchors",
        "original",
    ),
    ("model", "problems", "vocabulary", "keeping", "keeper", "__init__"),
)
"""Top to bottom. A name is a module or a folder of `generator`; one floor may use what is beside it and below it."""

DOORS = {
    "kinds.py": {"read_text"},
    "keeper.py": {"open"},
    "keeping.py": {"environ"},
    "typeset/fonts.py": {"environ", "walk"},
    "typeset/font_tables.py": {"open"},
    "check/facts/__init__.py": {"read_text"},
    "writers/engine.py": {"environ", "read_bytes"},
}
"""Modules below `build` that touch the disk, and by which words: each is the one place for what it opens."""

WORLD = {"open", "print", "input", "now", "today", "getenv", "read_text", "read_bytes", "write_text", "walk", "urlopen"}
"""What is called to reach files, clock, screen or network; `environ` is looked at wherever it stands."""

LONGEST_MODULE = 200
"""Modules that may be longer, and how long."""

MODULES = sorted(path.relative_to(PACKAGE) for path in PACKAGE.rglob("*.py"))


def floor(name: str) -> int:
    return next(number for number, names in enumerate(FLOORS) if name in names)


def owner(module: Path) -> str:
    """The module's name on its floor: the folder it lies in, or its own."""
    return module.parts[0].removesuffix(".py")


def tree(module: Path) -> ast.Module:
    return ast.parse((PACKAGE / module).read_text(encoding="utf-8"))


def imported(module: Path) -> set[str]:
    """The full names of what a module imports from the package."""
    found = set()
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "generator":
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names if alias.name.split(".")[0] == "generator"}
    return found


def target(name: str) -> str:
    """The name on its floor of what is imported; the package's own names lie at the bottom."""
    part = [*name.split("."), "__init__"][1]
    return part if any(part in names for names in FLOORS) else "__init__"


def test_every_module_stands_on_a_floor() -> None:
    assert MODULES
    standing = {name for names in FLOORS for name in names}
    assert {owner(module) for module in MODULES} <= standing


def test_imports_only_go_down() -> None:
    steps = [(module, name) for module in MODULES for name in imported(module)]
    climbs = [
        f"{module} -> {name}"
        for module, name in steps
        if floor(target(name)) < floor(owner(module)) and not name.endswith("__version__")
    ]
    assert len(steps) > 50
    assert climbs == []


def test_nobody_imports_a_neighbours_private_inside() -> None:
    names = [(module, name) for module in MODULES for name in imported(module)]
    private = [
        f"{module} -> {name}" for module, name in names if name.split(".")[-1].startswith("_") and "__" not in name
    ]
    assert names
    assert private == []


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_the_middle_is_pure(module: Path) -> None:
    if floor(owner(module)) <= floor("build"):
        return
    assert set(reaching(tree(module))) <= DOORS.get(module.as_posix(), set())


def reaching(module: ast.Module) -> Iterator[str]:
    """The words of WORLD that a module calls, and any look at the environment."""
    for node in ast.walk(module):
        match node:
            case ast.Call(func=ast.Name(id=("open" | "print" | "input") as word)):
                yield word
            case ast.Call(func=ast.Attribute(attr=word)) if word in WORLD:
                yield word
            case ast.Attribute(attr="environ"):
                yield "environ"


def test_every_door_is_used() -> None:
    assert {module: set(reaching(tree(Path(module)))) for module in DOORS} == DOORS


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_a_module_opens_with_one_sentence_and_stays_short(module: Path) -> None:
    source = (PACKAGE / module).read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(source))
    assert source.count("\n") <= LONGEST_MODULE
