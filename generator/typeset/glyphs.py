"""Which characters of a document have a glyph: those no font has are errors, those another font lends are hints."""

from collections.abc import Iterator

from generator.problems import PlanError, Problem, Severity
from generator.typeset.composition import Composition, Grid, Marks, Passage, Run
from generator.typeset.fonts import Face, Fonts, advances
from generator.typeset.styles import FONTS, STYLES

PAGE_NUMBER = ("song", "— 1234567890")
"""What every page needs besides its own text, with its role."""


def missing(text: str, role: str, fonts: Fonts) -> str:
    """The characters of a text that no font of a role has."""
    if fonts.has_all(text, role):
        return ""
    return "".join(dict.fromkeys(char for char in text if fonts.serving(char, role) is None))


def fallbacks(composition: Composition, fonts: Fonts) -> list[Problem]:
    """A hint for every rare character: which font serves it where its own does not."""
    found: dict[tuple[str, str], Face] = {}
    for role, text in texts(composition):
        for character in "" if fonts.has_all(text, role) else text:
            face = fonts.serving(character, role)
            if face and face != fonts.chains[role][0]:
                found.setdefault((character, role), face)
    return [
        Problem("", 0, 0, "rare-character", _rare(character, role, face), Severity.HINT, character)
        for (character, role), face in found.items()
    ]


def _rare(character: str, role: str, face: Face) -> str:
    return f"“{character}”是生僻字，{FONTS[role].chinese}字体里没有，PDF 里改用 {face.family}"


def texts(composition: Composition) -> Iterator[tuple[str, str]]:
    """Every text of a composition with the role it is set in."""
    for block in (*composition.blocks, *composition.imprint):
        if isinstance(block, Passage):
            yield from _of_runs(block.runs, STYLES[block.style].font)
        elif isinstance(block, Marks):
            yield STYLES["mark"].font, "".join((*block.lines, block.suffix))
        elif isinstance(block, Grid):
            for row in (*block.head, *block.body, *block.foot):
                for cell in row:
                    style = STYLES["cell-head" if cell.head else "cell"]
                    for line in cell.lines:
                        yield from _of_runs(line, style.font)


def _of_runs(runs: tuple[Run, ...], role: str) -> Iterator[tuple[str, str]]:
    for run in runs:
        yield run.font or role, run.text


def require(composition: Composition, fonts: Fonts) -> None:
    """PlanError with every role and every character that no font serves."""
    used = dict.fromkeys([*texts(composition), PAGE_NUMBER])
    absent = [_no_font(role) for role in dict.fromkeys(role for role, _ in used) if role in fonts.absent]
    lost = {char: role for role, text in used if role not in fonts.absent for char in missing(text, role, fonts)}
    problems = [*absent, *(no_glyph(char, role) for char, role in lost.items())]
    if problems:
        raise PlanError(*problems)


def _no_font(role: str) -> Problem:
    remedy = "请装上这种字体，或把字体文件放进一个文件夹，用环境变量 XIAOWEN_FONTS 指给程序；不印 PDF 则用不着"
    return Problem("字体", 0, 0, "no-font", f"没有找到{FONTS[role].chinese}字体。{remedy}")


def no_glyph(character: str, role: str) -> Problem:
    """The error for a character that cannot be printed."""
    message = f"没有一种字体有“{character}”（U+{ord(character):04X}）这个字，{FONTS[role].chinese}印不出来：请换一个字，或装一种有它的字体"
    return Problem("字体", 0, 0, "no-glyph", message, quote=character)


def ems_of(text: str, role: str, fonts: Fonts) -> float:
    """The width of a text in a role's fonts, in multiples of its size; a character no font has is as wide as any."""
    faces = [(character, fonts.serving(character, role)) for character in text]
    return sum(advances(face)[ord(character)] if face else 1.0 for character, face in faces)
