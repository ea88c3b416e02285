"""Tables (表格): a `table` as a grid whose columns fill the type area, short ones just wide enough."""

import re
from collections.abc import Iterator

from generator.typeset.composition import Grid, GridCell, Passage, Run
from generator.typeset.element import HtmlElement, misplaced, name, pieces, text_of
from generator.typeset.measure import ems
from generator.typeset.styles import AREA_HEIGHT, AREA_WIDTH, SMALL_TABLE_SIZE, TABLE_PADDING, TABLE_RULE, TABLE_SIZE

MOST_COLUMNS = 6
"""An upright page holds this many columns in 四号; more are set in 小四."""
SHORT = 6
"""Cells of up to this many characters are centred where the whole column is so short."""
LEAST = 2
"""Characters the narrowest column holds."""
_SPARE = 2 * TABLE_PADDING + TABLE_RULE
_NUMBER = re.compile(r"[\d.,%％+\-—～:：/年月日时分第\s]+")

Row = tuple[GridCell, ...]


def table(element: HtmlElement, lying: bool) -> Iterator[Passage | Grid]:
    """The caption, if there is one, and the grid of a `table` on an upright or lying page."""
    caption = element.find("caption")
    if caption is not None:
        yield Passage("caption", (Run(text_of(caption)),))
    head, body, foot = (_rows(element, part) for part in ("thead", "tbody", "tfoot"))
    count = max((sum(cell.across for cell in row) for row in (*head, *body, *foot)), default=0)
    if not count:
        raise misplaced(element)
    small = count > MOST_COLUMNS and not lying
    size = SMALL_TABLE_SIZE if small else TABLE_SIZE
    room = AREA_HEIGHT if lying else AREA_WIDTH
    columns = _by_column((*head, *body), count)
    widths = _widths(_shares(element, columns, room, size), room, size)
    centred = [_is_brief([cell for cell in column if not cell.head]) for column in columns]
    yield Grid(widths, head, _centred(body, centred), foot, small)


def _rows(element: HtmlElement, part: str) -> tuple[Row, ...]:
    rows = [row for group in element.iterchildren(part) for row in group.iterchildren("tr")]
    return tuple(tuple(_cell(cell) for cell in row.iterchildren("*")) for row in rows)


def _cell(element: HtmlElement) -> GridCell:
    if name(element) not in ("td", "th"):
        raise misplaced(element)
    lines: list[tuple[Run, ...]] = [()]
    for piece in pieces(element, breaks=True):
        if piece.kind == "br":
            lines.append(())
        else:
            lines[-1] = (*lines[-1], Run(piece.text))
    across, down = int(element.get("colspan", "1")), int(element.get("rowspan", "1"))
    return GridCell(tuple(lines), across, down, element.tag == "th", element.tag == "th")


def placed(rows: tuple[Row, ...]) -> Iterator[tuple[int, int, GridCell]]:
    """Every cell with its row and its first column, cells above that reach down counted in."""
    taken: set[tuple[int, int]] = set()
    for line, row in enumerate(rows):
        column = 0
        for cell in row:
            while (line, column) in taken:
                column += 1
            taken.update((line + down, column + across) for down in range(cell.down) for across in range(cell.across))
            yield line, column, cell


def _by_column(rows: tuple[Row, ...], count: int) -> list[list[GridCell]]:
    columns: list[list[GridCell]] = [[] for _ in range(count)]
    for _, column, cell in placed(rows):
        if cell.across == 1 and column < count:
            columns[column].append(cell)
    return columns


def _centred(rows: tuple[Row, ...], columns: list[bool]) -> tuple[Row, ...]:
    centred: list[list[GridCell]] = [[] for _ in rows]
    for line, column, cell in placed(rows):
        short = _is_brief([cell]) if cell.across > 1 else column < len(columns) and columns[column]
        centred[line].append(GridCell(cell.lines, cell.across, cell.down, cell.head, cell.head or short))
    return tuple(map(tuple, centred))


def _is_brief(column: list[GridCell]) -> bool:
    """Whether a column is centred: all its cells are short, or all are numbers."""
    return all(_longest(cell) <= SHORT for cell in column) or all(map(_is_number, column))


def _is_number(cell: GridCell) -> bool:
    return all(_NUMBER.fullmatch(run.text) for line in cell.lines for run in line)


def _longest(cell: GridCell) -> float:
    return max(sum(ems(run.text) for run in line) for line in cell.lines)


def _shares(element: HtmlElement, columns: list[list[GridCell]], room: float, size: float) -> list[float]:
    """Widths before rounding: as the page asks for, or as the contents need."""
    asked = [float(column.get("data-width") or 0) for column in element.iter("col")]
    if len(asked) == len(columns) and all(asked):
        return [room * share / sum(asked) for share in asked]
    needs = [max([LEAST, *map(_longest, column)]) * size + _SPARE for column in columns]
    return _fitted(needs, room)


def _fitted(needs: list[float], room: float) -> list[float]:
    """Columns that need no more than a fair share get what they need, the others share the rest by their need."""
    if sum(needs) <= room:
        return [need * room / sum(needs) for need in needs]
    short: set[int] = set()
    while True:
        fair = (room - sum(needs[index] for index in short)) / (len(needs) - len(short))
        more = {index for index, need in enumerate(needs) if need <= fair} - short
        if not more:
            break
        short |= more
    weights = [min(need, 4 * fair) for need in needs]
    whole = sum(weight for index, weight in enumerate(weights) if index not in short)
    rest = room - sum(needs[index] for index in short)
    return [need if index in short else rest * weights[index] / whole for index, need in enumerate(needs)]


def _widths(shares: list[float], room: float, size: float) -> tuple[float, ...]:
    """Widths in whole twips that hold whole characters and a little, so that every program breaks alike; one takes the rest."""
    steps = [max(LEAST, round((share - _SPARE) / size)) for share in shares]
    widths = [step * size + size / 4 + _SPARE for step in steps]
    widest = max(range(len(widths)), key=lambda index: shares[index])
    widths[widest] = room - sum(width for index, width in enumerate(widths) if index != widest)
    return tuple(round(width * 20) / 20 for width in widths)
