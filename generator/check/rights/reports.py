"""Rules on reporting (报告): nothing is hushed up and everyone may raise the alarm."""

from collections.abc import Iterator

from generator.check.registry import Found, rule_of_text
from generator.check.rights.measures import questionable
from generator.manuscript import Manuscript


@rule_of_text("covering-up")
def covering_up(manuscript: Manuscript) -> Iterator[Found]:
    """突发事件、欺凌和侵害不得隐瞒。写下“内部消化”“不准上报”的文件，日后就是瞒报的证据。

    写明按时限如实报告，指定新闻发言人，只发布已核实的信息，保护未成年人隐私。
    """
    return questionable(manuscript, "covering-up")


@rule_of_text("forbidden-alarm")
def forbidden_alarm(manuscript: Manuscript) -> Iterator[Found]:
    """险情面前每一分钟都要紧。先请示、后报警，或者不许打电话求助，会误了救人。

    写成发现险情的人立即报警，同时报告学校。要防的是谎报，就写“不得谎报”。
    """
    return questionable(manuscript, "forbidden-alarm")
