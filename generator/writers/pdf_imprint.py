"""Where the imprint (版记) of a document goes that must end on an even page, whoever lays out its pages."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from generator.typeset.composition import Composition, Turn

T = TypeVar("T")


def with_imprint(composition: Composition, laid_out: Callable[[Composition, str], T], pages: Callable[[T], int]) -> T:
    """The pages with the imprint at the foot of the last; on an even one where that is asked for.

    A blank page before it and its own have no number then (7.5). It turns the page itself, wherever the text ends.
    """
    document = laid_out(composition, "flow")
    if not composition.pages.even_end or not composition.imprint or pages(document) % 2 == 0:
        return document
    *blocks, last = composition.blocks or (Turn(),)
    ending = replace(composition, blocks=tuple(blocks)) if isinstance(last, Turn) else composition
    text = pages(laid_out(replace(ending, imprint=()), "flow"))
    return laid_out(ending, "page" if text % 2 else "blank")
