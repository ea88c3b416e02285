"""The head of a document: title (标题), name and date below it (署名、题下日期), addressee (主送) or salutation (称谓)."""

import re
from dataclasses import dataclass, replace

from generator.original import Line
from generator.recognition.labels import label_of
from generator.recognition.lines import Findings

_KINDS = {
    "工作计划": r"计划|要点|安排",
    "应急预案": r"预案",
    "实施方案": r"方案|办法|细则|意见|措施",
    "讲话稿": r"讲话|致辞|发言|演讲|报告会.*稿|讲话稿|发言稿",
    "经验材料": r"经验.{0,4}材料|交流材料|汇报材料|先进事迹|总结|汇报|报告|做法|材料",
    "请示": r"请示",
    "函": r"的?函",
    "纪要": r"纪要",
    "通知": r"通知|通告|决定",
}
_KIND = re.compile("|".join(f"(?P<k{n}>(?:{words}))" for n, words in enumerate(_KINDS.values())))
_DATELINE = re.compile(
    r"^[（(]\s*(\d{4}\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?|\d{4}[-./]\d{1,2}[-./]\d{1,2})\s*[）)]$"
)
_SALUTATION = re.compile(r"^(?:尊敬的|亲爱的|各位|同志们|老师们|同学们|家长们)[^。]{0,40}[：:!！,，]?$")
_ADDRESSEES = re.compile(r"^[^。；;]{2,60}[：:]$")
_NAMES_MANY = re.compile(
    r"^(?:各|尊敬的|同志们|老师们|同学们).{0,40}[：:]$|^.{2,40}(?:学校|处室|科室|单位|委会|年级组|班主任)[：:]$"
)
_NO_ADDRESSEE = re.compile(r"月份|学期|如下|下列|以下|安排|方案|计划|要求|工作|[一二三四五六七八九十]是")
_NUMBER = re.compile(r"^[^\s。，]{1,12}[〔\[［(（]\s*\d{4}\s*[〕\]］)）]\s*第?\s*\d+\s*号$")
_SCHOOL = re.compile(
    r"(?!全|各|在|关于|我)[一-龥×xX*]{2,24}?(?<!中)(?:小学|中学|学校|幼儿园|初中|高中|职校|学院)(?!生)"
)
_OFFICE = re.compile(r"[一-龥×xX*]{2,20}(?:教育局|教体局|政府|委员会|办公室|教育系统|[镇乡县市区])(?=\s|关于|\d{4})")
_RUN_IN = re.compile(
    r"(?P<title>[^。，,；;：:！!？?]{4,40}?(?:计划|方案|预案|讲话|材料|总结))(?:[（(][一二三四五六七八九十\d]{1,3}[)）])?\s*"
    r"(?=为了?|根据|按照|依据|认真|当前|近年|今年|\d{4}年|尊敬的|各位|同志们|[一1][、.])"
)
_SITE_ORDINAL = re.compile(
    r"(?<=[计方预][划案])(?=\S|\s)(?:范文|模板)?\s*(?:篇\s*[\d一二三四五六七八九十]+|[（(](?:[\d一二三四五六七八九十]{1,3}|(?:精选|通用|最新).{0,6})[）)])?$"
)
_ZONE, _LONGEST_TITLE, _LONGEST_LINE = 8, 80, 45
_ENDS = "。；;，,！!？?"


@dataclass(frozen=True)
class Head:
    """What stands before the text, and how many lines it takes."""

    title: tuple[str, ...] = ()
    byline: tuple[str, ...] = ()
    dateline: str = ""
    addressees: str = ""
    salutation: str = ""
    number: str = ""
    kind: str = ""
    organisation: str = ""
    length: int = 0


def part_run_in_title(lines: list[Line], findings: Findings) -> list[Line]:
    """The lines with a title parted that ran into the first paragraph."""
    found = _RUN_IN.match(lines[0].plain) if lines and len(lines[0].plain) > _LONGEST_LINE else None
    if not found or re.match("为|根据|按照|依据|现将|本", found["title"]):
        return lines
    first = lines[0]
    findings.guess(first.text[: found.end("title")], "标题原来与第一段连在一起，已经分开，请核对", 0.8)
    findings.remove(first, first.text[found.end("title") : found.end()], "网页加的序号")
    return [first.cut(0, found.end("title")), first.cut(found.end(), len(first.text)), *lines[1:]]


