"""WeasyPrint is loaded without asking the machine's tools for its libraries, and is then the same."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.typeset.fonts import find_fonts
from generator.writers.engine import SWITCH
from tests.finished import html

ROOT = Path(__file__).parents[1]
LOAD = "from generator.writers.engine import weasyprint; weasyprint(); import subprocess, sys, ctypes.util; "


def ran(code: str, **variables: str) -> str:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **variables}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=True)  # noqa: S603 - our own code
    return done.stdout.decode()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the libraries are looked for as ever")
def test_no_tool_of_the_machine_is_run_and_the_search_works_again_afterwards() -> None:
    forbidden = "import subprocess; subprocess.Popen = None; "
    assert ran(f"{forbidden}{LOAD}print(ctypes.util.find_library.__module__)") == "ctypes.util\n"


@pytest.mark.skipif(bool(find_fonts().absent), reason="fonts are not installed")
def test_the_pdf_is_the_same_with_the_switch_and_without() -> None:
    code = f"from generator.writers import write; print(hash(write({html()!r}, 'pdf')))"
    assert ran(code, PYTHONHASHSEED="1") == ran(code, PYTHONHASHSEED="1", **{SWITCH: "1"})
