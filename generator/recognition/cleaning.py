"""What web sites, page breaks and broken codes left in a text is taken out, and every piece of it told."""

import re
from collections.abc import Iterable, Iterator

from generator.original import Line
from generator.recognition.lines import Findings

_KIND_AT_END = re.compile(
    r"(?:计划|方案|预案|通知|讲话|材料|总结|办法|意见|制度|致辞|发言)(?P<ordinal>[（(][一二三四五六七八九十\d]+[）)])?$"
)
_FURNITURE = re.compile(
    r"""^第[一二三四五六七八九十百\d]+篇(?:[:：].*|\s*$)            # headings of collections
    |^.{0,30}(?:\d+|[一二三四五六七八九十]+)篇.{0,6}篇[一二三四五六七八九十\d]+$
    |^(?:篇|范文|模板)[一二三四五六七八九十\d]+[:：]?.{0,30}$
    |^《?[^。；]{2,60}\.(?:docx?|pdf|wps|pptx?|txt)》?(?:_第\d+页)?$        # names of files
    |^第\s*\d+\s*页(?:\s*[/，,]?\s*共\s*\d+\s*页)?$|^[-—–－]\s*\d+\s*[-—–－]$      # page numbers
    |^(?:上传人|上传时间|文档编号|文档格式|资源描述|下载资源|资源标签|资源大小|当前位置|您现在的位置)
    |^下载(?:\s|$)|^(?:举报|收藏|分享|打印|关闭|登录|注册)$|^(?:打印本页|关闭窗口|返回顶部)
    |^亲[,，].*|由会员分享.*|全部预览完了.*
    |^(?:隐藏内容|会员.{0,4}查看|•.*(?:积分|免费|特权).*)$|需要权限查看|成为会员
    |^(?:来源|作者|编辑|点击(?:数|率)?|浏览(?:次数|量)?|字体|发布(?:时间|日期|人)|责任编辑|阅读(?:次数|量)?)[:：].{0,40}$
    |^copyright|版权所有|(?:ICP|icp)备|经营许可证|^(?:上一篇|下一篇|推荐阅读|相关(?:推荐|文章|阅读|资源)|猜你喜欢|热门)
    |^展开阅读全文|^阅读全文|^点击(?:下载|查看)|扫码|微信公众号|^(?:https?://|www\.)\S+$""",
    re.VERBOSE | re.IGNORECASE,
)
"""Lines that belong to a page of the web or of a book, not to the document."""

_REST_IS_FURNITURE = re.compile(
    r"^(?:展开阅读全文|相关资源|相关推荐|相关文章|推荐阅读|猜你喜欢|上一篇|下一篇|资源标签|版权所有)"
)
_BLURB = re.compile(
    r"小编|供(?:大家|您)?(?:参考|借鉴|阅读)|(?:希望|但愿).{0,8}(?:大家|您|朋友).{0,10}(?:帮助|收获|喜欢)|范文[,，。].{0,10}(?:欢迎|参考)"
)
_ADVERTISEMENTS = (
    re.compile(
        r"(?:本文|本资料|文章)(?:来自|来源于?|出自|由)[^。；;]{0,30}?(?:https?://|www\.)[A-Za-z0-9_./?=&%-]+(?:查看|下载)?"
    ),
    re.compile(
        r"更多(?:精品|精彩|免费|优质)?[^。；;，,]{0,14}(?:请|欢迎)?(?:登[陆录]|访问|关注|点击)[^。；;]{0,8}(?:https?://|www\.)[A-Za-z0-9_./?=&%-]+(?:查看|下载)?"
    ),
    re.compile(r"原创文秘网站[:：][一-龥]{4}|[（(]?(?:https?://|www\.)[A-Za-z0-9_./?=&%-]+[)）]?(?:查看|下载)?"),
)
_GLOSS = re.compile(r"(?<=[一-龥])[（(][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿɡ]{1,7}[）)]")
_DOUBLED = re.compile(r"[,，](?=[,，、。;；:：!！?？])|(?<=[、;；:：])[,，]|(?<=[。!！?？])[,，]")
_RUINS = re.compile(r"\?{4,}|\ufffd+|[\ue000-\uf8ff]+|[\u200b-\u200f\ufeff]+")
_WORTH_A_TITLE = 40


def clean(lines: Iterable[Line], findings: Findings) -> list[Line]:
    """The lines of the document itself, without furniture and noise."""
    kept: list[Line] = []
    over = False
    for line in lines:
        if line.furniture:
            findings.remove(line, line.text, line.furniture)
            continue
        over = over or (bool(kept) and bool(_REST_IS_FURNITURE.match(line.plain)))
        if over or (not line.rows and _FURNITURE.search(line.plain)):
            findings.remove(line, line.text, "网页或合集的文字")
        else:
            kept += _unblurbed(_unspoiled(line, findings), findings)
    return [line for line in kept if line.text or line.rows]


def _unspoiled(line: Line, findings: Findings) -> Line:
    """The line without advertisements, glosses, doubled marks and ruins of broken codes."""
    for why, patterns in _NOISE.items():
        for pattern in patterns:
            while found := pattern.search(line.plain):
                findings.remove(line, line.text[found.start() : found.end()], why)
                line = line.without(*found.span())
    return line.cut(0, len(line.text))


_NOISE = {
    "夹在文中的广告": _ADVERTISEMENTS,
    "夹注的拼音": (_GLOSS,),
    "重复的标点": (_DOUBLED,),
    "乱码": (_RUINS,),
}
"""Noise inside a line by what it is called."""


def _unblurbed(line: Line, findings: Findings) -> Iterator[Line]:
    """The line, or what is left of an editor's advertisement of it: a title that ran into it."""
    blurbs = list(_BLURB.finditer(line.plain))
    if not blurbs:
        yield line
        return
    end = max(line.plain.rfind(mark) for mark in "!！。?？") + 1
    title = _KIND_AT_END.search(line.plain) if 0 < len(line.plain) - end <= _WORTH_A_TITLE else None
    start = end if title else len(line.text)
    stop = title.start("ordinal") if title and title["ordinal"] else len(line.text)
    findings.remove(line, line.text[:start], "网页编者的话")
    findings.remove(line, line.text[stop:], "网页加的序号")
    if title:
        yield line.cut(start, stop)
