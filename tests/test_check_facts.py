"""Lists of facts: what a list may look like, and every slip in one at its line."""

from datetime import date
from pathlib import Path

import pytest

from generator.check.facts import Fact, fact_files, load_facts
from generator.problems import PlanError, Severity

GOOD = "来源: 甲\n核对: 2026-06-26\n条目:\n  - 旧: 乙\n    新: [丙, 丁]\n  - {旧: 戊, 新: 己, 核对: 2026-07-01}\n"


def facts_in(text: str, folder: Path, *keys: str) -> tuple[Fact, ...]:
    (folder / "list.yaml").write_text(text, encoding="utf-8")
    load_facts.cache_clear()
    return load_facts("list", keys, folder=folder)


def fault_in(text: str, folder: Path, *keys: str) -> str:
    with pytest.raises(PlanError) as caught:
        facts_in(text, folder, *keys)
    return str(caught.value)


def test_what_stands_beside_the_entries_holds_for_each_that_does_not_say_otherwise(tmp_path: Path) -> None:
    first, second = facts_in(GOOD, tmp_path, "旧", "新")
    assert (first.line, second.line) == (4, 6)
    assert (first.text("来源"), first.texts("新"), second.texts("新")) == ("甲", ("丙", "丁"), ("己",))
    assert (first.verified, second.verified) == (date(2026, 6, 26), date(2026, 7, 1))


def test_a_bare_list_is_a_list_too(tmp_path: Path) -> None:
    (fact,) = facts_in("- {旧: 乙, 来源: 甲, 核对: 2026-06-26}\n", tmp_path, "旧")
    assert (fact.text("旧"), fact.text("新"), fact.texts("新"), fact.date("自")) == ("乙", "", (), None)
    assert fact.pattern("旧式") is None
    assert fact.severity(Severity.HINT) == Severity.HINT


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("- {旧: 乙, 核对: 2026-06-26}", "list.yaml:1:1: 错误: 缺少“来源”"),
        ("- {旧: 乙, 来源: 甲}", "list.yaml:1:1: 错误: 缺少“核对”"),
        ("\n- {旧: 乙, 来源: 甲, 核对: 2026-02-30}", "list.yaml:2:1: 错误: “核对: 2026-02-30”不是日期"),
        ("- {旧: 乙, 来源: 甲, 核对: 去年}", "“核对: 去年”不是日期"),
        ("- {旧: 乙, 来源: 甲, 核对: [2026-06-26, 2026-06-27]}", "“核对”只能写一项"),
        ("- {来源: 甲, 核对: 2026-06-26}", "缺少“旧”"),
        ("- {旧: 乙, 来原: 甲, 来源: 甲, 核对: 2026-06-26}", "没有“来原”这个键"),
        ("- 旧: 乙\n  旧: 丙\n", "list.yaml:2:1: 错误: “旧”写了两次"),
        ("- 旧: {乙: 丙}\n", "这里只能写文字"),
        ("- 旧: [[乙]]\n", "这里只能写文字"),
        ("- 乙\n", "每一条都要写成“键: 值”的样子"),
        ("来源: 甲\n", "要写成一列条目"),
        ("", "要写成一列条目"),
        ("- 旧: 乙\n - 新: 丙\n", "list.yaml:2:1: 错误: 不是正确的 YAML"),
    ],
)
def test_a_slip_is_reported_at_its_line(text: str, fault: str, tmp_path: Path) -> None:
    assert fault in fault_in(text, tmp_path, "旧")


def test_all_slips_are_reported_at_once(tmp_path: Path) -> None:
    assert fault_in("- {旧: 乙}\n- {新: 乙}\n", tmp_path, "旧").count("缺少") == 5


@pytest.mark.parametrize(("key", "value"), [("pattern", "(乙"), ("severity", "很重"), ("date", "去年")])
def test_a_value_that_cannot_be_used_is_reported_at_its_entry(key: str, value: str, tmp_path: Path) -> None:
    (fact,) = facts_in(f"\n- {{来源: 甲, 核对: 2026-06-26, 旧式: {value}, 级别: {value}}}\n", tmp_path)
    uses = {"pattern": lambda: fact.pattern("旧式"), "severity": lambda: fact.severity(Severity.HINT)}
    with pytest.raises(PlanError, match=r"list\.yaml:2:1"):
        uses.get(key, lambda: fact.date("旧式"))()


def test_every_list_of_ours_can_be_read() -> None:
    assert all(load_facts(name) for name in fact_files())


PATTERNS = ("式", "前非", "后非", "句非", "句有", "表述", "语境", "除非", "除")
"""Keys that hold a regular expression in some list; they are compiled when their words stand in a text."""


def test_every_pattern_of_ours_can_be_compiled() -> None:
    facts = [fact for name in fact_files() for fact in load_facts(name)]
    made = [fact.pattern(key) for fact in facts for key in PATTERNS if isinstance(fact.values.get(key), str)]
    assert len(list(filter(None, made))) > 300
