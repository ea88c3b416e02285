"""The people a document names, with the posts by which it does: they belong into 学校.yaml."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from itertools import chain
from typing import Any

from generator.model import Dispatch, Item, Listing, Office, Person, Plan, Roster, Row, School, Section, Table
from generator.outline.names import COMMON_POSTS
from generator.surnames import looks_like_a_name

_WITH_POST = re.compile(r"^(?P<name>[^（）]{2,6})（(?P<posts>[^（）]{2,20})）$")
_BYLINE = re.compile(r"^(?P<posts>\S+)\s+(?P<name>\S{2,4}|\S \S)$")
UNNAMED = "（待补）"
"""Stands in 学校.yaml for whoever holds a post that the document names without a person."""
_BELOW = ("blocks", "items", "lines", "rows")
"""Where a block keeps what it is made of."""
Change = Callable[[str], tuple[str, ...]]


def settle_people(plan: Plan, school: School | None) -> tuple[Plan, tuple[Person, ...]]:
    """The plan with every person by the post it prints, where only one holds it, and everyone it names.

    A school that has a list of its own says who holds a post: whoever held it when the plan was made stays by name.
    """
    posts = _posts(plan)
    held = _held_by_one(posts if school is None else {each.full_name: each.posts for each in school.people})

    def change(member: str) -> tuple[str, ...]:
        name, own = _read(member)
        return own if own and all(held.get(post) == name for post in own) else (member,)

    changed = _changed(plan, change)
    people = {name: tuple(post for post in own if held.get(post) == name) for name, own in posts.items()}
    for name in filter(looks_like_a_name, _names(plan)):
        people.setdefault(name, ())
    persons = tuple(Person(full_name=name, posts=own) for name, own in people.items())
    return changed, (*persons, *_unnamed(changed, set(held)))


def _unnamed(plan: Plan, held: set[str]) -> Iterator[Person]:
    """Whoever holds the posts for which the document names nobody; two where one would be printed by name."""
    vacant = tuple(dict.fromkeys(post for post in _names(plan) if post in COMMON_POSTS and post not in held))
    if vacant:
        yield Person(full_name=UNNAMED, posts=vacant)
    resolved = tuple(post for post in vacant if post in set(_resolved(plan)))
    if resolved:
        yield Person(full_name=f"{UNNAMED}二", posts=resolved)


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
    yield from _resolved(plan)
    for block in _blocks(plan):
        if isinstance(block, Section | Item):
            yield from (*block.duty.owners, *block.duty.support)


def _resolved(plan: Plan) -> Iterator[str]:
    """Whoever is printed by name where the school knows who holds the post."""
    yield from plan.byline
    if plan.dispatch:
        dispatch = plan.dispatch
        yield from (*dispatch.signers, *dispatch.present, *dispatch.excused, *dispatch.attending)
    for block in _blocks(plan):
        if isinstance(block, Row):
            yield from block.members


def _blocks(plan: Plan) -> Iterator[Any]:
    """Every block, item and line of a roster in the plan."""
    annexed = (annex.blocks for annex in plan.annexes)
    yield from _nested(chain(plan.preamble, plan.body.blocks, plan.closing, *annexed))


def _nested(blocks: Iterable[Any]) -> Iterator[Any]:
    for block in blocks:
        yield block
        below = next((getattr(block, name) for name in _BELOW if hasattr(block, name)), ())
        yield from _nested(below if not isinstance(block, Table) else ())


def _changed(plan: Plan, change: Change) -> Plan:
    """The plan with everyone in its rosters, its byline and its attendance changed."""
    blocks = partial(_changed_blocks, change=change)
    dispatch = plan.dispatch
    return replace(
        plan,
        byline=_each(plan.byline, change),
        preamble=blocks(plan.preamble),
        body=replace(plan.body, blocks=blocks(plan.body.blocks)),
        closing=blocks(plan.closing),
        annexes=tuple(replace(annex, blocks=blocks(annex.blocks)) for annex in plan.annexes),
        dispatch=dispatch and _changed_dispatch(dispatch, change),
    )


def _each(members: Iterable[str], change: Change) -> tuple[str, ...]:
    return tuple(each for member in members for each in change(member))


def _changed_dispatch(dispatch: Dispatch, change: Change) -> Dispatch:
    return replace(
        dispatch,
        signers=_each(dispatch.signers, change),
        present=_each(dispatch.present, change),
        excused=_each(dispatch.excused, change),
        attending=_each(dispatch.attending, change),
    )


def _changed_blocks(blocks: Iterable[Any], change: Change) -> tuple[Any, ...]:
    return tuple(_changed_block(block, change) for block in blocks)


def _changed_block(block: Any, change: Change) -> Any:
    match block:
        case Section() | Item():
            return replace(block, blocks=_changed_blocks(block.blocks, change))
        case Listing():
            return replace(block, items=_changed_blocks(block.items, change))
        case Roster():
            return replace(block, lines=_changed_blocks(block.lines, change))
        case Row():
            return replace(block, members=_each(block.members, change))
        case Office():
            return replace(block, rows=_changed_blocks(block.rows, change))
        case _:
            return block
