"""The command line: words in, exit code out (0 fine, 1 problems, 2 wrong usage)."""

from generator import keeping


def main() -> None:
    """Run the command line."""
    keeping.begin()
    from generator.cli.commands import app

    app(prog_name="xiaowen")
