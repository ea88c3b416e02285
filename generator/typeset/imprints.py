"""The imprint (版记) at the foot of the last page, and the attendance (出席) of minutes."""

from collections.abc import Iterator

from generator.typeset.composition import Gap, Passage, Rule, Run
from generator.typeset.element import HtmlElement, blocks, misplaced, name, pieces, text_of
from generator.typeset.measure import cells, ems
from generator.typeset.rosters import joined
from generator.typeset.styles import CELL, CELLS, IMPRINT_RULES, IMPRINT_SIZE, STYLES

Part = Passage | Gap


def imprint(body: HtmlElement) -> tuple[Part, ...]:
    """The parts of the `footer.imprint` in a body, parted by rules; 信函 has none (10.1)."""
    element = body.find("footer[@class='imprint']")
    passages = [_IMPRINTED[name(part)](part) for part in blocks(element)] if element is not None else []
    if body.get("data-form") == "信函" or not passages:
        return tuple(passages)
    return tuple(_ruled(passages))


def _ruled(passages: list[Passage]) -> Iterator[Part]:
    outer, inner = (Gap(thickness, Rule(thickness)) for thickness in IMPRINT_RULES)
    yield outer
    for index, passage in enumerate(passages):
        yield passage
        yield outer if index == len(passages) - 1 else inner


def _copies(element: HtmlElement) -> Passage:
    """抄送: further lines go on under the first organisation."""
    label = "".join(piece.text for piece in pieces(element) if piece.kind == "label")
    left = STYLES["copies"].first + ems(label) * IMPRINT_SIZE / CELL
    return Passage("copies", (Run(text_of(element)),), left=round(left, 2))


def _printed(element: HtmlElement) -> Passage:
    """印发机关 at the left, 印发日期 at the right of one line."""
    found = pieces(element)
    runs = (Run(piece.text, flush=piece.kind == "printed-on") for piece in found)
    return Passage("printed", tuple(runs))


_IMPRINTED = {"p.copies": _copies, "p.printed": _printed}


def attendance(element: HtmlElement) -> Iterator[Passage]:
    """The lines of a `dl.attendance`: labels in 黑体, further lines under the first name (10.3)."""
    groups: list[tuple[str, list[str]]] = []
    for child in element.iterchildren("*"):
        if name(child) == "dt":
            groups.append((text_of(child), []))
        elif name(child) == "dd" and groups:
            groups[-1][1].append(text_of(child))
        else:
            raise misplaced(child)
    for label, names in groups:
        left = STYLES["attendance"].first + cells(label)
        yield Passage("attendance", (Run(label, "hei"), *joined(tuple(names), CELLS - left)), left=round(left, 2))
