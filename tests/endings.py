"""Documents whose text ends on every line of a page, one after the other, and their signatures."""

from functools import cache

from generator.typeset.styles import LINES
from tests import finished, formal

ENDS = range(1, LINES + 1)
"""As many lines in the first paragraph, so that the text ends on every line of a page."""
SEALS = ("", "yes", "stamp")
WORDS = finished.SENTENCE * 20
PARAGRAPHS = "".join(f"<p>{WORDS[7 * place :][:length]}。</p>" for place, length in enumerate((143, 146, 84, 133, 135)))
LONG = f"<p>{WORDS[35:][:62]}。</p><p>{WORDS[42:][:152]}。</p>"
CLOSING = "<p>特此通知。</p>"


@cache
def page(lines: int, seal: str, last: str = LONG, middle: str = PARAGRAPHS) -> str:
    """A page whose first paragraph has so many lines."""
    first = f"<p>{'校' * (28 * lines - 3)}。</p>"
    signature = formal.signature("青山县实验小学", seal=seal)
    return formal.page(finished.TITLE + finished.ADDRESSEE + first + middle + last + signature, "")
