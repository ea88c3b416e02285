"""The styles part of a Word file: every kind of passage a named paragraph style, every font role a character style."""

from dataclasses import replace

from generator.typeset.composition import Pages
from generator.typeset.styles import (
    BODY_SIZE,
    CELL,
    FONTS,
    LETTER_GAP,
    PAGE_NUMBER_SIZE,
    RED,
    TABLE_PADDING,
    TABLE_RULE,
    Style,
    styles_of,
)
from generator.writers.word_elements import element, twips

NORMAL, TABLE, PAGE_NUMBER, HAIRLINE, GAP = "Normal", "table", "page-number", "hairline", "gap"
CONTINUED = "body-continued"
"""The second part of a paragraph that is written as two (7.3.5.5): a reader of the file may join it to the one before."""
HAIRLINE_HEIGHT = 1.0
PAGE_NUMBER_PITCH = 20.0  # a taller line in the footer takes the 22nd line from the page
HANGING = {"attachments", "attachments-more", "copies"}  # passages of these styles carry their own first indent
BORDER = {"val": "single", "sz": round(TABLE_RULE * 8), "space": 0, "color": "auto"}
COLOURS = {"black": "000000", "red": RED.removeprefix("#").upper()}
ALIGNMENT = {"justify": "both", "left": "left", "center": "center", "right": "right"}
LATENT = {"defLockedState": 0, "defUIPriority": 99, "defSemiHidden": 1, "defUnhideWhenUsed": 0, "defQFormat": 0}


def styles(pages: Pages) -> list[str]:
    """The children of w:styles, by the house rules of a school."""
    named = styles_of(pages.pitch, pages.bold_third)
    return [
        _defaults(),
        element("latentStyles", **LATENT, count=376),
        _normal(pages.pitch),
        _default_of("character", "DefaultParagraphFont", "Default Paragraph Font"),
        _default_of("table", "TableNormal", "Normal Table"),
        _default_of("numbering", "NoList", "No List"),
        *(_paragraph_style(name, style) for name, style in named.items()),
        _paragraph_style(CONTINUED, replace(named["body"], chinese="公文正文接排", first=0.0)),
        _page_number_style(),
        _hairline_style(),
        _style("paragraph", GAP, "空隙", NORMAL, element("pPr", element("keepNext"))),
        *(_character_style(role) for role in FONTS),
        _table_style(),
    ]


def fonts(name: str, **attributes: str) -> str:
    """The font of a run, named for every script: what is left out falls back to Times or a theme."""
    return element("rFonts", **attributes, ascii=name, hAnsi=name, eastAsia=name, cs=name)


def indents(first: float = 0.0, left: float = 0.0, right: float = 0.0) -> str | None:
    """Indents in cells, as characters and as twips, for readers that know only the one or the other."""
    measures = {"left": left, "right": right, "firstLine": first}
    attributes: dict[str, object] = {}
    for name, cells in measures.items():
        if cells:
            attributes |= {f"{name}Chars": round(cells * 100), name: twips(cells * CELL)}
    return element("ind", **attributes) if attributes else None


def _defaults() -> str:
    properties = element("rPr", fonts(FONTS["fang"].word), *sizes(BODY_SIZE), _language())
    return element("docDefaults", element("rPrDefault", properties), element("pPrDefault"))


def _language() -> str:
    """Chinese, but not for Latin text: LibreOffice would break numbers and words of Chinese anywhere."""
    return element("lang", val="en-US", eastAsia="zh-CN")


def sizes(points: float) -> tuple[str, str]:
    """The size of a run, for Chinese and for other scripts."""
    return element("sz", val=round(points * 2)), element("szCs", val=round(points * 2))


def spacing(pitch: float) -> str:
    """Lines of an exact height and nothing between paragraphs."""
    return element("spacing", before=0, after=0, line=twips(pitch), lineRule="exact")


def _normal(pitch: float) -> str:
    """What every passage shares: Word hangs punctuation, guards widows and spaces out digits unless told not to."""
    paragraph = element(
        "pPr",
        element("widowControl", val=0),
        element("kinsoku", val=1),
        element("wordWrap", val=1),
        element("overflowPunct", val=0),
        element("topLinePunct", val=0),
        element("autoSpaceDE", val=0),
        element("autoSpaceDN", val=0),
        element("adjustRightInd", val=0),
        element("snapToGrid", val=0),
        spacing(pitch),
        element("jc", val="both"),
    )
    run = element("rPr", fonts(FONTS["fang"].word), element("spacing", val=twips(LETTER_GAP)), *sizes(BODY_SIZE))
    head = (element("name", val="Normal"), element("uiPriority", val=0), element("qFormat"))
    return element("style", *head, paragraph, run, type="paragraph", default=1, styleId=NORMAL)


def _default_of(kind: str, identifier: str, name: str) -> str:
    hidden = (element("uiPriority", val=99), element("semiHidden"), element("unhideWhenUsed"))
    margins = element("tblPr", _margins(0.0)) if kind == "table" else None
    return element("style", element("name", val=name), *hidden, margins, type=kind, default=1, styleId=identifier)


def _paragraph_style(name: str, style: Style) -> str:
    paragraph = element(
        "pPr",
        element("keepNext") if style.keep_with_next else None,
        spacing(style.pitch),
        indents(0.0 if name in HANGING else style.first, style.left, style.right),
        element("jc", val=ALIGNMENT[style.align]),
        element("outlineLvl", val=style.outline) if style.outline is not None else None,
    )
    run = element(
        "rPr",
        fonts(FONTS[style.font].word),
        *((element("b"), element("bCs")) if style.bold else ()),
        element("color", val=COLOURS[style.colour]) if style.colour != "black" else None,
        element("spacing", val=twips(style.gap)),
        *sizes(style.size),
    )
    return _style("paragraph", name, style.chinese, NORMAL, paragraph, run)


def _page_number_style() -> str:
    paragraph = element("pPr", spacing(PAGE_NUMBER_PITCH))
    run = element("rPr", fonts(FONTS["song"].word), element("spacing", val=0), *sizes(PAGE_NUMBER_SIZE))
    return _style("paragraph", PAGE_NUMBER, "公文页码", NORMAL, paragraph, run)


def _hairline_style() -> str:
    """The paragraph Word asks for after a table: one point high, so that it costs no line."""
    return _style(
        "paragraph", HAIRLINE, "表后细行", NORMAL, element("pPr", spacing(HAIRLINE_HEIGHT)), element("rPr", *sizes(1.0))
    )


def _character_style(role: str) -> str:
    font = FONTS[role]
    return _style("character", role, f"{font.chinese}字", "DefaultParagraphFont", element("rPr", fonts(font.word)))


def _table_style() -> str:
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = element("tblBorders", *(element(edge, **BORDER) for edge in edges))
    return _style(
        "table", TABLE, "公文表格", "TableNormal", element("tblPr", borders, _margins(TABLE_PADDING + TABLE_RULE / 2))
    )


def _margins(points: float) -> str:
    """Word measures from the middle of a rule, where half of it is taken from the room for text."""
    widths = {"top": 0.0, "left": points, "bottom": 0.0, "right": points}
    return element("tblCellMar", *(element(edge, w=twips(width), type="dxa") for edge, width in widths.items()))


def _style(kind: str, identifier: str, name: str, based_on: str, *properties: str | None) -> str:
    head = (element("name", val=name), element("basedOn", val=based_on))
    following = element("next", val="body") if identifier.startswith("heading") else None
    return element(
        "style", *head, following, element("qFormat"), *properties, type=kind, customStyle=1, styleId=identifier
    )
