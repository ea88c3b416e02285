"""Rules on dates and years in the text: written in full, with 年月日, without zeros before them."""

import re
from collections.abc import Iterator

from generator import marks
from generator.check.registry import Found, found_in, rule_of_text
from generator.check.usage.furniture import holders, matches, own
from generator.check.usage.telling import Hit, tell
from generator.dates import read_date
from generator.manuscript import Manuscript, Part, Passage

_FIGURES = re.compile(r"(?<![\d.A-Za-z/_-])(?:19|20)\d\d([-./])\d{1,2}\1\d{1,2}(?![\d.A-Za-z/_-])")
_POINTED_DAY = re.compile(r"(?<![\d.])(1[0-2]|0?[1-9])[./](3[01]|[12]\d|0?[1-9])(?=[日号])")
_PADDED = re.compile(r"(?<=年)0(\d)(?=月)|(?<=月)0(\d)(?=[日号])")
_SHORT_YEAR = re.compile(r"\d(?<![\d〔’'-].)\d年(?=\d{1,2}月)")
_BARE_YEAR = re.compile(
    rf"(?<![\d〔（(\[第])(?:19|20)\d\d(?={marks.HAN})(?!年|学年|届|级|版|元|人|名|个|班|至|到|—|号|字|余|多|万|千)"
)
_NO_DAY = re.compile(r"(?:.*\s)?((?:19|20)\d\d年\d{1,2}月)$")
_SENTENCES = (Part.PARAGRAPH, Part.ITEM, Part.HEADING, Part.DATE, Part.SIGNATURE, Part.NOTE, Part.TITLE, Part.ROSTER)
_TITLES = (Part.TITLE, Part.CAPTION, Part.ANNEX_TITLE)


def _matches(manuscript: Manuscript, pattern: "re.Pattern[str]") -> Iterator[tuple[Passage, "re.Match[str]"]]:
    """Every match where dates are written out; tables may shorten them."""
    return ((passage, found) for passage, found in matches(manuscript, pattern) if passage.part in _SENTENCES)


@rule_of_text("date-form")
def date_form(manuscript: Manuscript) -> Iterator[Found]:
    """公文里的日期用“年月日”写全；写成 2026-2-24 或 5.13日，是表格和便条的写法。

    改成2026年2月24日、5月13日；计划可以用 --fix 改好。表格里可以简写。
    """
    hits = [Hit(passage, found.span(), _in_full(found[0])) for passage, found in _matches(manuscript, _FIGURES)]
    hits += [
        Hit(passage, found.span(), f"{int(found[1])}月{int(found[2])}")
        for passage, found in _matches(manuscript, _POINTED_DAY)
    ]
    yield from tell(manuscript, [hit for hit in hits if hit.fix], "日期写成“年月日”：“{quote}”应改为“{fix}”")


def _in_full(text: str) -> str:
    """The date with 年月日; empty where there is no such day."""
    try:
        day = read_date(text)
    except ValueError:
        return ""
    return f"{day.year}年{day.month}月{day.day}日" if day else ""


@rule_of_text("padded-date")
def padded_date(manuscript: Manuscript) -> Iterator[Found]:
    """公文的月、日不补0：3月1日，不写03月01日。

    删去前面的0；计划可以用 --fix 改好。
    """
    hits = [Hit(passage, found.span(), found[1] or found[2]) for passage, found in _matches(manuscript, _PADDED)]
    yield from tell(manuscript, hits, "月、日前面不补0：“{quote}”应改为“{fix}”")


@rule_of_text("short-year")
def short_year(manuscript: Manuscript) -> Iterator[Found]:
    """年份写全四位；“26年3月”再过些年就不知道是哪一年，也会被读成“26年又3个月”。

    写成2026年3月。
    """
    hits = [
        Hit(passage, found.span())
        for passage, found in _matches(manuscript, _SHORT_YEAR)
        if "月" in passage.text[found.end() : found.end() + 3]
    ]
    yield from tell(manuscript, hits, "年份“{quote}”要写全四位")


@rule_of_text("title-year")
def title_year(manuscript: Manuscript) -> Iterator[Found]:
    """标题里的年份后面要有“年”“年度”或“学年”；“2026学校工作计划”读不通。

    在年份后面补上“年”。
    """
    for passage in holders(manuscript, _BARE_YEAR):
        found = _BARE_YEAR.search(passage.text) if passage.part in _TITLES else None
        if found:
            message = f"年份后面缺“年”：“{found[0]}”应写成“{found[0]}年”"
            yield found_in(passage, (found.start(), found.end() + 2), message)


@rule_of_text("date-without-day")
def date_without_day(manuscript: Manuscript) -> Iterator[Found]:
    """成文日期要具体到日；只写到月，说不清文件从哪一天起作数。

    补上“日”，写领导签发或会议通过的那一天。
    """
    last = [passage for passage in own(manuscript) if passage.part != Part.ANNEX_NOTE][-3:]
    for passage in last if manuscript.foreign else ():
        found = _NO_DAY.fullmatch(passage.text) if not passage.level else None
        if found:
            yield found_in(passage, found.span(1), f"成文日期“{found[1]}”没有写到日：请补上")
