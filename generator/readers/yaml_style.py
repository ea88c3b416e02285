"""How values are laid out in YAML: what goes in one line, how long text is broken, what needs no mention."""

from collections.abc import Iterable, Mapping, Sequence

from generator.model import Paragraph
from generator.readers.yaml_tree import Value

_SHORT = 60
_WIDTH = 56
_NO_START = "，。；：、！？）〕》」』”’…—～·％"


class FlowList(list[Value]):
    """A list that reads best in one line: [甲, 乙]."""


class FlowMapping(dict[str, Value]):
    """A mapping that reads best in one line: {甲: 乙}."""


def written(form: Mapping[str, Value]) -> dict[str, Value]:
    """The mapping without keys that have nothing to say."""
    return {key: value for key, value in form.items() if value not in ("", [], {})}


def one_or_list(texts: Sequence[str]) -> Value:
    """A single text as it is, several as a list."""
    return texts[0] if len(texts) == 1 else FlowList(texts)


def prose(paragraphs: Iterable[Paragraph]) -> str:
    """Paragraphs parted by blank lines, long ones broken into lines."""
    texts = [paragraph.text for paragraph in paragraphs]
    if len(texts) == 1 and len(texts[0]) <= _SHORT:
        return texts[0]
    return "\n\n".join("\n".join(_break(text)) for text in texts)


def _break(text: str) -> list[str]:
    """Lines that join to the text again."""
    lines = []
    while len(text) > _WIDTH and (end := next((end for end in range(_WIDTH, 1, -1) if _may_break(text, end)), 0)):
        lines.append(text[:end])
        text = text[end:]
    return [*lines, text]


def _may_break(text: str, end: int) -> bool:
    """Between two characters of which one is Chinese, no space is lost or added."""
    before, after = text[end - 1], text[end]
    if before.isspace() or after.isspace() or after in _NO_START:
        return False
    return max(before, after) > "\u2000"
