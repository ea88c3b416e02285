"""The command line: words in, exit code out (0 fine, 1 problems, 2 wrong usage)."""

from generator.cli import making as making  # isort: skip - the order of the commands in the help
from generator.cli import bringing as bringing  # isort: skip
from generator.cli import checking as checking  # isort: skip
from generator.cli import listing as listing  # isort: skip
from generator.cli import renewing as renewing  # isort: skip
from generator.cli.application import app

__all__ = ["app", "main"]


def main() -> None:
    """Run the command line."""
    app(prog_name="xiaowen")
