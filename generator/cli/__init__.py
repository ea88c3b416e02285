"""The command line: words in, exit code out (0 fine, 1 problems, 2 wrong usage)."""

import atexit
import gc
import sys

from generator import keeping
from generator.commands.front_page import show_kept_page

_OBJECTS = 100_000
"""New objects after which Python looks for those that hold each other: loading us alone makes half as many."""


def main() -> None:
    """Run the command line."""
    gc.set_threshold(_OBJECTS, *gc.get_threshold()[1:])
    atexit.register(gc.freeze)  # nothing is looked for in what ends with the process anyway
    keeping.begin()
    if not show_kept_page(sys.argv[1:]):
        from generator.cli.commands import app

        app(prog_name="xiaowen")
