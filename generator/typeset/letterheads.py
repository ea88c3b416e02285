"""The letterhead (版头): what stands above the title of a formal document, and how far down each part stands (7.2, 10)."""

from collections.abc import Iterator
from math import floor

from generator.typeset.composition import Gap, Marks, Passage, Rule, Run
from generator.typeset.element import HtmlElement, Piece, blocks, misplaced, name, pieces
from generator.typeset.layouts import pages_of
from generator.typeset.measure import ems
from generator.typeset.signers import signer_lines
from generator.typeset.styles import (
    AREA_WIDTH,
    ASCENT,
    BASELINE,
    BODY_SIZE,
    DESCENT,
    LETTER_RULE_WIDTH,
    LETTER_RULES,
    MARK_PITCH,
    MARK_SIZE,
    MARK_SPACE,
    MILLIMETRE,
    RED_RULE,
    TOP,
)

Block = Passage | Gap | Marks
Parts = dict[str, list[Piece]]

DROPS = {"命令": 20 * MILLIMETRE, "信函": 30 * MILLIMETRE - TOP}
"""From the top of the type area to that of the mark's characters, where it is not `DROP`."""
DROP = 35 * MILLIMETRE
RULE_DROP = 4 * MILLIMETRE
"""From the foot of the characters above to a red rule."""
LETTER_GAP = BODY_SIZE * 7 / 8
"""From the first double rule of 信函 to the characters below it."""
MARKS_HEIGHT = 70 * MILLIMETRE
"""What the organisations of a joint issue take at most, so that the first page has room for text."""
_CORNER = ("copy-number", "secrecy", "urgency")
_BLANKS = (Passage("blank"), Passage("blank"))


def letterhead(element: HtmlElement) -> Iterator[Block]:
    """The blocks of a `header.letterhead` with the blank lines before the title; printed forms (套打) stay blank."""
    body = element.getparent()
    if body is None or name(body) != "body":
        raise misplaced(element)
    pages = pages_of(body)
    parts = {name(part).removeprefix("p."): pieces(part) for part in blocks(element)}
    preprinted = element.get("data-preprinted") == "yes"
    size, mark = _mark(parts.get("mark", []))
    shown = Gap(_height(mark)) if preprinted else mark
    if pages.form == "信函":
        rule = None if preprinted else Rule(LETTER_RULES[0], "red", LETTER_RULES[1], LETTER_RULE_WIDTH)
        yield from (Gap(DROPS["信函"]), shown, _rule_below(size, size * MARK_PITCH, rule))
        yield from _letter_lines(parts, pages.pitch)
    else:
        above = [_corner(style, parts) for style in _CORNER if style in parts]
        drop = DROPS.get(pages.form, DROP) - len(above) * pages.pitch
        yield from (*above, Gap(max(0.0, drop)), shown)
        rule = None if preprinted else Rule(RED_RULE, "red")
        number = list(_number(parts))
        lowest = (BODY_SIZE, pages.pitch) if number else (size, size * MARK_PITCH)
        yield from number
        if pages.form != "命令":
            yield _rule_below(*lowest, rule)
    yield from _BLANKS


def _rule_below(size: float, pitch: float, rule: Rule | None) -> Gap:
    """The room down to a red rule below a line of this size and height, blank where the paper has it."""
    leading = (1 - BASELINE) * pitch - DESCENT * size
    return Gap(RULE_DROP - leading + (rule.height if rule else RED_RULE), rule)


def _mark(found: list[Piece]) -> tuple[float, Passage | Marks]:
    """The mark with its size: one organisation in one line, several one below the other with 文件 beside them."""
    lines = tuple(piece.text for piece in found if piece.kind == "line")
    suffix = "".join(piece.text for piece in found if piece.kind == "suffix")
    if len(lines) <= 1:
        text = "".join(lines) + suffix
        size = _fitting(ems(text))
        return size, Passage("mark", (Run(text),), size=size)
    widest = max(map(ems, lines))
    across = widest + (MARK_SPACE + ems(suffix) if suffix else 0)
    size = min(_fitting(across), _halved(MARKS_HEIGHT / MARK_PITCH / len(lines)))
    return size, Marks(lines, suffix, size, widest * size)


def _fitting(across: float) -> float:
    """The size in which so many characters fit the type area."""
    return min(MARK_SIZE, _halved(AREA_WIDTH / max(across, 1)))


def _halved(size: float) -> float:
    """A size in whole half points, as Word counts."""
    return floor(size * 2) / 2


def _height(mark: Passage | Marks) -> float:
    count = len(mark.lines) if isinstance(mark, Marks) else 1
    return count * (mark.size or MARK_SIZE) * MARK_PITCH


def _corner(style: str, parts: Parts) -> Passage:
    return Passage(style, (Run(_text(parts[style])),))


def _number(parts: Parts) -> Iterator[Passage]:
    """发文字号 two lines below the mark: centred, or on the line of the last 签发人 (7.2.5)."""
    number = _text(parts.get("number", []))
    if "signers" in parts:
        yield from (*_BLANKS, *signer_lines(number, parts["signers"]))
    elif number:
        yield from (*_BLANKS, Passage("number", (Run(number),)))


def _letter_lines(parts: Parts, pitch: float) -> Iterator[Block]:
    """份号, 密级 and 紧急程度 of 信函 at the left below the double rule, 发文字号 at the right of the first of them."""
    number = _text(parts.get("number", []))
    flush = (Run(number, "fang", flush=True),) if number else ()
    styles = [style for style in _CORNER if style in parts]
    if styles or flush:
        yield Gap(LETTER_GAP - (BASELINE * pitch - ASCENT * BODY_SIZE))
    if flush and not styles:
        yield Passage("copy-number", flush)
    for index, style in enumerate(styles):
        yield Passage(style, (Run(_text(parts[style])), *(flush if index == 0 else ())))


def _text(found: list[Piece]) -> str:
    return "".join(piece.text for piece in found)
