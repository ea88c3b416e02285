"""Rules on a plan's build: it holds the chapters its kind must have."""

from collections.abc import Iterator

from generator.check.registry import Found, Subject, rule
from generator.check.walk import every_node
from generator.model import Section


@rule("missing-chapter")
def missing_chapter(subject: Subject) -> Iterator[Found]:
    """这个文种必须有的章节没有写。

    在“正文”里加上这一章；名称可以用提示里的任何一个。
    """
    headings = {block.heading for block in subject.plan.body.blocks if isinstance(block, Section)}
    for names in subject.kind.chapters:
        if not headings & set(names):
            others = f"（也可以叫{'、'.join(names[1:])}）" if names[1:] else ""
            message = f"{subject.kind.name}必须有“{names[0]}”一章{others}：请在“正文”里加上"
            yield Found(("正文",), message, on_key=True)


@rule("empty-chapter")
def empty_chapter(subject: Subject) -> Iterator[Found]:
    """标题下面什么也没有，印出来是一行光秃秃的标题。

    在标题下写上内容，或者删去这个标题。
    """
    for node in every_node(subject.plan):
        if isinstance(node, Section) and not node.blocks:
            message = f"“{node.heading}”下面没有内容：请写上，或删去这个标题"
            yield Found(node.at, message, node.heading, on_key=True)
