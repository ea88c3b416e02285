"""The people a document names, with the posts by which it does: they belong into 学校.yaml."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from generator.model import Block, Dispatch, Item, Listing, Office, Person, Plan, Roster, Row, Section
from generator.surnames import looks_like_a_name

_WITH_POST = re.compile(r"^(?P<name>[^（）]{2,6})（(?P<posts>[^（）]{2,20})）$")
_BYLINE = re.compile(r"^(?P<posts>\S+)\s+(?P<name>\S{2,4}|\S \S)$")
Change = Callable[[str], tuple[str, ...]]


def settle_people(plan: Plan) -> tuple[Plan, tuple[Person, ...]]:
    """The plan with every person by the post it prints, where only one holds it, and everyone it names."""
    posts = _posts(plan)
    held = _held_by_one(posts)

    def change(member: str) -> tuple[str, ...]:
        name, own = _read(member)
        return own if own and all(held.get(post) == name for post in own) else (member,)

    people = {name: tuple(post for post in own if held.get(post) == name) for name, own in posts.items()}
    for name in filter(looks_like_a_name, _names(plan)):
        people.setdefault(name, ())
    persons = tuple(Person(full_name=name, posts=own) for name, own in people.items())
    return _changed(plan, change), persons


def _posts(plan: Plan) -> dict[str, tuple[str, ...]]:
    """Everyone who is named with posts, in the order of print."""
    found: dict[str, tuple[str, ...]] = {}
    for member in _names(plan):
        name, posts = _read(member)
        if posts:
            found[name] = tuple(dict.fromkeys((*found.get(name, ()), *posts)))
        elif looks_like_a_name(name):
            found.setdefault(name, ())
    return found


def _held_by_one(posts: dict[str, tuple[str, ...]]) -> dict[str, str]:
    holders: dict[str, set[str]] = defaultdict(set)
    for name, own in posts.items():
        for post in own:
            holders[post].add(name)
    return {post: next(iter(names)) for post, names in holders.items() if len(names) == 1}


def _read(member: str) -> tuple[str, tuple[str, ...]]:
    """The name and the posts in a member of a roster or in a byline."""
    found = _WITH_POST.match(member) or _BYLINE.match(member)
    if not found or not looks_like_a_name(re.sub(r"\s", "", found["name"])):
        return member, ()
    return re.sub(r"\s", "", found["name"]), tuple(found["posts"].split("、"))


# ---- everywhere people are named ----------------------------------------------------------------------------------


def _names(plan: Plan) -> Iterator[str]:
    """Whoever stands in a roster, a duty, the byline, the signers and the attendance."""
    yield from plan.byline
    if plan.dispatch:
        dispatch = plan.dispatch
        yield from (*dispatch.signers, *dispatch.present, *dispatch.excused, *dispatch.attending)
    blocks = (plan.preamble, plan.body.blocks, plan.closing, *(annex.blocks for annex in plan.annexes))
    for each in blocks:
        yield from _in_blocks(each)


def _in_blocks(blocks: Iterable[Block | Item]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Section() | Item():
                yield from (*block.duty.owners, *block.duty.support)
                yield from _in_blocks(block.blocks)
            case Listing():
                yield from _in_blocks(block.items)
            case Roster():
                yield from (member for row in _rows(block) for member in row.members)


def _rows(roster: Roster) -> Iterator[Row]:
    for line in roster.lines:
        if isinstance(line, Row):
            yield line
        elif isinstance(line, Office):
            yield from line.rows


def _changed(plan: Plan, change: Change) -> Plan:
    """The plan with everyone in its rosters, its byline and its attendance changed."""

    def all_of(members: Iterable[str]) -> tuple[str, ...]:
        return tuple(each for member in members for each in change(member))

    def row_of(row: Row) -> Row:
        return replace(row, members=all_of(row.members))

    def line_of(line: object) -> object:
        if isinstance(line, Row):
            return row_of(line)
        return replace(line, rows=tuple(map(row_of, line.rows))) if isinstance(line, Office) else line

    def block_of(block: Block | Item) -> Block | Item:
        match block:
            case Section() | Item():
                return replace(block, blocks=tuple(map(block_of, block.blocks)))
            case Listing():
                return replace(block, items=tuple(map(block_of, block.items)))
            case Roster():
                return replace(block, lines=tuple(map(line_of, block.lines)))
            case _:
                return block

    def dispatch_of(dispatch: Dispatch) -> Dispatch:
        groups = {name: all_of(getattr(dispatch, name)) for name in ("signers", "present", "excused", "attending")}
        return replace(dispatch, **groups)

    return replace(
        plan,
        byline=all_of(plan.byline),
        preamble=tuple(map(block_of, plan.preamble)),
        body=replace(plan.body, blocks=tuple(map(block_of, plan.body.blocks))),
        closing=tuple(map(block_of, plan.closing)),
        annexes=tuple(replace(annex, blocks=tuple(map(block_of, annex.blocks))) for annex in plan.annexes),
        dispatch=dispatch_of(plan.dispatch) if plan.dispatch else None,
    )
