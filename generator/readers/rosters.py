"""Rosters (名单): roles and the people in them, the duties of the group, its office."""

from typing import Literal

from generator.model import Charge, Contacts, Item, Listing, Office, Paragraph, Roster, Row
from generator.readers.paragraphs import read_paragraphs
from generator.readers.reading import Spot

_NOTES = ("说明", "内容")
_FORMS = ("名单", "文")
_PLACE_KEYS = ("地点", "电话")


def read_roster(spot: Spot, name: str = "") -> Roster:
    """The group at this place under the name that is printed over it."""
    lines: list[Row | Office | Charge | Paragraph] = []
    for child in spot.children():
        base = child.key.rstrip("0123456789")
        if base == "职责":
            lines += _charge(child)
        elif base in _NOTES:
            lines += read_paragraphs(child)
        elif child.key == "办公室":
            lines.append(_office(child))
        elif child.key != "形式":
            lines.append(_row(child))
    return Roster(lines=tuple(lines), name=name, form=_form(spot.child("形式")), at=spot.place)


def read_contacts(spot: Spot) -> Contacts:
    """The people or posts of whom a table of telephone numbers is drawn (联系人)."""
    members = spot.names()
    if not members:
        spot.report("empty-roster", "“联系人”里一个人也没有；请写上职务或姓名", key=True)
    return Contacts(members=members, at=spot.place)


def _form(spot: Spot) -> Literal["名单", "文"]:
    if not spot.empty and spot.value not in _FORMS:
        spot.report("wrong-type", "“形式”只能写 名单 或 文")
    return "文" if spot.value == "文" else "名单"


def _row(spot: Spot) -> Row:
    members = () if isinstance(spot.value, dict) else spot.names()
    if isinstance(spot.value, dict):
        spot.report("wrong-type", f"“{spot.key}”在名单里是一种职责，要写人：一个、几个用顿号分开，或列表")
    elif spot.empty:
        spot.report("empty-roster", f"“{spot.key}”里一个人也没有；请写上职务、姓名、部门或群组，或删去这一行", key=True)
    return Row(role=spot.key, members=members, at=spot.place)


def _charge(spot: Spot) -> list[Charge]:
    """What the group is there for: paragraphs, or a list of items."""
    blocks: tuple[Paragraph | Listing, ...]
    if isinstance(spot.value, list):
        items = tuple(Item(blocks=read_paragraphs(entry), at=entry.place) for entry in spot.entries())
        blocks = (Listing(items=items, at=spot.place),) if items else ()
    else:
        blocks = read_paragraphs(spot)
    return [Charge(blocks=blocks, at=spot.place)] if blocks else []


def _office(spot: Spot) -> Office:
    if not isinstance(spot.value, dict):
        if spot.empty:
            spot.report("empty-roster", "“办公室”是空的；请写上地点或主任，或删去这一行", key=True)
        return Office(place=spot.text(), at=spot.place)
    rows = tuple(_row(child) for child in spot.children() if child.key not in _PLACE_KEYS)
    return Office(place=spot.child("地点").text(), phone=spot.child("电话").text(), rows=rows, at=spot.place)