def read_head(lines: list[Line], findings: Findings) -> Head:
    """The head of the document whose lines these are."""
    start = 1 if lines and _NUMBER.match(lines[0].plain) else 0
    end = _end_of_title(lines, start)
    title = tuple(part for line in _without_ordinal(lines[start:end], findings) for part in _parts(line.text))
    joined = "".join(line.plain for line in lines[start:end])
    number = lines[0].text if start else ""
    head = Head(title, number=number, kind=kind_of(joined), organisation=_organisation(joined), length=max(start, end))
    return _below_title(head, lines) if title else _addressed(head, lines)


def _without_ordinal(lines: list[Line], findings: Findings) -> list[Line]:
    """The lines of a title without the number or the word that a collection put behind it."""
    found = _SITE_ORDINAL.search(lines[-1].plain) if lines else None
    if not found:
        return lines
    findings.remove(lines[-1], lines[-1].text[found.start() :], "网页加的序号")
    return [*lines[:-1], lines[-1].cut(0, found.start())]


def kind_of(title: str) -> str:
    """The 文种 that a title ends in; empty where it says none."""
    found = list(_KIND.finditer(re.sub(r"[（(][^（）()]*[)）]$", "", title)))
    if not found:
        return ""
    last = found[-1]
    return next(kind for number, kind in enumerate(_KINDS) if last.groupdict()[f"k{number}"])


def _end_of_title(lines: list[Line], start: int) -> int:
    """The number of lines up to the end of the title; 0 where there is none."""
    text = ""
    for index, line in enumerate(lines[start : start + _ZONE], start):
        plain = line.plain
        if line.rows or label_of(line) or plain[-1:] in _ENDS or len(plain) > _LONGEST_LINE or plain[-1:] in "：:":
            return 0
        text += plain
        if len(text) > _LONGEST_TITLE:
            return 0
        if _ends_in_kind(re.sub(r"[（(][^（）()]{1,8}[)）]$", "", _SITE_ORDINAL.sub("", plain))):
            return index + 1
    return 0


def _ends_in_kind(text: str) -> bool:
    """Whether the last words of a line name a kind of document."""
    found = list(_KIND.finditer(text[-8:]))
    return bool(found) and found[-1].end() >= len(text[-8:]) - 2


def _parts(text: str) -> list[str]:
    """The lines of the title in one line of the file: a school set off by a space stands on its own."""
    organisation, _, rest = text.partition(" ")
    return [organisation, rest.strip()] if rest and re.search("(?:学|园|校|局|府|会)$", organisation) else [text]


def _organisation(title: str) -> str:
    found = _SCHOOL.match(title) or _OFFICE.match(title)
    return found[0] if found else ""


def _below_title(head: Head, lines: list[Line]) -> Head:
    """The head with the name and the date that stand below the title, and whom it addresses."""
    for line in lines[head.length : head.length + 3]:
        if found := _DATELINE.match(line.plain):
            head = replace(head, dateline=found[1], length=head.length + 1)
        elif not head.byline and not head.dateline and _is_byline(line):
            head = replace(head, byline=(line.text,), length=head.length + 1)
        else:
            break
    return _addressed(head, lines)


def _is_byline(line: Line) -> bool:
    plain = line.plain
    return bool(
        len(plain) <= 30  # noqa: PLR2004 - a post and a name are no longer
        and plain[-1:] not in _ENDS + "：:"
        and not label_of(line)
        and re.search(r"书记|校长|主任|局长|镇长|县长|市长|园长|[xX×*]{2,3}$|^[一-龥]{2,3}(?: [一-龥])?$", plain)
    )


def _addressed(head: Head, lines: list[Line]) -> Head:
    if head.length >= len(lines):
        return head
    line = lines[head.length]
    if not (head.title or head.number) and not _NAMES_MANY.match(line.plain):
        return head
    if _SALUTATION.match(line.plain):
        return replace(head, salutation=line.text.rstrip("：:,，!！"), length=head.length + 1)
    if _ADDRESSEES.match(line.plain) and not _NO_ADDRESSEE.search(line.plain) and not label_of(line):
        return replace(head, addressees=line.text.rstrip("：:"), length=head.length + 1)
    return head
