"""The lead sentence (领句) before an item's text: short, without a subject, saying what is done."""

import re

_LONGEST, _MOST_CLAUSES = 45, 4
_SENTENCE = re.compile(r"^(?P<lead>[^。！？!?]*[。！？!?][”’）)]?)(?P<rest>.+)$", re.DOTALL)
_NO_LEAD = re.compile(
    r"应当?(?!急|对|用|变|届|答)|必须|(?<![重主需提只])要(?![求素点害领务])|(?<![即])将(?!来)|可以|不得|如果|凡是?|对于|由[^来此]"
    r"|[是为](?!民|人|主|本|重|基|先|了|己|群|师|何)|^(?:当前|目前|近期|今年|刚才|据|在|从|各|全体|学校|每|本|我)|\d+[%％]|(?:一次|一周|每月|每周)"
)
"""Words of a sentence that tells something: no heading has them."""


def split_lead(text: str) -> str:
    """The sentence at the head of a text that is short enough to lead it; empty where there is none."""
    found = _SENTENCE.match(text)
    if not found or not found["rest"].strip():
        return ""
    lead = found["lead"]
    return "" if len(lead) > _LONGEST or len(re.findall("[，,]", lead)) >= _MOST_CLAUSES else lead


def tells_something(text: str) -> bool:
    """Whether a sentence tells of somebody or something, as no lead sentence does."""
    return bool(_NO_LEAD.search(re.sub("“[^”]*”", "“”", text)))
