"""The stylesheet of a printed page, written from the measures in `styles` and the faces a document needs."""

from collections.abc import Iterable, Mapping

from generator.typeset.composition import Pages
from generator.typeset.fonts import Face
from generator.typeset.styles import (
    AREA_WIDTH,
    BODY_SIZE,
    BOTTOM,
    CELLS,
    COLOURS,
    LEFT,
    PAGE_HEIGHT,
    PAGE_NUMBER_DROP,
    PAGE_NUMBER_SIZE,
    PAGE_WIDTH,
    RIGHT,
    TABLE_PADDING,
    TABLE_RULE,
    TOP,
    Style,
)

FULL_GAP = (AREA_WIDTH - CELLS * BODY_SIZE) / (CELLS - 1)
"""The gap that makes 28 characters end exactly at the right edge: a full line needs no further stretching."""
FULL_CELL = BODY_SIZE + FULL_GAP


def gap_of(style: Style) -> float:
    """The gap a style is printed with: its own, the body's as wide as a full line needs it."""
    return FULL_GAP if style.gap else 0.0


def stylesheet(faces: Iterable[Face], roles: dict[str, str], styles: Mapping[str, Style], pages: Pages) -> str:
    """The whole stylesheet; `roles` gives the name of each role's own face."""
    rules = [_rule(name, style, roles.get(style.font, "")) for name, style in styles.items()]
    return "\n".join([*map(_face, faces), *_pages(roles, pages), *rules, *_fixed(styles)])


def face_class(face: Face) -> str:
    """The class of a span set in a face that is not its paragraph's."""
    return "f-" + "".join(filter(str.isalnum, face.name))


def _face(face: Face) -> str:
    uri = face.path.as_uri()
    return f'@font-face{{font-family:"{face.name}";src:url("{uri}")}}\n.{face_class(face)}{{font-family:"{face.name}";line-height:0}}'


def _pages(roles: dict[str, str], pages: Pages) -> list[str]:
    """Upright pages, and lying ones with the number where it stands on the others when the sheet is turned (8).

    A number in a line without height has its dash at the top of the line, whatever the font.
    """
    number = f'content:"— " counter(page) " —";font:{PAGE_NUMBER_SIZE}pt/0 "{roles.get("song", "")}";'
    upright = f"{number}vertical-align:top;padding:{PAGE_NUMBER_DROP:.4f}pt {PAGE_NUMBER_SIZE}pt 0"
    turned = f"{upright};box-sizing:border-box;width:{BOTTOM:.4f}pt;height:{BOTTOM:.4f}pt;transform:rotate(90deg)"
    none = "content:none"
    odd, even = places(pages)
    edges = {"right": "left-bottom", "left": "left-top", "center": "left-middle"}
    return [
        f"@page{{size:{_pt(PAGE_WIDTH, PAGE_HEIGHT)};margin:{_pt(TOP, RIGHT, BOTTOM, LEFT)}}}",
        f"@page :right{{@bottom-{odd}{{{upright}}}}}",
        f"@page :left{{@bottom-{even}{{{upright}}}}}",
        f"@page lying{{size:{_pt(PAGE_HEIGHT, PAGE_WIDTH)};margin:{_pt(LEFT, TOP, RIGHT, BOTTOM)}}}",
        f"@page lying:right{{@bottom-{odd}{{{none}}}@{edges[odd]}{{{turned};text-align:{odd}}}}}",
        f"@page lying:left{{@bottom-{even}{{{none}}}@{edges[even]}{{{turned};text-align:{even}}}}}",
        f"@page unnumbered:right{{@bottom-{odd}{{{none}}}}}",
        f"@page unnumbered:left{{@bottom-{even}{{{none}}}}}",
        *([f"@page :first{{@bottom-{odd}{{{none}}}}}"] if pages.form == "信函" else []),
    ]


def places(pages: Pages) -> tuple[str, str]:
    """Where the numbers of odd and of even pages stand."""
    if pages.centred_number:
        return "center", "center"
    return "right", "right" if pages.one_sided else "left"


def _pt(*lengths: float) -> str:
    return " ".join(f"{length:.4f}pt" for length in lengths)


def _rule(name: str, style: Style, family: str) -> str:
    align = "left" if style.align == "justify" else style.align
    return (
        f'.{name}{{font:{style.size}pt/{style.pitch}pt "{family}";text-align:{align};'
        f"letter-spacing:{gap_of(style):.4f}pt;text-indent:{(style.first - style.left) * FULL_CELL:.3f}pt;"
        f"padding:0 {style.right * FULL_CELL:.3f}pt 0 {style.left * FULL_CELL:.3f}pt"
        f"{f';color:{COLOURS[style.colour]}' if style.colour in COLOURS and style.colour != 'black' else ''}"
        f"{';font-weight:bold' if style.bold else ''}"
        f"{';break-after:avoid' if style.keep_with_next else ''}}}"
    )


def _fixed(styles: Mapping[str, Style]) -> tuple[str, ...]:
    """What no style says: white space, bookmarks, breaks, tables, things at the foot of a page."""
    return (
        *_FIXED,
        f".blank{{height:{styles['blank'].pitch}pt}}",
        *(f"td.{name}{{height:{styles[name].pitch}pt}}" for name in ("cell", "cell-small")),
    )


_FIXED = (
    "*{margin:0;font-weight:normal}",
    "h1,h2,h3,h4,h5,h6,p,td,th{white-space:pre}",
    "h1,h2,h3,h4,h5,h6{bookmark-label:attr(title)}",
    ".keep{break-after:avoid}",
    ".whole{break-inside:avoid}",
    ".lying{page:lying}",
    ".turn{break-before:page}",
    ".unnumbered{page:unnumbered}",
    ".foot{position:absolute;left:0;right:0}",
    ".marks{display:flex;justify-content:center;align-items:center;break-after:avoid}",
    "html,body{orphans:1;widows:1}",
    "table{border-collapse:collapse;table-layout:fixed;border-spacing:0;"
    # half the last rule lies outside the rows that WeasyPrint measures: so much lower, they end where it does
    f"margin:{TABLE_RULE / 2}pt 0 {-TABLE_RULE / 2}pt}}",
    f"td,th{{border:{TABLE_RULE}pt solid #000;vertical-align:middle}}",
    "tr{break-inside:avoid}",
    "tr.keep{break-after:avoid}",
    f"td.cell,td.cell-small,th{{padding:0 {TABLE_PADDING}pt}}",
    "thead{display:table-header-group}",
    "td.centred{text-align:center}",
)
