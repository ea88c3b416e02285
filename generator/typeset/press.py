"""What a page is printed with: the faces found and the styles by the house rules."""

from collections.abc import Mapping

from generator.frozen import frozen
from generator.typeset.fonts import Fonts
from generator.typeset.styles import Style


@frozen
class Press:
    """The fonts and the styles of one document."""

    fonts: Fonts
    styles: Mapping[str, Style]
