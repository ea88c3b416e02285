"""Rules on privacy (个人信息): no camera where pupils sleep, no list of who is ill or poor."""

import re
from collections.abc import Iterator

from generator.check.registry import Found, found_in, rule_of_text
from generator.check.rights.measures import advice, questionable
from generator.check.tables import Entry, Grid, grids
from generator.manuscript import Manuscript
from generator.surnames import looks_like_a_name

_PUPILS = re.compile("学生|幼儿|儿童|新生|同学|特异体质|走读生|住宿生|住校生|班级|年级")
_NAMES = re.compile("^(?:学生|幼儿|儿童)?姓名$|^学生$|^幼儿$")
_SENSITIVE = re.compile(
    "身份证|住址|家庭(?:地址|情况|住址)|病(?:史|情|名|种)|疾病|诊断|残疾|过敏|体质|困难(?:原因|情况|类型)|单亲|监护情况"
    "|(?:家长|监护人|父亲|母亲|联系).{0,3}电话|手机"
)
_NOT_PUPILS = re.compile("教师|教职工|值班|职务|职称|联系人|接访|部门|单位|保管")
_MASKED = re.compile(r"[*＊×xX]{2,}|某|^[—\-无/]*$")
_IDENTITY = re.compile(r"(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)")
_LONG_NUMBER = re.compile(r"\d{17}")
_ILLNESSES = tuple(
    "心脏病 癫痫 抑郁 哮喘 白血病 肺结核 乙肝 艾滋 糖尿病 精神分裂 自闭 多动症 残疾 单亲 孤儿 贫困".split()
)
_ILL = re.compile(
    "(?:班|学生|幼儿)([\u4e00-\u9fff]{2,4}?)(?:同学)?[，（]?(?:身?患有?|确诊|被诊断为|系|属|为)[^，。；]{0,6}?"
    f"(?:{'|'.join(_ILLNESSES)})"
)
_BASIS = ("《中华人民共和国个人信息保护法》第二十八条、第三十一条", "《中华人民共和国未成年人保护法》第四条")
_TABLE = advice(
    "表里有学生姓名和敏感个人信息，不宜随文印发", _BASIS, "公示版只写班级和人数，姓名和详情另表密存、限岗位知悉"
)
_NUMBER = advice("居民身份证号码是敏感个人信息，不宜写进文稿", _BASIS[:1], "只写姓名、职务；确需登记的另表密存")
_ILLNESS = advice("写明了学生的姓名和健康、家庭情况", _BASIS, "用代号或者只写班级和人数，详情由专人密存")


@rule_of_text("camera-in-dormitory")
def camera_in_dormitory(manuscript: Manuscript) -> Iterator[Found]:
    """宿舍房间、厕所、浴室是私密处所，装监控既违法，也会伤害学生。

    只在走廊、出入口等公共区域安装，设提示标识，按规定备案。
    """
    return questionable(manuscript, "camera-in-dormitory")


@rule_of_text("published-privacy")
def published_privacy(manuscript: Manuscript) -> Iterator[Found]:
    """学生的证件号码、病史、心理和家庭情况是敏感个人信息，随文印发、公布，会伤害孩子。

    文件里只写人数和措施，名单由专人密存。要给家长看的，做一份隐去这些内容的公示版。
    """
    yield from questionable(manuscript, "published-privacy")
    if _LONG_NUMBER.search(manuscript.text):
        yield from (found_in(passage, match.span(), _NUMBER) for passage, match in manuscript.search(_IDENTITY))
    for passage, match in manuscript.search(_ILL) if manuscript.names_any(_ILLNESSES) else ():
        if looks_like_a_name(match[1]) and not _MASKED.search(match[1]):
            yield found_in(passage, match.span(), _ILLNESS)
    for grid in grids(manuscript, ("姓名",)) if manuscript.names_any(["姓名"]) else ():
        yield from _lists_pupils(grid)


def _lists_pupils(grid: Grid) -> Iterator[Found]:
    """The first sensitive column of a table that names pupils, where it is filled in."""
    head = " ".join(entry.text for entry in grid.head)
    if _NOT_PUPILS.search(head) or not _PUPILS.search(f"{grid.title} {head}"):
        return
    for name in grid.columns(_NAMES)[:1]:
        told = [column for column in grid.columns(_SENSITIVE) if any(_tells(row, name, column) for row in grid.rows)]
        yield from (grid.head[column].found(_TABLE) for column in told[:1])


def _tells(row: tuple[Entry, ...], name: int, column: int) -> bool:
    if max(name, column) >= len(row):
        return False
    who, what = row[name].text.strip(), row[column].text.strip()
    return looks_like_a_name(who) and not _MASKED.search(who) and not _MASKED.search(what)
