"""Every command of the command line, in the order of the help."""

# isort: off
from generator.cli import making
from generator.cli import bringing
from generator.cli import checking
from generator.cli import listing
from generator.cli import renewing

# isort: on
from generator.cli.application import app

__all__ = ["app", "bringing", "checking", "listing", "making", "renewing"]
