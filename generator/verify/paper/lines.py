"""Where lines start and end on paper (避头尾, GB/T 15834 5.1, GB/T 15835 5.1.7)."""

from collections.abc import Iterator
from itertools import pairwise

from generator.sheets.page import Line
from generator.verify.areas import places
from generator.verify.clauses import Outcome, printed
from generator.verify.printout import Printout
from generator.verify.signs import NO_END, NO_START


def all_lines(printout: Printout) -> list[Line]:
    """Every line there is, in and out of tables."""
    cells = [line for page in printout.pages for table in page.tables for cell in table.cells for line in cell.lines]
    free = [line for page in printout.pages if page.lying for line in page.lines]
    return [*(line for sheet in printout.sheets for line in sheet.body), *free, *cells]


@printed("6.K01")
def line_starts(printout: Printout) -> Outcome:
    """No line starts with a mark that belongs to the one before."""
    wrong = [line for line in all_lines(printout) if line.text[0] in NO_START]
    return Outcome(f"{len(wrong)} 处", not wrong, places(wrong))


@printed("6.K02")
def line_ends(printout: Printout) -> Outcome:
    """No line ends with a mark that belongs to the next."""
    wrong = [line for line in all_lines(printout) if line.text[-1] in NO_END]
    return Outcome(f"{len(wrong)} 处", not wrong, places(wrong, last=True))


@printed("6.K03")
def dashes_whole(printout: Printout) -> Outcome:
    """No —— or …… is parted."""
    wrong = [one for one, other in _turns(printout) if one.text[-1] in "—…" and other.text[0] == one.text[-1]]
    return Outcome(f"{len(wrong)} 处", not wrong, places(wrong, last=True))


@printed("6.K04")
def numbers_whole(printout: Printout) -> Outcome:
    """No number is parted, nor its per cent."""
    parted = [
        one
        for one, other in _turns(printout)
        if one.text[-1].isdigit() and (other.text[0].isdigit() or other.text[0] in "%％℃")
    ]
    return Outcome(f"{len(parted)} 处", not parted, places(parted, last=True))


def _turns(printout: Printout) -> Iterator[tuple[Line, Line]]:
    for each in printout.paragraphs:
        yield from pairwise(each.lines)
