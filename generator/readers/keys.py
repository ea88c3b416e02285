"""Which keys a place takes, and the right one for a key that is one slip of typing away."""

import re
from collections.abc import Collection
from difflib import get_close_matches

from generator.vocabulary import BLOCK_KEYS, SETTING_KEYS

RESERVED = (*BLOCK_KEYS, *SETTING_KEYS)

# What an input method or the eye puts in place of a character of a reserved key.
_CONFUSED = {
    "责": "则债贵責", "任": "认仁壬仼", "人": "入仁认任八", "标": "表漂標", "题": "提題", "内": "內纳", "容": "客融溶",
    "分": "份", "项": "向相顷項", "表": "裱", "格": "各恪", "联": "连聯", "系": "糸係繫", "序": "续叙", "号": "好號",
    "连": "联莲連", "排": "牌徘", "配": "陪", "合": "和台", "时": "是時", "限": "现线县",
    "佐": "左作座", "证": "正政怔證",
}  # fmt: skip


def block_key(key: str) -> str:
    """The reserved block key that `key` is, with or without a number behind (内容2); "" if it is none."""
    base = key.rstrip("0123456789０１２３４５６７８９")
    return base if base in BLOCK_KEYS else ""


def slipped_key(key: str) -> str:
    """The reserved key a heading was meant to be; "" for a true heading such as 内容安排 or 责任分工."""
    bare = re.sub(r"[\s：:，,。、.【】]", "", key)
    for reserved in RESERVED:
        if (bare == reserved and bare != key) or _is_confused(bare, reserved):
            return reserved
    return ""


def unknown_key_message(key: str, known: Collection[str], advice: str = "") -> str:
    """Says that `key` has no meaning here, and which key was probably meant."""
    bare = re.sub(r"\s", "", key)
    near = get_close_matches(bare, known, n=1, cutoff=0.5)
    if near:
        return f"“{key}”不是可用的键，是否想写“{near[0]}”？"
    return f"“{key}”不是可用的键；{advice or '这里可以写：' + '、'.join(known)}"


def _is_confused(key: str, reserved: str) -> bool:
    if len(key) != len(reserved) or key == reserved:
        return False
    wrong = [(right, typed) for right, typed in zip(reserved, key, strict=True) if right != typed]
    traditional = all(typed in "責標題內項聯係繫號連時證" for _, typed in wrong)
    return (len(wrong) == 1 or traditional) and all(typed in _CONFUSED[right] for right, typed in wrong)
