"""Any plan of the model in readable Chinese, for properties that hold for all of them."""

from datetime import date
from typing import Any, TypeVar

from hypothesis import strategies as st

from generator.model import (
    Annex,
    Block,
    Cell,
    Charge,
    Contacts,
    Dispatch,
    Duty,
    Item,
    Layout,
    Listing,
    Office,
    Paragraph,
    Person,
    Plan,
    Roster,
    Row,
    School,
    Section,
    Table,
)
from generator.vocabulary import NUMBERINGS, ROLES

WORDS = "加强 学校 安全 管理 落实 责任 师生 检查 制度 演练 食堂 消防 值班 家长 教育 及时 报告 整改 隐患 台账".split()
SIGNS = [
    "娒喆堃老师",
    "䶮",
    "𠮷老师",
    "GB/T 9704—2012",
    "0000-0000001",
    "school@example.org",
    "Microsoft Office Word 2016",
    "“三个一”",
    "（试行）",
    "A4纸",
    "3.10",
    "8:00",
    "《条例》",
    "100%",
    "#1号",
    "it's",
    "—",
    "：",
    "[甲]",
    "@",
    "-",
    "010",
]
PEOPLE = "周文 欧阳静 校长 副校长 德育处 各班主任 全体教师 安全办 总务处主任 法治副校长（兼）".split()
HEADINGS = (
    "指导思想 工作目标 组织机构 工作措施 时限要求 责任分工 内容安排 表格管理 应急响应 保障措施 宣传教育 附则".split()
)
COLUMNS = "时间 地点 任务 带班领导 值班教师 备注 电话 序号 责任人 级别".split()
ORGANISATIONS = "青山县教育局 城关派出所 城关镇人民政府 青山县交警大队 各处室（一、二）".split()
REPEATS = (1, 1, 1, 1, 12)
"""How often the rows of a table come again: a long one goes on over pages."""
KINDS = ("工作计划", "实施方案", "应急预案", "通知", "讲话稿", "经验材料", "请示", "函", "纪要")

Record = TypeVar("Record")


def build(record: type[Record], **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Record]:
    """Records from strategies for their fields (`st.builds` would also fill in the Chinese names of the same fields)."""
    return st.fixed_dictionaries(fields).map(lambda values: record(**values))


some_words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map("".join)
"""A few plain words."""
phrases = st.lists(st.sampled_from(WORDS * 4 + SIGNS), min_size=1, max_size=8).map("".join)
"""One line, with signs that YAML or typesetting could stumble over."""
sentences = st.lists(phrases, min_size=1, max_size=12).map(lambda parts: "，".join(parts) + "。")
paragraphs = build(Paragraph, text=phrases | sentences)
members = st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=8, unique=True).map(tuple)
dates = st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 12, 31))
numberings = st.just("") | st.sampled_from(NUMBERINGS)
duties = st.just(Duty()) | build(
    Duty,
    owners=st.just(()) | members,
    support=st.just(()) | members,
    term=st.just("") | dates | st.sampled_from(["每月底前", "全年", "2026年3月"]),
    evidence=st.lists(some_words, max_size=2).map(tuple),
)


# ---- tables --------------------------------------------------------------------------------------------------------


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """A table of up to five columns, in which cells of any rectangle are merged."""
    columns = draw(st.lists(st.sampled_from(COLUMNS), min_size=1, max_size=5, unique=True))
    height = draw(st.integers(1, 4))
    simple = draw(st.booleans())
    return Table(
        columns=tuple(columns),
        rows=_rows(draw, len(columns), height, merged=not simple)
        * draw(st.sampled_from(REPEATS) if simple else st.just(1)),
        widths=() if simple else tuple(float(draw(st.integers(3, 6))) for _ in columns),
        caption="" if simple else draw(st.just("") | some_words),
        remark="" if simple else draw(st.just("") | sentences),
        landscape=False if simple else draw(st.booleans()),
    )


