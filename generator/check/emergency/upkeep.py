"""Rules on command and upkeep of an emergency plan: substitutes, drills by the calendar, a record of revisions."""

import re
from collections.abc import Iterator

from generator.check.emergency.plans import is_whole_plan, text_of, title_of
from generator.check.registry import Found, found_in, rule_of_text
from generator.check.tables import Grid, grids
from generator.manuscript import Manuscript
from generator.problems import Severity

_COMMANDER = re.compile("^(?:总指挥|指挥长|组长|主任)$")
_SUBSTITUTE = re.compile(
    "副总指挥|副指挥|副组长|副主任|[ＡA][、/]?[ＢB]岗|[ＢB]岗|代行|代理|接替|替补|递补|顶替|替代|候补|不在(?:校|岗|位|场|现场)"
    "|缺席|外出(?:时|期间)|第一指挥|常务"
)
_DRILL = re.compile("演练|演习")
_WHEN = re.compile("月份|时间|日期|月度|月$")
_MONTH = re.compile(r"(\d{1,2})月|(十[一二]|[一二三四五六七八九十])月")
_NUMERALS = {numeral: number for number, numeral in enumerate("一二三四五六七八九十", 1)} | {"十一": 11, "十二": 12}
_CLAIM = re.compile("每月[^。；]{0,16}演[练习]|演[练习][^。；]{0,8}每月|每季度?[^。；]{0,16}演[练习]")
_GENERAL = re.compile("总体|综合|突发(?:公共)?事件|校园安全|学校安全|安全(?:工作)?应急预案")
_SPRING, _AUTUMN = (3, 4, 5, 6), (9, 10, 11, 12)
_FEWEST_ROWS = 2


@rule_of_text("no-substitute")
def no_substitute(manuscript: Manuscript) -> Iterator[Found]:
    """总指挥不在学校的时候，没有人接替，第一个钟头就没有人指挥。

    加上“副总指挥”，或者写明A、B岗：“校长不在校时，由值班领导代行总指挥职责”。
    """
    commanders = [passage for passage in manuscript.passages if _COMMANDER.match(passage.role)]
    if is_whole_plan(manuscript) and commanders and not _SUBSTITUTE.search(text_of(manuscript)):
        role = commanders[0].role
        message = f"{role}没有副职，也没有写不在校时由谁接替：请加上“副{role}”，或写明A、B岗"
        yield found_in(commanders[0], (0, 0), message)


@rule_of_text("drill-plan")
def drill_plan(manuscript: Manuscript) -> Iterator[Found]:
    """演练安排表少了月份，“每月至少一次”就落了空；没有演练的预案，到时候用不上。

    中小学3月至6月、9月至12月每月至少安排一次，幼儿园每季度至少一次。
    """
    if not is_whole_plan(manuscript):
        return
    text = text_of(manuscript)
    if manuscript.foreign and not _DRILL.search(text):
        yield found_in(title_of(manuscript), (0, 0), "预案没有写演练：请写明多久演练一次、由谁组织、演练后怎样整改")
    if _CLAIM.search(text) or _GENERAL.search(title_of(manuscript).plain):
        kindergarten = "幼儿园" in text
        for grid in grids(manuscript, ("演练", "演习")):
            if _DRILL.search(grid.title + " ".join(entry.text for entry in grid.head)):
                yield from _missing_months(grid, kindergarten)


def _missing_months(grid: Grid, kindergarten: bool) -> Iterator[Found]:
    """A table of drills by months that leaves some out."""
    for column in grid.columns(_WHEN)[:1]:
        cells = [row[column].text for row in grid.rows if column < len(row)]
        months = {_month(found) for cell in cells for found in _MONTH.finditer(cell)}
        if len(months) >= _FEWEST_ROWS and not any("每月" in cell or "至" in cell for cell in cells):
            missing = (
                _quarters(months)
                if kindergarten
                else [f"{month}月" for month in _wanted(months) if month not in months]
            )
            if missing:
                least = "每季度" if kindergarten else "每月"
                message = f"演练安排里没有{'、'.join(missing)}：{least}至少安排一次，请补上"
                yield grid.head[column].found(message)


def _month(found: "re.Match[str]") -> int:
    return int(found[1]) if found[1] else _NUMERALS[found[2]]


def _wanted(months: set[int]) -> tuple[int, ...]:
    """The months of school in the terms that the table is about."""
    spring = _SPRING if months & set(_SPRING) else ()
    return spring + (_AUTUMN if months & set(_AUTUMN) else ())


def _quarters(months: set[int]) -> list[str]:
    """The quarters that lie within a kindergarten's terms in which nothing is planned: the second and the fourth."""
    wanted = {(month - 1) // 3 for month in _wanted(months)} & {1, 3}
    return [f"第{'一二三四'[quarter]}季度" for quarter in sorted(wanted - {(month - 1) // 3 for month in months})]


@rule_of_text("no-revision-record", Severity.HINT)
def no_revision_record(manuscript: Manuscript) -> Iterator[Found]:
    """预案要随着依据、人员、校舍和演练暴露的问题修订；没有修订记录，分不清哪一份是现行的。

    在“附则”里加上修订记录：版次、日期、修改内容、批准。
    """
    if is_whole_plan(manuscript) and not re.search("修订|版次|修改记录|版本", text_of(manuscript)):
        yield found_in(title_of(manuscript), (0, 0), "预案没有修订记录：请在附则里写明版次、日期、修改内容和批准人")
