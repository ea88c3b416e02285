"""What a person must decide in a plan turned to another year: read from its own text, sentence by sentence."""

import re
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass, replace

from generator.check.walk import every_node
from generator.manuscript import Manuscript, Part, Passage
from generator.model import Place, Plan, School, Table
from generator.roll.places import is_record
from generator.roll.turn import Turn
from generator.surnames import looks_like_a_name

KINDS = ("发文字号", "人员", "时效", "日期", "写着往年", "周年和届次", "数字和指标", "星期", "附件", "其他")
"""The kinds of concerns (事项) in the order of the checklist."""


@dataclass(frozen=True)
class Concern:
    """One thing to decide at a place of the YAML: its kind, the words it is about, what to look at."""

    place: Place
    kind: str
    message: str
    quote: str = ""
    on_key: bool = False


_BESIDE = 14
_READ = frozenset({Part.HEADING, Part.ITEM, Part.PARAGRAPH, Part.CELL, Part.NOTE, Part.DUTY})
_NAMES = frozenset({Part.TITLE, Part.CAPTION, Part.ANNEX_TITLE})
_TITLES = re.compile(r"《[^》]*》|〔\d{4}〕|[（(](?:19|20)\d\d年?(?:修[订正]|版|第)[^）)]*[）)]")
_YEAR = re.compile(
    r"(?<![\d—–～~.])(?P<first>(?:19|20)\d\d)(?:\s*(?:—+|–|－|-|～|~|至)\s*(?P<last>20\d\d))?"
    r"(?=年|学年|[-./]\d|[春秋届级])(?:年(?P<month>\d{1,2})月(?:\d{1,2}[日号])?|年|学年)?"
)
_RELATIVE = re.compile("去年|上一?年度?|上一?学年|上一?学期|前年|今年以来")
_ANNIVERSARY = re.compile(
    r"[\d一二三四五六七八九十百]+周年|第[\d一二三四五六七八九十百]+(?:届|个(?=[^，。；、]{2,14}(?:日|节|周|月)))"
)
_NUMBER = r"\d[\d,，.]*(?:[—～~至-]\d[\d.]*)?"
_UNIT = "[次个名人份处台套条项天年月周节场遍篇本件课时家户位倍米克度秒日处℃]"
_FIGURE = re.compile(
    rf"(?:不少于|不低于|不超过|不高于|不多于|不短于|至少|超过|达到|高于|低于)[^，。；、\d]{{0,4}}{_NUMBER}(?:[%％‰]|万?元|小时|分钟|学时|人次|{_UNIT})?"
    rf"|{_NUMBER}(?:[%％‰]|万?元|名|人次|人|份|处|台|套|个?教学班|个班|间|辆|所|户|项|万)(?:以上|以下|以内)?"
    r"|百分之[一二三四五六七八九十百零点]+"
)
_WEEKDAY = re.compile(r"(?<![每各逢个下上本])(?:星期|周)[一二三四五六日天](?![至到、]|[^，。；]{0,4}每)")
_DAY = re.compile(
    r"(?<![\d年])\d{1,2}月\d{1,2}[日号](?![^，。；、）)]{0,16}(?:日|节|周|月)(?![^，。；、]{0,2}[前后起至]))"
)


def concerns(plan: Plan, manuscript: Manuscript, turn: Turn, places: Container[Place]) -> Iterator[Concern]:
    """What the text of the turned plan leaves open, in the order of print; `places` are those its YAML has."""
    school = manuscript.school or School(name="")
    tables = [node for node in every_node(plan) if isinstance(node, Table)]
    records = {table.at for table in tables if is_record(table)}
    for passage in manuscript.passages:
        if passage.part in _NAMES:
            yield from _in_name(passage, turn)
        elif passage.part in _READ and passage.role != "时限" and passage.place not in records:
            yield from _in_passage(replace(passage, place=_row(passage, places)), turn)
    for table in tables:
        yield from _in_table(table, school)