def _rows(draw: st.DrawFn, width: int, height: int, merged: bool) -> tuple[tuple[Cell, ...], ...]:
    taken: set[tuple[int, int]] = set()
    rows: list[tuple[Cell, ...]] = []
    texts = st.just("") | phrases | st.lists(phrases, min_size=2, max_size=3).map("\n".join)
    for y in range(height):
        cells = []
        for x in range(width):
            if (y, x) in taken:
                continue
            free = next((end for end in range(x, width) if (y, end) in taken), width) - x
            across = draw(st.integers(1, free)) if merged else 1
            down = draw(st.integers(1, height - y)) if merged else 1
            taken |= {(y + j, x + i) for j in range(down) for i in range(across)}
            cells.append(Cell(text=draw(texts), across=across, down=down))
        rows.append(tuple(cells))
    return tuple(rows)


# ---- rosters -------------------------------------------------------------------------------------------------------


def _roster_rows(draw: st.DrawFn, most: int) -> list[Row]:
    roles = draw(st.lists(st.sampled_from((*ROLES, "法治顾问", "现场指挥员")), min_size=1, max_size=most, unique=True))
    return [Row(role=role, members=draw(members)) for role in roles]


@st.composite
def offices(draw: st.DrawFn) -> Office:
    """An office with a place, a telephone, people, or all of these."""
    phone = draw(st.sampled_from(["", "0000-0000001"]))
    rows = tuple(_roster_rows(draw, 2)) if draw(st.booleans()) else ()
    return Office(place=draw(some_words), phone=phone, rows=rows)


@st.composite
def rosters(draw: st.DrawFn, name: str = "") -> Roster:
    """A group with one role or more, and perhaps duties, a note and an office."""
    lines: list[Row | Office | Charge | Paragraph] = [*_roster_rows(draw, 5)]
    simple_lists = st.lists(text_items, min_size=1, max_size=3).map(lambda items: (Listing(items=tuple(items)),))
    texts = st.lists(paragraphs, min_size=1, max_size=2).map(tuple)
    lines += draw(st.lists(build(Charge, blocks=texts | simple_lists), max_size=1))
    lines += draw(st.lists(paragraphs, max_size=2))
    lines += draw(st.lists(offices(), max_size=1))
    return Roster(lines=tuple(lines), name=name, form=draw(st.sampled_from(["名单", "文"])))


# ---- lists and sections --------------------------------------------------------------------------------------------

text_items = build(Item, blocks=st.lists(paragraphs, min_size=1, max_size=2).map(tuple))


@st.composite
def items(draw: st.DrawFn, depth: int) -> Item:
    """An item: a text, a lead sentence with its text, or one with tables, children and people."""
    heading = draw(st.just("") | some_words | phrases)
    blocks: list[Block] = [*draw(st.lists(paragraphs, min_size=0 if heading or depth else 1, max_size=2))]
    if depth and draw(st.booleans()):
        blocks += draw(st.lists(loose_blocks(depth - 1), max_size=2))
    if not heading and not blocks:
        blocks = [Contacts(members=draw(members))]
    return Item(heading=heading, blocks=tuple(blocks), duty=draw(duties))


def listings(depth: int) -> st.SearchStrategy[Listing]:
    """A list of items, perhaps run in."""
    entries = st.lists(items(depth), min_size=1, max_size=3).map(tuple)
    return build(Listing, items=entries, numbering=numberings, run_in=st.booleans())


def loose_blocks(depth: int) -> st.SearchStrategy[Block]:
    """A block that stands without a heading."""
    contacts = build(Contacts, members=members)
    return paragraphs | listings(depth) | tables() | contacts | rosters()


@st.composite
def bodies(draw: st.DrawFn, depth: int) -> tuple[Block, ...]:
    """Blocks as they stand under one heading: loose ones, then a named roster or sub-headings between them."""
    blocks = draw(st.lists(loose_blocks(min(depth, 1)), max_size=2))
    if depth:
        names = draw(st.lists(st.sampled_from(HEADINGS) | some_words, max_size=3, unique=True))
        blocks += [draw(sections(depth - 1, name)) for name in names]
        if not names and draw(st.booleans()):
            blocks.append(draw(rosters(name="领导小组")))
    return tuple(draw(st.permutations(blocks)))


