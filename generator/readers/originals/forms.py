"""What form a file has by its content, whatever its name says, and what there is to tell about that."""

import re
from dataclasses import dataclass
from pathlib import PurePath

from generator.readers.originals.archive import open_archive
from generator.readers.originals.refusing import refused

OFFICE = {
    ".doc": "旧的 Word 文件（DOC）",
    ".wps": "WPS 文字文件",
    ".rtf": "RTF 文件",
    ".odt": "ODT 文件",
}
"""Forms that only LibreOffice reads, by the ending that tells it which, and what people call them."""
OWN = {".txt": "纯文本", ".docx": "DOCX", ".pdf": "PDF"}
"""Forms read by our own readers."""
ENDINGS = (*OWN, ".docm", *OFFICE)
"""How the names of files end that can be imported."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*")
_HEAD = 1024
_ALIKE = {".wps": ".doc", ".docm": ".docx"}
"""Endings that say the same as another."""
_MACROS = "word/vbaProject.bin"


@dataclass(frozen=True)
class Form:
    """The ending that suits the content, and what is to be told about the file."""

    ending: str
    remarks: tuple[str, ...] = ()


def form_of(content: bytes, file: str) -> Form:
    """The form of the file; PlanError, in one sentence, where it is none that can be read."""
    told = PurePath(file).suffix.lower()
    sniffed = next((found for sniff in _SNIFFS if (found := sniff(content, file))), None)
    ending, remarks = sniffed or (_text(content, file), ())
    if _ALIKE.get(told, told) != ending:
        name = {**OWN, **OFFICE}[ending]
        said = f"文件名的末尾是“{told}”" if told else "文件名没有说是哪一种文件"
        remarks = (f"{said}，里面其实是{name}，已按{name}来读", *remarks)
    return Form(told if _ALIKE.get(told) == ending and ending in OFFICE else ending, remarks)


Sniffed = tuple[str, tuple[str, ...]]


def _printed(content: bytes, _file: str) -> Sniffed | None:
    return (".pdf", ()) if b"%PDF-" in content[:_HEAD] else None


def _package(content: bytes, file: str) -> Sniffed | None:
    if not content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return None
    names = set(open_archive(content, file).namelist())
    if "word/document.xml" in names:
        return ".docx", ("文件带有宏，没有运行，只读了文字",) if _MACROS in names else ()
    if "content.xml" in names and b"opendocument.text" in content[:_HEAD]:
        return ".odt", ()
    kind = next((kind for part, kind in _OTHER_PACKAGES.items() if any(part in name for name in names)), "压缩文件")
    raise refused(file, "unknown-form", f"里面是{kind}，不是文稿；请把要导入的文字另存为 .docx 再试")


_OTHER_PACKAGES = {"xl/": "Excel 表格", "ppt/": "PowerPoint 演示文稿", "content.xml": "不是文字的 ODF 文件"}


def _old_office(content: bytes, file: str) -> Sniffed | None:
    if not content.startswith(_OLE):
        return None
    if _stream("EncryptedPackage") in content:
        raise refused(file, "locked-file", "文件加了密码，请先用 Word 或 WPS 打开，去掉密码，另存以后再试")
    for stream, kind in {"Workbook": "Excel 表格", "PowerPoint Document": "PowerPoint 演示文稿"}.items():
        if _stream(stream) in content and _stream("WordDocument") not in content:
            raise refused(file, "unknown-form", f"里面是{kind}，不是文稿；请把要导入的文字另存为 .docx 再试")
    if not any(_stream(stream) in content for stream in _WORDS):
        raise refused(file, "unreadable-file", f"这不是完好的{OFFICE['.doc']}；请用原来的软件打开，另存一份再试")
    return ".doc", ("文件带有宏，没有运行，只读了文字",) if _stream("_VBA_PROJECT") in content else ()


_WORDS = ("WordDocument", "CONTENTS", "MatOST")
"""The streams that hold the text of Word's files and of two kinds of Works'."""


def _stream(name: str) -> bytes:
    """The name of a stream as an old office file has it."""
    return name.encode("utf-16-le")


def _rich_text(content: bytes, _file: str) -> Sniffed | None:
    return (".rtf", ()) if content.startswith(b"{\\rtf") else None


def _picture(content: bytes, file: str) -> Sniffed | None:
    if content.startswith(_PICTURES) and b"\0" in content[:_HEAD]:
        raise refused(file, "scanned-file", "这是一张图片；请先用识别软件（OCR）转成文字，再导入")
    return None


_SNIFFS = (_printed, _package, _old_office, _rich_text, _picture)


def _text(content: bytes, file: str) -> str:
    """The ending of plain text, for what may be that."""
    if not content.strip(b"\0 \t\r\n"):
        raise refused(file, "empty-file", "文件是空的，里面没有文字")
    if _WEB_PAGE.match(content[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")):
        message = "这是网页；请在浏览器里打开，复制要用的文字，运行 xiaowen import - 粘贴进来"
        raise refused(file, "unknown-form", message)
    told = PurePath(file).suffix.lower()
    if told != ".txt" and told in ENDINGS and _is_binary(content):
        kind = {**OWN, **OFFICE, ".docm": "DOCX"}[told]
        raise refused(file, "unreadable-file", f"这不是完好的{kind}；请用原来的软件打开，另存一份再试")
    if told not in ENDINGS:
        kinds = "、".join(ENDINGS)
        raise refused(file, "unknown-form", f"读不了这种文件：能读的有 {kinds}；其他格式请先另存为 .docx")
    return ".txt"


_WEB_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b|mime-version:", re.IGNORECASE)


def _is_binary(content: bytes) -> bool:
    """Whether no text has bytes like these."""
    return b"\0" in content[:_HEAD] and not content.startswith((b"\xff\xfe", b"\xfe\xff"))
