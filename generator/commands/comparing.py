"""What is told of two plans: section by section, what was added, dropped and changed."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import groupby
from pathlib import Path

from rich.text import Text

from generator.commands.terminal import console, say
from generator.comparing import compare, write_revision
from generator.desk import shown
from generator.revision.account import ADDED, CHANGED, DROPPED, Entry, account
from generator.revision.words import DELETED, INSERTED, SAME

STYLES = {DELETED: "red strike", INSERTED: "green underline", SAME: ""}
BRACKETS = {DELETED: "[-{}-]", INSERTED: "{{+{}+}}", SAME: "{}"}
"""How changed words stand out where there is no colour."""
COLOURS = {ADDED: "green", DROPPED: "red", CHANGED: "yellow"}
_BESIDE = 16
"""Unchanged characters that are shown on each side of a change."""


def compare_and_report(old: Path, new: Path, docx: Path | None, today: date, *, force: bool) -> None:
    """Tell what changed, and write the Word file if one is asked for."""
    composition = compare(old, new)
    entries = tuple(account(composition))
    for section, found in groupby(entries, lambda entry: entry.section):
        say(section, "bold")
        for entry in found:
            _show(entry)
    say(_summary(entries), "bold")
    if docx:
        write_revision(composition, docx, today, force=force)
        say(f"写好了 {shown(docx)}：带修订标记，在 Word 里可以逐条接受或拒绝", "green")


def _summary(entries: tuple[Entry, ...]) -> str:
    counts = Counter(entry.what for entry in entries)
    counted = "，".join(f"{what} {counts[what]} 处" for what in (ADDED, DROPPED, CHANGED) if counts[what])
    return f"共 {len(entries)} 处不同：{counted}。" if entries else "印出来的内容一样。"


def _show(entry: Entry) -> None:
    screen = console()
    text = Text.assemble("  ", (entry.what, COLOURS[entry.what]), "　")
    for kind, words in _shortened(entry):
        text.append(words if screen.is_terminal else BRACKETS[kind].format(words), STYLES[kind])
    screen.print(text)


def _shortened(entry: Entry) -> Iterator[tuple[str, str]]:
    """The words, long unchanged stretches cut to what stands beside a change."""
    last = len(entry.words) - 1
    for number, (kind, words) in enumerate(entry.words):
        if kind != SAME or entry.what != CHANGED or len(words) <= 2 * _BESIDE:
            yield kind, words
            continue
        before = words[:_BESIDE] if number else ""
        after = words[-_BESIDE:] if number < last else ""
        yield kind, f"{before}…{after}"
