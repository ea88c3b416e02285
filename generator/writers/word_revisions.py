"""Tracked changes (修订) of a Word file: who made them and when, each with a number of its own."""

from datetime import date as Date  # noqa: N812 - the type beside words that mean a day

from generator.writers.word_elements import NAMESPACES, Element

AUTHOR = "校文"
_CHANGES = tuple(f"{{{NAMESPACES['w']}}}{name}" for name in ("ins", "del"))


def sign(body: Element, day: Date) -> None:
    """Give every insertion and deletion its number, author and date."""
    for number, change in enumerate(body.iter(*_CHANGES), 1):
        for name, value in (("id", number), ("author", AUTHOR), ("date", f"{day.isoformat()}T00:00:00Z")):
            change.set(f"{{{NAMESPACES['w']}}}{name}", str(value))
