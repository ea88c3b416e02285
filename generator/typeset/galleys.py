"""A composition set in galleys: the same lines and measures as its printed page, without the detour over HTML."""

from dataclasses import replace
from itertools import pairwise

from generator.typeset.columns import placed
from generator.typeset.composition import Composition, Gap, Grid, GridCell, Passage, Rule, Run, Turn
from generator.typeset.galley import (
    Bar,
    BeyondPlatesError,
    Cell,
    Foot,
    Galley,
    Kind,
    PageFoot,
    Piece,
    Room,
    Row,
    Table,
    Text,
    pixels,
)
from generator.typeset.press import Press
from generator.typeset.printed_passages import RISE, letter_rule, mark_drop, measured, outline_tag, styled
from generator.typeset.setting import Measure, SetLine, set_lines
from generator.typeset.styles import (
    AREA_HEIGHT,
    AREA_WIDTH,
    BOTTOM,
    COLOURS,
    IMPRINT_PITCH,
    LETTER_RULE_FOOT,
    LETTER_RULE_LEFT,
    TABLE_PADDING,
    TABLE_RULE,
    Style,
)
from generator.typeset.stylesheet import FULL_CELL, gap_of


def galleys(composition: Composition, press: Press, imprint: str = "flow") -> tuple[Galley, ...]:
    """One galley for every turn of the page; BeyondPlatesError where a block has no form here.

    `imprint` is one of `printed.IMPRINT_PLACES`.
    """
    parts: list[list[Piece]] = []
    lying: list[bool] = []
    for before, block in pairwise((None, *composition.turned)):
        if isinstance(block, Turn):
            parts.append([])
            lying.append(block.landscape)
            continue
        room = AREA_HEIGHT if lying[-1] else AREA_WIDTH
        parts[-1].append(_piece(block, before, room, press))
    parts[0][:0] = _letter_foot(composition)
    foot = (_foot(composition.imprint, press),) if composition.imprint else ()
    if imprint == "flow":
        parts[-1] += foot
    found = [Galley(tuple(pieces), turned) for pieces, turned in zip(parts, lying, strict=True)]
    blank = imprint == "blank"
    return (*found, *[Galley((), numbered=False)] * blank, *[Galley(foot, numbered=not blank)] * (imprint != "flow"))


def _piece(block: object, before: object, room: float, press: Press) -> Piece:
    if isinstance(block, Passage):
        return _text(block, room, press)
    if isinstance(block, Grid):
        return _table(block, press)
    if isinstance(block, Gap):
        return _room(block, isinstance(before, Passage) and before.style == "mark")
    raise BeyondPlatesError(type(block).__name__)


# ---- passages -----------------------------------------------------------------------------------------------------


def kind_of(style: Style, press: Press, align: str = "") -> Kind:
    """How a style is printed in the faces of this machine."""
    face, colour = press.fonts.chains[style.font][0], COLOURS[style.colour]
    return Kind(
        face, pixels(style.size, 12), pixels(style.pitch, 12), gap_of(style), colour, align or style.align, style.bold
    )


def _text(passage: Passage, room: float, press: Press) -> Text:
    style = styled(passage, press)
    pitch = passage.pitch or (style.pitch if passage.size is None else round(style.pitch, 3))
    tag, kind = outline_tag(passage, style), replace(kind_of(style, press), pitch=pixels(pitch, 12))
    keep = passage.keep_with_next or style.keep_with_next or tag != "p"
    whole = passage.keep_together or tag != "p"
    if not passage.text:
        height = passage.pitch or (style.pitch if passage.style == "blank" else 0.0)
        keep = passage.keep_with_next or style.keep_with_next
        return Text("div", kind, (), height=pixels(height, 12), keep=keep, whole=passage.keep_together)
    left = style.left if passage.left is None else passage.left
    indent = 0.0 if passage.continued else style.first - left
    return Text(
        tag,
        kind,
        set_lines(passage.runs, style, measured(passage, style, room), press.fonts),
        pixels(left * FULL_CELL, 3),
        pixels((style.right if passage.right is None else passage.right) * FULL_CELL, 3),
        pixels(indent * FULL_CELL, 3),
        keep=keep,
        whole=whole,
        label=passage.text if tag != "p" else "",
        rise=0.0 if passage.size is None else pixels(mark_drop(style.size, press), 3),
    )


