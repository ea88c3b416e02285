"""A plan's YAML text turned to another year: only the texts that name its period and its dates change."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from generator.model import Place, Plan
from generator.readers.dispatch import has_letterhead
from generator.readers.yaml_tree import Value, read_tree
from generator.roll.days import Shifted, shift_days
from generator.roll.places import TableRow, dates, labels, table_rows, text_at, texts_below, value_at
from generator.roll.turn import Turn, weekday
from generator.source import Source

NUMBER = ("文件", "发文字号")
Shift = Callable[[str], Shifted]


@dataclass(frozen=True)
class Rewritten:
    """The new text, the places that changed, and what a person must look at by place."""

    text: str
    changed: tuple[Place, ...]
    remarks: tuple[tuple[Place, str], ...] = ()


@dataclass
class _Draft:
    """The shifts wanted by place, and the remarks they give."""

    tree: Value
    turn: Turn
    shifts: dict[Place, Shift] = field(default_factory=dict)
    remarks: list[tuple[Place, str]] = field(default_factory=list)

    def want(self, place: Place, shift: Shift) -> Shifted:
        """Shift the text at this place."""
        self.shifts[place] = shift
        shifted = shift(text_at(self.tree, place))
        self.remarks += [(place, remark) for remark in shifted.remarks]
        return shifted


def rewrite(plan: Plan, source: Source, turn: Turn) -> Rewritten:
    """The plan's text in the new year, read again to see that nothing else changed."""
    tree, _, _ = read_tree(source.text, source.file)
    draft = _Draft(tree, turn)
    for place in labels(plan, tree):
        draft.want(place, lambda text: Shifted(turn.labelled(text)))
    for place in dates(tree):
        draft.want(place, lambda text: shift_days(text, turn))
    for row in table_rows(plan, tree):
        _shift_row(draft, row)
    text = _edited(source, list(_edits(draft, source)))
    again, _, _ = read_tree(text, source.file)
    unmeant = [place for place in texts_below(again, ()) if text_at(again, place) != _meant(draft, place)]
    if unmeant:  # a date cut by a line's end, or the like: such a text stays as it was
        for place in unmeant:
            draft.remarks.append((place, "这里的年份、日期没有把握改，请自己改"))
            draft.shifts.pop(place, None)
        text = _edited(source, list(_edits(draft, source)))
    changed = tuple(place for place in draft.shifts if _meant(draft, place) != text_at(tree, place))
    return _without_number(Rewritten(text, changed, tuple(draft.remarks)), source, tree, turn)


def _meant(draft: _Draft, place: Place) -> str:
    text = text_at(draft.tree, place)
    return draft.shifts[place](text).text if place in draft.shifts else text


def _shift_row(draft: _Draft, row: TableRow) -> None:
    """The dates of a row; the day of the week with them where there is one of each and they agreed."""
    days: list[tuple[date, date]] = []
    for place in row.dated(draft.tree):
        if place not in draft.shifts:
            days += draft.want(place, lambda text: shift_days(text, draft.turn)).days
    for place in row.weekdays():
        written = text_at(draft.tree, place)
        if len(days) == 1 and written.endswith(weekday(days[0][0])[-1]):
            day = weekday(days[0][1])[-1]
            draft.want(place, partial(_with_weekday, day=day))


def _with_weekday(text: str, day: str) -> Shifted:
    return Shifted(text[:-1] + day)


# ---- the text itself ----------------------------------------------------------------------------------------------

Edit = tuple[int, int, str]


def _edits(draft: _Draft, source: Source) -> Iterator[Edit]:
    for place, shift in draft.shifts.items():
        start, end = span(source, place)
        raw = source.text[start:end]
        quote = raw[-1:] if raw[-1:] in ("'", '"') and raw[:1] == raw[-1:] else ""
        inner = raw[1:-1] if quote else raw
        if (shifted := shift(inner).text) != inner:
            yield start, end, f"{quote}{shifted}{quote}"


def span(source: Source, place: Place) -> tuple[int, int]:
    """Where the text at a place stands in the file."""
    mark = source.places[place]
    return source.offset(*mark.value), source.offset(*(mark.end or mark.value))


def _edited(source: Source, edits: list[Edit]) -> str:
    text = source.text
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _without_number(rewritten: Rewritten, source: Source, tree: Value, turn: Turn) -> Rewritten:
    """发文字号 left blank for the number the new document gets; a letterhead that hung on it stays one."""
    written = text_at(tree, NUMBER)
    if not written:
        return rewritten
    again, source, _ = read_tree(rewritten.text, source.file)
    start, end = span(source, NUMBER)
    edits = [(start, end, "")]
    form = value_at(again, NUMBER[:1])
    without = {key: value for key, value in form.items() if key != NUMBER[1]} if isinstance(form, dict) else {}
    if "红头" not in without and not has_letterhead(without):
        edits.append(_letterhead(source))
    remark = f"请填{turn.new}年的发文字号（{turn.old}年是{written}）"
    remarks = ((NUMBER, remark), *rewritten.remarks)
    return Rewritten(_edited(source, edits), (*rewritten.changed, NUMBER), remarks)


def _letterhead(source: Source) -> Edit:
    """红头: 是 before 发文字号, on a line of its own where that has one."""
    start = source.offset(*source.places[NUMBER].key)
    before = source.text[source.text.rfind("\n", 0, start) + 1 : start]
    return start, start, f"红头: 是{', ' if before.strip() else chr(10) + before}"
