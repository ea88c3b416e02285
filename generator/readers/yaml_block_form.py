"""Blocks of a body as the plain values whose shape says what they are: the reader's rules the other way round."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from generator.model import (
    Block,
    Cell,
    Charge,
    Contacts,
    Duty,
    Item,
    Listing,
    Office,
    Paragraph,
    Roster,
    Row,
    Section,
    Table,
)
from generator.readers.shapes import ITEM_KEYS, is_free_key, is_roster, is_row_table
from generator.readers.yaml_style import FlowList, FlowMapping, one_or_list, prose, written
from generator.readers.yaml_tree import Value
from generator.vocabulary import ROLES

_LEAD = 40
_NO_DUTY = Duty()

Blocks = Sequence[Block]


def content_form(blocks: Blocks, duty: Duty = _NO_DUTY, numbering: str = "") -> Value:
    """The value under a heading: by its shape alone where that is enough, else a mapping."""
    if duty == _NO_DUTY and not numbering:
        paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
        if len(paragraphs) == len(blocks):
            return prose(paragraphs) if blocks else ""
        shape = _shape(blocks[0]) if len(blocks) == 1 else ""
        if shape:
            return shape
    return block_mapping(blocks, duty, numbering)


def block_mapping(blocks: Blocks, duty: Duty, numbering: str) -> dict[str, Value]:
    """Blocks under their keys, in their order, with the settings of their section or item."""
    lists = [block for block in blocks if isinstance(block, Listing)]
    lifted = lists[0] if len(lists) == 1 and not any(isinstance(block, Section) for block in blocks) else None
    alone = sum(map(_has_own_key, blocks)) == 1
    form: dict[str, Value] = dict(_list_settings(lifted)) if lifted else written({"序号": numbering})
    for kind, group in groupby(blocks, type):
        members = list(group)
        if kind is Paragraph:
            form[_fresh("内容", form)] = prose(block for block in members if isinstance(block, Paragraph))
            continue
        for block in members:
            key, value = _keyed(block, block is lifted)
            if isinstance(block, Section) and alone and is_roster(value):
                value = {"内容": value}  # straight under the only free key a roster would take the key as its name
            form[_fresh(key, form) if not is_free_key(key) else key] = value
    return form | duty_form(duty)


def duty_form(duty: Duty) -> dict[str, Value]:
    """责任人, 配合, 时限 and 佐证, as far as they are known."""
    return written({
        "责任人": one_or_list(duty.owners),
        "配合": one_or_list(duty.support),
        "时限": duty.term.isoformat() if isinstance(duty.term, date) else duty.term,
        "佐证": one_or_list(duty.evidence),
    })  # fmt: skip


def _shape(block: Block) -> Value:
    """The value whose shape alone says that it is this block; "" where none does."""
    if isinstance(block, Roster) and not block.name:
        return _roster_form(block)
    if isinstance(block, Listing) and not _list_settings(block):
        return list(map(_item_form, block.items))
    if isinstance(block, Table):
        form = _table_form(block)
        return form if isinstance(form, dict) or is_row_table(form) else ""
    return ""


def _keyed(block: Block, settled: bool) -> tuple[str, Value]:
    """A block with its key; a list's settings stand with it unless they are `settled` already."""
    if isinstance(block, Section):
        return block.heading, content_form(block.blocks, block.duty, block.numbering)
    if isinstance(block, Roster):
        return block.name or "内容", _roster_form(block)
    if isinstance(block, Listing):
        items: list[Value] = list(map(_item_form, block.items))
        settings = {} if settled else _list_settings(block)
        return "分项", {**settings, "分项": items} if settings else items
    if isinstance(block, Contacts):
        return "联系人", FlowList(block.members)
    return "表格", _table_form(block) if isinstance(block, Table) else ""


def _fresh(key: str, form: dict[str, Value]) -> str:
    """The key with the first number that is still free."""
    number = 1 + sum(known.rstrip("0123456789") == key for known in form)
    return key if number == 1 else f"{key}{number}"


def _list_settings(block: Listing) -> dict[str, Value]:
    return written({"序号": block.numbering, "连排": "是" if block.run_in else ""})


def _item_form(item: Item) -> Value:
    """A text, a lead sentence with its text, or a mapping with reserved keys."""
    plain = all(isinstance(block, Paragraph) for block in item.blocks) and item.duty == _NO_DUTY
    if plain and not item.heading:
        return content_form(item.blocks)
    short = len(item.heading) <= _LEAD and is_free_key(item.heading)
    if (plain and item.blocks and short) or any(_has_own_key(block) for block in item.blocks):
        return {item.heading: content_form(item.blocks, item.duty)}
    form = written({"标题": item.heading}) | block_mapping(item.blocks, item.duty, "")
    if any(key in form for key in ITEM_KEYS):
        return form
    return {"内容": block_mapping(item.blocks, _NO_DUTY, "")} | duty_form(item.duty)


def _has_own_key(block: Block) -> bool:
    """A block that stands under a key of its own."""
    return isinstance(block, Section) or (isinstance(block, Roster) and bool(block.name))


def _roster_form(roster: Roster) -> dict[str, Value]:
    form: dict[str, Value] = {}
    for kind, group in groupby(roster.lines, type):
        members = list(group)
        if kind is Paragraph:
            form[_fresh("说明", form)] = prose(line for line in members if isinstance(line, Paragraph))
        for line in members:
            if isinstance(line, Row):
                form[line.role] = one_or_list(line.members)
            elif isinstance(line, Office):
                form["办公室"] = _office_form(line)
            elif isinstance(line, Charge):
                form[_fresh("职责", form)] = content_form(line.blocks)
    if roster.form == "文" or not any(role in form for role in ROLES):
        form["形式"] = roster.form
    return form


def _office_form(office: Office) -> Value:
    rows = {row.role: one_or_list(row.members) for row in office.rows}
    if not rows and not office.phone:
        return office.place
    return FlowMapping(written({"地点": office.place, "电话": office.phone}) | rows)


def _table_form(table: Table) -> Value:
    """Rows as mappings where their keys say it all; else heads and rows in full."""
    cells = [cell for row in table.rows for cell in row]
    simple = not (table.widths or table.caption or table.remark or table.landscape)
    keys = set(filter(None, table.columns))
    if simple and len(keys) == len(table.columns) > 1 and all(cell.across == cell.down == 1 for cell in cells):
        texts = [[cell.text for cell in row] for row in table.rows]
        return [FlowMapping(zip(table.columns, row, strict=True)) for row in texts]
    return written({
        "标题": table.caption,
        "列": FlowList(table.columns),
        "列宽": FlowList(f"{width:.12g}" for width in table.widths),
        "行": [FlowList(row) for row in _grid(table.rows, len(table.columns))],
        "备注": table.remark,
        "横向": "是" if table.landscape else "",
    })  # fmt: skip


def _grid(rows: Sequence[Sequence[Cell]], width: int) -> list[list[str]]:
    """Every place of the table's grid: a text, or the sign that it belongs to the cell above or to the left."""
    grid: list[list[str | None]] = [[None] * width for _ in rows]
    for y, row in enumerate(rows):
        for cell in row:
            x = grid[y].index(None)
            for down in range(cell.down):
                grid[y + down][x : x + cell.across] = ["^" if down else "<"] * cell.across
            grid[y][x] = cell.text
    return [[text or "" for text in row] for row in grid]
