"""Grids as the tables of a printed page."""

from generator.typeset.columns import placed
from generator.typeset.composition import Grid, GridCell
from generator.typeset.press import Press
from generator.typeset.setting import Measure, set_text
from generator.typeset.styles import TABLE_PADDING, TABLE_RULE


def set_grid(grid: Grid, press: Press) -> str:
    """A table with its heads repeated on every page."""
    columns = "".join(f'<col style="width:{width}pt"/>' for width in grid.widths)
    rows = _rows(grid, press)
    head, body = "".join(rows[: len(grid.head)]), "".join(rows[len(grid.head) :])
    keep = ' class="keep"' * grid.keep_with_next
    return (
        f'<table{keep} style="width:{sum(grid.widths):.2f}pt"><colgroup>{columns}</colgroup>'
        f"{f'<thead>{head}</thead>' if head else ''}<tbody>{body}</tbody></table>"
    )


def _rows(grid: Grid, press: Press) -> list[str]:
    lines: list[list[str]] = [[] for _ in grid.rows]
    for line, column, cell in placed(grid.rows):
        width = sum(grid.widths[column : column + cell.across])
        lines[line].append(_cell(cell, width, "cell-small" if grid.small else "cell", press))
    keeps = [' class="keep"' * grid.is_kept_with_next(line) for line in range(len(lines))]
    return [f"<tr{keep}>{''.join(cells)}</tr>" for keep, cells in zip(keeps, lines, strict=True)]


def _cell(cell: GridCell, width: float, style: str, press: Press) -> str:
    tag, name = ("th", f"{style}-head") if cell.head else ("td", style)
    measure = Measure(width - 2 * TABLE_PADDING - TABLE_RULE)
    text = "\n".join(set_text(line, press.styles[name], measure, press.fonts) for line in cell.lines)
    spans = "".join(
        f' {key}="{count}"' for key, count in (("colspan", cell.across), ("rowspan", cell.down)) if count > 1
    )
    return f'<{tag} class="{name}{" centred" * (cell.centred and not cell.head)}"{spans}>{text}</{tag}>'
