"""What a Word file does about characters its fonts lack, said for every one of them."""

from generator.problems import Problem, Severity
from generator.typeset.composition import Composition
from generator.typeset.glyphs import texts
from generator.typeset.rare import lender, rare_in
from generator.typeset.styles import FONTS


def word_fallbacks(composition: Composition) -> list[Problem]:
    """A hint for every rare character: the font that the Word file names for it."""
    found = {
        (character, role): lender(character)
        for role, text in texts(composition)
        for character in rare_in(text)
        if role in FONTS and lender(character) != FONTS[role].word
    }
    return [
        Problem("", 0, 0, "rare-character", _rare(character, role, font), Severity.HINT, character)
        for (character, role), font in found.items()
    ]


def _rare(character: str, role: str, font: str) -> str:
    return f"“{character}”是生僻字，{FONTS[role].chinese}字体里没有，Word 文件里改用 {font}"
