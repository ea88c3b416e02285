"""What must stand in a text for a pattern to match is read from the pattern."""

import re
import sys

import pytest

import generator.check
from generator.anchors import anchors
from generator.manuscript import Manuscript, Part, Passage


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        ("信访|上访", [{"信访", "上访"}]),
        ("[省市]委、(省?)政府", [{"政府"}, {"省委", "市委"}]),
        (
            r"(\d{1,2})月(\d{1,2})日(?:开始)?(?:至|到)",
            [{"日至", "日到", "日开"}, {"日至", "日到", "始至", "始到"}, {"月"}],
        ),
        ("(?<=甲)乙丙", [{"乙丙"}, {"甲"}]),
        ("(?<!甲)乙?", []),
        ("甲乙{2,3}", [{"乙乙"}, {"乙"}, {"甲"}]),
        ("(?:甲乙)+丙*(?>丁)", [{"甲乙"}, {"丁"}]),
        ("甲乙[^。]+|丙丁.", [{"甲乙", "丙丁"}]),
        ("甲乙[^。]+|.", []),
        ("[一-龥]+率|[^甲]率", [{"率"}]),
        ("(?:[一-龥]|甲)[^。]", []),
        ("(?i:ab)c", [{"c"}]),
        ("(.)\\1", []),
        ("甲(?=[乙丙])", [{"甲乙", "甲丙"}, {"甲"}, {"丙", "乙"}]),
        ("^$", []),
    ],
)
def test_anchors_of_a_pattern(pattern: str, needed: list[set[str]]) -> None:
    assert [set(clause) for clause in anchors(re.compile(pattern))] == needed


def test_a_pattern_that_ignores_case_has_none() -> None:
    assert anchors(re.compile("ab", re.IGNORECASE)) == ()


def test_most_patterns_of_the_rules_have_anchors() -> None:
    modules = [module for name, module in sys.modules.items() if name.startswith(generator.check.__name__)]
    patterns = {value for module in modules for value in vars(module).values() if isinstance(value, re.Pattern)}
    assert sum(bool(anchors(pattern)) for pattern in patterns) > 0.8 * len(patterns) > 0


@pytest.fixture
def manuscript() -> Manuscript:
    texts = ("学校处理信访事项。", "3月1日至5日", "家长,信訪")
    simplified = ("", "", "家长,信访")
    passages = (
        Passage(text, (number,), Part.PARAGRAPH, simplified=simple)
        for number, (text, simple) in enumerate(zip(texts, simplified, strict=True))
    )
    return Manuscript(tuple(passages))


def test_passages_are_found_by_their_words(manuscript: Manuscript) -> None:
    assert manuscript.numbers_holding(("信访", "月")) == [0, 1, 2]
    assert manuscript.holding("信访事项", "不在这里") == [manuscript.passages[0]]
    assert manuscript.names_any(["来访", "日至"])
    assert not manuscript.names_any(["访学", "5日家"])


def test_a_pattern_is_tried_where_it_may_match(manuscript: Manuscript) -> None:
    first, dated, last = manuscript.passages
    assert manuscript.may_match(re.compile("信訪")) == [last]
    assert manuscript.may_match(re.compile("，信访")) == [last]
    assert manuscript.may_match(re.compile(r"\d月[^。]*日至")) == [dated]
    assert manuscript.may_match(re.compile(r"\d")) == [first, dated, last]
    assert [(found, match[0]) for found, match in manuscript.search(re.compile("信访.?"))] == [
        (first, "信访事"),
        (last, "信访"),
    ]


def test_what_is_derived_is_made_once(manuscript: Manuscript) -> None:
    made = []

    def count(whole: Manuscript) -> int:
        made.append(whole)
        return len(whole.passages)

    assert [manuscript.derived(count) for _ in range(2)] == [3, 3]
    assert made == [manuscript]
