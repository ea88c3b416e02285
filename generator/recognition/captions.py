"""The captions (表题) of drawn tables, on the lines above them."""

import re
from dataclasses import replace

from generator.original import Line
from generator.recognition.annexed import is_label
from generator.recognition.labels import label_of

_CAPTION = re.compile(r"(?:表|一览|名单|安排|清单|台账|记录|分工|统计|明细)(?:[（(].{1,12}[）)])?$|^表\s*\d+")
_LONGEST_CAPTION = 40
_ENDS = "。；;，,：:"


def caption_tables(lines: list[Line]) -> list[Line]:
    """The lines with the caption of every drawn table set into the table's own line."""
    found: list[Line] = []
    for line in lines:
        if line.rows and not line.text and found and _is_caption(found[-1]) and not _is_titled(found):
            above = found.pop()
            looks = replace(above.looks, wide=line.looks.wide)
            found.append(replace(above, rows=line.rows, looks=looks))
        else:
            found.append(line)
    return found


def _is_caption(line: Line) -> bool:
    plain = line.plain
    if line.looks.role:
        return line.looks.role == "caption"
    if line.rows or len(plain) > _LONGEST_CAPTION or plain[-1:] in _ENDS or line.looks.level:
        return False
    return label_of(line) is None and bool(line.looks.centred or _CAPTION.search(plain))


def _is_titled(found: list[Line]) -> bool:
    """Whether the line above a table is the title of an annex."""
    return len(found) > 1 and not found[-1].looks.role and is_label(found[-2])
