"""Rules on years (年度): what is planned lies in the year of the title."""

import re
from collections.abc import Iterator

from generator.check.registry import Found, Subject, found_in, rule, rule_of_text
from generator.manuscript import PROSE, Manuscript, Part, Passage

_YEARED = re.compile(r"(?<!\d)((?:19|20)\d{2})\s*(?:[—－–-]+\s*((?:19|20)\d{2})\s*学?年|年)")
_AHEAD = re.compile(
    r"(?<!\d)((?:19|20)\d{2})年(?:度)?(?:的)?(?:学校|全校|安全|信访|教育|教学|德育|维稳|重点|主要|总体|各项|工作){0,4}"
    r"(?:目标|任务|计划|要点|思路|安排|重点|打算)"
    r"|(?:保障|确保|力争|争取|实现|做好|完成)[^，。；：]{0,4}?(?<!\d)((?:19|20)\d{2})年(?!级|来|\d)"
    r"|(?:阶段|时间)[：（](?:从|自)?((?:19|20)\d{2})年(?!1[0-2]月)"
)
_PAST = re.compile(
    "总结|回顾|以来|去年|上年|印发|文件|会议精神|通知|根据|按照|依据|落实|获|荣|被评|先后|截至|同比|相比|比较|统计|遗留|历年"
    "|自从|建校"
)
_RETROSPECTS = ("总结", "材料", "讲话", "讲话稿", "纪要", "经验材料", "函", "请示")
_HEADS = frozenset({Part.CAPTION, Part.ANNEX_TITLE})
_QUOTED = re.compile(r"《[^》]*》|〔\d{4}〕|“[^”]*”")
_LONGEST_HEAD = 30
_PAPERS = re.compile("(?:表|安排|分工|方案|计划|名单|行事历)$")


@rule_of_text("year-contradiction")
def year_contradiction(manuscript: Manuscript) -> Iterator[Found]:
    """标题是这一年的，目标、表题却写着另一年：沿用去年的计划，漏改了一处。

    改成标题里的年份；说的确实是过去的事，写明“去年”“上一年”。
    """
    years = _own_years(manuscript)
    if not years or manuscript.kind in _RETROSPECTS:
        return
    said = f"{min(years)}年" if len(years) == 1 else f"{min(years)}—{max(years)}年"
    for passage, span, year in (*_on_heads(manuscript), *_planned(manuscript)):
        if year not in years:
            yield found_in(passage, span, f"这份文稿是{said}的，这里写的是{year}年：请核对，改成同一年")
    yield from _dated(manuscript, years)


@rule("title-of-another-year")
def title_of_another_year(subject: Subject) -> Iterator[Found]:
    """“年度”和标题里的年份不是同一年，多半是改了标题、忘了“年度”；转年、检查都要靠它。

    改成同一年；标题里已经写了年份的，“年度”也可以不写。
    """
    plan = subject.plan
    titled = _years_in("".join(plan.title))
    written = _years_in(f"{plan.year}年")
    if titled and not any(min(titled) <= year <= max(titled) for year in written or titled):
        said = "、".join(f"{year}年" for year in sorted(titled))
        yield Found(("年度",), f"“年度”写的是{plan.year}，标题里是{said}：请改成同一年", plan.year)


def _years_in(text: str) -> set[int]:
    return {int(year) for match in _YEARED.finditer(text) for year in match.groups() if year}


def _own_years(manuscript: Manuscript) -> set[int]:
    """The years of the title; a school year has two, and reaches into the next."""
    title = manuscript.year if not manuscript.foreign else ""
    title += "".join(passage.plain for passage in manuscript.passages if passage.part == Part.TITLE)
    found = [*_YEARED.finditer(title), *re.finditer(r"^((?:19|20)\d{2})()(?=$|\D)", title)]
    years = {int(year) for match in found for year in match.groups() if year}
    if not years and manuscript.date and manuscript.kind.endswith(("计划", "方案", "预案")):
        return {manuscript.date.year, manuscript.date.year + 1}
    return years


def _on_heads(manuscript: Manuscript) -> Iterator[tuple[Passage, tuple[int, int], int]]:
    """Years of captions and titles of tables and annexes."""
    for passage in manuscript.may_match(_YEARED):
        short = manuscript.foreign and len(passage.text) <= _LONGEST_HEAD and _PAPERS.search(passage.plain)
        if passage.part in _HEADS or (short and passage.part == Part.PARAGRAPH):
            text = _QUOTED.sub(lambda quoted: " " * len(quoted[0]), passage.plain)
            for found in _YEARED.finditer(text):
                if not _PAST.search(text):
                    yield passage, found.span(), int(found[2] or found[1])


def _planned(manuscript: Manuscript) -> Iterator[tuple[Passage, tuple[int, int], int]]:
    """Years of what is still to be done."""
    for passage in manuscript.may_match(_AHEAD):
        if passage.part not in PROSE:
            continue
        text = _QUOTED.sub(lambda quoted: " " * len(quoted[0]), passage.plain)
        for found in _AHEAD.finditer(text):
            sentence = re.split("[。；]", text[: found.start()])[-1] + re.split("[。；]", text[found.start() :])[0]
            if not _PAST.search(sentence):
                group = found.lastindex or 0
                yield passage, (found.start(group), found.end(group) + 1), int(found[group])


def _dated(manuscript: Manuscript, years: set[int]) -> Iterator[Found]:
    """A date of signing far from the years of the title."""
    day = manuscript.date
    if day and not min(years) - 1 <= day.year <= max(years) + 1:
        dated = [passage for passage in manuscript.holding(str(day.year)) if not passage.level]
        for passage in dated[-1:]:
            start = passage.plain.index(str(day.year))
            message = f"标题是{min(years)}年的，成文日期却在{day.year}年：请核对"
            yield found_in(passage, (start, start + 4), message)


_TERM = re.compile(r"((?:19|20)\d{2})(?:年|[-./])(\d{1,2})(?:月|[-./])(?:(\d{1,2})日?)?")
_DUE = re.compile(
    r"(?:于|在|务必|限)?((?:19|20)\d{2})年(\d{1,2})月(?:(\d{1,2})日)?(?:底|中旬|下旬|上旬)?(?:之?前|以前)[^，。；]{0,6}(?:完成|上报|报送|上交|交|落实|整改|提交)"
)


@rule_of_text("term-before-date")
def term_before_date(manuscript: Manuscript) -> Iterator[Found]:
    """完成时限在成文日期之前，印出来时已经过期，没有人能按时做到。

    改正时限；已经做完的，删去这一条。
    """
    day = manuscript.date
    if not day or manuscript.kind in _RETROSPECTS:
        return
    for passage in manuscript.holding("年", "-", ".", "/"):
        due = passage.part == Part.DUTY and passage.role == "时限"
        form = _TERM if due else _DUE
        for found in form.finditer(passage.plain) if due or passage.part in PROSE else ():
            late = (int(found[1]), int(found[2]), int(found[3] or 31))
            if late < (day.year, day.month, day.day) and (
                due or not _PAST.search(passage.plain[: found.start()][-12:])
            ):
                message = f"时限“{found[0]}”在成文日期之前：请改正"
                yield found_in(passage, found.span(), message)
