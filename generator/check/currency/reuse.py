"""What was right on the document's own day but must be looked at when it is used again; and facts grown old."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date as Date  # noqa: N812 - the type beside fields named date
from datetime import timedelta
from functools import lru_cache

from generator.check.currency.citing import Finder
from generator.check.currency.congresses import find_outdated_congresses
from generator.check.currency.laws import find_obsolete_laws, find_outdated_editions
from generator.check.currency.offices import find_dissolved_offices
from generator.check.currency.programmes import find_expired_programmes, find_plan_periods
from generator.check.currency.slogans import find_outdated_guidance, find_outdated_terms
from generator.check.facts import fact_files, load_facts
from generator.check.registry import Found, found_in, rule_of_text
from generator.dates import print_date
from generator.keeping import kept
from generator.manuscript import Manuscript
from generator.problems import Severity

_YEAR = timedelta(days=365)
_FINDERS: tuple[Finder, ...] = (
    find_obsolete_laws,
    find_outdated_editions,
    find_dissolved_offices,
    find_outdated_congresses,
    find_expired_programmes,
    find_plan_periods,
    find_outdated_guidance,
    find_outdated_terms,
)


@rule_of_text("reused-stale", Severity.HINT)
def reused_stale(manuscript: Manuscript) -> Iterator[Found]:
    """一年以前的文件里，当时正确、如今已变的法律、机构、会议和提法，沿用时最容易漏改。

    旧文件本身不必改；照它写今年的计划时，请逐处更新。
    """
    if manuscript.day + _YEAR < manuscript.today:
        for finder in _FINDERS:
            yield from _changed_since(manuscript, finder)


def _changed_since(manuscript: Manuscript, finder: Finder) -> Iterator[Found]:
    """What is wrong today and was not on the document's own day: each wording once."""
    known = {(found.at, found.start) for found in finder(manuscript, manuscript.day)}
    told = set()
    for found in finder(manuscript, manuscript.today):
        if (found.at, found.start) not in known and found.quote not in told:
            told.add(found.quote)
            message = f"成文时不算错，沿用到今年的文件须更新：{found.message}"
            yield replace(found, message=message, severity=Severity.HINT, fix=None)


@rule_of_text("stale-facts", Severity.HINT)
def stale_facts(manuscript: Manuscript) -> Iterator[Found]:
    """检查所依据的事实（法律、机构、热线的清单）核对已超过一年，其间的变化查不出来。

    请升级校文；维护者请按文件里的来源重新核对，并改“核对”的日期。
    """
    day = max(manuscript.today, manuscript.day)
    old = {name: verified for name, verified in _oldest().items() if verified + _YEAR < day}
    if old and manuscript.passages:
        names = "、".join(f"{name}.yaml" for name in old)
        message = f"检查用的事实清单核对于{print_date(min(old.values()))}，已超过一年（{names}）：请升级校文，并自行核对所引法律"
        yield found_in(manuscript.passages[0], (0, 0), message)


@lru_cache
def _oldest() -> dict[str, Date]:
    """For each list the day on which its facts were verified, the longest ago."""
    days = kept(("verified",), lambda: {name: _verified(name).toordinal() for name in fact_files()})
    return {name: Date.fromordinal(day) for name, day in days.items()}


def _verified(name: str) -> Date:
    return min((fact.verified for fact in load_facts(name)), default=Date.max - _YEAR)
