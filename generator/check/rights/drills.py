"""The rule on how often a school drills (演练)."""

import re
from collections.abc import Iterator
from datetime import date as Date  # noqa: N812 - a day, told from date as a field

from generator.check.registry import Found, found_in, rule_of_text
from generator.check.rights.measures import advice
from generator.manuscript import Manuscript, Part

_DRILL = re.compile(
    "(?P<often>每个?(?:学期|学年|半年|年度?|季度?))"
    "(?:至少|不少于|不得少于|要|应|须|均|组织|开展|进行|举行|全校|师生|学校|定期|一般|集中)*(?P<times>[一二两三四1-9])?次?"
    "(?:以上|至两次|或两次)?(?:的|全校性?|全体师生|师生|性|大型|综合|集中|紧急|组织|开展){0,3}(?P<kind>[\u4e00-\u9fff、]{0,10}?)"
    "(?P<drill>应急疏散|紧急疏散|疏散|应急|逃生|消防|灭火|防火)(?:逃生|疏散|应急|安全)*(?:演练|演习)(?:活动)?"
    "(?P<after>(?:至少|不少于)?[一二两三四1-9]次)?"
)
_FIRE = re.compile("消防|防火|灭火")
_SPECIAL = re.compile(
    "地震|防震|踩踏|校车|食品|反恐|防暴|欺凌|溺水|网络|传染|专项|桌面|实验|防汛|暴力|心理|联合|多部门|区域|综合性|联动"
)
_MONTHLY = re.compile("每月[^。；]{0,14}演[练习]|每月[^，。；]{0,6}一练|月月有演练|每季度?[^。；]{0,14}演[练习]")
_KINDERGARTEN = re.compile("幼儿园")
_SCHOOL = re.compile("学校|学生|师生|小学|中学|幼儿")
_GUIDE_IN_FORCE = Date(2014, 2, 22)
_TIMES = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4}
_A_YEAR = {"学期": 2, "学年": 1, "半年": 2, "年": 1, "年度": 1, "季": 4, "季度": 4}
_TERMS_A_YEAR, _QUARTERS_A_YEAR, _SCHOOL_MONTHS = 2, 4, 8
_GUIDE = ("《中小学幼儿园应急疏散演练指南》",)
_FIRE_DUTY = ("教育部门关于学校消防安全的要求",)


@rule_of_text("drill-frequency")
def drill_frequency(manuscript: Manuscript) -> Iterator[Found]:
    """应急疏散演练，中小学每月至少一次，幼儿园每季度至少一次；写少了，出事时学生不知道往哪里走。

    改成“每月至少组织一次应急疏散演练”（幼儿园每季度），消防演练每学期至少一次。专项演练可以少些，请写明是哪一种。
    """
    drilling = manuscript.holding("演")
    if not drilling or manuscript.day < _GUIDE_IN_FORCE or not _SCHOOL.search(manuscript.text):
        return
    least = "每季度" if _is_kindergarten(manuscript) else "每月"
    enough = any(_MONTHLY.search(passage.plain) for passage in drilling)
    for passage in drilling if not enough else ():
        for match in _DRILL.finditer(passage.plain):
            if message := _too_seldom(match, least):
                yield found_in(passage, match.span(), message)


def _is_kindergarten(manuscript: Manuscript) -> bool:
    titles = [passage.plain for passage in manuscript.passages if passage.part in (Part.TITLE, Part.SIGNATURE)]
    return any(map(_KINDERGARTEN.search, [manuscript.school.name if manuscript.school else "", *titles]))


def _too_seldom(match: "re.Match[str]", least: str) -> str:
    """What to say of a drill that is held less often than it must be; nothing of one that is held often enough."""
    number = re.sub("[至少不于次]", "", match["times"] or match["after"] or "一")
    a_year = (_TIMES.get(number) or int(number)) * _A_YEAR[re.sub("^每个?", "", match["often"])]
    if _SPECIAL.search(match["kind"]):
        return ""
    if _FIRE.search(match["kind"] + match["drill"]):
        instead = "每学期至少组织一次消防演练"
        return advice("消防演练每学期至少要有一次", _FIRE_DUTY, instead) if a_year < _TERMS_A_YEAR else ""
    if a_year >= (_QUARTERS_A_YEAR if least == "每季度" else _SCHOOL_MONTHS):
        return ""
    return advice(f"应急疏散演练{least}至少要有一次", _GUIDE, f"{least}至少组织一次应急疏散演练")
