"""The words that close a whole document (结语), taken from the last heading or item they ran into."""

import re

from generator.model import Block, Paragraph
from generator.recognition.lines import Findings
from generator.recognition.nodes import Node, every_node

_CLOSING = re.compile(
    r"^(?:总之|最后|综上|特此|以上|妥否|当否|同志们|老师们|同学们|各位|家长们|让我们|望各|请各|此致|谢谢|专此|本(?:方案|计划|预案|办法|制度)(?:自|由)|会议(?:要求|强调)|各(?:处室|部门|年级组|班级|班)[^。]{0,16}据此|.{0,16}[收接]到本(?:方案|计划|预案|通知))"
)
_ADDRESS = re.compile(r"(?<=[。！!])(?=(?:同志们|老师们|同学们|各位(?:老师|同学|家长|领导))[，,！!：:])")


def take_closing(root: Node, findings: Findings) -> tuple[Block, ...]:
    """The paragraphs at the end that close the whole document, taken from its last node."""
    last = list(every_node(root))[-1]
    if last is root:
        return ()
    _part_address(last, findings)
    taken: list[Block] = []
    while len(last.blocks) > 1 and _closes(last, root):
        taken.insert(0, last.blocks.pop())
    return tuple(taken)


def _part_address(last: Node, findings: Findings) -> None:
    """A closing that addresses the hearers is parted from the item it ran into."""
    block = last.blocks[-1] if last.blocks else None
    found = list(_ADDRESS.finditer(block.text)) if isinstance(block, Paragraph) else []
    if found and isinstance(block, Paragraph):
        at = found[-1].start()
        findings.guess(block.text[at : at + 12], "这段话原来接在上一条后面，已作为结语另起一段，请核对", 0.8)
        last.blocks[-1:] = [Paragraph(text=block.text[:at]), Paragraph(text=block.text[at:])]


def _closes(last: Node, root: Node) -> bool:
    """Whether the last paragraph of the last node speaks for the whole: by its words, or because no other node has two."""
    block = last.blocks[-1]
    if not isinstance(block, Paragraph):
        return False
    if _CLOSING.match(block.text):
        return True
    paragraphs = [
        sum(isinstance(each, Paragraph) for each in node.blocks) for node in every_node(root) if node is not root
    ]
    single = paragraphs.count(1) + paragraphs.count(0) >= len(paragraphs) - 1
    enough = 3
    return single and len(paragraphs) >= enough and paragraphs[-1] == 2 and not last.own_line  # noqa: PLR2004 - its own and the closing
