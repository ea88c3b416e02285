"""A document's headings and items as a tree: each with its siblings and with what stands below it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from generator.check.usage.furniture import own
from generator.manuscript import Manuscript, Part, Passage
from generator.marks import ordinal

LAST_LEVEL = 5
"""一是 and 第一, are of any level and have none."""
SENTENCE_ENDS = "。！？；!?;"
LONGEST_HEADING = 45


@dataclass
class Entry:
    """A heading or an item with its label, the passages of its own below it, and the entries under it."""

    passage: Passage
    level: int
    below: list[Passage] = field(default_factory=list)
    entries: "list[Entry]" = field(default_factory=list)

    @property
    def number(self) -> int:
        """What its label counts; 0 in a plan, whose labels are computed."""
        return ordinal(self.passage.label)

    @property
    def words(self) -> str:
        """Its text without the label."""
        return self.passage.plain[len(self.passage.label) :].strip()

    @property
    def stands_alone(self) -> bool:
        """Whether it is a heading on a line of its own: one clause, with text or entries below."""
        short = len(self.words) <= LONGEST_HEADING and not any(mark in self.words[:-1] for mark in SENTENCE_ENDS)
        return short and bool(self.below or self.entries)


def outline(manuscript: Manuscript) -> Entry:
    """The whole document as an entry of level 0 without label."""
    root = Entry(Passage("", (), Part.TITLE), 0)
    path = [root]
    for passage in own(manuscript):
        if passage.part in (Part.ANNEX_TITLE, Part.TITLE):
            path = [root]
        elif 0 < passage.level <= LAST_LEVEL and passage.part in (Part.HEADING, Part.ITEM):
            while path[-1].level >= passage.level:
                path.pop()
            path[-1].entries.append(Entry(passage, passage.level))
            path.append(path[-1].entries[-1])
        elif passage.part not in (Part.DATE, Part.SIGNATURE):
            path[-1].below.append(passage)
    _take_closing(path[-1])
    return root


def _take_closing(last: Entry) -> None:
    """The paragraphs after the last item of all close the document and are not the item's own."""
    if last.level > 1 and last.words[-1:] in SENTENCE_ENDS:
        last.below.clear()


def every_group(entry: Entry) -> Iterator[list[Entry]]:
    """All entries that stand side by side in one style, in the order of the document."""
    for level in sorted({child.level for child in entry.entries}):
        yield [child for child in entry.entries if child.level == level]
    for child in entry.entries:
        yield from every_group(child)


def every_entry(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Every entry, those above before those under them."""
    for entry in entries:
        yield entry
        yield from every_entry(entry.entries)
