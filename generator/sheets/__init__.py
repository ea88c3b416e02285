"""Printed pages as they are found in a PDF: characters, lines, rules and tables where they stand."""
