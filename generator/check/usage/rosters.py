"""Rules on rosters (名单) as they are typed in foreign files: one role a line, a mark between names, no padding."""

import re
from collections.abc import Iterator, Sequence

from generator.check.registry import Found, found_in, rule_of_text
from generator.check.usage.furniture import own
from generator.check.usage.telling import Hit, tell
from generator.manuscript import Manuscript, Part, Passage
from generator.problems import Severity
from generator.surnames import SINGLE, looks_like_a_name
from generator.vocabulary import ROLES

_ROLE = re.compile(
    r"(?:(?<=\s)|(?<=[：:])|^|(?<=[\u4e00-\u9fff]))(?:"
    + "|".join(
        r"\s*".join(role) for role in sorted(dict.fromkeys((*ROLES, "组长", "副组长", "成员")), key=len, reverse=True)
    )
    + r")\s*[：:]"
)
_PADDED = re.compile(r"(?<![一-龥])([一-龥]) ([一-龥])(?![一-龥])")
_NAME_LINE = re.compile(r"[一-龥]{1,4}(?:\s[一-龥]{1,4}){2,}[。]?")
_TOKENS = re.compile(r"[一-龥]{2,8}")
_TWO_NAMES = (4, 5, 6)
_LONGEST_LINE, _LONGEST_HEADING, _LONGEST_LEAD = 200, 60, 30
_LONGEST_NAME = 3


def _lines(manuscript: Manuscript) -> Iterator[tuple[Passage, int]]:
    """Every line of a roster with where its names begin, lines that go on with names too."""
    going_on = False
    for passage in own(manuscript) if manuscript.foreign else ():
        roles = list(_ROLE.finditer(passage.text)) if len(passage.text) <= _LONGEST_LINE else []
        named = bool(roles) and "。" not in passage.text[:-1]
        going_on = named or (going_on and bool(_NAME_LINE.fullmatch(passage.text)))
        if going_on:
            yield passage, roles[0].end() if roles else 0


@rule_of_text("roles-on-one-line")
def roles_on_one_line(manuscript: Manuscript) -> Iterator[Found]:
    """一行里挤了两个职务，或者名单接在标题后面，读的人分不清谁是组长、谁是副组长。

    一个职务一行：组长、副组长、成员各起一行；名单的标题单独一行。
    """
    for passage, _ in _lines(manuscript):
        roles = list(_ROLE.finditer(passage.text))
        if len(roles) > 1 and "。" not in passage.text[:-1]:
            yield found_in(passage, (0, 0), f"一行里有 {len(roles)} 个职务：请一个职务一行，和标题分开")
        elif (
            passage.level and roles and roles[0].start() > len(passage.label) and len(passage.text) <= _LONGEST_HEADING
        ):
            yield found_in(passage, (0, 0), "名单接在标题后面：请另起一行")


@rule_of_text("roster-between-chapters", Severity.HINT)
def roster_between_chapters(manuscript: Manuscript) -> Iterator[Found]:
    """名单没有编号，插在两条之间，看不出它属于上一条还是自成一条。

    把名单归到相应的一条下面，或者单独编号成一条。
    """
    passages = own(manuscript) if manuscript.foreign else ()
    for before, lead, roster in zip(passages, passages[1:], passages[2:], strict=False):
        announced = not lead.level and lead.text[-1] in "：:" and len(lead.text) <= _LONGEST_LEAD
        if announced and roster.part == Part.ROSTER and before.level == 1 and before.part == Part.ITEM:
            yield found_in(lead, (0, 0), "名单没有编号，插在两条之间：请归到上一条，或单独编号")


@rule_of_text("joined-names")
def joined_names(manuscript: Manuscript) -> Iterator[Found]:
    """两个人的姓名中间没有标点，会被读成一个人。

    在两个姓名之间加顿号；确实是一个人的（复姓、少数民族姓名），不必改。
    """
    for passage, start in _lines(manuscript):
        for word in _TOKENS.finditer(passage.plain, start):
            pair = _split(re.split("[及和与等]", word[0])[0])
            if pair:
                end = word.start() + len("".join(pair))
                message = f"“{''.join(pair)}”疑为两个人“{pair[0]}、{pair[1]}”：请核对，中间加顿号"
                yield found_in(passage, (word.start(), end), message)


def _split(word: str) -> Sequence[str]:
    """A word that reads as two names set side by side, as these two; nothing where it reads as one."""
    if len(word) not in _TWO_NAMES or looks_like_a_name(word) or word[:1] not in SINGLE:
        return ()
    for first in (3, 2) if len(word) != _TWO_NAMES[0] else (2,):
        names = word[:first], word[first:]
        if all(looks_like_a_name(name) for name in names) and len(names[1]) <= _LONGEST_NAME:
            return names
    return ()


@rule_of_text("padded-names", Severity.HINT)
def padded_names(manuscript: Manuscript) -> Iterator[Found]:
    """两个字的姓名中间加空格对齐，查找、统计时就成了两个字而不是一个人。

    删去姓名中间的空格；对齐交给制表位或表格。
    """
    hits = [
        Hit(passage, found.span())
        for passage, start in _lines(manuscript)
        for found in _PADDED.finditer(passage.plain, start)
    ]
    yield from tell(manuscript, hits, "姓名“{quote}”中间有空格：请删去", few=0)
