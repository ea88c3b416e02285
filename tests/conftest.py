"""What every test may ask for: the option that rewrites golden pages, the fonts that `make` installs."""

import os
from pathlib import Path

import pytest

from generator.typeset.fonts import Fonts, find_fonts

INSTALLED = ("fandol", "notosanscjk", "notoserifcjk", "lxgwwenkai")
"""How the names of the font files begin that `make` installs, in small letters."""
FOLDERS = (Path(__file__).parents[1] / ".fonts", Path("/usr/share/fonts"), Path("/usr/share/texlive"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden pages anew instead of comparing")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(scope="session")
def installed_fonts(tmp_path_factory: pytest.TempPathFactory) -> Fonts:
    """Only the fonts that `make` installs, so that a machine with others prints the same pages."""
    folder = tmp_path_factory.mktemp("fonts")
    for file in sorted(path for above in FOLDERS for path in files_below(above)):
        if file.name.lower().startswith(INSTALLED) and not (folder / file.name).exists():
            (folder / file.name).symlink_to(file)
    fonts = find_fonts((folder,))
    if fonts.absent:
        pytest.skip("needs the fonts that make installs")
    return fonts


def files_below(folder: Path) -> list[Path]:
    return [Path(above, file) for above, _, files in os.walk(folder) for file in files]
