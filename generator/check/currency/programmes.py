"""Programmes, campaigns and plan periods that are over by the document's day."""

import re
from collections.abc import Iterator
from datetime import date as Date  # noqa: N812 - the type beside fields named date

from generator.check.currency.citing import HISTORY, latest_day, mentions, once, sentence_around
from generator.check.facts import Fact, load_facts
from generator.check.registry import Found, found_in, rule_of_text
from generator.dates import print_date
from generator.manuscript import Manuscript, Passage
from generator.problems import Severity

_TERM = re.compile(r"《[^《》]{2,50}?[（(](?:20\d{2})年?[-—－–~～至]{1,2}(?P<last>20\d{2})年?[）)][^《》]{0,12}》")
_LOOKING_BACK = re.compile(
    r"总结|收官|以来|验收|评估|回顾|圆满|成就|成果|期满|到期|末期|期间|时期|上一轮|决胜|已完成|顺利完成|结束|历年|荣获|获得"
)
_RESEARCH = re.compile("课题|立项|结题|教育科学|学分|学时|继续教育")


@rule_of_text("expired-programme")
def expired_programme(manuscript: Manuscript) -> Iterator[Found]:
    """规划、行动计划、集中教育都有期限，过了期还写进今后的打算，是从旧计划里抄来的。

    请改为现行的规划或者活动；说的是总结、回顾的，写明“已结束”。
    """
    yield from find_expired_programmes(manuscript, manuscript.day)


def find_expired_programmes(manuscript: Manuscript, day: Date) -> Iterator[Found]:
    """Programmes whose term is over on that day, where the sentence does not look back."""
    for mention, count in once(mentions(manuscript, "programmes", day), manuscript):
        words = mention.words
        if not _LOOKING_BACK.search(sentence_around(mention.passage.plain, *mention.span)):
            remedy = f"请改为{words.new}" if words.new else "请删去，或者改为现行的部署"
            yield mention.found(f"“{mention.quote}”{words.from_when}已经结束：{remedy}{words.note}{count}")
    yield from _expired_titles(manuscript, day)


def _expired_titles(manuscript: Manuscript, day: Date) -> Iterator[Found]:
    """Titles that tell their own term, as 《…行动计划（2021—2025年）》."""
    for passage, match in manuscript.search(_TERM):
        sentence = sentence_around(passage.plain, *match.span())
        if int(match["last"]) < day.year and not (HISTORY.search(sentence) or _LOOKING_BACK.search(sentence)):
            message = f"{match[0]}到{match['last']}年已经期满：请改引现行的规划或计划"
            if "教育改革和发展规划纲要" not in match[0]:
                yield found_in(passage, match.span(), message)


@rule_of_text("plan-period")
def plan_period(manuscript: Manuscript) -> Iterator[Found]:
    """五年规划期已过，还当作今后的目标；或者规划还没有提出，就先引用。

    请改为成文时的规划期；总结上一个规划期的，写明“期间”“以来”“收官”。
    """
    yield from find_plan_periods(manuscript, manuscript.day)
    yield from _early_periods(manuscript)


def find_plan_periods(manuscript: Manuscript, day: Date) -> Iterator[Found]:
    """Plan periods that are over on that day and are spoken of as to come."""
    for fact, passage, match in _periods(manuscript):
        over = fact.date("止")
        clause = sentence_around(passage.plain, *match.span(), stops="，。；！？")
        if over and over < day and not (_LOOKING_BACK.search(clause) or _RESEARCH.search(clause)):
            message = (
                f"“{fact.text('名')}”到{print_date(over)}已经结束：请改为现行的规划期；总结上一期的，写明“期间”或“以来”"
            )
            yield found_in(passage, match.span(), message)


def _early_periods(manuscript: Manuscript) -> Iterator[Found]:
    day = latest_day(manuscript)
    for fact, passage, match in _periods(manuscript):
        proposed, approved = fact.date("建议"), fact.date("纲要")
        if proposed and day < proposed:
            message = f"“{fact.text('名')}”规划的建议{print_date(proposed)}才通过，本件成文在此以前：请核对日期"
            yield found_in(passage, match.span(), message, Severity.HINT)
        elif approved and day < approved and passage.plain[match.end() :].startswith("规划纲要"):
            message = f"“{fact.text('名')}”规划纲要{print_date(approved)}才批准，在此以前只能称“规划建议”"
            yield found_in(passage, match.span(), message, Severity.HINT)


def _periods(manuscript: Manuscript) -> Iterator[tuple[Fact, Passage, "re.Match[str]"]]:
    """Every plan period named, in quotation marks or before 规划 and its like."""
    for fact in load_facts("plan_periods", ("名", "起", "止"), ("建议", "纲要")):
        name = fact.text("名")
        if manuscript.names_any([name]):
            form = re.compile(
                rf"[“‘\"]{name}[”’\"]|(?<![二三四五六七八九第十]){name}(?=规划|纲要|时期|发展|教育|目标|开局)"
            )
            for passage, match in manuscript.search(form):
                yield fact, passage, match
