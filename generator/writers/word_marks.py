"""发文机关标志 of several organisations: their names of one width on the left, 文件 beside them at half their height."""

from generator.typeset.composition import Marks, Passage, Run
from generator.typeset.measure import ems
from generator.typeset.styles import MARK_PITCH, MARK_SIZE, MARK_SPACE
from generator.writers.word_elements import element, twips
from generator.writers.word_passages import paragraph

SLACK = 1.0
"""Points the names have beyond their width: the longest would break where rounding takes a little."""


def boxed(mark: Passage) -> Marks:
    """The mark of one organisation in a cell of its own: what reads a file for its title does not take it for that."""
    size = mark.size or MARK_SIZE
    return Marks((mark.text,), "", size, ems(mark.text) * size)


def marks(block: Marks) -> str:
    """A table without rules, of one row as high as the names."""
    names = [_line(line, block.size, "distribute") for line in block.lines]
    columns = {twips(block.width + SLACK): names}
    if block.suffix:
        behind = twips(block.size * (MARK_SPACE + ems(block.suffix)) - SLACK)
        columns[behind] = [_line(block.suffix, block.size, "right")]
    return element(
        "tbl",
        element(
            "tblPr",
            element("tblW", w=sum(columns), type="dxa"),
            element("jc", val="center"),
            element("tblLayout", type="fixed"),
            element("tblCellMar", element("left", w=0, type="dxa"), element("right", w=0, type="dxa")),
            element("tblCaption", val="发文机关标志"),
        ),
        element("tblGrid", *(element("gridCol", w=width) for width in columns)),
        element(
            "tr",
            element(
                "trPr",
                element("cantSplit"),
                element("trHeight", val=len(names) * twips(block.size * MARK_PITCH), hRule="exact"),
            ),
            *(_cell(width, lines) for width, lines in columns.items()),
        ),
    )


def _cell(width: int, lines: list[str]) -> str:
    properties = element("tcPr", element("tcW", w=width, type="dxa"), element("vAlign", val="center"))
    return element("tc", properties, *lines)


def _line(text: str, size: float, align: str) -> str:
    return paragraph(Passage("mark", (Run(text),), size=size), align=align)
