"""Rules on pupils (学生权益): no fines, no blows, no expulsion, no danger, no forced purchase."""

from collections.abc import Iterator

from generator.check.registry import Found, rule_of_text
from generator.check.rights.measures import questionable
from generator.manuscript import Manuscript


@rule_of_text("fining-pupils")
def fining_pupils(manuscript: Manuscript) -> Iterator[Found]:
    """只有行政机关才能罚款；向学生和家长收违纪金、押金，属于违规收费。

    改用教育惩戒规则里的措施。损坏公物的，依法协商赔偿。
    """
    return questionable(manuscript, "fining-pupils")


@rule_of_text("collective-punishment")
def collective_punishment(manuscript: Manuscript) -> Iterator[Found]:
    """一个人犯错，全班受罚，是教育惩戒规则明令禁止的。

    只对违纪的学生个别教育。
    """
    return questionable(manuscript, "collective-punishment")


@rule_of_text("expelling-pupils")
def expelling_pupils(manuscript: Manuscript) -> Iterator[Found]:
    """义务教育阶段不得开除或者变相开除学生；停课作为惩戒不超过一周。

    改成批评教育、教育惩戒、家庭教育指导；严重的依法转有关机关处理。
    """
    return questionable(manuscript, "expelling-pupils")


@rule_of_text("corporal-punishment")
def corporal_punishment(manuscript: Manuscript) -> Iterator[Found]:
    """罚跑、罚抄、长时间罚站是体罚或者变相体罚。

    改用教育惩戒规则第八条至第十条规定的措施。
    """
    return questionable(manuscript, "corporal-punishment")


@rule_of_text("published-marks")
def published_marks(manuscript: Manuscript) -> Iterator[Found]:
    """学生的成绩、名次是个人信息；公布、张榜和宣传升学率，是明令禁止的。

    只告知学生本人和家长，不排名。
    """
    return questionable(manuscript, "published-marks")


@rule_of_text("streamed-classes")
def streamed_classes(manuscript: Manuscript) -> Iterator[Found]:
    """义务教育学校不得分设重点班、快慢班。

    改成均衡编班，分层教学在班内进行。
    """
    return questionable(manuscript, "streamed-classes")


@rule_of_text("kept-phones")
def kept_phones(manuscript: Manuscript) -> Iterator[Found]:
    """学生的手机是合法财产。法律要求的是统一管理，不是没收、销毁、久扣不还。

    改成统一保管、放学归还，并告知家长。
    """
    return questionable(manuscript, "kept-phones")


@rule_of_text("searching-pupils")
def searching_pupils(manuscript: Manuscript) -> Iterator[Found]:
    """搜身、翻书包、看日记和聊天记录，侵犯学生的人格尊严和通信秘密。

    改用安检设备；有理由怀疑藏有危险物品的，当面请学生自己出示。
    """
    return questionable(manuscript, "searching-pupils")


@rule_of_text("waiver-of-liability")
def waiver_of_liability(manuscript: Manuscript) -> Iterator[Found]:
    """“后果自负”“与学校无关”在法律上无效，还会让人以为学校推卸责任。

    改成安全告知书，写明学校和家庭各自做什么。
    """
    return questionable(manuscript, "waiver-of-liability")


@rule_of_text("holiday-lessons")
def holiday_lessons(manuscript: Manuscript) -> Iterator[Found]:
    """节假日、休息日和寒暑假，不得组织义务教育阶段的学生集体补课。

    改成阅读、锻炼、劳动、公益活动的安排。调休的工作日上课不算补课，请写明是调休。
    """
    return questionable(manuscript, "holiday-lessons")


@rule_of_text("pupils-in-danger")
def pupils_in_danger(manuscript: Manuscript) -> Iterator[Found]:
    """救火、抢险、下水救人、对抗歹徒，会要了孩子的命。

    学生只报警、呼救、撤离；处置由成年教职工、保安和专业救援人员承担。
    """
    return questionable(manuscript, "pupils-in-danger")


@rule_of_text("forced-purchase")
def forced_purchase(manuscript: Manuscript) -> Iterator[Found]:
    """强制购买、投保、安装软件，家长会投诉，也违反了自愿原则。

    写明由家长自愿，不影响学生在校的任何待遇。
    """
    return questionable(manuscript, "forced-purchase")