# ---- room and rules -----------------------------------------------------------------------------------------------


def _room(gap: Gap, below_mark: bool = False) -> Room:
    """Room of an exact height; a negative one draws what follows upwards."""
    if gap.height < 0:
        return Room(pixels(gap.height, 3), keep=False)
    height = max(gap.height - (gap.rule.height if gap.rule else 0.0), 0.0)
    if gap.rule is None or gap.rule.colour == "black":
        return Room(pixels(height, 3), bars_of(gap.rule))
    if below_mark:
        return Room(pixels(height, 3), bars_of(gap.rule), below=pixels(RISE, 3) if gap.rule.thin else 0.0)
    return Room(pixels(height, 3), bars_of(gap.rule), pixels(RISE, 3))


def bars_of(rule: Rule | None) -> tuple[Bar, ...]:
    """The lines of a rule, those of a double one with room between them."""
    if rule is None:
        return ()
    wide = rule.width > AREA_WIDTH
    left, width = (pixels(-LETTER_RULE_LEFT, 3), pixels(rule.width, 3)) if wide else (0.0, 0.0)
    heights = [(rule.thickness, rule.colour)] + [(rule.thin, ""), (rule.thin, rule.colour)] * bool(rule.thin)
    return tuple(Bar(pixels(height, 3), COLOURS.get(colour, ""), left, width) for height, colour in heights)


def _letter_foot(composition: Composition) -> list[Piece]:
    """The double rule at the foot of a letter's first page, thin above thick, where its head has one."""
    rule = letter_rule(composition)
    return [PageFoot(bars_of(rule)[::-1], pixels(LETTER_RULE_FOOT - BOTTOM, 3))] if rule else []


def _foot(imprint: tuple[Passage | Gap, ...], press: Press) -> Foot:
    pieces = tuple(_room(part) if isinstance(part, Gap) else _text(part, AREA_WIDTH, press) for part in imprint)
    lines = sum(len(piece.lines) for piece in pieces if isinstance(piece, Text))
    height = lines * IMPRINT_PITCH + sum(part.height for part in imprint if isinstance(part, Gap))
    return Foot(pixels(height, 3), pieces)


# ---- tables -------------------------------------------------------------------------------------------------------


def _table(grid: Grid, press: Press) -> Table:
    lines: list[list[Cell]] = [[] for _ in grid.rows]
    name = "cell-small" if grid.small else "cell"
    for line, column, cell in placed(grid.rows):
        width = sum(grid.widths[column : column + cell.across])
        lines[line].append(_cell(cell, column, width, name, press))
    rows = [Row(tuple(cells), grid.is_kept_with_next(line)) for line, cells in enumerate(lines)]
    head = len(grid.head)
    widths = tuple(pixels(width, 12) for width in grid.widths)
    return Table(widths, tuple(rows[:head]), tuple(rows[head:]), grid.keep_with_next)


def _cell(cell: GridCell, column: int, width: float, name: str, press: Press) -> Cell:
    style = press.styles[f"{name}-head" if cell.head else name]
    kind = kind_of(style, press, "center" if cell.centred else "")
    lines = _lines(cell.lines, style, width - 2 * TABLE_PADDING - TABLE_RULE, press)
    least = 0.0 if cell.head else pixels(style.pitch, 12)
    return Cell("th" if cell.head else "td", kind, column, cell.across, cell.down, lines, least)


def _lines(lines: tuple[tuple[Run, ...], ...], style: Style, room: float, press: Press) -> tuple[SetLine, ...]:
    """The lines of a cell; one without any text has none."""
    found = [line for runs in lines for line in set_lines(runs, style, Measure(room), press.fonts)]
    if not any(line.stretches for line in found):
        if len(found) > 1:
            raise BeyondPlatesError("blank lines")
        return ()
    if not found[-1].stretches:
        raise BeyondPlatesError("a blank line at the end")
    return tuple(found)
