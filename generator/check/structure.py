"""Rules on a plan's build: it holds the chapters its kind must have, no empty one, no list without labels left."""

from collections.abc import Iterable, Iterator

from generator.check.registry import Found, Subject, rule
from generator.model import Block, Listing, Section
from generator.outline.numbering import LEVELS, level_of, style_below
from generator.problems import Severity


@rule("missing-chapter", Severity.WARNING)
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
    for node in subject.nodes:
        if isinstance(node, Section) and not node.blocks:
            message = f"“{node.heading}”下面没有内容：请写上，或删去这个标题"
            yield Found(node.at, message, node.heading, on_key=True)


@rule("too-deep-list")
def too_deep_list(subject: Subject) -> Iterator[Found]:
    """列表一层套一层，超过了五层序号（一、（一）1.（1）①），再往下就没有可用的序号，会与上一层重复。

    把最里面的一层改成一段话，或者把它提到上一层；也可以在那一层写“序号: 一是”换一种序号。
    """
    for listing in _too_deep(subject.plan.body.blocks, -1, subject.plan.body.numbering):
        yield Found(listing.at, "这一层列表太深，没有可用的序号了：请改成一段话，或提到上一层")


def _too_deep(blocks: Iterable[Block], level: int, numbering: str) -> Iterator[Listing]:
    """The lists below the last style of labels that ask for none of their own."""
    for block in blocks:
        if isinstance(block, Section):
            style = numbering or style_below(level, item=False)
            yield from _too_deep(block.blocks, level_of(style, level), block.numbering)
        elif isinstance(block, Listing) and level == len(LEVELS) - 1 and not block.numbering:
            yield block
        elif isinstance(block, Listing):
            below = level_of(block.numbering or style_below(level, item=True), level)
            for item in block.items:
                yield from _too_deep(item.blocks, below, "")
