"""Laws and regulations as a document cites them: repealed, misnamed, in an old edition, not yet made."""

import re
from collections.abc import Iterator
from datetime import date as Date  # noqa: N812 - the type beside fields named date
from functools import lru_cache

from generator.check.currency.citing import HISTORY, latest_day, mentions, sentence_around
from generator.check.facts import Fact, load_facts
from generator.check.registry import Found, found_in, rule_of_text
from generator.dates import print_date
from generator.manuscript import Manuscript, Passage
from generator.problems import Severity

_CITED = re.compile(
    r"(?:(?P<earlier>\d{4})年?(?:修订|修正|版|颁布)的?)?《(?:中华人民共和国)?(?P<name>[^《》（）]{2,30})"
    r"(?:（(?P<inner>[^（）《》]{2,14})）)?》(?:（(?P<outer>[^（）《》]{2,14})）)?"
)
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})年?(?:版|本|修订|修正|修改|第.次修[订正])?(?!\d)")


@rule_of_text("obsolete-law", Severity.ERROR)
def obsolete_law(manuscript: Manuscript) -> Iterator[Found]:
    """已经废止或者被代替的法律、法规、文件不能再作依据；成文那天仍有效的不算错。

    请改引现行的名称，并核对条款。地方性法规（××省信访条例）另是一部，不在此列。
    """
    yield from find_obsolete_laws(manuscript, manuscript.day)


def find_obsolete_laws(manuscript: Manuscript, day: Date) -> Iterator[Found]:
    """Laws no longer in force on that day."""
    for mention in mentions(manuscript, "laws_repealed", day):
        words = mention.words
        what = f"由{words.new}代替" if words.new else "废止"
        message = f"{mention.quote}{words.from_when}已{what}：请改引现行名称，并核对条款{words.note}"
        yield mention.found(message)


@rule_of_text("misnamed-law")
def misnamed_law(manuscript: Manuscript) -> Iterator[Found]:
    """法律、法规的名称漏字、错写，等于引了一部没有的法。

    请照全称写；拿不准的，到国家法律法规数据库核对。
    """
    for mention in mentions(manuscript, "laws_misnamed", manuscript.day):
        message = f"没有{mention.quote}这个名称：应为{mention.words.new}{mention.words.note}"
        yield mention.found(message)


@rule_of_text("law-to-verify", Severity.HINT)
def law_to_verify(manuscript: Manuscript) -> Iterator[Found]:
    """有的文件正在修改，有的上面已有新法，引用前要再看一眼。

    请到国家法律法规数据库或者发文机关网站核对；核对过的，用“忽略”注明。
    """
    if manuscript.foreign and not manuscript.date:
        return
    seen = set()
    for mention in mentions(manuscript, "laws_to_verify", manuscript.day):
        if mention.words not in seen:
            seen.add(mention.words)
            yield mention.found(f"引用{mention.quote}请核对：{mention.words.note}")


@lru_cache
def _laws() -> dict[str, Fact]:
    """Every law in force by its name without 中华人民共和国."""
    facts = load_facts("laws_in_force", ("名", "公布"), ("版次",))
    return {fact.text("名"): fact for fact in facts}


def _cited(manuscript: Manuscript) -> Iterator[tuple[Passage, "re.Match[str]", Fact]]:
    for passage, match in manuscript.search(_CITED):
        if fact := _laws().get(match["name"]):
            yield passage, match, fact


@rule_of_text("law-not-yet-made")
def law_not_yet_made(manuscript: Manuscript) -> Iterator[Found]:
    """引用的法在成文那天还没有公布，不是日期写错，就是从后来的文件里抄来的。

    请核对成文日期和年度；确在公布以前成文的，不引这部法。
    """
    day = latest_day(manuscript)
    for passage, match, fact in _cited(manuscript):
        made = fact.date("公布") or Date.min
        if made > day and not re.search("草案|征求意见|立法", sentence_around(passage.plain, *match.span())):
            start = match.start() + match[0].index("《")
            message = f"《{match['name']}》{print_date(made)}才公布，本件成文在此以前：请核对日期，或者不引这部法"
            yield found_in(passage, (start, match.end()), message)


@rule_of_text("outdated-edition")
def outdated_edition(manuscript: Manuscript) -> Iterator[Found]:
    """注明的版本已不是现行版本，条款的序号和内容都可能变了。

    请改注现行版本，或者不注版本，并核对所引条款。
    """
    yield from find_outdated_editions(manuscript, manuscript.day)


def find_outdated_editions(manuscript: Manuscript, day: Date) -> Iterator[Found]:
    """Laws cited in an edition that is not the one of that day."""
    for passage, match, fact in _cited(manuscript):
        current = _edition(fact, day)
        if not current or HISTORY.search(sentence_around(passage.plain, *match.span())):
            continue
        notes = "".join(filter(None, match.group("inner", "outer")))
        year = _YEAR.search(match["earlier"] or notes)
        if (year and int(year[1]) < current) or (not year and re.search("草案|征求意见", notes)):
            message = f"《{match['name']}》现行的是{current}年版本：请改注版本并核对条款"
            yield found_in(passage, match.span(), message)


def _edition(fact: Fact, day: Date) -> int:
    """The year of the edition in force on that day; 0 before there was any."""
    current = 0
    for edition in fact.texts("版次"):
        year, _, since = edition.partition(" ")
        if Date.fromisoformat(since) <= day:
            current = int(year)
    return current
