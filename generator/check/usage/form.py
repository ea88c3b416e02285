"""Rules on the form of a foreign document as a whole: title, signature, date, closing, note of annexes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.check.registry import Found, found_in, rule_of_text
from generator.check.usage.furniture import own
from generator.manuscript import Manuscript, Part, Passage
from generator.problems import Severity

_ORGANISATION = re.compile(
    r"^[^，。；：,;:]{2,40}(?:学校|小学|中学|学|幼儿园|学院|[教体]局|局|委员会|党委|支部|总支|政府|办公室|中心|联合会|集团"
    r"|公司|镇|乡|街道办事处|街道|[县市区]委|教委|小组|指挥部|司法所|派出所|[一二三四五六七八九十]中|[处科室组部园])"
    r"(?:（[^）]*）)?(?:\s*(?:\d{4}年\d{1,2}月(?:\d{1,2}日)?|\S{4}年\S{1,3}月\S{1,3}日))?(?:印发)?$"
)
_MAKING = re.compile(
    r"(?:特|现|经研究)?制[定订](?:了)?[^，。：；,;:]{0,16}(?:方案|计划|预案|办法|制度|细则|意见|规定|工作)"
)
_DATE = re.compile(
    r"(?:\d{4}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}|[〇○零一二三四五六七八九]{4}年\S{1,3}月)|\d{4}年\d{1,2}月[)）]?$"
)
_SPEECH = re.compile("讲话|致辞|发言|讲稿")
_GREETING = re.compile(r"^(?:同志们|老师们|同学们|各位|尊敬的|亲爱的|女士们|家长们)\S{0,30}[：:]$")
_RUN_IN = re.compile(r"[^。！；，]{0,14}[。！](同志们|老师们|同学们|各位\S{2,4})[，！]")
_FAREWELL = re.compile("谢谢|同志们|老师们|同学们|各位|让我们|希望|祝|最后|总之|讲完|到此|再见")
_YEAR = re.compile(r"(?:19|20)\d\d年[度]?[，,]?\S{0,4}")
_ANNEX = re.compile(r"附件\s*\d{0,2}")
_TAIL, _LONGEST = 4, 45


def _last(passages: Sequence[Passage]) -> Sequence[Passage]:
    """The last passages before the annexes, and every date that stands alone with the line before it."""
    annexes = [at for at, passage in enumerate(passages) if _ANNEX.fullmatch(passage.plain)]
    dates = [at for at, passage in enumerate(passages) if at and passage.part == Part.DATE]
    signed = [passage for at in dates for passage in passages[at - 1 : at + 1]]
    return [*passages[: annexes[0] if annexes else None][-_TAIL:], *signed]


def _title(passages: Sequence[Passage]) -> str:
    return "".join(passage.plain for passage in passages if passage.part == Part.TITLE)


def _is_speech(passages: Sequence[Passage]) -> bool:
    return bool(_SPEECH.search(_title(passages))) or any(_GREETING.match(passage.plain) for passage in passages[:6])


def _signed(passages: Sequence[Passage]) -> bool:
    """Whether an organisation stands at the end or as a byline at the head."""
    head = [passage for passage in passages[1:5] if passage.part in (Part.BYLINE, Part.PARAGRAPH, Part.SIGNATURE)]
    titles = [passage for passage in passages if passage.part == Part.TITLE]
    if any(re.search("材料|纪要", title.plain) for title in titles):
        head += [replace(title, text=title.text.split(" ")[0], simplified="") for title in titles]
    tail = [passage for passage in _last(passages) if not passage.level and len(passage.text) <= _LONGEST]
    return any(_ORGANISATION.match(passage.plain.strip("（）() ")) for passage in [*tail, *head])


def _dated(passages: Sequence[Passage]) -> bool:
    """Whether a date stands alone at the end, or under the title."""
    edges = [*passages[:5], *_last(passages)]
    return any(_DATE.search(passage.plain) for passage in edges if len(passage.text) <= _LONGEST and not passage.level)


def _prose(passages: Sequence[Passage]) -> bool:
    """Whether there is enough of a document to miss its parts; a piece of one page has none."""
    return sum(len(passage.text) for passage in passages) >= 150 and len(passages) > _TAIL  # noqa: PLR2004 - a page


@rule_of_text("missing-title")
def missing_title(manuscript: Manuscript) -> Iterator[Found]:
    """文稿没有标题，读的人不知道是哪个单位、哪一年、为什么事写的，归档也无从归起。

    在最前面加上标题：单位、年份、事由、文种（如“××小学2026年安全工作计划”）。
    """
    passages = own(manuscript)
    if manuscript.foreign and _prose(passages) and not any(passage.part == Part.TITLE for passage in passages):
        first = passages[0]
        yield found_in(first, (0, min(len(first.text), 12)), "文稿没有标题：请在最前面加上单位、年份、事由和文种")


@rule_of_text("missing-signature")
def missing_signature(manuscript: Manuscript) -> Iterator[Found]:
    """文稿末尾没有落款单位，看不出是谁定的、由谁负责。

    在末尾写上单位全称，下一行写成文日期。讲话稿在标题下写职务和姓名。
    """
    passages = own(manuscript)
    if not manuscript.foreign or not _prose(passages) or _is_speech(passages) or _signed(passages):
        return
    what = "落款单位" if _dated(passages) else "落款单位和成文日期"
    yield _where_signed(passages, f"文稿没有{what}：请在末尾写上")


def _where_signed(passages: Sequence[Passage], message: str) -> Found:
    """At the date that stands alone at the end; else at the sentence that says what is being made; else at the end."""
    if passages[-1].part == Part.DATE:
        return found_in(passages[-1], (0, 0), message)
    for passage in passages[:8]:
        made = None if passage.level or passage.part == Part.TITLE else _MAKING.search(passage.plain)
        if made:
            return found_in(passage, made.span(), message)
    titles = [passage for passage in passages if passage.part == Part.TITLE]
    place, length = (titles[0], 0) if titles else (passages[-1], len(passages[-1].text))
    return found_in(place, (max(0, length - 24), length), message)


@rule_of_text("missing-date")
def missing_date(manuscript: Manuscript) -> Iterator[Found]:
    """文稿没有日期，过一年就分不清是哪一年的；引用的文件、职务对不对也没法核对。

    文稿在落款下写成文日期；讲话稿在标题下写讲话的日期。
    """
    passages = own(manuscript)
    if not manuscript.foreign or not _prose(passages) or _dated(passages):
        return
    if _is_speech(passages) or (_signed(passages) and "材料" not in _title(passages)):
        told = "讲话稿没有日期：请写在标题下面" if _is_speech(passages) else "文稿没有成文日期：请写在落款下面"
        yield _at_year(passages, told)


def _at_year(passages: Sequence[Passage], message: str) -> Found:
    """At the first year that the text tells, from which the date may be guessed; else at the title."""
    for passage in passages:
        found = _YEAR.search(passage.text) if passage.part == Part.PARAGRAPH else None
        if found:
            return found_in(passage, found.span(), message)
    return found_in(passages[0], (0, min(len(passages[0].text), 30)), message)


@rule_of_text("run-in-closing")
def run_in_closing(manuscript: Manuscript) -> Iterator[Found]:
    """讲话的结尾接在最后一条里面，没有另起一段，听的人不知道已经讲完了。

    从“同志们”“老师们”起另起一段。
    """
    items = [passage for passage in own(manuscript) if passage.level and passage.part == Part.ITEM]
    for passage in items[-1:]:
        found = _RUN_IN.search(passage.plain)
        if found:
            yield found_in(passage, found.span(), f"结尾从“{found[1]}”起和最后一条连在了一起：请另起一段")


@rule_of_text("missing-closing", Severity.HINT)
def missing_closing(manuscript: Manuscript) -> Iterator[Found]:
    """讲话稿说完最后一条就停了，没有结束语，听的人等着下文。

    在末尾加一段：归纳要求，提出希望，致谢。
    """
    passages = own(manuscript)
    if not (manuscript.foreign and _prose(passages) and _is_speech(passages)):
        return
    last = next((passage for passage in reversed(passages) if len(passage.text) > _LONGEST or not passage.level), None)
    if last and last.part == Part.ITEM and not _FAREWELL.search(last.plain[-160:]):
        start = last.text.rstrip("。").rfind("。") + 1
        yield found_in(last, (start, len(last.text)), "讲话稿到这里就停了，没有结束语：请在末尾加一段")


@rule_of_text("annex-note-form")
def annex_note_form(manuscript: Manuscript) -> Iterator[Found]:
    """附件说明写在正文之后、落款之前，用“附件：”开头；几个附件编上号，一行一个，名称后面不加标点。

    改成“附件：1.××××”，下一行“2.××××”；挪到落款和日期的前面。
    """
    passages = own(manuscript) if manuscript.foreign else ()
    for at, passage in enumerate(passages):
        faults = list(_faults(passage, passages[:at])) if passage.part == Part.ANNEX_NOTE else []
        if faults:
            yield found_in(passage, (0, 0), f"附件说明{'；'.join(faults)}：请改成“附件：1.××××”，放在落款之前")


def _faults(passage: Passage, before: Sequence[Passage]) -> Iterator[str]:
    text = passage.plain
    if any(_DATE.match(one.plain) for one in before[-2:]) or any(one.part == Part.SIGNATURE for one in before[-2:]):
        yield "放在了落款、日期后面"
    if re.match("附[：:]", text):
        yield "开头是“附：”"
    if re.search("[^，。]{3,}、[^，。]{3,}", text) and not re.search(r"\d[.．]", text):
        yield "列了几个附件，没有编号"
    if text[-1] in "。；，":
        yield "末尾带了标点"


@rule_of_text("broken-title", Severity.HINT)
def broken_title(manuscript: Manuscript) -> Iterator[Found]:
    """标题断成了两段，导入和编目时只认得前一半；排版要分行，应在词和词之间分，用换行不用分段。

    合成一个标题；要分行的，在单位名称后面或完整的词后面分。
    """
    titles = [passage for passage in own(manuscript) if passage.part == Part.TITLE] if manuscript.foreign else []
    whole = re.compile(
        r"(?:学校|小学|中学|幼儿园|学院|局|委员会|政府|党委|办公室|文件|方案|计划|预案|通知|讲话|[》：:])$|^第.{1,3}篇|〔\d{4}〕|签发人|★|^.{1,4}$"
    )
    for first, second in pairwise(titles):
        if not whole.search(first.plain) and not second.plain.startswith(("——", "（", "(")):
            yield found_in(first, (0, 0), "标题在这里断成了两段：请合成一个标题，要分行就在完整的词后面分")
