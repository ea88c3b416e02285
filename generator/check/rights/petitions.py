"""Rules on petitions (信访): nobody is counted, blocked, watched, punished or given away for speaking up."""

from collections.abc import Iterator

from generator.check.registry import Found, rule_of_text
from generator.check.rights.measures import questionable
from generator.manuscript import Manuscript


@rule_of_text("zero-petition-target")
def zero_petition_target(manuscript: Manuscript) -> Iterator[Found]:
    """“零上访”一类的目标考核的是有没有人反映问题。指标压下去，人就会去堵，问题还在那里。

    改成学校做得到、查得清的指标：登记率、按期告知率、按期办结率、满意度，并写明引导依法逐级反映。
    """
    return questionable(manuscript, "zero-petition-target")


@rule_of_text("blocking-petitioners")
def blocking_petitioners(manuscript: Manuscript) -> Iterator[Found]:
    """拦截、劝返、禁止上访，限制了公民的权利和人身自由；条例要求的是把问题接住、办好。

    写成耐心听取、讲明途径、引导到有权处理的单位；多人反映的，推选代表不超过5人。
    """
    return questionable(manuscript, "blocking-petitioners")


@rule_of_text("watching-petitioners")
def watching_petitioners(manuscript: Manuscript) -> Iterator[Found]:
    """盯守、跟踪来访人员，侵犯人身自由和隐私；行踪轨迹是敏感个人信息。

    改成包案领导定期联系、反馈进展、协助解决困难。
    """
    return questionable(manuscript, "watching-petitioners")


@rule_of_text("kept-identity-card")
def kept_identity_card(manuscript: Manuscript) -> Iterator[Found]:
    """任何组织和个人都不得扣押居民身份证，也不能拿它作抵押。

    改成查验后当场归还，登记来访时间和事由。
    """
    return questionable(manuscript, "kept-identity-card")


@rule_of_text("reprisal")
def reprisal(manuscript: Manuscript) -> Iterator[Found]:
    """因为上访、举报而扣工资、取消评优、影响子女，会成为打击报复。

    删去，写明保障申诉和信访的权利。确属违反纪律的，按那件事本身的规定处理。
    """
    return questionable(manuscript, "reprisal")


@rule_of_text("forced-pledge")
def forced_pledge(manuscript: Manuscript) -> Iterator[Found]:
    """要人写不再上访的保证书，等于以放弃权利换取办事；调解、和解以自愿为前提。

    改成自愿协商，达成一致的制作调解协议书，同时告知复查、复核途径。
    """
    return questionable(manuscript, "forced-pledge")


@rule_of_text("petition-scoring")
def petition_scoring(manuscript: Manuscript) -> Iterator[Found]:
    """按上访人次扣分、排名、一票否决，会逼着经办人不登记、不上报。

    改为考核履责：登记、告知、办结、答复、回访，以及有没有推诿和隐瞒。
    """
    return questionable(manuscript, "petition-scoring")


@rule_of_text("leaked-report")
def leaked_report(manuscript: Manuscript) -> Iterator[Found]:
    """检举控告材料到了被检举人手里，举报的人就可能遭到报复，调查也做不下去。

    写明按干部管理权限转交有权处理的机关，公布结果时隐去举报人的信息。
    """
    return questionable(manuscript, "leaked-report")


@rule_of_text("refused-registration")
def refused_registration(manuscript: Manuscript) -> Iterator[Found]:
    """收到的信访事项都要登记，口头的也要如实记录；不登记是要追责的。

    写成一律登记；不属于本校职权范围的，告知应当向哪里提出。
    """
    return questionable(manuscript, "refused-registration")
