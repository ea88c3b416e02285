"""A clerk at the command line: runs one command as a user types it."""

from typer.testing import CliRunner, Result

from generator.cli.commands import app


def xiaowen(*words: str, typed: str | None = None) -> Result:
    """What the command shows and its exit code; a fault of the program is raised, not swallowed."""
    result = CliRunner().invoke(app, list(words), prog_name="xiaowen", input=typed)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result
