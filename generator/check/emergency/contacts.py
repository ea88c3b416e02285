"""Rules on contacts (通讯录): every line has a number, and every number can be dialled."""

import re
from collections.abc import Iterator

from generator.check.emergency.plans import is_emergency_plan
from generator.check.registry import Found, Subject, found_in, rule, rule_of_text
from generator.check.tables import Entry, Grid, grids
from generator.manuscript import Manuscript, Part
from generator.model import Contacts, School
from generator.outline.names import holders

_PHONE_WORDS = ("电话", "手机", "联系方式", "号码")
_PHONE_HEAD = re.compile("电话|手机|联系方式|号码(?!牌)")
_WHO_HEAD = re.compile("姓名|联系人|单位|负责人|部门|机构|职务|名称")
_LIST = re.compile("通讯录|通信录|联系人|联系方式|联络|电话")

_NUMBERS = re.compile(
    r"(?:电话|手机|联系方式|热线|座机|传真|[Tt]el)(?:号码?)?(?:为|是)?[：:（(\s]*"
    r"((?:\+?[\d（(][\d\-—－ ()（）转]{4,22}\d)(?:[、/，]\d[\d\-—－ 转]{4,22}\d)*)"
)
_ONE = re.compile(r"\+?[\d（(][\d\-—－ ()（）转]*\d")
_VALID = re.compile(
    r"(?:\+?86-?)?1[3-9]\d{9}|(?:\+?86-?)?\(?0\d{2,3}\)?-?[0-9]\d{6,7}(?:(?:-|转)\d{1,6})?|[1-9]\d{6,7}(?:(?:-|转)\d{1,6})?"
    r"|[48]00-?\d{3,4}-?\d{3,4}|1\d{2}|[1-9]\d{2,5}|95\d{3,6}|96\d{3,6}|12\d{3}\d?|0000-?\d{7,8}"
)
_MOBILE, _SHORTEST_LANDLINE, _LONGEST_LANDLINE = 11, 10, 12

_HOTLINES = {
    "119": re.compile(r"(?:火警|消防报警|火灾报警)(?:电话|热线)?(?:为|是)?[“：:（(\s]*(\d{3,5})(?!\d)"),
    "120": re.compile(r"(?:医疗急救|急救|救护)(?:中心|电话|热线)*(?:为|是)?[“：:（(\s]*(\d{3,5})(?!\d)"),
    "110": re.compile(r"(?:公安报警|匪警|报警电话|报警求助)(?:电话|热线)?(?:为|是)?[“：:（(\s]*(\d{3,5})(?!\d)"),
    "122": re.compile(r"(?:交通事故(?:报警)?)(?:电话|热线)?(?:为|是)?[“：:（(\s]*(\d{3,5})(?!\d)"),
}
"""The number of each service, and how a text names it."""


@rule("incomplete-contacts")
def incomplete_contacts(subject: Subject) -> Iterator[Found]:
    """应急通讯录里有人、有单位，却没有电话，等于没有；出事的时候才去找号码就晚了。

    在“学校.yaml”里补上这个人的电话，或者填上表格里空着的电话。
    """
    if not is_emergency_plan(subject.manuscript):
        return
    for node in subject.nodes:
        if isinstance(node, Contacts):
            for number, member in enumerate(node.members):
                if _unreachable(member, subject.school):
                    message = f"通讯录里的“{member}”没有电话：请在“学校.yaml”里补上"
                    yield Found((*node.at, number), message, member)
    yield from _empty_phones(subject.manuscript)


@rule_of_text("empty-phone")
def empty_phone(manuscript: Manuscript) -> Iterator[Found]:
    """通讯录里有人、有单位，却没有电话，等于没有。

    填上空着的电话；这个单位不用联系的，删去这一行。
    """
    if manuscript.foreign and is_emergency_plan(manuscript):
        yield from _empty_phones(manuscript)


def _unreachable(member: str, school: School) -> bool:
    """Whether the school's list has this person or post, and no number."""
    people = [person for person in school.people if person.full_name == member] or holders(member, school)
    return bool(people) and not any(person.phone for person in people)


