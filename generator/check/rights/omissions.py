"""Rules on what the law asks for and a document leaves out: who is told of bullying, who is looked up before hiring."""

import re
from collections.abc import Iterator

from generator.check.registry import Found, found_in, rule_of_text
from generator.check.rights.measures import advice
from generator.manuscript import PROSE, Manuscript, Part
from generator.problems import Severity

_BULLYING = re.compile("欺凌|霸凌")
_HANDLES = re.compile("处置|处理|制止|认定|调查")
_TOLD = {
    "通知双方监护人": re.compile("家长|监护人|父母"),
    "严重的报告公安机关": re.compile("公安|派出所|报警|110|警方|民警"),
    "报告教育行政部门": re.compile("教育局|教体局|教育体育局|教育行政部门|教育主管部门|上级|主管部门|教育部门"),
}
"""Who must be told, and by what words a document says so."""

_HIRES = re.compile(
    "(?:招聘|聘用|录用|招录|外聘|招用)[^，。；]{0,12}?(?:教师|教职工|员工|保安|宿管|生活老师|生活教师|驾驶员|司机|照管员"
    "|食堂[^，。；]{0,4}人员|从业人员|工作人员|教练|外教)|(?:宿管|保安|生活教师|照管员|外教)[^，。；]{0,8}(?:招聘|外聘|录用)"
)
_LOOKS_UP = re.compile("查询|犯罪记录|违法犯罪|背景审查|从业禁止|准入|审查|政审|无犯罪|资格审核")
_NOT_HIRING = re.compile("讲座|报告|顾问|法治副校长|专家|解聘|制度|专业比|已|不得|严禁")


@rule_of_text("bullying-untold")
def bullying_untold(manuscript: Manuscript) -> Iterator[Found]:
    """学生欺凌不是学校自己关起门来的事：要通知双方监护人，严重的必须报告公安机关和教育行政部门。

    在处置步骤里补上：立即制止，通知双方监护人，治理委员会认定，严重的报公安机关和教育局，辅导各方学生。
    """
    for title in (passage for passage in manuscript.holding("凌") if passage.part == Part.TITLE):
        texts = [passage.plain for passage in manuscript.passages]
        if _BULLYING.search(title.plain) and sum(bool(_HANDLES.search(text)) for text in texts) > 1:
            missing = [duty for duty, words in _TOLD.items() if not any(map(words.search, texts))]
            if missing:
                yield found_in(title, (0, 0), _untold(missing))
            return


def _untold(missing: list[str]) -> str:
    bases = ("《中华人民共和国未成年人保护法》第三十九条", "《中华人民共和国预防未成年人犯罪法》第二十条")
    return advice(
        "欺凌的处置里没有写" + "，也没有写".join(missing), bases, "立即制止，" + "，".join(missing) + "，并辅导各方学生"
    )


@rule_of_text("missing-staff-check", Severity.HINT)
def missing_staff_check(manuscript: Manuscript) -> Iterator[Found]:
    """学校招聘任何岗位的人员，都要先查询有没有性侵害、虐待、暴力伤害等违法犯罪记录，以后每年再查。

    加上一项：录用前向公安机关、检察院查询，在岗人员每年定期查询。
    """
    if not manuscript.names_any(("聘", "招", "录用")) or _LOOKS_UP.search(manuscript.text):
        return
    matches = ((passage, match) for passage, match in manuscript.search(_HIRES) if passage.part in PROSE)
    hired = next((found for found in matches if not _NOT_HIRING.search(found[0].plain)), None)
    if hired:
        bases = ("《中华人民共和国未成年人保护法》第六十二条",)
        message = advice("招聘人员没有写入职查询", bases, "录用前查询违法犯罪记录，在岗人员每年定期查询")
        yield found_in(hired[0], hired[1].span(), message)
