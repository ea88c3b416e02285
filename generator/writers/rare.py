"""Rare characters of a page for which a form takes another font, said for every one of them."""

from collections.abc import Callable, Iterable, Iterator

from generator.problems import Problem
from generator.typeset.compose import compose
from generator.typeset.composition import Composition
from generator.typeset.fonts import find_fonts
from generator.typeset.glyphs import fallbacks
from generator.writers.word_rare import word_fallbacks

_HINTS: dict[str, Callable[[Composition], list[Problem]]] = {
    "docx": word_fallbacks,
    "pdf": lambda composition: fallbacks(composition, find_fonts()),
    "html": lambda _composition: [],
}


def rare_characters(html: str, forms: Iterable[str]) -> Iterator[Problem]:
    """The hints of every form."""
    composition = compose(html)
    for form in forms:
        yield from _HINTS[form](composition)
