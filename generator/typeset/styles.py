"""The measures of GB/T 9704—2012 and the style of every kind of passage: one table for both writers.

Points (磅) unless said otherwise; a cell (字) is the pitch of one character.
"""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

MILLIMETRE = 72 / 25.4
PAGE_WIDTH, PAGE_HEIGHT = 210 * MILLIMETRE, 297 * MILLIMETRE  # 5.1
TOP, LEFT = 37 * MILLIMETRE, 28 * MILLIMETRE  # 5.2.1 天头, 订口
AREA_WIDTH, AREA_HEIGHT = 156 * MILLIMETRE, 225 * MILLIMETRE  # 5.2.1 版心
RIGHT, BOTTOM = PAGE_WIDTH - LEFT - AREA_WIDTH, PAGE_HEIGHT - TOP - AREA_HEIGHT
LINES, CELLS = 22, 28  # 5.2.3
BODY_SIZE = 16.0  # 三号
LETTER_GAP = -0.3  # 28 characters of 16 pt are wider than 156 mm; what is left over bears LibreOffice's rounding
CELL = BODY_SIZE + LETTER_GAP
LINE_PITCH = 28.95  # 579 twips; 22 lines in 225 mm
TABLE_SIZE, TABLE_PITCH = 14.0, 22.0  # 四号 in cells (practice)
SMALL_TABLE_SIZE, SMALL_TABLE_PITCH = 12.0, 19.0  # 小四 where a table has many columns
TABLE_PADDING = 4.0  # left and right of the text of a cell; none above and below
TABLE_RULE = 0.5  # thickness of a table's rules
IMPRINT_SIZE, IMPRINT_PITCH = 14.0, 24.0  # 7.4.2 四号
IMPRINT_RULES = 0.35 * MILLIMETRE, 0.25 * MILLIMETRE  # 7.4.1: first and last, between
RED = "#d40000"
COLOURS = {"black": "#000000", "red": RED}
RED_RULE = 0.5 * MILLIMETRE  # 7.2.7 leaves it open
BASELINE = 0.8  # where LibreOffice sets the baseline of an exact line: so far below its top, in multiples of its height
ASCENT, DESCENT = 0.88, 0.12  # what a Chinese character takes above and below the baseline, in multiples of its size
MARK_SIZE = 62.0  # the largest 发文机关标志
MARK_PITCH = (
    ASCENT / BASELINE
)  # the height of its line in multiples of its size: the characters begin at the line's top
MARK_SPACE = 0.5  # room between the organisations of a joint issue and 文件, in multiples of the size
LETTER_RULES = 2.25, 0.75  # 10.1 双线: the thick and the thin line, and between them as much as the thin one
LETTER_RULE_WIDTH = 170 * MILLIMETRE  # 10.1
LETTER_RULE_LEFT = LEFT - (PAGE_WIDTH - LETTER_RULE_WIDTH) / 2  # how far it begins left of the type area
LETTER_RULE_FOOT = 20 * MILLIMETRE  # 10.1: from the foot of the first page to its lower double rule, thin above thick
PAGE_NUMBER_SIZE = 14.0  # 7.5 四号
PAGE_NUMBER_DROP = 7 * MILLIMETRE  # 7.5: from the foot of the type area to the top of the dash

NO_LINE_START = "!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠—–"
"""Must not start a line (避头): Word's own list for Chinese with —, which is a connector or half of a dash.

A DOCX carries both lists in its settings (`w:noLineBreaksBefore`, `w:noLineBreaksAfter`)."""
NO_LINE_END = "$([{£¥‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥"
"""Must not end a line (避尾)."""


@dataclass(frozen=True)
class Font:
    """A font role: the Chinese name users see, the name a DOCX carries."""

    chinese: str
    word: str


FONTS: dict[str, Font] = {
    "xiaobiaosong": Font("小标宋", "方正小标宋简体"),
    "fang": Font("仿宋", "仿宋"),
    "hei": Font("黑体", "黑体"),
    "kai": Font("楷体", "楷体"),
    "song": Font("宋体", "宋体"),
}


