"""Rules on formal documents (发文): every part of letterhead, signature and imprint has the part it belongs to."""

from collections.abc import Iterator

from generator.check.registry import Found, Subject, rule
from generator.model import Dispatch
from generator.outline.dispatches import issuers
from generator.outline.names import holders
from generator.problems import Severity
from generator.vocabulary import KEYS

MOST_ISSUERS = 6
"""As many organisations as a letterhead has room for."""

COPY_NUMBER_DIGITS = 6

LETTERHEAD_FIELDS = ("copy_number", "secrecy", "urgency", "mark", "number", "signers", "preprinted")
"""What is printed in the letterhead and nowhere else."""

ATTENDANCE_FIELDS = ("present", "excused", "attending")


def _dispatches(subject: Subject) -> Iterator[Dispatch]:
    """文件 of the plan, if it has one."""
    if subject.plan.dispatch:
        yield subject.plan.dispatch


def _at_key(dispatch: Dispatch, field: str, message: str) -> Found:
    return Found((*dispatch.at, KEYS[field]), message, on_key=True)


@rule("signer-without-upward")
def signer_without_upward(subject: Subject) -> Iterator[Found]:
    """签发人只印在上行文（请示、报告）上；下行文、平行文印了签发人，版头就成了上行文的样子。

    是上行文的，加上“上行文: 是”；不是的，删去“签发人”。
    """
    for dispatch in _dispatches(subject):
        if dispatch.signers and not dispatch.upward:
            yield _at_key(dispatch, "signers", "只有上行文才印签发人：请加上“上行文: 是”，或删去“签发人”")


@rule("upward-without-signer")
def upward_without_signer(subject: Subject) -> Iterator[Found]:
    """上行文必须标注签发人，让上级知道谁对这份文件负责。

    在“文件”里加上“签发人”，写校长，或签发人的姓名。
    """
    for dispatch in _dispatches(subject):
        if dispatch.letterhead and dispatch.upward and not dispatch.signers:
            yield _at_key(dispatch, "upward", "上行文要有签发人：请加上“签发人: 校长”，或写签发人的姓名")


@rule("secrecy-without-term")
def secrecy_without_term(subject: Subject) -> Iterator[Found]:
    """涉密文件要同时标明密级和保密期限，不然没有人知道到什么时候可以公开。

    写成“密级: 机密★1年”，或加上“保密期限”。不涉密的文件不标密级。
    """
    for dispatch in _dispatches(subject):
        if dispatch.secrecy and not dispatch.secrecy_term:
            message = f"有密级，没有保密期限：请写成“{dispatch.secrecy}★1年”这样，或加上“保密期限”；不涉密的请删去"
            yield _at_key(dispatch, "secrecy", message)


@rule("term-without-secrecy")
def term_without_secrecy(subject: Subject) -> Iterator[Found]:
    """只有保密期限，没有密级，印出来不成话。

    加上“密级”：绝密、机密或秘密；不涉密的文件删去“保密期限”。
    """
    for dispatch in _dispatches(subject):
        if dispatch.secrecy_term and not dispatch.secrecy:
            field = "secrecy_term"
            yield _at_key(dispatch, field, "有保密期限，没有密级：请加上“密级”，或删去“保密期限”")


@rule("secrecy-without-copy-number")
def secrecy_without_copy_number(subject: Subject) -> Iterator[Found]:
    """涉密文件每一份都要编号，少了一份才查得出来。

    在“文件”里加上“份号: 000001”，每一份的号不同。
    """
    for dispatch in _dispatches(subject):
        if dispatch.secrecy and not dispatch.copy_number:
            yield _at_key(dispatch, "secrecy", "涉密文件要有份号：请加上“份号: 000001”，每份的号不同")


@rule("copy-number-form", Severity.WARNING)
def copy_number_form(subject: Subject) -> Iterator[Found]:
    """份号一般是6位阿拉伯数字，前面用0补足。

    改成6位数字，如 000001。
    """
    for dispatch in _dispatches(subject):
        number = dispatch.copy_number
        if number and not (len(number) == COPY_NUMBER_DIGITS and number.isascii() and number.isdecimal()):
            message = f"份号“{number}”不是6位数字：请写成 000001 这样"
            yield Found((*dispatch.at, KEYS["copy_number"]), message, number)


