"""Rules on 发文字号: its form, its code and year, and what a running number alone needs to become one."""

import re
from collections.abc import Iterator

from generator.check.registry import Found, Subject, rule
from generator.model import Place
from generator.outline.dispatches import issuers
from generator.vocabulary import KEYS

SHAPES = ("文件", "信函")
"""纪要 and 命令 are numbered in ways of their own: 第3期, 第1号."""

_FORM = re.compile(r"(?P<code>[^\d\s〔〕]+)〔(?P<year>\d{4})〕[1-9]\d*号")
_LOOSE = re.compile(
    r"(?P<code>[^\d\s〔〕\[\]()（）【】]+)[〔\[(（【]?(?P<year>\d{4}|\d\d)[〕\])）】]?年?第?0*(?P<number>\d+)号?"
)
_SHORT_YEAR = 2


def _written(subject: Subject) -> Iterator[tuple[Place, str]]:
    """发文字号 as it is written, with its place."""
    dispatch = subject.plan.dispatch
    if dispatch and dispatch.number and dispatch.shape in SHAPES:
        yield (*dispatch.at, KEYS["number"]), dispatch.number


def _formed(subject: Subject) -> Iterator[tuple[Place, re.Match[str]]]:
    """发文字号 in full and in good form."""
    for at, number in _written(subject):
        if found := _FORM.fullmatch(number):
            yield at, found


@rule("number-form")
def number_form(subject: Subject) -> Iterator[Found]:
    """发文字号由机关代字、年份、顺序号组成：年份写全四位，用六角括号〔〕；顺序号不加“第”，前面不补0，后面是“号”。

    照提示改；或者只写顺序号（如 3），由校文编成。
    """
    for at, number in _written(subject):
        if not number.isdecimal() and not _FORM.fullmatch(number):
            example = _mended(number) or f"{subject.school.code or '青实小'}〔2026〕3号"
            message = f"发文字号“{number}”写法不对：请写成“{example}”这样，六角括号，年份四位，不写“第”，不补0"
            yield Found(at, message, number)


def _mended(number: str) -> str:
    """The number in good form, where it can be told what is meant."""
    found = _LOOSE.fullmatch(re.sub(r"\s", "", number))
    if not found:
        return ""
    year = f"20{found['year']}" if len(found["year"]) == _SHORT_YEAR else found["year"]
    return f"{found['code']}〔{year}〕{found['number']}号"


@rule("number-code")
def number_code(subject: Subject) -> Iterator[Found]:
    """发文字号里的机关代字与 学校.yaml 里的不同，多半是抄了别处的文件，忘了改。

    改正发文字号，或 学校.yaml 里的“机关代字”。代字前后加字（如 党、办、函）不算不同。
    """
    code = subject.school.code
    for at, found in _formed(subject):
        if code and code not in found["code"] and issuers(subject.plan, subject.school)[0] == subject.school.name:
            message = f"机关代字“{found['code']}”与 学校.yaml 里的“{code}”不同：请改正其中一个"
            yield Found(at, message, found[0])


@rule("number-year")
def number_year(subject: Subject) -> Iterator[Found]:
    """发文字号的年份与成文日期不是同一年，多半是用去年的文件改的，漏改了一处。

    改正发文字号的年份，或“成文日期”。
    """
    day = subject.plan.date
    for at, found in _formed(subject):
        if day and int(found["year"]) != day.year:
            message = f"发文字号的年份是{found['year']}年，成文日期是{day.year}年：请改正其中一个"
            yield Found(at, message, found[0])


@rule("number-without-code")
def number_without_code(subject: Subject) -> Iterator[Found]:
    """发文字号只写了顺序号，要靠机关代字和成文日期才能编全；缺了一样，编出来就是半截。

    在 学校.yaml 里写上“机关代字”，在文稿里写上“成文日期”；发文机关不是本校的，发文字号要写全。
    """
    plan, school = subject.plan, subject.school
    for at, number in _written(subject):
        if not number.isdecimal():
            continue
        if issuers(plan, school)[0] != school.name:
            yield Found(at, f"主办的不是本校，编不出它的字号：请写全，如“青教〔2026〕{number}号”", number)
        elif not school.code:
            yield Found(at, "学校.yaml 里没有机关代字，编不成发文字号：请在那里写上“机关代字”，或在这里写全", number)
        elif plan.date is None:
            yield Found(at, "没有成文日期，编不成发文字号：请写上“成文日期”，或在这里写全", number)
