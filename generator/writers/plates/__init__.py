"""Plates printed as a PDF: the bytes that WeasyPrint would write of the same page, without its layout."""