@rule("too-many-issuers")
def too_many_issuers(subject: Subject) -> Iterator[Found]:
    """联合行文的机关太多，首页排不下版头，就显示不出正文。

    发文机关不超过6个；其余的写进“主送”“抄送”，或改由主办机关单独发文。
    """
    for dispatch in _dispatches(subject):
        if len(dispatch.issuers) > MOST_ISSUERS:
            message = f"发文机关有 {len(dispatch.issuers)} 个，最多 {MOST_ISSUERS} 个：请由主办机关发文，其余的抄送"
            yield _at_key(dispatch, "issuers", message)


@rule("printed-before-dated")
def printed_before_dated(subject: Subject) -> Iterator[Found]:
    """印发日期是付印的日子，文件还没有成文，不可能已经印发。

    改正“印发日期”或“成文日期”；同一天也可以。
    """
    day = subject.plan.date
    for dispatch in _dispatches(subject):
        if day and dispatch.printed_on and dispatch.printed_on < day:
            message = "印发日期早于成文日期：请改正其中一个；印发日期是付印的日子"
            yield Found((*dispatch.at, KEYS["printed_on"]), message)


@rule("letterhead-without-number", Severity.WARNING)
def letterhead_without_number(subject: Subject) -> Iterator[Found]:
    """红头文件和信函都要有发文字号，收文、归档、引用全靠它。

    在“文件”里加上“发文字号”：写全称，或只写顺序号，由校文按机关代字和年份编成。还没有编号的，定稿前补上。
    """
    for dispatch in _dispatches(subject):
        if dispatch.letterhead and dispatch.shape in ("文件", "信函") and not dispatch.number:
            message = "有红头，没有发文字号：请加上“发文字号: 3”（只写顺序号就行），或写“红头: 否”"
            yield Found(dispatch.at, message, on_key=True)


@rule("unprinted-letterhead", Severity.WARNING)
def unprinted_letterhead(subject: Subject) -> Iterator[Found]:
    """写了“红头: 否”，版头里的内容就不会印出来。

    要印就删去“红头: 否”；不要印就删去这些内容。
    """
    for dispatch in _dispatches(subject):
        written = [KEYS[field] for field in LETTERHEAD_FIELDS if getattr(dispatch, field)]
        if written and not dispatch.letterhead:
            message = f"没有红头，{'、'.join(written)}不会印出来：请删去“红头: 否”，或删去这些内容"
            yield _at_key(dispatch, "letterhead", message)


@rule("attendance-outside-minutes")
def attendance_outside_minutes(subject: Subject) -> Iterator[Found]:
    """出席、请假、列席是纪要才有的，别的文件末尾没有地方放。

    是会议纪要的，加上“格式: 纪要”；不是的，把到会的人写进正文。
    """
    for dispatch in _dispatches(subject):
        for field in ATTENDANCE_FIELDS if dispatch.shape != "纪要" else ():
            if getattr(dispatch, field):
                message = f"只有纪要才印“{KEYS[field]}”：请加上“格式: 纪要”，或写进正文"
                yield _at_key(dispatch, field, message)


@rule("stamp-without-post")
def stamp_without_post(subject: Subject) -> Iterator[Found]:
    """签名章是个人的章，旁边印的是签发人的职务，不是单位名称。

    加上“落款: 校长”；盖单位公章的，写“盖章: 是”。
    """
    organisations = {*issuers(subject.plan, subject.school), *subject.school.departments, subject.school.name}
    signature = subject.plan.signature or ()
    for dispatch in _dispatches(subject):
        if dispatch.seal == "签名章" and not any(_may_sign(name, organisations, subject) for name in signature):
            message = "签名章旁边要印职务：请加上“落款: 校长”；盖公章的请写“盖章: 是”"
            yield _at_key(dispatch, "seal", message)


def _may_sign(name: str, organisations: set[str], subject: Subject) -> bool:
    return bool(holders(name, subject.school)) or name not in organisations


@rule("seal-without-date", Severity.WARNING)
def seal_without_date(subject: Subject) -> Iterator[Found]:
    """印章要骑年盖月，盖在成文日期上；没有日期，章就没有地方盖。

    加上“成文日期”；不盖章的，写“盖章: 否”。
    """
    for dispatch in _dispatches(subject):
        if dispatch.seal != "否" and subject.plan.date is None:
            yield _at_key(dispatch, "seal", "要盖章，没有成文日期：请加上“成文日期”，章盖在日期上")
