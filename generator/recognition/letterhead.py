"""The letterhead (版头) of a formal document: what stands above its title, told by where its number stands."""

import re
from dataclasses import dataclass, replace

from generator.model import Dispatch
from generator.original import Line

NUMBER = r"[^\s。，：:]{1,16}[〔\[［(（]\s*\d{4}\s*[〕\]］)）]\s*第?\s*\d+\s*号|第\s*\d+\s*号"
_NUMBER_LINE = re.compile(rf"^(?:(?P<copy>\d{{6}})\s+)?(?P<number>{NUMBER})?\s*(?:签发人[：:]\s*(?P<signers>.+))?$")
_SECRECY = re.compile(r"^(?P<secrecy>绝密|机密|秘密)(?:\s*★\s*(?P<term>\S{1,6}))?$")
_COPY = re.compile(r"^\d{6}$")
_URGENCY = re.compile(r"^(?:特急|加急|紧急|特提|平急)$")
_ROLES = {"mark", "number", "signers", "copy-number", "secrecy", "urgency"}
_SHAPES = (("文件", "文件"), ("纪要", "纪要"), ("令", "命令"))
_ZONE, _LONGEST = 12, 30


@dataclass(frozen=True)
class Letterhead:
    """What a letterhead says, and how many lines it takes."""

    dispatch: Dispatch
    organisation: str
    length: int


def read_letterhead(lines: list[Line]) -> Letterhead | None:
    """The letterhead at the top of these lines; None where there is none."""
    length = _length(lines)
    if not length:
        return None
    parts: dict[str, str] = {}
    marks: list[str] = []
    for line in lines[:length]:
        found = _part(line)
        parts.update({name: text for name, text in found.items() if text})
        if not found:
            marks.append(re.sub(r"\s", "", line.text))
    signers = tuple(_names(parts.get("signers", "")))
    dispatch = Dispatch(
        copy_number=parts.get("copy", ""),
        secrecy=parts.get("secrecy", ""),
        secrecy_term=parts.get("term", ""),
        urgency=parts.get("urgency", ""),
        number=re.sub(r"\s", "", parts.get("number", "")),
        signers=signers,
        upward=bool(signers),
        letterhead=bool(marks),
    )
    return _marked(dispatch, marks, length)


def _length(lines: list[Line]) -> int:
    """The number of lines that the letterhead takes."""
    length = 0
    for index, line in enumerate(lines[:_ZONE]):
        found = _NUMBER_LINE.match(line.plain)
        if line.looks.role in _ROLES or (found and any(found.groups()) and _above_are_short(lines[:index])):
            length = index + 1
    return length


def _above_are_short(lines: list[Line]) -> bool:
    """Whether what stands above the number can be marks and corners."""
    return all(not line.rows and len(line.plain) <= _LONGEST and line.plain[-1:] not in "。：:" for line in lines)


def _part(line: Line) -> dict[str, str]:
    """What a line of the letterhead says by its form; nothing where it is the mark."""
    if line.looks.role == "mark":
        return {}
    for form in (_SECRECY, _NUMBER_LINE):
        found = form.match(line.plain)
        if found and any(found.groups()):
            return {name: text or "" for name, text in found.groupdict().items()}
    if _COPY.match(line.plain):
        return {"copy": line.text}
    return {"urgency": line.text} if _URGENCY.match(line.plain) else {}


def _names(text: str) -> list[str]:
    """Names parted by spaces or 、; single characters side by side are one padded name."""
    closed = re.sub(r"(?<!\S)(\S)\s+(\S)(?!\S)", r"\1\2", text.strip())
    return [name for name in re.split(r"[\s、，]+", closed) if name]


def _marked(dispatch: Dispatch, marks: list[str], length: int) -> Letterhead:
    """The dispatch with the form and the organisations that 发文机关标志 shows."""
    joint = [mark for mark in marks if mark != "文件"]
    last = joint[-1] if joint else ""
    suffixed = len(joint) < len(marks)
    shape = "文件" if suffixed else next((shape for end, shape in _SHAPES if last.endswith(end)), "信函")
    bare = last if suffixed else last.removesuffix({"命令": "令"}.get(shape, shape))
    if not joint:
        return Letterhead(dispatch, "", length)
    if shape == "纪要":
        return Letterhead(replace(dispatch, shape="纪要", mark=last), "", length)
    issuers = (*joint[:-1], bare)
    kind: dict[str, object] = {"shape": shape, "issuers": issuers}
    return Letterhead(replace(dispatch, **kind), issuers[0], length)  # type: ignore[arg-type] # one of the four shapes
