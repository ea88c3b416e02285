"""Plain text as lines, whatever it was saved as."""

import pytest

from generator.problems import PlanError
from generator.readers.originals import read_original

PLAIN = "学校安全工作计划\n一、指导思想\n以人民为中心，落实安全责任。\n组长：周文"
TRADITIONAL = "學校安全工作計劃\n一、指導思想\n以人民為中心，落實安全責任。"


def read(content: bytes) -> str:
    return "\n".join(line.text for line in read_original(content, "旧.txt"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_text_is_read_whatever_it_was_saved_as(encoding: str) -> None:
    assert read(PLAIN.encode(encoding)) == PLAIN


@pytest.mark.parametrize("encoding", ["utf-8", "big5", "gb18030", "utf-16-le"])
def test_a_traditional_text_is_told_from_a_simplified_one(encoding: str) -> None:
    assert read(TRADITIONAL.encode(encoding)) == TRADITIONAL


def test_a_text_that_was_cut_off_or_is_short_or_plain_is_still_read() -> None:
    assert read(PLAIN.encode()[:-1]).startswith("学校安全工作计划")
    assert read("周文".encode("gbk")) == "周文"
    assert read(b"plan 2026") == "plan 2026"
    assert read("plan 2026".encode("utf-16-le")) == "plan 2026"


def test_controls_are_left_out() -> None:
    assert read("安全\x07计划".encode()) == "安全计划"


@pytest.mark.parametrize("content", [bytes(range(128, 256)) * 20, b"\xff\xfe" + b"\x00\xd8" * 50])
def test_what_reads_as_nothing_is_refused(content: bytes) -> None:
    with pytest.raises(PlanError, match=r"(?s).*"):
        read(content)