@st.composite
def sections(draw: st.DrawFn, depth: int, heading: str = "") -> Section:
    """A section; only one with sub-headings has a style of numbering for them."""
    blocks = draw(bodies(depth))
    divided = any(isinstance(block, Section) for block in blocks)
    return Section(heading=heading, blocks=blocks, duty=draw(duties), numbering=draw(numberings) if divided else "")


@st.composite
def annexes(draw: st.DrawFn) -> Annex:
    """An annex with a body of its own."""
    content, title = draw(sections(1)), draw(st.lists(some_words, min_size=1, max_size=2))
    return Annex(
        title="\n".join(title), blocks=content.blocks, numbering=content.numbering, landscape=draw(st.booleans())
    )


organisations = st.lists(st.sampled_from(ORGANISATIONS), max_size=6, unique=True).map(tuple)
some_members = st.just(()) | members
dispatches = build(
    Dispatch,
    letterhead=st.booleans(),
    preprinted=st.booleans(),
    shape=st.sampled_from(["文件", "信函", "纪要", "命令"]),
    copy_number=st.sampled_from(["", "000001"]),
    secrecy=st.sampled_from(["", "机密", "秘密"]),
    secrecy_term=st.sampled_from(["", "1年", "长期"]),
    urgency=st.sampled_from(["", "特急", "加急"]),
    issuers=organisations,
    mark=st.just("") | some_words,
    number=st.sampled_from(["", "3", "青实小〔2026〕3号"]),
    upward=st.booleans(),
    signers=some_members,
    copies=organisations,
    printer=st.sampled_from(["", *ORGANISATIONS]),
    printed_on=st.none() | dates,
    seal=st.sampled_from(["是", "否", "签名章"]),
    even_page=st.booleans(),
    present=some_members,
    excused=some_members,
    attending=some_members,
)


def plans() -> st.SearchStrategy[Plan]:
    """Any plan."""
    lines = st.lists(some_words, max_size=2).map(tuple)
    return build(
        Plan,
        kind=st.sampled_from(KINDS),
        title=lines,
        subject=some_words,
        year=st.sampled_from(["2026", "2026—2027学年第一学期"]),
        date=st.none() | dates,
        byline=lines,
        dateline=st.none() | st.booleans(),
        addressees=lines,
        salutation=st.sampled_from(["", "各位老师、同学们"]),
        preamble=st.lists(paragraphs, max_size=3).map(tuple),
        body=sections(2).filter(lambda body: bool(body.blocks)),
        closing=st.lists(paragraphs, max_size=2).map(tuple),
        signature=st.none() | lines,
        annexes=st.lists(annexes(), max_size=2).map(tuple),
        note=st.just("") | some_words,
        responsibility=st.sampled_from(["", "责任分解表", "任务清单"]),
        dispatch=st.none() | dispatches,
    )


# ---- the school ----------------------------------------------------------------------------------------------------

people = build(
    Person,
    full_name=st.sampled_from("周文 欧阳静 赵一 钱二".split()),
    posts=members,
    department=st.sampled_from(["", "德育处"]),
    phone=st.sampled_from(["", "0000-0000001", "010"]),
    public=st.booleans(),
)
layouts = build(
    Layout,
    pitch=st.sampled_from([26.0, 28.0, 28.95, 29.5]),
    centred_number=st.booleans(),
    bold_third=st.booleans(),
    comma_labels=st.booleans(),
    chinese_dates=st.booleans(),
    one_sided=st.booleans(),
    no_lone_character=st.booleans(),
)
schools = build(
    School,
    name=some_words,
    short_name=st.sampled_from(["", "我校"]),
    code=st.sampled_from(["", "青实小"]),
    address=st.just("") | some_words,
    departments=st.lists(some_words, max_size=3).map(tuple),
    people=st.lists(people, max_size=3).map(tuple),
    groups=st.dictionaries(some_words, members, max_size=2),
    layout=st.just(Layout()) | layouts,
)
