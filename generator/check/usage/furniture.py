"""What a web page put around or into a document (网页杂质): told from the document's own text, and reported."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.check.registry import Found, found_in, rule_of_text
from generator.manuscript import Manuscript, Part, Passage
from generator.problems import Severity

_SURE = re.compile(
    r"此处内容|权限查看|隐藏内容|上传人[：:]|上传时间|文档编号|由会员分享|小编|范文|展开阅读全文|猜你喜欢|相关搜索|资源标签"
    r"|经营许可证|ICP备|版权所有|copyright|下载资源|资源描述|珍藏版|预览完|公众号|转载请|本文来[自源]|免责声明|文库|分享到"
    r"|特权[：:]|会员免费|下载 ?相关 ?举报|收藏本[站页]|文秘|积分[：:]?$|篇文件篇|[一二三四五六七八九十]篇文件",
    re.IGNORECASE,
)
_LIKELY = re.compile(
    r"第[一二三四五六七八九十\d]{1,3}篇[：:]|^第\d+页|_第\d+页|^相关(?:资源|推荐|阅读|文章|文档|链接)|^当前位置|^上一篇|^下一篇"
    r"|^篇[一二三四五六七八九十][：:]?|^(?:返回|打印|关闭)(?:顶部|本页|窗口|列表)|^点击(?:下载|查看|数)|^浏览(?:次数|量)[：:]?"
    r"|^(?:来源|作者|编辑|责任编辑|发布者|发布(?:时间|日期)|字号|字体)[：:]\s?\S{1,20}$|^(?:上传|格式|页数|大小)[：:]"
    r"|\.docx?(?:_第\d+页)?$|^[•·]|【?(?:第\d+页|共\d+页)】?$|^亲[，,]",
    re.IGNORECASE,
)
_INSIDE = re.compile(
    r"本文来[自源][^，,。]{1,16}[，,]?(?:更多[^。，,]{0,20})?(?:请?[登访关点][陆录问注击])?(?:[a-z0-9.]+)?(?:查看|浏览|下载)?"
    r"|更多[^。，,]{0,16}(?:文章|资料|范文|文档)[^。，,]{0,6}请?(?:登[陆录]|访问|关注|点击)[a-zA-Z0-9./:]*(?:查看|浏览)?"
    r"|(?:原创|精品)?(?:文秘|范文|文档|公文)(?:网站|网)[：:][\u4e00-\u9fff]{2,4}"
    r"|(?:请?登[陆录]|访问)\s?(?:https?://)?www\.[a-z0-9.]+(?:查看|下载)?"
)
_ORDINAL = re.compile(r"(?<=[\u4e00-\u9fff])[（(][一二三四五六七八九十\d]{1,2}[）)]$")
_LONGEST = 60
_LONGEST_BLURB = 400
_PLENTY = 3
_GLOSS = re.compile("[(（][a-z]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]")
_GARBLED = 20


def is_furniture(passage: Passage) -> bool:
    """Whether a passage belongs to the page, not to the document."""
    text = passage.plain
    if len(text) <= _LONGEST and not passage.level:
        return bool(_SURE.search(text) or _LIKELY.search(text))
    if len(_SURE.findall(text)) >= _PLENTY:
        return True
    return len(text) <= _LONGEST_BLURB and bool(re.search("小编|珍藏版|由会员分享|供大家参考|仅供参考", text))


def own(manuscript: Manuscript) -> tuple[Passage, ...]:
    """The passages that are the document's own; in a plan all of them."""
    return manuscript.derived(_own) if manuscript.foreign else manuscript.passages


def _own(manuscript: Manuscript) -> tuple[Passage, ...]:
    return tuple(passage for passage in manuscript.passages if not is_furniture(passage))


def holders(manuscript: Manuscript, pattern: "re.Pattern[str]") -> Sequence[Passage]:
    """The document's own passages in which the pattern may match; no others need be tried."""
    passages = manuscript.may_match(pattern)
    if not manuscript.foreign or not passages:
        return passages
    ours = set(map(id, own(manuscript)))
    return [passage for passage in passages if id(passage) in ours]


def matches(manuscript: Manuscript, pattern: "re.Pattern[str]") -> Iterator[tuple[Passage, "re.Match[str]"]]:
    """Every match in the document's own text as it is written."""
    for passage in holders(manuscript, pattern):
        for found in pattern.finditer(passage.text):
            yield passage, found


def is_garbled(manuscript: Manuscript) -> bool:
    """Whether glosses in pinyin run through the whole text, so that labels and marks cannot be judged."""
    passages = manuscript.may_match(_GLOSS) if manuscript.foreign else ()
    return sum(len(_GLOSS.findall(passage.text)) for passage in passages) >= _GARBLED


@rule_of_text("web-furniture")
def web_furniture(manuscript: Manuscript) -> Iterator[Found]:
    """从网页复制来的文稿常夹着网站的文字：“第几篇”、广告、页码、版权声明。它们不属于文稿，印出来很难看。

    删去这些文字；一整块的只提示一次，其余几行一并删去。
    """
    if not manuscript.foreign:
        return
    for strange, block in groupby(manuscript.passages, is_furniture):
        if strange:
            yield _block(list(block))
    for passage in holders(manuscript, _INSIDE):
        for found in _INSIDE.finditer(passage.plain):
            yield found_in(passage, found.span(), f"“{found[0][:12]}…”是网页的广告，插在了正文里：请删去")


def _block(passages: list[Passage]) -> Found:
    """One finding for a block, at its surest line."""
    surest = max(passages, key=lambda passage: len(_SURE.findall(passage.plain)))
    count = f"（这里连着 {len(passages)} 段）" if len(passages) > 1 else ""
    return found_in(surest, (0, 0), f"这是网页上的文字，不属于文稿{count}：请删去")


@rule_of_text("site-ordinal", Severity.HINT)
def site_ordinal(manuscript: Manuscript) -> Iterator[Found]:
    """标题末尾的“（一）”“（3）”多半是网站给范文编的号，文稿自己只有一篇，不该有。

    删去标题末尾的编号；确实是分几次印发的，不必改。
    """
    for passage in holders(manuscript, _ORDINAL) if manuscript.foreign else ():
        found = _ORDINAL.search(passage.plain)
        if found and passage.part == Part.TITLE:
            yield found_in(passage, (0, 0), f"标题末尾的“{found[0]}”多半是网站的编号：请删去")
