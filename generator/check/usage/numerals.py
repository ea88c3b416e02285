"""Rules on numerals in the text (GB/T 15835): document numbers, years, ranges, estimates, units."""

import re
from collections.abc import Callable, Iterator

from generator import marks
from generator.check.registry import Found, rule_of_text
from generator.check.usage.furniture import matches
from generator.check.usage.telling import Hit, tell
from generator.manuscript import Manuscript
from generator.problems import Severity

_NUMBER = re.compile(
    rf"(?<={marks.HAN})\s?[\[［【(（〔](?P<year>(?:19|20)\d\d|\d\d)[\]］】)）〕]\s*第?\s*0*(?P<number>[1-9]\d*)\s*号"
)
_YEARS = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*(?:-|－|–|~|至?——)\s*((?:19|20)\d\d)(?=\s*(?:学年|年))")
_PERCENT = re.compile(r"(?<![\d.-])(\d+(?:\.\d+)?[%％]?)\s*(?:-|－|–|~)\s*(\d+(?:\.\d+)?[%％])")
_MYRIADS = re.compile(r"(?<![\d.-])(\d+(?:\.\d+)?)[～~—-](\d+(?:\.\d+)?)([万亿])(?=[元人次册平])")
_ZERO = re.compile(r"[一二三四五六七八九零〇○Ｏ0oO]{4}(?=年)")
_ESTIMATE = re.compile(
    r"(?<![一二三四五六七八九十、第至])([一二三四五六七八九])、([一二三四五六七八九])(?=(?:个|天|米|次|名|人|种|百|千|万)(?!年级))"
)
_UNIT = re.compile(r"(?<=\d)\s?(KG|Kg|KM|Km|CM|Cm|MM|ML|Ml|KW|Kw|KWH|Kwh|HZ|Hz(?=z))(?![A-Za-z])")
_UNITS = {"kg": "kg", "km": "km", "cm": "cm", "mm": "mm", "ml": "mL", "kw": "kW", "kwh": "kW·h", "hz": "Hz"}
_SHORT_YEAR = 2


def _hits(
    manuscript: Manuscript,
    pattern: "re.Pattern[str]",
    mended: Callable[["re.Match[str]"], str | None],
) -> Iterator[Hit]:
    """Every match that a mend would change."""
    for passage, found in matches(manuscript, pattern):
        fix = mended(found)
        if fix != found[0]:
            yield Hit(passage, found.span(), fix)


@rule_of_text("document-number-in-text")
def document_number_in_text(manuscript: Manuscript) -> Iterator[Found]:
    """正文里引用文件的发文字号，年份用六角括号〔〕、写全四位，顺序号不加“第”、不补0；写法不同，别人查不到这份文件。

    改成〔2026〕5号这样；计划可以用 --fix 改好。
    """
    yield from tell(manuscript, _hits(manuscript, _NUMBER, _number), "发文字号里的“{quote}”应写成“{fix}”")


def _number(found: "re.Match[str]") -> str:
    year = f"20{found['year']}" if len(found["year"]) == _SHORT_YEAR else found["year"]
    return f"〔{year}〕{found['number']}号"


@rule_of_text("year-range")
def year_range(manuscript: Manuscript) -> Iterator[Found]:
    """两个年份之间用一字线（—），不用减号和波浪号：2026—2027学年。

    改成一字线；计划可以用 --fix 改好。
    """
    hits = _hits(manuscript, _YEARS, lambda found: f"{found[1]}—{found[2]}")
    yield from tell(manuscript, hits, "起止年份之间用一字线：“{quote}”应改为“{fix}”")


@rule_of_text("number-range")
def number_range(manuscript: Manuscript) -> Iterator[Found]:
    """数值范围用浪纹线（～），前后的单位“%”“万”“亿”都要写：80%～90%，10万～20万元。少写一个，意思差一万倍。

    改成浪纹线，补上前一个单位；补“万”“亿”要自己看意思。
    """
    percent = _hits(manuscript, _PERCENT, lambda found: f"{found[1].rstrip('%％')}%～{found[2].rstrip('%％')}%")
    yield from tell(manuscript, percent, "数值范围写成“{fix}”：用浪纹线，两个数都带百分号")
    for passage, found in matches(manuscript, _MYRIADS):
        wanted = f"{found[1]}{found[3]}～{found[2]}{found[3]}"
        hit = Hit(passage, found.span())
        yield from tell(manuscript, [hit], f"数值范围的单位前后都要写：“{{quote}}”是不是“{wanted}”？请核对后补上")


@rule_of_text("wrong-zero")
def wrong_zero(manuscript: Manuscript) -> Iterator[Found]:
    """汉字年份里的“〇”是一个汉字，不是“零”，更不是圆圈○、字母O和数字0；写错了，检索不到，印出来也不齐。

    改成“〇”（二〇二六年）；计划可以用 --fix 改好。
    """
    mended = _hits(manuscript, _ZERO, lambda found: re.sub("[零○Ｏ0oO]", "〇", found[0]))
    hits = [hit for hit in mended if re.search("[一二三四五六七八九]", hit.quote)]
    yield from tell(manuscript, hits, "汉字年份用“〇”：“{quote}”应改为“{fix}”")


@rule_of_text("cut-estimate")
def cut_estimate(manuscript: Manuscript) -> Iterator[Found]:
    """两个数字连用表示大概，中间不用顿号（三四个）；加了顿号，就成了“三个、四个”两回事。

    删去顿号；计划可以用 --fix 改好。说的是两样东西的（如一、二年级）不改。
    """
    hits = _hits(manuscript, _ESTIMATE, lambda found: found[1] + found[2] if _neighbours(found) else found[0])
    yield from tell(manuscript, hits, "概数中间不用顿号：“{quote}”应改为“{fix}”")


def _neighbours(found: "re.Match[str]") -> bool:
    """Whether the second number is the next one: 三、四个."""
    return marks.ordinal(found[2]) - marks.ordinal(found[1]) == 1


@rule_of_text("unit-form", Severity.HINT)
def unit_form(manuscript: Manuscript) -> Iterator[Found]:
    """法定计量单位的字母分大小写：千克是 kg，千米是 km，毫升是 mL。大写的 KG、KM 不是单位。

    改成规定的写法；计划可以用 --fix 改好。
    """
    hits = _hits(manuscript, _UNIT, lambda found: found[0].replace(found[1], _UNITS[found[1].lower()]))
    yield from tell(manuscript, hits, "单位“{quote}”应写成“{fix}”")
