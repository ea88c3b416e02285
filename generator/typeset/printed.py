"""A composition as the page that is printed: every paragraph and cell one element with its lines already broken."""

from html import escape

from generator.typeset.columns import placed
from generator.typeset.composition import Composition, Grid, GridCell, Passage, Turn
from generator.typeset.fonts import Face, Fonts
from generator.typeset.glyphs import PAGE_NUMBER, texts
from generator.typeset.setting import Measure, set_text
from generator.typeset.styles import AREA_HEIGHT, AREA_WIDTH, STYLES, TABLE_PADDING, TABLE_RULE
from generator.typeset.stylesheet import FULL_CELL, stylesheet

DEEPEST = 5
"""Levels of the outline that HTML has tags for, the title's 0 counted in."""


def printed(composition: Composition, fonts: Fonts) -> tuple[str, str]:
    """The page as HTML and its stylesheet."""
    title, author = escape(composition.title), escape(composition.author)
    head = f'<meta charset="utf-8"><title>{title}</title><meta name="author" content="{author}">'
    page = f'<!DOCTYPE html><html lang="zh-CN"><head>{head}</head><body>{_body(composition, fonts)}</body></html>'
    return page, stylesheet(
        _faces(composition, fonts), {role: faces[0].name for role, faces in fonts.chains.items() if faces}
    )


def _faces(composition: Composition, fonts: Fonts) -> list[Face]:
    """Every face the document needs, that of the page number with them."""
    needed = dict.fromkeys((character, role) for role, text in (*texts(composition), PAGE_NUMBER) for character in text)
    served = [fonts.serving(character, role) for character, role in needed]
    return [face for face in dict.fromkeys(served) if face]


def _body(composition: Composition, fonts: Fonts) -> str:
    parts, room = [], AREA_WIDTH
    first, *blocks = composition.blocks or (Turn(),)
    for block in (first, *blocks) if isinstance(first, Turn) else (Turn(), first, *blocks):
        if isinstance(block, Turn):
            parts.append(f'</div><div class="turn{" lying" * block.landscape}">')
            room = AREA_HEIGHT if block.landscape else AREA_WIDTH
        elif isinstance(block, Grid):
            parts.append(_grid(block, fonts))
        else:
            parts.append(_passage(block, room, fonts))
    return "\n".join([*parts, "</div>"]).removeprefix("</div>")


def _passage(passage: Passage, room: float, fonts: Fonts) -> str:
    style = STYLES[passage.style]
    keep = " keep" * passage.keep_with_next + " whole" * passage.keep_together
    if not passage.text:
        return f'<div class="{passage.style}{keep}"></div>'
    left, right = (style.left if passage.left is None else passage.left), passage.right or style.right
    text = set_text(passage.runs, style, Measure(room - right * FULL_CELL, style.first, left), fonts)
    outline = passage.outline if passage.outline is not None else style.outline
    tag = "p" if outline is None or outline > DEEPEST else f"h{outline + 1}"
    label = f' title="{escape(passage.text)}"' if tag != "p" else ""
    return f'<{tag} class="{passage.style}{keep}"{label}{_indents(passage)}>{text}</{tag}>'


def _indents(passage: Passage) -> str:
    rules = []
    if passage.left is not None:
        hanging = (STYLES[passage.style].first - passage.left) * FULL_CELL
        rules.append(f"padding-left:{passage.left * FULL_CELL:.3f}pt;text-indent:{hanging:.3f}pt")
    if passage.right is not None:
        rules.append(f"padding-right:{passage.right * FULL_CELL:.3f}pt")
    return f' style="{";".join(rules)}"' if rules else ""


def _grid(grid: Grid, fonts: Fonts) -> str:
    columns = "".join(f'<col style="width:{width}pt">' for width in grid.widths)
    rows = _rows(grid, fonts)
    head, body = "".join(rows[: len(grid.head)]), "".join(rows[len(grid.head) :])
    keep = ' class="keep"' * grid.keep_with_next
    return (
        f'<table{keep} style="width:{sum(grid.widths):.2f}pt"><colgroup>{columns}</colgroup>'
        f"{f'<thead>{head}</thead>' if head else ''}<tbody>{body}</tbody></table>"
    )


def _rows(grid: Grid, fonts: Fonts) -> list[str]:
    lines: list[list[str]] = [[] for _ in grid.rows]
    for line, column, cell in placed(grid.rows):
        width = sum(grid.widths[column : column + cell.across])
        lines[line].append(_cell(cell, width, "cell-small" if grid.small else "cell", fonts))
    keeps = [' class="keep"' * grid.is_kept_with_next(line) for line in range(len(lines))]
    return [f"<tr{keep}>{''.join(cells)}</tr>" for keep, cells in zip(keeps, lines, strict=True)]


def _cell(cell: GridCell, width: float, style: str, fonts: Fonts) -> str:
    tag, name = ("th", f"{style}-head") if cell.head else ("td", style)
    measure = Measure(width - 2 * TABLE_PADDING - TABLE_RULE)
    text = "\n".join(set_text(line, STYLES[name], measure, fonts) for line in cell.lines)
    spans = "".join(
        f' {key}="{count}"' for key, count in (("colspan", cell.across), ("rowspan", cell.down)) if count > 1
    )
    return f'<{tag} class="{name}{" centred" * (cell.centred and not cell.head)}"{spans}>{text}</{tag}>'
