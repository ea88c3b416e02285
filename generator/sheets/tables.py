"""Tables found among the rules of a printed page: rules that touch, and the characters between them."""

from collections.abc import Iterable

from generator.sheets.page import Cell, Character, Rule, Table, lines_of

TOUCH = 2.0
"""Rules whose ends are no farther apart than this, in points, touch."""
MOST_RULES = 3000
"""A page with more of them is a drawing; its tables are not looked for."""
LEAST = 3
"""A table has at least so many different edges across or down."""


def tables_of(
    rules: Iterable[Rule], characters: list[Character], page: int
) -> tuple[tuple[Table, ...], list[Rule], list[Character]]:
    """The tables of a page, the rules that belong to none, the characters outside them."""
    tables, free = [], list[Rule]()
    rules = list(rules)
    if len(rules) > MOST_RULES:
        return (), rules, characters
    for group in _groups(rules):
        if not _is_table(group):
            free += group
            continue
        table, characters = _table(group, characters, page)
        tables.append(table)
    return tuple(sorted(tables, key=lambda table: table.top)), free, characters


def _groups(rules: list[Rule]) -> list[list[Rule]]:
    """Rules that touch one another, directly or through others."""
    groups: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda rule: (rule.top, rule.left)):
        touched = [group for group in groups if any(_touch(rule, other) for other in reversed(group))]
        joined = [rule, *(other for group in touched for other in group)]
        groups = [group for group in groups if not any(group is one for one in touched)]
        groups.append(joined)
    return groups


def _touch(one: Rule, other: Rule) -> bool:
    return (
        one.left <= other.right + TOUCH
        and other.left <= one.right + TOUCH
        and one.top <= other.bottom + TOUCH
        and other.top <= one.bottom + TOUCH
    )


def _is_table(group: list[Rule]) -> bool:
    lying = {round(rule.top) for rule in group if rule.lying}
    standing = {round(rule.left) for rule in group if not rule.lying}
    return min(len(lying), len(standing)) > 1 and max(len(lying), len(standing)) >= LEAST


def _table(group: list[Rule], characters: list[Character], page: int) -> tuple[Table, list[Character]]:
    left, right = min(rule.left for rule in group), max(rule.right for rule in group)
    top, bottom = min(rule.top for rule in group), max(rule.bottom for rule in group)
    standing, lying = [rule for rule in group if not rule.lying], [rule for rule in group if rule.lying]
    inside: dict[tuple[float, float], list[Character]] = {}
    outside = []
    for character in characters:
        x, y = character.middle
        if left - 1 <= x <= right + 1 and top - 1 <= y <= bottom + 1:
            inside.setdefault((_edge_left(standing, x, y), _edge_above(lying, x, y)), []).append(character)
        else:
            outside.append(character)
    cells = [Cell(x, y, lines_of(inside[x, y], page)) for y, x in sorted((y, x) for x, y in inside)]
    return Table(left, top, right, bottom, tuple(cell for cell in cells if cell.lines), tuple(group)), outside


def _edge_left(standing: list[Rule], x: float, y: float) -> float:
    """The left edge of the cell a point lies in: the nearest to its left."""
    return round(max((rule.left for rule in standing if rule.left <= x and rule.top <= y <= rule.bottom), default=0))


def _edge_above(lying: list[Rule], x: float, y: float) -> float:
    """The upper edge of the cell a point lies in: the nearest above it."""
    return round(max((rule.top for rule in lying if rule.top <= y and rule.left <= x <= rule.right), default=0))
