"""Offices that were dissolved or renamed, hotlines that were merged, and who leads a school."""

import re
from collections.abc import Iterator
from datetime import date as Date  # noqa: N812 - the type beside fields named date

from generator.check.currency.citing import mentions, once, sentence_around
from generator.check.registry import Found, found_in, rule_of_text
from generator.dates import print_date
from generator.manuscript import Manuscript
from generator.problems import Severity

_LED_SINCE = Date(2022, 1, 26)
_ALONE = re.compile(
    r"(?:学校|领导体制|管理体制|内部管理|办学|坚持|推行|全面实行|贯彻|完善|深化|落实|实行)[^。；，]{0,12}?(?P<words>校长负责制)"
)
_IN_ORDER = re.compile(
    r"党组织领导|党委领导|党总支领导|党支部领导|党的领导|安全|食品|食堂|用餐|信访|卫生|防疫|民办|董事会|理事会|控辍|资助|防控"
)


@rule_of_text("dissolved-office")
def dissolved_office(manuscript: Manuscript) -> Iterator[Found]:
    """机构已经撤销、合并或者改名，找不到人，报不了事；通讯录和职责分工里尤其误事。

    请改为现在的名称；当地的叫法不同的，以挂牌的名称为准。综治中心是现行机构，不在此列。
    """
    yield from find_dissolved_offices(manuscript, manuscript.day)


def find_dissolved_offices(manuscript: Manuscript, day: Date) -> Iterator[Found]:
    """Offices that were no longer there on that day."""
    for mention, count in once(mentions(manuscript, "offices", day), manuscript):
        words = mention.words
        message = f"“{mention.quote}”已撤销或改名：请改为{words.new}{words.note}，以当地挂牌的名称为准{count}"
        yield mention.found(message)


@rule_of_text("merged-hotline")
def merged_hotline(manuscript: Manuscript) -> Iterator[Found]:
    """热线已经归并，印在通讯录里的旧号码可能打不通。

    请改为现在的号码，印发以前拨一次。
    """
    for mention in mentions(manuscript, "hotlines", manuscript.day):
        yield mention.found(f"{mention.quote}已归并：请改为{mention.words.new}{mention.words.note}")


@rule_of_text("leadership-system")
def leadership_system(manuscript: Manuscript) -> Iterator[Found]:
    """公办中小学实行党组织领导的校长负责制，单写“校长负责制”是旧的提法。

    请写“党组织领导的校长负责制”；某一项工作由校长负责的，写“校长是第一责任人”。
    """
    if manuscript.day >= _LED_SINCE:
        for passage, match in manuscript.search(_ALONE):
            if not _IN_ORDER.search(sentence_around(passage.plain, *match.span())):
                message = f"{print_date(_LED_SINCE)}起，公办中小学的领导体制是“党组织领导的校长负责制”：请改写全称"
                yield found_in(passage, match.span("words"), message, Severity.WARNING)
