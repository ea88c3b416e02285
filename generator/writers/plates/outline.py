"""The outline of a PDF (书签): its headings, each below the last of a higher level."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import pydyf


@dataclass(frozen=True)
class Heading:
    """A heading: its level from 1, its text, the reference of its page and its place there in points."""

    level: int
    label: str
    page: bytes
    x: float
    y: float
    below: "list[Heading]" = field(default_factory=list)


def add_outline(pdf: Any, headings: Iterable[Heading]) -> None:
    """Write the outline and name it in the catalogue."""
    tops = _nested(headings)
    entries, count = _entries(pdf, tops, None)
    if entries:
        outline = pydyf.Dictionary({"Count": count, "First": entries[0].reference, "Last": entries[-1].reference})
        pdf.add_object(outline)
        for entry in entries:
            entry["Parent"] = outline.reference
        pdf.catalog["Outlines"] = outline.reference


def _nested(headings: Iterable[Heading]) -> list[Heading]:
    """The headings of the highest level, the others below them."""
    tops: list[Heading] = []
    open_: list[Heading] = []
    for heading in headings:
        while open_ and open_[-1].level >= heading.level:
            open_.pop()
        (open_[-1].below if open_ else tops).append(heading)
        open_.append(heading)
    return tops


def _entries(pdf: Any, headings: list[Heading], parent: Any) -> tuple[list[Any], int]:
    entries: list[Any] = []
    count = len(headings)
    for heading in headings:
        destination = pydyf.Array((heading.page, "/XYZ", heading.x, heading.y, 0))
        entry = pydyf.Dictionary({"Title": pydyf.String(heading.label), "Dest": destination})
        pdf.add_object(entry)
        below, more = _entries(pdf, heading.below, entry)
        entry["Count"] = more
        count += more
        if entries:
            entry["Prev"], entries[-1]["Next"] = entries[-1].reference, entry.reference
        if below:
            entry["First"], entry["Last"] = below[0].reference, below[-1].reference
        if parent is not None:
            entry["Parent"] = parent.reference
        entries.append(entry)
    return entries, count
