"""Word's footers: the page number of odd and even pages, upright or where it stands when a lying sheet is turned."""

from generator.typeset.styles import AREA_WIDTH, BOTTOM, LEFT, PAGE_NUMBER_DROP, PAGE_NUMBER_SIZE
from generator.writers.word_elements import element, text, twips
from generator.writers.word_styles import HAIRLINE, PAGE_NUMBER, PAGE_NUMBER_PITCH

KINDS = ("default", "even")
"""Word's names for the footers of odd and of even pages."""
DASH, DEPTH = 0.38, 0.2  # of the em, the dash over the baseline; of an exact line, what lies under the baseline
DISTANCE = BOTTOM - PAGE_NUMBER_DROP - DASH * PAGE_NUMBER_SIZE - DEPTH * PAGE_NUMBER_PITCH
"""From the paper's edge to the footer's, so that the dash of the page number stands where 7.5 wants it."""
POINT = 12700  # in the units of a drawing

BOX = """<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>
<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0"
 layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>
<wp:positionH relativeFrom="page"><wp:posOffset>{x}</wp:posOffset></wp:positionH>
<wp:positionV relativeFrom="page"><wp:posOffset>{y}</wp:posOffset></wp:positionV>
<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>
<wp:docPr id="{number}" name="页码{number}" descr="页码"/><wp:cNvGraphicFramePr/>
<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>
<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>
<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx>
<wps:bodyPr rot="0" vert="vert" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/></wps:bodyPr>
</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>""".replace(
    "\n", ""
)


def upright(kind: str) -> str:
    """— 1 — (7.5): one character in from the right on odd pages, from the left on even pages."""
    side = "right" if kind == "default" else "left"
    indent = element("ind", **{f"{side}Chars": 100, side: twips(PAGE_NUMBER_SIZE)})
    properties = element("pPr", element("pStyle", val=PAGE_NUMBER), indent, element("jc", val=side))
    begin, separate, end = (element("fldChar", fldCharType=part) for part in ("begin", "separate", "end"))
    field = (begin, text("instrText", " PAGE "), separate, text("t", "1"), end)
    contents = (text("t", "— "), *field, text("t", " —"))
    return element("p", properties, *(_hinted(content) for content in contents))


def lying(kind: str) -> str:
    """The number in a box turned with the sheet (8): at the foot of the upright page, which is the lying one's left."""
    measures = {"x": DISTANCE, "y": LEFT, "width": PAGE_NUMBER_PITCH, "height": AREA_WIDTH}
    units = {name: round(points * POINT) for name, points in measures.items()}
    box = BOX.format(number=KINDS.index(kind) + 1, content=upright(kind), **units)
    return element("p", element("pPr", element("pStyle", val=HAIRLINE)), box)


def _hinted(content: str) -> str:
    return element("r", element("rPr", element("rFonts", hint="eastAsia")), content)
