"""文件 to a Dispatch: the letterhead, number, signers, seal and imprint of a formal document."""

import re
from typing import Literal

from generator.model import Dispatch
from generator.readers.reading import Spot, shorten

DISPATCH_KEYS = (
    "红头", "套打", "格式", "份号", "密级", "保密期限", "紧急程度", "发文机关", "标志", "发文字号", "上行文", "签发人",
    "抄送", "印发机关", "印发日期", "盖章", "偶数页", "出席", "请假", "列席",
)  # fmt: skip
LETTERHEAD_KEYS = ("套打", "格式", "份号", "密级", "保密期限", "紧急程度", "标志", "发文字号", "签发人")
"""What stands in the letterhead: one of these is enough to have one where 红头 is not written."""

_SHAPES: tuple[Literal["文件", "信函", "纪要", "命令"], ...] = ("文件", "信函", "纪要", "命令")
_SEALS: tuple[Literal["是", "否", "签名章"], ...] = ("是", "否", "签名章")
_LEVELS = ("绝密", "机密", "秘密")
_URGENCIES = ("特急", "加急")


def read_dispatch(spot: Spot) -> Dispatch | None:
    """What 文件 says; None where a plan has no such key."""
    if not spot.mapping("文件") or spot.empty:
        return None
    spot.check_keys(DISPATCH_KEYS)
    secrecy, term = _secrecy(spot)
    return Dispatch(
        letterhead=_letterhead(spot),
        preprinted=spot.child("套打").yes(),
        shape=spot.child("格式").choice(_SHAPES) or "文件",
        copy_number=spot.child("份号").text(),
        secrecy=secrecy,
        secrecy_term=term,
        urgency=spot.child("紧急程度").choice(_URGENCIES) or "",
        issuers=_organisations(spot.child("发文机关")),
        mark=spot.child("标志").text(),
        number=spot.child("发文字号").text(),
        upward=spot.child("上行文").yes(),
        signers=spot.child("签发人").names(),
        copies=_organisations(spot.child("抄送")),
        printer=spot.child("印发机关").text(),
        printed_on=spot.child("印发日期").day(),
        seal=spot.child("盖章").choice(_SEALS) or "否",
        even_page=spot.child("偶数页").yes(),
        present=spot.child("出席").names(),
        excused=spot.child("请假").names(),
        attending=spot.child("列席").names(),
        at=spot.place,
    )


def has_letterhead(form: object) -> bool:
    """Whether a mapping that says nothing of 红头 has one: something in it stands there."""
    return isinstance(form, dict) and any(form.get(key, "") not in ("", "否", [], {}) for key in LETTERHEAD_KEYS)


def _letterhead(spot: Spot) -> bool:
    written = spot.child("红头")
    return has_letterhead(spot.value) if written.empty else written.yes()


def _secrecy(spot: Spot) -> tuple[str, str]:
    """密级 and 保密期限, which may stand in one: 机密★1年."""
    written, apart = spot.child("密级"), spot.child("保密期限").text()
    level, _, term = (part.strip() for part in written.text().partition("★"))
    if level and level not in _LEVELS:
        written.report("wrong-type", f"没有“{shorten(level)}”这个密级；只能写 {_or(_LEVELS)}，后面可带期限：机密★1年")
    if term and apart and term != apart:
        written.report("misplaced-key", f"保密期限写了两次，“密级”里是{term}，“保密期限”里是{apart}；请只留一处")
    return level, term or apart


def _organisations(spot: Spot) -> tuple[str, ...]:
    """Organisations, one or several parted by 、; text with other marks is printed as it is written."""
    texts = spot.texts()
    parted = (re.split("、(?![^（(]*[）)])", text) if not re.search("[，；：]", text) else [text] for text in texts)
    return tuple(name.strip() for names in parted for name in names if name.strip())


def _or(words: tuple[str, ...]) -> str:
    return f"{'、'.join(words[:-1])} 或 {words[-1]}"
