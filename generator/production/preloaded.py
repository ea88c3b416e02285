"""Imported by the server of forks before its first: the libraries of the PDF, which all its processes then share."""

from generator.writers import prints

prints("pdf")
