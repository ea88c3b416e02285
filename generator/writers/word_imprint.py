"""What stands at a place of the page and not in the flow: the imprint (版记) at its foot, a letter's mark at its head."""

from collections.abc import Iterator

from generator.typeset.composition import Gap, Marks, Passage, Run
from generator.typeset.styles import AREA_WIDTH, TOP
from generator.writers.word_elements import element, twips
from generator.writers.word_gaps import gap
from generator.writers.word_marks import SLACK
from generator.writers.word_passages import paragraph
from generator.writers.word_styles import COLOURS, GAP, HAIRLINE

FOOT = element(
    "framePr", w=twips(AREA_WIDTH), wrap="notBeside", vAnchor="margin", hAnchor="margin", xAlign="left", yAlign="bottom"
)
"""Paragraphs in a row with the same frame are one, and stand on the page of the paragraph that follows them."""


def imprint(blocks: tuple[Passage | Gap, ...]) -> Iterator[str]:
    """The imprint's paragraphs and the one that they are anchored to; it moves on where the page has no room for them."""
    for block in blocks:
        yield _framed_gap(block) if isinstance(block, Gap) else paragraph(block, frame=FOOT)
    if blocks:
        yield element("p", element("pPr", element("pStyle", val=HAIRLINE)))


def raised(block: Passage | Gap, by: float) -> str:
    """A block that begins so many points above the type area, the text following below it."""
    frame = _above(by, AREA_WIDTH, "left")
    return gap(block, frame=frame) if isinstance(block, Gap) else paragraph(block, frame=frame)


def raised_marks(block: Marks, by: float) -> Iterator[str]:
    """The organisations of a joint letter so far above it, spread to one width in a frame in the middle."""
    frame = _above(by, block.width + SLACK, "center")
    for line in block.lines:
        yield paragraph(Passage("mark", (Run(line),), size=block.size), frame=frame, align="distribute")


def _above(by: float, width: float, side: str) -> str:
    place = {"hAnchor": "margin", "xAlign": side, "vAnchor": "page", "y": twips(TOP - by)}
    return element("framePr", w=twips(width), wrap="notBeside", **place)


def _framed_gap(room: Gap) -> str:
    """A rule is a line filled with its colour: LibreOffice takes no frame whose paragraphs have borders."""
    rule = room.rule
    if rule is None:
        return gap(room, frame=FOOT)
    properties = element(
        "pPr",
        element("pStyle", val=GAP),
        FOOT,
        element("shd", val="clear", color="auto", fill=COLOURS[rule.colour]),
        element(
            "spacing",
            before=max(0, twips(room.height - rule.thickness)),
            line=twips(rule.thickness),
            lineRule="exact",
        ),
    )
    return element("p", properties)
