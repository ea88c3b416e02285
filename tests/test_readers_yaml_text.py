"""Bytes become text only if they are UTF-8 without characters that no document can hold."""

import time

import pytest

from generator.problems import PlanError, Problem
from generator.readers.yaml_text import SIZE_LIMIT, read_text


def only_problem(content: bytes) -> Problem:
    with pytest.raises(PlanError) as caught:
        read_text(content, "甲.yaml")
    (problem,) = caught.value.problems
    return problem


def test_text_comes_through_as_written() -> None:
    assert read_text("文种: 𠮷\n".encode(), "") == "文种: 𠮷\n"


def test_a_byte_order_mark_is_accepted() -> None:
    assert read_text("文种: 甲".encode("utf-8-sig"), "") == "文种: 甲"


def test_line_ends_of_every_system_are_the_same() -> None:
    assert read_text(b"a\r\nb\rc\n", "") == "a\nb\nc\n"


def test_a_gbk_file_is_named_with_its_remedy() -> None:
    problem = only_problem("# plan\n文种: 工作计划\n".encode("gbk"))
    assert (problem.line, problem.column, problem.rule) == (2, 1, "not-utf8")
    assert "GBK 编码，请另存为 UTF-8" in problem.message


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("文种: 甲".encode("utf-16"), "UTF-16"),
        (b"PK\x03\x04\xff\xfe", "Word、Excel 或 PDF"),
        (b"%PDF-1.7\n\xe2\xe3\xcf\xd3", "Word、Excel 或 PDF"),
        (b"\x00\x81\x00\xff", "不是 UTF-8 编码的文本"),
        (b"a\xff", "不是 UTF-8 编码的文本"),
    ],
)
def test_files_that_are_no_utf8_text_are_named(content: bytes, said: str) -> None:
    problem = only_problem(content)
    assert problem.rule == "not-utf8"
    assert said in problem.message


@pytest.mark.parametrize("content", [b"", b"\n \n", "\ufeff".encode()])
def test_an_empty_file_is_refused(content: bytes) -> None:
    assert only_problem(content).rule == "empty-file"


def test_a_file_of_100_mb_is_refused_at_once() -> None:
    content = b"a" * 100_000_000
    start = time.perf_counter()
    assert only_problem(content).rule == "too-large"
    assert time.perf_counter() - start < 0.5
    assert len(content) > SIZE_LIMIT


def test_a_control_character_is_shown_at_its_place() -> None:
    problem = only_problem("文种: 甲\n标题: 乙\x07丙\n".encode())
    assert (problem.line, problem.column, problem.rule) == (2, 6, "control-character")
    assert "U+0007" in problem.message


@pytest.mark.parametrize("character", "\x00\x7f\x85\u200b\u2028\u202e\ufeff\uffff")
def test_invisible_characters_are_refused(character: str) -> None:
    assert only_problem(f"甲{character}乙".encode()).rule == "control-character"


def test_half_a_character_is_shown_at_its_place() -> None:
    problem = only_problem("文种: 甲\n标题: \ud83d\n".encode("utf-8", "surrogatepass"))
    assert (problem.line, problem.column, problem.rule) == (2, 5, "lone-surrogate")


def test_a_file_full_of_faults_shows_only_so_many() -> None:
    with pytest.raises(PlanError) as caught:
        read_text(b"\x01" * 5000 + b"\n\x01" * 5000, "甲.yaml")
    assert len(caught.value.problems) == 100
