"""Bodies: sections, lists and items, told apart by the shape of their values."""

from dataclasses import dataclass, replace

from generator.model import Block, Duty, Item, Listing, Section
from generator.readers.keys import RESERVED, block_key, slipped_key, unknown_key_message
from generator.readers.paragraphs import read_paragraphs
from generator.readers.reading import Spot, shorten
from generator.readers.rosters import read_contacts, read_roster
from generator.readers.shapes import is_free_key, is_full_table, is_roster, is_row_table
from generator.readers.tables import read_table
from generator.vocabulary import NUMBERINGS

_NEVER_HEADINGS = ("文种", "成文日期", "题下日期", "主送", "落款", "附注", "责任分解表")
"""Keys of the plan itself that slip into its body when they are indented."""

Blocks = tuple[Block, ...]
NO_DUTY = Duty()


@dataclass(frozen=True)
class Content:
    """What stands under a heading: blocks, who answers for them, and how its sub-headings are numbered."""

    blocks: Blocks = ()
    duty: Duty = NO_DUTY
    numbering: str = ""


def read_section(spot: Spot, heading: str = "") -> Section:
    """The section at this place."""
    content = read_content(spot)
    return Section(
        heading=heading, blocks=content.blocks, duty=content.duty, numbering=content.numbering, at=spot.place
    )


def read_blocks(spot: Spot) -> Blocks:
    """Blocks where no duty and no headings' numbering can stand (导语, 结语, 内容)."""
    content = read_content(spot)
    if content.duty != NO_DUTY or content.numbering:
        spot.report("misplaced-key", f"“{spot.key}”里不能写 责任人、配合、时限、佐证；请写在章节或条目里", key=True)
    return content.blocks


def read_content(spot: Spot) -> Content:
    """What the value at this place holds by its shape."""
    if isinstance(spot.value, str):
        return Content(read_paragraphs(spot))
    if is_roster(spot.value):
        return Content((read_roster(spot),))
    if is_full_table(spot.value) or is_row_table(spot.value):
        table = read_table(spot)
        return Content((table,) if table else ())
    return Content(_listing(spot)) if isinstance(spot.value, list) else _mapping(spot)


def read_duty(spot: Spot) -> Duty:
    """Who answers for the section or item at this place."""
    term = spot.child("时限")
    return Duty(
        owners=spot.child("责任人").names(),
        support=spot.child("配合").names(),
        term=term.date() or term.text(),
        evidence=spot.child("佐证").texts(),
    )


def _mapping(spot: Spot) -> Content:
    free = _free_keys(spot)
    blocks: list[Block] = []
    for child in spot.children():
        if block_key(child.key):
            blocks += _reserved_block(child)
        elif child.key in free:
            blocks.append(_heading(child, alone=len(free) == 1))
        elif child.key == "标题":
            child.report("misplaced-key", "章节的标题就是它的键，这里不用写“标题”；请把标题文字直接写成键", key=True)
    return _numbered(spot, Content(tuple(blocks), read_duty(spot)))


def _free_keys(spot: Spot) -> list[str]:
    """The keys of a mapping that are headings or lead sentences."""
    return [child.key for child in spot.children() if is_free_key(child.key)]


def _reserved_block(spot: Spot) -> Blocks:
    """The blocks of 内容, 分项, 表格 or 联系人."""
    kind = block_key(spot.key)
    if kind == "联系人":
        return (read_contacts(spot),)
    if kind == "表格":
        table = read_table(spot)
        return (table,) if table else ()
    if kind == "分项" and isinstance(spot.value, list):
        return _listing(spot)
    if kind == "分项" and isinstance(spot.value, str) and spot.value:
        spot.report("wrong-type", "“分项”要写成列表，每一条以“- ”开头；一段文字请写在“内容”里")
    return read_blocks(spot)


