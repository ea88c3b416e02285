"""Words looked for in a whole manuscript first, so that a rule reads closely only what can concern it."""

from collections.abc import Iterable

from generator.manuscript import Manuscript


def whole_text(manuscript: Manuscript) -> str:
    """The folded text of all passages, a line each."""
    return "\n".join([passage.plain for passage in manuscript.passages])


def names_any(manuscript: Manuscript, words: Iterable[str]) -> bool:
    """Whether one of the words stands anywhere in the manuscript."""
    text = whole_text(manuscript)
    return any(word in text for word in words)
