"""Word's footers: the page number of odd and even pages, upright or where it stands when a lying sheet is turned."""

from generator.typeset.composition import Pages
from generator.typeset.styles import AREA_WIDTH, BOTTOM, LEFT, PAGE_NUMBER_DROP, PAGE_NUMBER_SIZE
from generator.writers.word_boxes import Place, box
from generator.writers.word_elements import element, text, twips
from generator.writers.word_styles import HAIRLINE, PAGE_NUMBER, PAGE_NUMBER_PITCH

DASH, DEPTH = 0.38, 0.2  # of the em, the dash over the baseline; of an exact line, what lies under the baseline
DISTANCE = BOTTOM - PAGE_NUMBER_DROP - DASH * PAGE_NUMBER_SIZE - DEPTH * PAGE_NUMBER_PITCH
"""From the paper's edge to the footer's, so that the dash of the page number stands where 7.5 wants it."""


def sides(pages: Pages) -> dict[str, str]:
    """Where the number stands, by Word's name of the footer: outside on odd and even pages unless the school rules otherwise."""
    if pages.centred_number:
        return {"default": "center"}
    return {"default": "right"} if pages.one_sided else {"default": "right", "even": "left"}


def upright(side: str) -> str:
    """— 1 — (7.5): one character in from the right on odd pages, from the left on even pages, or in the middle."""
    indent = element("ind", **{f"{side}Chars": 100, side: twips(PAGE_NUMBER_SIZE)}) if side != "center" else None
    properties = element("pPr", element("pStyle", val=PAGE_NUMBER), indent, element("jc", val=side))
    begin, separate, end = (element("fldChar", fldCharType=part) for part in ("begin", "separate", "end"))
    field = (begin, text("instrText", " PAGE "), separate, text("t", "1"), end)
    contents = (text("t", "— "), *field, text("t", " —"))
    return element("p", properties, *(_hinted(content) for content in contents))


def lying(side: str) -> str:
    """The number in a box turned with the sheet (8): at the foot of the upright page, which is the lying one's left."""
    place = Place(DISTANCE, LEFT, PAGE_NUMBER_PITCH, AREA_WIDTH)
    return empty(box(upright(side), "页码", 1, place, turned=True))


def empty(*contents: str) -> str:
    """A header or footer without text of its own: of a page without number, or holding a box."""
    return element("p", element("pPr", element("pStyle", val=HAIRLINE)), *contents)


def _hinted(content: str) -> str:
    return element("r", element("rPr", element("rFonts", hint="eastAsia")), content)
