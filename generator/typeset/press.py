"""What a page is printed with: the faces found and the styles by the house rules."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.typeset.fonts import Fonts
from generator.typeset.styles import Style


@dataclass(frozen=True)
class Press:
    """The fonts and the styles of one document."""

    fonts: Fonts
    styles: Mapping[str, Style]
