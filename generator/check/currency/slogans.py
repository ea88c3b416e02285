"""Wordings of policy that have changed: slogans, guiding thoughts, terms of discipline."""

import re
from collections.abc import Iterator
from datetime import date as Date  # noqa: N812 - the type beside fields named date

from generator.check.currency.citing import HISTORY, mentions, once, sentence_around
from generator.check.registry import Found, found_in, rule_of_text
from generator.manuscript import Manuscript
from generator.problems import Severity

_NEW_THOUGHT = Date(2017, 10, 25)
_OLD_THOUGHT = re.compile(
    r"(?:邓小平理论(?:和|、|与)?)?[“‘\"]?三个代表[”’\"]?(?:重要思想)?(?:[^。；]{0,12}科学发展观)?|科学发展观"
)
_NAMED, _LATEST = ("三个代表", "科学发展观"), ("习近平", "新时代中国特色社会主义思想")
_GUIDES = re.compile(r"指导|指针|统领|引领|实践|践行|贯彻|落实|高举|高度|坚持|树立|学习")
_AIM = re.compile(r"(?:重要思想)?(?:为|作为)?(?:指导|指针|统领|引领|主题)?")


@rule_of_text("outdated-slogan")
def outdated_slogan(manuscript: Manuscript) -> Iterator[Found]:
    """提法变了，旧词还在，读的人就知道这是旧稿。

    请改为现行的提法；引用文件原名的（在书名号里），保留原文。
    """
    for mention, count in once(mentions(manuscript, "slogans", manuscript.day), manuscript):
        message = f"“{mention.quote}”是旧的提法：请改为{mention.words.new}{mention.words.note}{count}"
        yield mention.found(message)


@rule_of_text("outdated-term")
def outdated_term(manuscript: Manuscript) -> Iterator[Found]:
    """处分、职级的名称随法律改过，旧称用在新文件里没有依据。

    请改为现行的名称。
    """
    yield from find_outdated_terms(manuscript, manuscript.day)


def find_outdated_terms(manuscript: Manuscript, day: Date) -> Iterator[Found]:
    """Terms of discipline and rank that no longer held on that day."""
    for mention, count in once(mentions(manuscript, "posts_and_penalties", day), manuscript):
        words = mention.words
        yield mention.found(f"“{mention.quote}”{words.from_when}已改称{words.new}{words.note}{count}")


@rule_of_text("outdated-guidance")
def outdated_guidance(manuscript: Manuscript) -> Iterator[Found]:
    """指导思想只写到“三个代表”重要思想、科学发展观，缺了2017年以后的内容。

    请写到习近平新时代中国特色社会主义思想。
    """
    yield from find_outdated_guidance(manuscript, manuscript.day)


def find_outdated_guidance(manuscript: Manuscript, day: Date) -> Iterator[Found]:
    """The first guiding thought of a document that names none of the latest."""
    if day < _NEW_THOUGHT or manuscript.names_any(_LATEST) or not manuscript.names_any(_NAMED):
        return
    for passage, match in manuscript.search(_OLD_THOUGHT):
        sentence = sentence_around(passage.plain, *match.span())
        if _GUIDES.search(sentence) and not (HISTORY.search(sentence) or "实践科学发展观活动" in sentence):
            aim = _AIM.match(passage.plain, match.end())
            end = aim.end() if aim else match.end()
            severity = Severity.ERROR if "指导" in passage.plain[match.start() : end] else Severity.WARNING
            message = "2017年10月以后，指导思想不能只写到这里：请写到习近平新时代中国特色社会主义思想"
            yield found_in(passage, (match.start(), end), message, severity)
            return


@rule_of_text("misnamed-doctrine")
def misnamed_doctrine(manuscript: Manuscript) -> Iterator[Found]:
    """指导思想的名称有固定的写法，漏字、换字都是差错。

    请照规范的全称写。
    """
    for mention in mentions(manuscript, "doctrines", manuscript.day):
        yield mention.found(f"没有“{mention.quote}”的提法：应为{mention.words.new}{mention.words.note}")