def _empty_phones(manuscript: Manuscript) -> Iterator[Found]:
    """The rows of lists of contacts that name someone and give no number."""
    for grid in grids(manuscript, _PHONE_WORDS):
        head = " ".join(entry.text for entry in grid.head)
        for phone in grid.columns(_PHONE_HEAD)[:1]:
            filled = any(_at(row, phone) for row in grid.rows)
            if filled or _LIST.search(f"{grid.title}"):
                yield from _empty_rows(grid, phone) if _WHO_HEAD.search(head) else ()


def _empty_rows(grid: Grid, phone: int) -> Iterator[Found]:
    for row in grid.rows:
        named = [
            entry for column in grid.columns(_WHO_HEAD) for entry in row[column : column + 1] if entry.text.strip()
        ]
        others = any(_at(row, column) for column in grid.columns(_PHONE_HEAD))
        if named and not others and phone < len(row):
            yield named[0].found(f"“{named[0].text.strip()}”没有电话：请填上，或删去这一行")


def _at(row: tuple[Entry, ...], column: int) -> str:
    return row[column].text.strip() if column < len(row) else ""


@rule_of_text("malformed-phone")
def malformed_phone(manuscript: Manuscript) -> Iterator[Found]:
    """电话号码少一位、多一位，或者不是任何一种号码的样子，打不通。

    手机号11位，以13至19开头；固定电话写成区号加号码，如 0000-0000001；热线按公布的写。
    """
    for passage, match in manuscript.search(_NUMBERS):
        if passage.part != Part.CELL:
            entries = [Entry(found[0], passage, match.start(1) + found.start()) for found in _ONE.finditer(match[1])]
            yield from (found for entry in entries for found in _malformed_in(entry))
    for grid in grids(manuscript, _PHONE_WORDS):
        for column in grid.columns(_PHONE_HEAD):
            cells = {id(row[column]): row[column] for row in grid.rows if column < len(row)}
            yield from (found for entry in cells.values() for found in _malformed_in(entry))


def _malformed_in(entry: Entry) -> Iterator[Found]:
    """What a cell of numbers has that cannot be dialled; a cell with words or masks in it is not judged."""
    for part in re.split("[、/，；,;\n]", entry.text):
        number = part.strip()
        if _ONE.fullmatch(number) and (message := _malformed(number)):
            start = entry.start + entry.text.index(number)
            yield found_in(entry.passage, (start, start + len(number)), message)


def _malformed(number: str) -> str:
    """What is wrong with a number; nothing where it can be dialled."""
    plain = re.sub(r"\s", "", number).translate(str.maketrans("—－（）", "--()"))
    if _VALID.fullmatch(plain):
        return ""
    digits = re.sub(r"\D", "", plain)
    if digits.startswith("1") and _SHORTEST_LANDLINE <= len(digits) <= _LONGEST_LANDLINE:
        why = f"像手机号，却有{len(digits)}位" if len(digits) != _MOBILE else f"不会有{digits[:2]}开头的手机号"
    else:
        why = f"有{len(digits)}位，不是手机号，也不是区号加固定电话"
    return f"电话号码“{number}”{why}：请核对"


@rule_of_text("wrong-hotline")
def wrong_hotline(manuscript: Manuscript) -> Iterator[Found]:
    """火警119、急救120、公安报警110、交通事故122，写错一个，会耽误救人。

    改成正确的号码。
    """
    for passage in manuscript.holding(*_HOTLINES):
        for match, right in _misdialled(passage.plain):
            yield found_in(passage, match.span(1), _wrong(match, right))
    for grid in grids(manuscript, _HOTLINES) if not manuscript.foreign else ():
        for row in grid.rows:
            for match, right in _misdialled("\t".join(entry.text for entry in row)):
                yield from (entry.found(_wrong(match, right)) for entry in row if entry.text == match[1])


def _misdialled(text: str) -> Iterator[tuple["re.Match[str]", str]]:
    """Where a text gives one service the number of another, and the number it has."""
    for right, pattern in _HOTLINES.items():
        for match in pattern.finditer(text):
            if match[1] in _HOTLINES and match[1] != right:
                yield match, right


def _wrong(match: "re.Match[str]", right: str) -> str:
    return f"“{match[1]}”写错了号码：应是{right}"
