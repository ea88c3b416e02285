"""Rosters (名单): roles spread to one width, names in columns of four cells or joined, hanging under the first name."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.typeset.composition import Passage, Run
from generator.typeset.element import HtmlElement, misplaced, name, pieces, text_of
from generator.typeset.measure import cells
from generator.typeset.styles import CELL, CELLS, STYLES

NAME = 3
"""Cells a name is spread to; longer names are not set in columns."""
COLUMN = NAME + 1
SHORTEST_ROLE, LONGEST_ROLE = 3, 4
"""Roles are spread to the longest of them, at least to three characters (组　长), where that is four or less."""
COLON = 1.25
"""Cells of the colon with a little room behind it, which sets the hanging names apart from an indented paragraph."""


@dataclass(frozen=True)
class Role:
    """One role (职责) and its members as they are printed."""

    title: str
    members: tuple[str, ...]
    in_columns: bool


def roster(element: HtmlElement) -> Iterator[Passage]:
    """The passages of a `dl.roster`, one a role."""
    roles = _roles(element)
    longest = max((len(role.title) for role in roles), default=0)
    width = max(longest, SHORTEST_ROLE)
    left = STYLES["roster"].first + width + COLON
    columns = all(role.in_columns for role in roles)
    for role in roles:
        title = _title(role.title, width)
        members = _columns(role.members, left) if columns else joined(role.members, CELLS - left)
        yield Passage("roster", (*title, *members), left=left)


def _roles(element: HtmlElement) -> list[Role]:
    found: list[Role] = []
    for child in element.iterchildren("*"):
        if name(child) == "dt":
            found.append(Role(text_of(child).removesuffix("："), (), True))
        elif name(child) in ("dd", "dd.person") and found:
            last = found[-1]
            in_columns = last.in_columns and _fits_column(child)
            found[-1] = Role(last.title, (*last.members, text_of(child)), in_columns)
        else:
            raise misplaced(child)
    return found


def _fits_column(member: HtmlElement) -> bool:
    posted = any(piece.kind == "post" for piece in pieces(member))
    return name(member) == "dd.person" and not posted and len(text_of(member)) <= NAME


def _title(title: str, width: int) -> tuple[Run, ...]:
    """A role with its colon as wide as all are: spread, or with room behind the colon where roles are long."""
    missing = (width - len(title)) * CELL
    if width > LONGEST_ROLE or len(title) < 2:  # noqa: PLR2004 - one character cannot be spread
        return Run(title), Run("：", gap=missing + (COLON - 1) * CELL)
    spread = Run(title[:-1], gap=round(missing / (len(title) - 1), 2))
    return spread, Run(title[-1]), Run("：", gap=(COLON - 1) * CELL)


def joined(members: tuple[str, ...], room: float) -> Iterator[Run]:
    """Members parted by 、, a new line begun where the next would be cut."""
    used = 0.0
    for index, member in enumerate(members, 1):
        text = member if index == len(members) else f"{member}、"
        starts = used > 0 and used + cells(text) > room
        used = (0.0 if starts else used) + cells(text)
        yield Run(text, breaks=starts)


def _columns(members: tuple[str, ...], left: float) -> Iterator[Run]:
    across = int((CELLS - left + 1) // COLUMN)
    for index, member in enumerate(members):
        starts, ends = index > 0 and index % across == 0, (index + 1) % across == 0 or index + 1 == len(members)
        yield from _column(member, starts, ends)


def _column(member: str, starts: bool, ends: bool) -> Iterator[Run]:
    """One name in its column; the last of a line takes no room behind it."""
    inside, last = member[:-1], member[-1:]
    behind = 0.0 if ends else CELL * (COLUMN - max(NAME, len(member)) if inside else COLUMN - 1)
    if inside:
        yield Run(inside, gap=CELL * (NAME - len(member)) / len(inside), breaks=starts)
    yield Run(last, gap=behind, breaks=starts and not inside)