def _row(passage: Passage, places: Container[Place]) -> Place:
    """The place of a cell's row; that of any other passage."""
    row = passage.cell[0] - 1 if passage.cell else -1
    found = ((*passage.place, "行", row), (*passage.place, row))
    return next((place for place in found if row >= 0 and place in places), passage.place)


def _in_passage(passage: Passage, turn: Turn) -> Iterator[Concern]:
    text = _TITLES.sub(lambda found: "\0" * len(found[0]), passage.plain)
    for kind, find, message in _READERS:
        if passage.part == Part.CELL and kind in ("日期", "星期"):
            continue
        if words := tuple(dict.fromkeys(find(text, turn))):
            quoted = "".join(f"“{word}”" for word in words)
            yield Concern(passage.place, kind, message.format(quoted), _around(passage.text, words[0]), passage.on_key)


def _in_name(passage: Passage, turn: Turn) -> Iterator[Concern]:
    """Years that were left in a title, a caption: those of other writings, of longer periods."""
    if years := tuple(_past_years(passage.plain, turn)):
        message = f"标题里还写着{''.join(f'“{year}”' for year in years)}，照新情况改"
        yield Concern(passage.place, "写着往年", message, passage.text, passage.on_key)


def _around(text: str, word: str) -> str:
    """The words on both sides of this one, as much as a line of the checklist holds."""
    start = max(0, text.find(word) - _BESIDE)
    end = start + len(word) + 2 * _BESIDE
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"


def _past_years(text: str, turn: Turn) -> Iterable[str]:
    for found in _YEAR.finditer(text):
        if (
            turn.is_past(int(found["last"] or found["first"]), found["month"])
            and int(found["first"]) > turn.new - _LONG_AGO
        ):
            yield found[0]
    yield from _RELATIVE.findall(text)


_LONG_AGO = 12
"""A year so long past is history (the school's founding, a law), and stays."""


def _all_of(pattern: re.Pattern[str]) -> Callable[[str, Turn], Iterable[str]]:
    return lambda text, _turn: (found[0] for found in pattern.finditer(text))


def _figures(text: str, _turn: Turn) -> Iterable[str]:
    return (found[0] for found in _FIGURE.finditer(text))


def _weekdays(text: str, _turn: Turn) -> Iterable[str]:
    """Days of the week beside a date: those alone come round every week."""
    return (found[0] for found in _WEEKDAY.finditer(text)) if re.search(r"\d[日号]|\d[.-]\d", text) else ()


_READERS: tuple[tuple[str, Callable[[str, Turn], Iterable[str]], str], ...] = (
    ("写着往年", _past_years, "写着往年{}，照新情况改"),
    ("周年和届次", _all_of(_ANNIVERSARY), "{}该加几了"),
    ("数字和指标", _figures, "数字、指标{}还对吗"),
    ("日期", _all_of(_DAY), "日期{}照新的安排改"),
    ("星期", _weekdays, "{}与新日期对得上吗"),
)


# ---- tables -------------------------------------------------------------------------------------------------------

_NAMED_COLUMN = re.compile("姓名|人员|责任人|负责人|领导|值班|带班|组长|成员|教师|记录人|联系人|保管人|门卫|备勤|陪同")


def _in_table(table: Table, school: School) -> Iterator[Concern]:
    if is_record(table):
        yield Concern(table.at, "其他", "修订记录没有动，请补上这一次修订的一行")
        return
    known = {person.full_name for person in school.people}
    columns = [index for index, column in enumerate(table.columns) if _NAMED_COLUMN.search(column)]
    cells = [row[index].text for row in table.rows for index in columns if index < len(row)]
    names = [name for cell in cells for name in re.split(r"[、，,；;\s]+", cell) if looks_like_a_name(name)]
    if gone := [name for name in dict.fromkeys(names) if name not in known]:
        quoted = "".join(f"“{name}”" for name in gone)
        yield Concern(table.at, "人员", f"表里的{quoted}不在 学校.yaml 里，还在学校吗", gone[0])
