"""The first page of the help, with all commands: drawn once and kept, for drawing it loads every one of them."""

import sys
from collections.abc import Callable
from shutil import get_terminal_size

from generator import keeping
from generator.keeper import Key

WIDEST = 100
"""Columns of a page at most."""


def show_kept_page(words: list[str]) -> bool:
    """Show the page, if it is all that the words ask for and is kept for a terminal as wide as this."""
    page = keeping.found(_key()) if words == ["--help"] and sys.stdout else None
    if page is None:
        return False
    try:
        sys.stdout.write(f"{page}\n")
        sys.stdout.flush()
    except OSError:  # nobody reads it: typer knows what to do then
        return False
    return True


def front_page(draw: Callable[[], str]) -> str:
    """The page, drawn where it is not kept."""
    return keeping.kept(_key(), draw)


def _key() -> Key:
    return "front page", min(get_terminal_size().columns, WIDEST)
