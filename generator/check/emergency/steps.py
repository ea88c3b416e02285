"""The rule on steps (处置步骤): each says who does it and within how long."""

import re
from collections.abc import Iterator

from generator.check.emergency.plans import Chapter, chapters, end_of, is_emergency_plan
from generator.check.registry import Found, found_in, rule_of_text
from generator.manuscript import Manuscript, Part, Passage
from generator.problems import Severity

_STEPS = re.compile("(?:处置|响应|应急|处理)(?:步骤|程序|流程|措施)|先期处置|现场处置")
_WHO = re.compile(
    "教师|老师|班主任|校长|指挥|组(?!织)|人员|保安|门卫|校医|负责|发现人|发现者|目击|值班|领导|主任|员工|队员|管理员|操作员|各处|处室"
    "|各班|医生|医务|司机|驾驶员|职工|书记|家长|委员会|办公室|安全办|德育处|教务处|总务处|政教处|后勤处|任何人|岗"
)
_WHEN = re.compile(
    "立即|立刻|即刻|马上|随即|第一时间|迅速|及时|分钟|小时|当[日天场时]|同时|随后|然后|接着|之?前|后|[日天周]内|期间|随时|直至|首先|时$"
    "|时[，、]|先|每[日天]|秒|尽快|快速|时限"
)
_FEWEST = 2


@rule_of_text("step-without-owner")
def step_without_owner(manuscript: Manuscript) -> Iterator[Found]:
    """处置步骤没有写由谁做、多久做完，出事的时候就会人人都在等别人。

    给每一步写上责任人和时限：“责任人: 班主任”“时限: 3分钟内”，或者在那句话里写明。
    """
    if is_emergency_plan(manuscript):
        for chapter in chapters(manuscript, _STEPS):
            yield from _faults(chapter, manuscript)


def _faults(chapter: Chapter, manuscript: Manuscript) -> Iterator[Found]:
    groups = list(_groups(chapter))
    common = (
        "".join(p.plain for p in chapter.passages if p.part == Part.DUTY and p.role == "责任人") if not groups else ""
    )
    names = _names(manuscript)
    for step, text in groups if len(groups) >= _FEWEST and not common else ():
        who = bool(_WHO.search(text)) or any(name in text for name in names) or "责任人：" in text
        when = bool(_WHEN.search(text))
        if not who:
            wanted = "由谁做" if when else "由谁做、多久做完"
            yield found_in(step, (0, 0), f"这一步没有写{wanted}：请写上责任人{'' if when else '和时限'}")
        elif not when:
            yield found_in(step, (0, 0), "这一步没有写多久做完：请写上时限，如“立即”“3分钟内”", Severity.HINT)


def _groups(chapter: Chapter) -> Iterator[tuple[Passage, str]]:
    """Each first-level step under the heading with all its text."""
    levels = [passage.level for passage in chapter.passages if _is_step(passage)]
    if not levels:
        return
    for index, passage in enumerate(chapter.passages):
        if _is_step(passage) and passage.level == levels[0]:
            own = chapter.passages[index : end_of(chapter.passages, index) + 1]
            yield passage, "\n".join(f"{part.role}：{part.plain}" if part.role else part.plain for part in own)


def _is_step(passage: Passage) -> bool:
    return passage.part in (Part.ITEM, Part.HEADING) and passage.level > 0


def _names(manuscript: Manuscript) -> set[str]:
    """Persons, posts, departments and groups of the school."""
    school = manuscript.school
    if not school:
        return set()
    people = {word for person in school.people for word in (person.full_name, *person.posts)}
    return people | set(school.departments) | set(school.groups)
