"""Rosters (名单) in the forms in which they are typed: roles and names told apart, padded and joined names mended."""

import re
from collections.abc import Iterator

from generator.model import Row
from generator.recognition.lines import Findings
from generator.surnames import COMPOUND, SINGLE, looks_like_a_name
from generator.vocabulary import ROLES

_MORE_ROLES = (
    "办公室主任",
    "办公室副主任",
    "常务副主任",
    "第一责任人",
    "信访专干",
    "专干",
    "责任领导",
    "分管领导",
    "执行组长",
    "执行副组长",
)
_SPACED = "|".join(r"\s*".join(role) for role in sorted((*ROLES, *_MORE_ROLES), key=len, reverse=True))
_ROLE = re.compile(rf"(?:(?<=[\s、，。；;,（(：:])|^|(?<=[一-龥])(?<![小大各班处科副]))(?P<role>{_SPACED})\s*[：:]\s*")
_OPENING = re.compile(rf"\s*[（(]?(?:[一二三四五六七八九十\d]+[、.）)])?\s*(?:{_SPACED})\s*[：:]")
_DOES_SOMETHING = re.compile(
    r"^(?:负责|在.{2,20}领导下|根据|按照|领导|组织|协助|全面|统筹|做好|具体|主持|贯彻)|[。；;](?=.)|[^、，,；;\s]{16,}"
)
"""What stands behind a role that is told its work."""
_LONGEST_HEAD = 24
_BETWEEN = re.compile(r"[、，,；;](?![^（）]*）)")
_GROUP_WORDS = re.compile(r"各|全体|全校|及其|等|班主任|处室|科室|部门|人员|教师|主任|组长|代表|家长|单位|成员")
_AND = re.compile(r"(?<=[一-龥])(?:及|和|以及)(?=各|全体|全校|其他|有关|相关)")
_LONGEST_RUN = 16


def begins_with_role(text: str) -> bool:
    """Whether a line begins with a role and a colon, whatever stands behind them."""
    return bool(_OPENING.match(text))


def opens_roster(text: str) -> bool:
    """Whether a line begins with a role and a colon, and names who holds it rather than what he does."""
    found = _OPENING.match(text)
    return bool(found) and not _DOES_SOMETHING.search(text[found.end() :] if found else "")


def find_roster(text: str) -> int:
    """Where in a line a roster begins behind a short heading; -1 where there is none."""
    found = _ROLE.search(text)
    return found.start() if found and found.start() <= _LONGEST_HEAD else -1


def find_roster_in_text(text: str) -> int:
    """Where a roster begins behind a sentence that brings it in; -1 where there is none."""
    found = next(
        (role for role in _ROLE.finditer(text) if role.start() and text[role.start() - 1] in " ：:。，,"), None
    )
    return found.start() if found else -1


def rows_of(text: str, findings: Findings) -> Iterator[Row]:
    """The rows of the roster in a text: one for every role in it."""
    found = list(_ROLE.finditer(text))
    for index, role in enumerate(found):
        end = found[index + 1].start() if index + 1 < len(found) else len(text)
        yield Row(role=re.sub(r"\s", "", role["role"]), members=tuple(members_of(text[role.end() : end], findings)))


def is_names_alone(text: str) -> bool:
    """Whether a line holds nothing but names, as the wrapped rest of a roster does."""
    members = list(members_of(text, Findings()))
    return len(members) > 1 and not re.search("[。：:]", text[:-1]) and all(map(looks_like_a_name, members))


def members_of(text: str, findings: Findings) -> Iterator[str]:
    """The people and groups of one role, as they are written, one by one."""
    text = _AND.sub("、", text.strip().rstrip("。.;；"))
    for part in _BETWEEN.split(text):
        if "（" in part:
            yield part.strip()
            continue
        for member in _closed_up(part.split()):
            yield from _parted(member, findings)


def _closed_up(words: list[str]) -> Iterator[str]:
    """Words of a part between marks; two single characters side by side are one padded name."""
    index = 0
    while index < len(words):
        word = words[index]
        padded = len(word) == 1 and index + 1 < len(words) and len(words[index + 1]) == 1
        yield word + words[index + 1] if padded else word
        index += 2 if padded else 1


def _parted(member: str, findings: Findings) -> Iterator[str]:
    """The names in a run without marks between them; each parting is a guess."""
    if not 4 <= len(member) <= _LONGEST_RUN or _GROUP_WORDS.search(member) or looks_like_a_name(member):  # noqa: PLR2004 - two names are at least four characters
        yield from filter(None, [member])
        return
    names = _split(member)
    if len(names) > 1:
        findings.guess(member, f"这几个名字连在一起，照姓氏分成了“{'、'.join(names)}”，请核对", 0.7)
        yield from names
    else:
        yield member


def _split(run: str) -> list[str]:
    """A run of names parted so that each begins with a surname; names of three characters before those of two."""
    if not run:
        return []
    for length in (3, 4, 2):
        name, rest = run[:length], run[length:]
        if len(name) == length and _is_name(name) and (not rest or _split(rest)):
            return [name, *_split(rest)]
    return []


def _is_name(text: str) -> bool:
    return (text[:2] in COMPOUND and len(text) in (3, 4)) or (text[0] in SINGLE and len(text) in (2, 3))
