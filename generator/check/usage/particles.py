"""的 written for 地 between an adverbial and its verb."""

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.check.facts import load_facts
from generator.check.registry import Found, found_in, rule_of_text
from generator.check.usage.joined import Joined, Span
from generator.keeping import own_pattern
from generator.manuscript import Manuscript

_VERBS = (
    "认识|看到|意识|感到|体会|领会|理解|了解|掌握|把握|抓|做|搞|办|管|干|充实|完善|维护|落实|解决|化解|处理|处置|排查|开展|推进|推动|促进|提高|提升|增强|加强|贯彻|执行|履行|"
    "防范|预防|遏制|杜绝|消除|减少|避免|保障|确保|保证|保护|组织|引导|教育|指导|帮助|发挥|运用|利用|配合|支持|参与|参加|投入|完成|实施|实现|建立|健全|宣传|学习|分析|研究|"
    "制定|制订|安排|部署|对待|回答|解答|接待|听取|收集|整理|上报|报告|反映|反馈|检查|督促|纠正|整改|打击|查处|控制|疏导|疏散|撤离|转移|救治|救助|投身|服务|遵守|服从|承担|总结|"
    "查找|梳理|摸清|弄清|营造|创造|培养|树立|坚持|深化|调动|激发|融入|渗透|走|站|投|搜集|传达|转达|巡查|值守|坚守|改进|改善|规范|带领|团结|协调|沟通|化解|评价|评估|考核|关注|关心|关爱|呵护"
)
_RESULT = (
    "到(?!位)|好(?!的|处|办)|了|起来|下去|出来|成(?!果|绩|效|本)|完|清(?!单)|深(?!度|化)|细(?!则|节)|实(?!效|践|际|施)"
)
_NOUNS = re.compile(
    r"(?:措施|办法|方法|作用|意义|工作|机制|体系|制度|方案|预案|活动|手段|力量|能力|效果|影响|态度|意识|要求|意见|建议|方式|情况|过程|成效|成果|保障|支持|水平|力度|环境|氛围|基础|精神|"
    r"责任|关系|思路|途径|渠道|平台|模式|格局|局面|作风|目标|任务|计划|安排|部署|模范|典型|人员|队伍|材料|信息|经验|做法|教育|管理|宣传|指导|服务|帮助|引导|监督|理念|原则|规定|规范)$"
)
_SHORTEST_OBJECT = 4


@lru_cache
def _pattern() -> "re.Pattern[str]":
    words = sorted({word for fact in load_facts("adverbials", ("独",)) for word in fact.text("独").split()})
    adverbials = "|".join(sorted(words, key=len, reverse=True))
    return own_pattern(
        rf"(?:^|(?<=[，。；：、！？”\s要应须能会将可并而才都也就更地]))({adverbials})(的)(?:{_VERBS})((?:{_VERBS})?(?:{_RESULT})?)([^，。；：！？、]*)"
    )


def _modifies_a_verb(match: "re.Match[str]") -> bool:
    """Whether a verb with its result or object follows, and not a noun that the verb belongs to."""
    result, rest = match[3], match[4]
    if "的" in rest:
        return False
    if re.search(rf"(?:{_RESULT})$", result):
        return True
    return len(rest) >= _SHORTEST_OBJECT and not (
        _NOUNS.search(rest) and not re.match(r"各|本|全|每|这|上级|师生|群众|好", rest)
    )


@rule_of_text("de-for-adverb")
def de_for_adverb(manuscript: Manuscript) -> Iterator[Found]:
    """修饰动作用“地”，修饰事物用“的”；写混了，“积极的做好”就不知道说的是做还是做的东西。

    动词前面的“的”改成“地”。
    """
    for passage, span, message in manuscript.derived(Joined).found(_adverbs_in):
        yield found_in(passage, span, message)


def _adverbs_in(joined: Joined) -> Iterator[Span]:
    for match in _pattern().finditer(joined.text):
        if _modifies_a_verb(match):
            yield match.start(1), match.end(2) + 2, f"“{match[1]}”修饰动作，后面的“的”应为“地”"
