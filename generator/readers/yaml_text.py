"""Bytes of a YAML file to its text: encoding, size and characters that no document can hold."""

import re
from itertools import islice

from generator.problems import PlanError, Problem

SIZE_LIMIT = 5_000_000
"""Bytes; whoever opens a file need read no more than one byte beyond this."""

PROBLEM_LIMIT = 100
"""More problems than this help nobody."""
# Control, format, separator and non-characters: they cannot be seen, and no font has them.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff"
    "\ufdd0-\ufdef\ud800-\udfff]"
)


def read_text(content: bytes, file: str) -> str:
    """The text of the file, or every reason why it has none."""
    if len(content) > SIZE_LIMIT:
        message = f"文件超过 {SIZE_LIMIT // 1_000_000} MB，不像是一份计划；请确认没有选错文件"
        raise PlanError(Problem(file, 1, 1, "too-large", message))
    text = _decode(content, file).replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise PlanError(empty_file(file))
    _refuse_forbidden(text, file)
    return text


def empty_file(file: str) -> Problem:
    """Nothing is written in the file."""
    return Problem(file, 1, 1, "empty-file", "文件里什么也没有写；可用 xiaowen new 写出一份样稿")


def forbidden_message(character: str) -> tuple[str, str]:
    """The rule and the message for a character that no document can hold."""
    name = f"U+{ord(character):04X}"
    if "\ud800" <= character <= "\udfff":
        return "lone-surrogate", f"这里有半个字符（{name}），无法显示；请删去，重新输入这个字"
    return "control-character", f"这里有看不见的字符（{name}），多半是复制时带进来的；请删去这一处，重新输入"


def _decode(content: bytes, file: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        lone = _decode_surrogates(content)
        if lone is not None:
            return lone
        before = content[: error.start].decode("utf-8-sig", "replace")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        message = f"文件{_encoding(content)}，请另存为 UTF-8（在记事本里：另存为 → 编码 → UTF-8）"
        raise PlanError(Problem(file, line, column, "not-utf8", message)) from None


def _decode_surrogates(content: bytes) -> str | None:
    """The text of a file that is UTF-8 but for halves of characters; they are reported later at their places."""
    try:
        return content.decode("utf-8", "surrogatepass").removeprefix("\ufeff")
    except UnicodeDecodeError:
        return None


def _encoding(content: bytes) -> str:
    """What the bytes are instead of UTF-8, as the middle of a sentence."""
    if content.startswith((b"PK", b"\xd0\xcf\x11\xe0", b"%PDF")):
        return "像是 Word、Excel 或 PDF 文件，不是 YAML 文本；请把内容写进文本文件"
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "是 UTF-16 编码"
    try:
        text = content.decode("gb18030")
    except UnicodeDecodeError:
        return "不是 UTF-8 编码的文本"
    return "不是 UTF-8 编码的文本" if FORBIDDEN.search(text) else "是 GBK 编码"


def _refuse_forbidden(text: str, file: str) -> None:
    if not FORBIDDEN.search(text):
        return
    problems = []
    for number, line in enumerate(text.split("\n"), 1):
        for found in islice(FORBIDDEN.finditer(line), PROBLEM_LIMIT):
            rule, message = forbidden_message(found.group())
            problems.append(Problem(file, number, found.start() + 1, rule, message))
        if len(problems) >= PROBLEM_LIMIT:
            break
    raise PlanError(*problems[:PROBLEM_LIMIT])
