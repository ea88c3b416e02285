"""Imported by the server of forks before all else: what is kept is then used by whatever it loads."""

from generator import keeping

keeping.begin()