@dataclass(frozen=True)
class Style:
    """How one kind of passage is set; indents in cells, `outline` 0 is the document's title."""

    chinese: str
    font: str = "fang"
    size: float = BODY_SIZE
    align: Literal["justify", "left", "center", "right"] = "justify"
    first: float = 0.0
    left: float = 0.0
    right: float = 0.0
    gap: float = LETTER_GAP
    pitch: float = LINE_PITCH
    outline: int | None = None
    keep_with_next: bool = False
    colour: str = "black"
    bold: bool = False


STYLES: dict[str, Style] = {
    "title": Style("公文标题", "xiaobiaosong", 22.0, "center", gap=0.0, outline=0, keep_with_next=True),
    "byline": Style("署名行", "kai", align="center", keep_with_next=True),
    "dateline": Style("题下日期", "kai", align="center", keep_with_next=True),
    "addressee": Style("主送机关"),
    "body": Style("公文正文", first=2),
    "heading-1": Style("一级标题", "hei", first=2, outline=1, keep_with_next=True),
    "heading-2": Style("二级标题", "kai", first=2, outline=2, keep_with_next=True),
    "heading-3": Style("三级标题", first=2, outline=3, keep_with_next=True),
    "heading-4": Style("四级标题", first=2, outline=4, keep_with_next=True),
    "group": Style("名单名称", "kai", first=2, keep_with_next=True),
    "roster": Style("名单", align="left", first=2),
    "attachments": Style("附件说明", align="left", first=2),
    "attachments-more": Style("附件说明续", align="left", first=5),
    "organisation": Style("发文机关署名", align="right", keep_with_next=True),
    "organisations": Style("联合署名", align="left", keep_with_next=True),
    "date": Style("成文日期", align="right"),
    "note": Style("附注", first=2),
    "annex-label": Style("附件标识", "hei", align="left", outline=1, keep_with_next=True),
    "annex-title": Style("附件标题", "xiaobiaosong", 22.0, "center", gap=0.0, keep_with_next=True),
    "caption": Style("表题", "hei", align="center", keep_with_next=True),
    "cell": Style("表格文字", size=TABLE_SIZE, align="left", gap=0.0, pitch=TABLE_PITCH),
    "cell-head": Style("表头", "hei", TABLE_SIZE, "center", gap=0.0, pitch=TABLE_PITCH),
    "cell-small": Style("表格小字", size=SMALL_TABLE_SIZE, align="left", gap=0.0, pitch=SMALL_TABLE_PITCH),
    "cell-small-head": Style("表头小字", "hei", SMALL_TABLE_SIZE, "center", gap=0.0, pitch=SMALL_TABLE_PITCH),
    "blank": Style("空行"),
    "copy-number": Style("份号", align="left", keep_with_next=True),
    "secrecy": Style("密级和保密期限", "hei", align="left", keep_with_next=True),
    "urgency": Style("紧急程度", "hei", align="left", keep_with_next=True),
    "mark": Style(
        "发文机关标志",
        "xiaobiaosong",
        42.0,
        "center",
        gap=0.0,
        pitch=42 * MARK_PITCH,
        keep_with_next=True,
        colour="red",
    ),
    "number": Style("发文字号", align="center", keep_with_next=True),
    "signers": Style("签发人", align="left", first=1, keep_with_next=True),
    "attendance": Style("出席人员", align="left", first=2),
    "copies": Style("抄送机关", size=IMPRINT_SIZE, first=1, right=1, gap=0.0, pitch=IMPRINT_PITCH),
    "printed": Style("印发机关和日期", size=IMPRINT_SIZE, align="left", first=1, right=1, gap=0.0, pitch=IMPRINT_PITCH),
}


@lru_cache(maxsize=32)
def styles_of(pitch: float = LINE_PITCH, bold_third: bool = False) -> dict[str, Style]:
    """The styles by the house rules of a school: another pitch for all that has the body's, level-3 heads in bold."""
    pitched = {
        name: replace(style, pitch=pitch) if style.pitch == LINE_PITCH else style for name, style in STYLES.items()
    }
    return pitched | {"heading-3": replace(pitched["heading-3"], bold=bold_third)}
