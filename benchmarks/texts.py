"""The same text for everyone who is measured: a plan of nine pages in YAML, in a Word template and in typst."""

import re
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "plans" / "示例"
CHARACTERS = 4300
"""As much as fills nine pages of 22 lines of 28 characters with headings and paragraphs."""

_NOT_FOR_ALL = re.compile("：|附件|附表|本预案|本方案|[喆堃娒䶮𤧛]")
"""What a sentence must not have to stand in any plan, with no font but the four of every document."""

HEADINGS = ("工作目标", "工作措施", "组织领导", "宣传教育", "隐患排查", "应急演练", "家校配合", "督促检查", "总结改进")
TYPST = """\
#set page(paper: "a4", margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm), numbering: "1")
#set text(font: "FandolFang R", size: 16pt, lang: "zh", region: "cn")
#set par(justify: true, leading: 12.95pt, spacing: 12.95pt, first-line-indent: (amount: 2em, all: true))
#align(center, text(size: 22pt)[{title}])
{body}
"""


@cache
def _pool() -> tuple[str, ...]:
    """The sentences of the sample plans."""
    content = (yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(SAMPLES.glob("*.yaml")))
    texts = (text for plan in content for text in _sentences(plan))
    return tuple(dict.fromkeys(f"{part}。" for text in texts for part in text.split("。") if len(part) > 12))


def sections(number: int) -> dict[str, list[str]]:
    """Headings and their paragraphs: sentences of the sample plans, in every plan in another order."""
    sentences, paragraphs, size = list(_pool()), list[str](), 0
    Random(number).shuffle(sentences)  # noqa: S311 - an order, not a secret
    while size < CHARACTERS:
        paragraphs.append("".join(sentences.pop() for _ in range(3)))
        size += len(paragraphs[-1])
    share = -(-len(paragraphs) // len(HEADINGS))
    return {heading: paragraphs[n * share : (n + 1) * share] or ["完成。"] for n, heading in enumerate(HEADINGS)}


def _sentences(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for inner in value.values() for text in _sentences(inner)]
    if isinstance(value, list):
        return [text for inner in value for text in _sentences(inner)]
    lines = [line.strip() for line in str(value).splitlines()]
    return [
        line
        for line in lines
        if len(line) > 30 and line.endswith("。") and not re.search("：|附件|附表|本预案|本方案|[喆堃娒䶮𤧛]", line)
    ]


def title(number: int) -> str:
    """The title of a plan; every one has its own."""
    return f"青山县实验小学第{number}号学校安全工作计划"


def write_plans(folder: Path, count: int) -> Path:
    """So many plans beside the sample school."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "学校.yaml").write_text((SAMPLES / "学校.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    for number in range(count):
        content = {"文种": "工作计划", "标题": title(number), "成文日期": "2026-02-27"}
        body = {heading: "\n\n".join(paragraphs) for heading, paragraphs in sections(number).items()}
        text = yaml.safe_dump({**content, "正文": body}, allow_unicode=True, sort_keys=False, width=10**6)
        (folder / f"{number:03}.yaml").write_text(text, encoding="utf-8")
    return folder


def write_template(path: Path) -> Path:
    """The Word template that docxtpl fills."""
    from docx import Document  # noqa: PLC0415 - typst is measured without it
    from docx.enum.text import WD_LINE_SPACING  # noqa: PLC0415 - as above
    from docx.shared import Mm, Pt  # noqa: PLC0415 - as above

    document = Document()
    page, style = document.sections[0], document.styles["Normal"]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.top_margin, page.bottom_margin, page.left_margin, page.right_margin = Mm(37), Mm(35), Mm(28), Mm(26)
    style.font.name, style.font.size = "FandolFang R", Pt(16)
    style.element.rPr.rFonts.set(
        "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}eastAsia", "FandolFang R"
    )
    style.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    style.paragraph_format.line_spacing, style.paragraph_format.space_after = Pt(28.95), Pt(0)
    for line in (
        *("{{ title }}", "{%p for section in sections %}", "{{ section.heading }}"),
        *("{%p for text in section.paragraphs %}", "{{ text }}", "{%p endfor %}", "{%p endfor %}"),
    ):
        document.add_paragraph(line).paragraph_format.first_line_indent = Pt(32)
    document.save(str(path))
    return path


def context(number: int) -> dict[str, Any]:
    """What docxtpl puts into the template."""
    parts = [{"heading": heading, "paragraphs": paragraphs} for heading, paragraphs in sections(number).items()]
    return {"title": title(number), "sections": parts}


def typst_source(number: int) -> str:
    """The plan as typst wants it."""
    parts = [f"{heading}\n\n" + "\n\n".join(paragraphs) for heading, paragraphs in sections(number).items()]
    return TYPST.format(title=title(number), body="\n\n".join(parts))