def _heading(spot: Spot, alone: bool) -> Block:
    """A free key: a sub-heading with what is under it; the name of a roster that has no sub-headings beside it."""
    if reserved := slipped_key(spot.key):
        spot.report("unknown-key", f"“{spot.key}”不是可用的键，是否想写“{reserved}”？", key=True)
    if not spot.key:
        spot.report("bad-key", "冒号前面没有标题；请写上标题", key=True)
    if spot.place == ("正文", spot.key) and spot.key in _NEVER_HEADINGS:
        spot.report("misplaced-key", f"“{spot.key}”不是章节；请移到最左边，与“正文”对齐", key=True)
    if alone and is_roster(spot.value):
        return read_roster(spot, spot.key)
    return read_section(spot, spot.key)


def _numbered(spot: Spot, content: Content) -> Content:
    """序号 and 连排 given to the sub-headings, or to the lists where there are none."""
    numbering, run_in = read_numbering(spot.child("序号")), spot.child("连排").yes()
    has_headings = any(isinstance(block, Section) for block in content.blocks)
    has_lists = any(isinstance(block, Listing) for block in content.blocks)
    if run_in and not has_lists:
        spot.child("连排").report("misplaced-key", "这里没有“分项”，“连排”用不上；请删去", key=True)
    if numbering and not has_lists and not has_headings:
        spot.child("序号").report("misplaced-key", "这里没有分项，也没有小标题，“序号”用不上；请删去", key=True)
    if has_headings:
        content, numbering = replace(content, numbering=numbering), ""
    blocks = tuple(
        replace(block, numbering=block.numbering or numbering, run_in=block.run_in or run_in)
        if isinstance(block, Listing)
        else block
        for block in content.blocks
    )
    return replace(content, blocks=blocks)


def read_numbering(spot: Spot) -> str:
    """One of the styles of 序号."""
    text = spot.text().replace("(", "（").replace(")", "）")
    if text and text not in NUMBERINGS:
        spot.report("unknown-numbering", f"没有“{shorten(text)}”这种序号；可以写：{'　'.join(NUMBERINGS)}")
        return ""
    return text


def _listing(spot: Spot) -> Blocks:
    items = tuple(map(_item, spot.entries()))
    return (Listing(items=items, at=spot.place),) if items else ()


def _item(spot: Spot) -> Item:
    """A text, a mapping with reserved keys, or a lead sentence as the one free key."""
    if spot.empty:
        spot.report("empty-item", "列表里这一条是空的；请写上内容，或删去这一条")
    if isinstance(spot.value, list):
        spot.report("wrong-type", "一条里面又直接写了列表；请写成“标题: …”和“分项: […]”")
    if not isinstance(spot.value, dict):
        return Item(blocks=read_paragraphs(spot) if isinstance(spot.value, str) else (), at=spot.place)
    free = _free_keys(spot)
    leads = [] if "标题" in spot.value or "内容" in spot.value else free[:1]
    for key in free:
        _check_free_key(spot.child(key), key in leads)
    own = read_content(spot.without(["标题", *free]))
    inner = read_content(spot.child(leads[0])) if leads else Content()
    if own.numbering or inner.numbering:
        spot.report("misplaced-key", "条目里的小标题不能另定“序号”；请写在章节里")
    return Item(
        heading=leads[0] if leads else spot.child("标题").text(),
        blocks=inner.blocks + own.blocks,
        duty=inner.duty if own.duty == NO_DUTY else own.duty,
        at=spot.place,
    )


def _check_free_key(spot: Spot, lead: bool) -> None:
    """Report a free key that cannot be a lead sentence, or is a slip for a reserved key."""
    if reserved := slipped_key(spot.key):
        spot.report("unknown-key", f"“{spot.key}”不是可用的键，是否想写“{reserved}”？", key=True)
    elif not lead:
        advice = "一条只有一个领句，写成“标题: …”；它下面的小点写在“分项”里"
        spot.report("unknown-key", unknown_key_message(spot.key, RESERVED, advice), key=True)
