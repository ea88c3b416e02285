"""Tables in plain text: a caption and its cells, one to a line, put back into rows and columns."""

import re
from dataclasses import dataclass

from generator.model import Cell, Table
from generator.original import Line
from generator.recognition.labels import label_of
from generator.recognition.lines import Findings
from generator.surnames import looks_like_a_name

_CAPTION = re.compile(r"^.{2,40}(?:表|一览|名单|安排)$")
_LONGEST_CELL, _FEWEST = 24, 6
_ENDS = "。；;，,：:"
_KINDS_OF_CELL = (
    (re.compile("地点|场所|位置"), re.compile("[室厅楼处所校办]$")),
    (re.compile("职务|职位|岗位"), re.compile("[长员任记]$|主席$")),
    (re.compile("时间|日期|月份|周次|星期"), re.compile(r"\d|[周月日]")),
    (re.compile("电话|手机|号码"), re.compile(r"^[\d-]{7,}$")),
)


@dataclass(frozen=True)
class Sheet:
    """A table, its caption, and how many lines it took."""

    table: Table
    caption: str
    length: int


def read_sheet(lines: list[Line], start: int, findings: Findings) -> Sheet | None:
    """The table that begins with the caption at `start`; None where there is none."""
    line = lines[start]
    if line.rows or label_of(line) or not _CAPTION.match(line.plain) or line.plain[-1] in _ENDS:
        return None
    cells = _cells(lines, start + 1)
    first = next((index for index, cell in enumerate(cells) if cell.plain == "1"), 0)
    if len(cells) < _FEWEST or first < 2:  # noqa: PLR2004 - a table has two columns at least
        return None
    columns, cells_used = _columns(cells[:first]), cells[first:]
    rows, remark, used = _rows(cells_used, len(columns))
    if len(rows) < 2:  # noqa: PLR2004 - and two rows
        return None
    filled = [_in_columns(row, columns) for row in rows]
    if any(len(row) < len(columns) for row in rows):
        findings.guess(line.text, "这张表原来没有格线，空格子的位置是推断的，请逐格核对", 0.5)
    table = Table(
        columns=tuple(columns),
        rows=tuple(tuple(Cell(text=text) for text in row) for row in filled),
        remark=remark,
    )
    return Sheet(table, line.text, 1 + first + used)


def _cells(lines: list[Line], start: int) -> list[Line]:
    """The short lines that can be cells; a 备注 and its text close them."""
    cells: list[Line] = []
    for line in lines[start:]:
        after_remark = bool(cells) and re.fullmatch(r"备\s*注", cells[-1].plain)
        if line.rows or not (after_remark or (len(line.plain) <= _LONGEST_CELL and line.plain[-1] not in _ENDS)):
            break
        cells.append(line)
        if after_remark:
            break
    return cells


def _columns(cells: list[Line]) -> list[str]:
    """The heads of the columns; one broken over two lines has its spread second half."""
    columns: list[str] = []
    for cell in cells:
        if columns and re.fullmatch(r"\S\s+\S", cell.text):
            columns[-1] += re.sub(r"\s", "", cell.text)
        else:
            columns.append(re.sub(r"\s", "", cell.text))
    return columns


def _rows(cells: list[Line], width: int) -> tuple[list[list[str]], str, int]:
    """The rows, each beginning with its number; the remark; and how many cells were used."""
    rows: list[list[str]] = []
    for used, cell in enumerate(cells):
        if re.fullmatch(r"备\s*注", cell.plain):
            return rows, cells[used + 1].text if used + 1 < len(cells) else "", min(used + 2, len(cells))
        if cell.plain == str(len(rows) + 1):
            rows.append([cell.text])
        elif rows and len(rows[-1]) < width:
            rows[-1].append(cell.text)
        else:
            return rows, "", used
    return rows, "", len(cells)


def _in_columns(row: list[str], columns: list[str]) -> list[str]:
    """The cells of a row under the columns they suit; as they come where the row is full."""
    if len(row) == len(columns):
        return row
    placed = [""] * len(columns)
    placed[0] = row[0]
    at = 1
    for number, text in enumerate(row[1:], 1):
        room = len(columns) - (len(row) - number) + 1
        suited = (column for column in range(at, room) if _suits(text, columns[column]))
        column = next(suited, at)
        placed[column] = text
        at = column + 1
    return placed


def _suits(text: str, column: str) -> bool:
    named = bool(re.search("姓名|名单|人员|领导|责任人", column)) and looks_like_a_name(text)
    return named or any(head.search(column) and form.search(text) for head, form in _KINDS_OF_CELL)
