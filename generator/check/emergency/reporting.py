"""The rule on the chain of reports (信息报告): who reports to whom, within how long, and what follows."""

import re
from collections.abc import Iterator

from generator.check.emergency.plans import chapters, is_whole_plan, text_of, title_of
from generator.check.registry import Found, found_in, rule_of_text
from generator.manuscript import Manuscript
from generator.problems import Severity

_CHAPTER = re.compile("(?:信息|事故|事件|疫情|险情|灾情|情况|紧急)?(?:报告|报送|上报)(?!人|表|词)")
_NOT_CHAPTER = re.compile("总结|调查|述职|工作报告|评估报告|报告表|报告单|强制报告")
_REPORT = re.compile("报告|上报|报送|速报|首报")
_MUST = {
    "向谁报告": re.compile(
        "教育局|教体局|教育体育局|教体|教育行政|教育主管|教委|教育部门|政府|上级|主管部门|公安|疾控|卫生|应急管理|监管|中心校|中心学校|镇|街道|局|(?:告诉|告知|通知)[一-龥]"
    ),
    "多久之内报告": re.compile("立即|立刻|马上|即刻|随时|第一时间|小时|分钟|当[日天]|[日天]内|迅速"),
    "由谁报告": re.compile(
        "校长|人员|班主任|教师|职工|办公室|负责|值班|组|主任|发现人|报告人|学校|领导|员|处|我校|园长"
    ),
}
_SHOULD = {
    "续报": re.compile("续报|随时报告|后续|进展|动态报告|跟踪报告|及时补报|补报|随时上报|过程"),
    "终报": re.compile("终报|结案|总结|处置结果|处理结果|结果报告|结束后|终结|完毕后|书面报告"),
}


@rule_of_text("broken-report-chain")
def broken_report_chain(manuscript: Manuscript) -> Iterator[Found]:
    """出了事，谁向谁报、多久报到、之后怎么续报，预案里不写明，就会漏报、迟报。

    写成一张表：首报、续报、终报各由谁报、报给谁、多久之内。首报立即电话报告，书面不超过2小时。
    """
    if not is_whole_plan(manuscript):
        return
    found = [chapter for chapter in chapters(manuscript, _CHAPTER) if not _NOT_CHAPTER.search(chapter.heading.plain)]
    if not found:
        yield from _unreported(manuscript)
        return
    text = "\n".join(chapter.text for chapter in found)
    missing = [what for what, words in _MUST.items() if not words.search(text)]
    if missing:
        message = f"“{found[0].heading.plain}”没有写{'、'.join(missing)}：请写明谁向谁报、多久之内"
        yield found_in(found[0].heading, (0, 0), message)
        return
    whole = text_of(manuscript)
    later = [what for what, words in _SHOULD.items() if not words.search(text) and what not in whole]
    if len(later) == len(_SHOULD):
        message = f"“{found[0].heading.plain}”没有写{'和'.join(later)}：请写明情况变化怎么续报，处置结束后多久终报"
        yield found_in(found[0].heading, (0, 0), message, Severity.HINT)


def _unreported(manuscript: Manuscript) -> Iterator[Found]:
    """A plan without such a chapter that nowhere says to whom or when to report."""
    told = [passage.plain for passage in manuscript.may_match(_REPORT) if _REPORT.search(passage.plain)]
    text = "\n".join(told)
    missing = [what for what, words in _MUST.items() if not words.search(text)]
    if missing:
        message = f"预案没有写明信息报告（缺{'、'.join(missing)}）：请加上“信息报告”一章，写明谁向谁报、多久之内"
        yield found_in(title_of(manuscript), (0, 0), message)
