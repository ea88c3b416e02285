"""Whatever file is imported, reading it ends in a result or in a problem told in one sentence, soon and in little room."""

import io
import os
import random
import resource
import signal
import socket
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import NoReturn

import pypdfium2
import pytest

from generator.conversion import find_office, readable
from generator.importing import import_content
from generator.original import Line
from generator.problems import PlanError, Problem
from generator.readers.originals import form_of, read_original
from generator.readers.yaml_writer import write_plan
from generator.recognition.assembly import recognise
from tests import finished

SECONDS, ROOM = 20, 500 * 1024
"""What one file may take: time, and memory in kilobytes."""
QUICK, MANY = 60, 2_100 if os.environ.get("XIAOWEN_THOROUGH") else 210
"""Mutated files: some at every run, more in the slow test, all of them when asked for."""
TODAY = date(2026, 3, 9)
TEXT = "青山县实验小学2026年安全工作计划\n一、工作目标\n全年不发生事故。\n二、组织机构\n组长：周文\n成员：秦勇、罗平\n"
SHORT = finished.TITLE + finished.ADDRESSEE + f"<p>{finished.SENTENCE}</p>" + finished.TABLE
HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def document(body: str = "<w:p><w:r><w:t>一、工作目标</w:t></w:r></w:p>", before: str = "") -> bytes:
    """The main part of a DOCX."""
    return f'{HEAD}{before}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'.encode()


def package(parts: dict[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive of these parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", packing) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def seeds() -> dict[str, bytes]:
    """Small files of every form, made by our own writers."""
    return {
        "计划.docx": finished.docx(SHORT),
        "计划.pdf": finished.pdf(SHORT),
        "计划.txt": TEXT.encode(),
        "旧计划.txt": TEXT.encode("gb18030"),
    }


# ---- mutation -----------------------------------------------------------------------------------------------------

Chance = random.Random
NUMBERS = (b"-1", b"0", b"99999999999999999999", b"4294967296", b"1e308", b"NaN", b"-2147483649")


def flipped(content: bytes, chance: Chance) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.choice((1, 3, 20, 200))):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def cut(content: bytes, chance: Chance) -> bytes:
    start, end = sorted((chance.randrange(len(content)), chance.randrange(len(content))))
    return chance.choice((content[:start], content[start:], content[:start] + content[end:]))


def doubled(content: bytes, chance: Chance) -> bytes:
    start, end = sorted((chance.randrange(len(content)), chance.randrange(len(content))))
    return content[:end] + content[start:end] * chance.choice((1, 5)) + content[end:]


def renumbered(content: bytes, chance: Chance) -> bytes:
    """Some of the numbers in it made absurd."""
    places = [index for index, byte in enumerate(content) if 48 <= byte <= 57]
    for place in sorted(chance.sample(places, min(len(places), chance.choice((1, 5, 30)))), reverse=True):
        content = content[:place] + chance.choice(NUMBERS) + content[place + 1 :]
    return content


PLAIN = (flipped, cut, doubled, renumbered)


def repacked(content: bytes, chance: Chance) -> bytes:
    """A package with its parts swapped, left out or mutated inside."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    names = list(parts)
    for _ in range(chance.choice((1, 2, 4))):
        one, other = chance.choice(names), chance.choice(names)
        action = chance.randrange(4)
        if action == 0:
            parts[one], parts[other] = parts[other], parts[one]
        elif action == 1:
            parts[one] = b""
        else:
            main = "word/document.xml" if chance.random() < 0.6 else one
            parts[main] = chance.choice(PLAIN)(parts[main], chance) if parts[main] else b"<x/>"
    return package(parts)


def restreamed(content: bytes, chance: Chance) -> bytes:
    """A PDF with what one of its streams unpacks to mutated."""
    start = chance.choice([index for index in range(len(content)) if content.startswith(b"stream\n", index)]) + 7
    end = content.find(b"endstream", start)
    try:
        unpacked = zlib.decompress(content[start:end])
    except zlib.error:
        return flipped(content, chance)
    packed = zlib.compress(chance.choice(PLAIN)(unpacked or b"0", chance))
    return content[:start] + packed[: end - start].ljust(end - start, b"\n") + content[end:]


def mutated(name: str, content: bytes, chance: Chance) -> bytes:
    special: dict[str, Callable[[bytes, Chance], bytes]] = {".docx": repacked, ".pdf": restreamed}
    inside = special.get(Path(name).suffix)
    return inside(content, chance) if inside and chance.random() < 0.7 else chance.choice(PLAIN)(content, chance)


# ---- what is asserted ---------------------------------------------------------------------------------------------


@contextmanager
def guarded() -> Iterator[None]:
    """Fails where what is done takes too long or too much room."""

    def stop(_signal: int, _frame: object) -> NoReturn:
        pytest.fail(f"more than {SECONDS} seconds")

    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    old = signal.signal(signal.SIGALRM, stop)
    signal.alarm(SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, old)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < ROOM


def imported(content: bytes, name: str) -> tuple[Line, ...]:
    """The lines of a file, which could be recognised and written as YAML."""
    content, _ = readable(content, name)
    lines = read_original(content, name)
    assert write_plan(recognise(lines).plan)
    return lines


def ends_well(content: bytes, name: str) -> bool:
    """Whether a file was read; its only other end is problems, told in Chinese."""
    problems: tuple[Problem, ...] = ()
    with guarded():
        try:
            imported(content, name)
        except PlanError as error:
            problems = error.problems
    assert all(problem.file == name and problem.message for problem in problems)
    return not problems


def fuzzed(count: int, seed: int) -> list[bool]:
    chance = random.Random(seed)  # noqa: S311 - the same files on every machine
    files = list(seeds().items())
    chosen = (files[number % len(files)] for number in range(count))
    return [ends_well(mutated(name, content, chance), name) for name, content in chosen]


def test_mutated_files_are_read_or_refused() -> None:
    ends = fuzzed(QUICK, seed=1)
    assert len(ends) == QUICK
    assert set(ends) == {True, False}


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2, 9))
def test_many_mutated_files_are_read_or_refused(seed: int) -> None:
    ends = fuzzed(MANY // 7, seed)
    assert len(ends) == MANY // 7
    assert set(ends) == {True, False}


def test_the_files_that_are_mutated_can_be_read() -> None:
    assert all(ends_well(content, name) for name, content in seeds().items())


# ---- files made to do harm ----------------------------------------------------------------------------------------


def refusal(content: bytes, name: str) -> str:
    """Why a file is refused, in its one sentence."""
    with guarded(), pytest.raises(PlanError) as caught:
        imported(content, name)
    (problem,) = caught.value.problems
    assert problem.file == name
    return problem.message


LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
BOMB = document("<w:p/>" * 4_000_000)
DEEP = document("<w:ins>" * 100_000 + "</w:ins>" * 100_000)


def blank_pdf(pages: int) -> bytes:
    document = pypdfium2.PdfDocument.new()
    for _ in range(pages):
        document.new_page(595, 842)
    made = io.BytesIO()
    document.save(made)
    document.close()
    return made.getvalue()


def locked_pdf() -> bytes:
    """A PDF that asks for a password nobody knows."""
    secret = "<" + "41" * 32 + ">"
    objects = (
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[]/Count 0>>",
        f"<</Filter/Standard/V 1/R 2/O{secret}/U{secret}/P -4>>",
    )
    made, places = b"%PDF-1.4\n", []
    for number, text in enumerate(objects, 1):
        places.append(len(made))
        made += f"{number} 0 obj{text}endobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"trailer<</Size 4/Root 1 0 R/Encrypt 3 0 R/ID[{secret}{secret}]>>\nstartxref\n{len(made)}\n%%EOF"
    return made + f"xref\n0 4\n0000000000 65535 f \n{table}{trailer}".encode()


def old_office(stream: str) -> bytes:
    """What looks like an old office file with a stream of this name."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + stream.encode("utf-16-le")


def locked_package() -> bytes:
    """A package whose directory says that its parts are encrypted."""
    content = package({"word/document.xml": document()})
    flags = content.index(b"PK\x01\x02") + 8
    return content[:flags] + b"\x01" + content[flags + 1 :]


HARMFUL = {
    "a zip bomb": ("计划.docx", lambda: package({"word/document.xml": BOMB}), "大得不像一份文稿"),
    "many large parts": (
        "计划.docx",
        lambda: package(
            {"word/document.xml": document(), **{f"word/media/{n}.bin": bytes(1_900_000) for n in range(300)}}
        ),
        "大得不像一份文稿",
    ),
    "very many parts": (
        "计划.docx",
        lambda: package({"word/document.xml": document(), **{f"{n}": b"" for n in range(6_000)}}, zipfile.ZIP_STORED),
        "大得不像一份文稿",
    ),
    "entities that multiply": (
        "计划.docx",
        lambda: package({"word/document.xml": document("&a9;", f'<!DOCTYPE d [<!ENTITY a0 "哈">{LAUGHS}]>')}),
        "DOCX|实体声明",
    ),
    "an entity that reads a file": (
        "计划.docx",
        lambda: package(
            {"word/document.xml": document("&a;", '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>')}
        ),
        "实体声明",
    ),
    "a DTD from elsewhere": (
        "计划.docx",
        lambda: package({"word/document.xml": document(before='<!DOCTYPE d SYSTEM "http://127.0.0.1:9/d.dtd">')}),
        "实体声明",
    ),
    "elements without end": ("计划.docx", lambda: package({"word/document.xml": DEEP}), "不是完好的"),
    "an encrypted DOCX": (
        "计划.docx",
        lambda: old_office("EncryptedPackage"),
        "加了密码",
    ),
    "an old spreadsheet": ("计划.doc", lambda: old_office("Workbook"), "Excel"),
    "an old file without a text": ("计划.doc", lambda: old_office("Nothing"), "不是完好的"),
    "a package with a password": ("计划.docx", locked_package, "加了密码"),
    "a part that is too large": (
        "计划.docx",
        lambda: package({"word/document.xml": random.Random(1).randbytes(11_000_000)}),  # noqa: S311 - no secret
        "大得不像一份文稿",
    ),
    "too much markup": (
        "计划.docx",
        lambda: package({"word/document.xml": document("<w:p/>" * 700_000)}, zipfile.ZIP_STORED),
        "大得不像一份文稿",
    ),
    "a text that is too long": ("计划.txt", lambda: "一、目标\n".encode() * 200_000, "2 MB"),
    "a text of too many lines": ("计划.txt", lambda: "目标\n".encode() * 10_001, "1 万段"),
    "a spreadsheet under another name": ("计划.docx", lambda: package({"xl/workbook.xml": b"<x/>"}), "Excel"),
    "an archive under another name": ("计划.docx", lambda: package({"计划.txt": b"x"}), "压缩文件"),
    "a picture under another name": ("计划.pdf", lambda: b"\x89PNG\r\n\x1a\n" + bytes(64), "OCR"),
    "a web page": ("计划.doc", "<html><body>计划</body></html>".encode, "网页"),
    "bytes that are nothing": ("计划.docx", lambda: bytes(range(256)) * 4, "不是完好的"),
    "a file of an unknown kind": ("计划.xyz", "计划".encode, "读不了这种文件"),
    "an empty file": ("计划.txt", lambda: b"", "空的"),
    "a broken DOCX": ("计划.docx", lambda: finished.docx(SHORT)[:2_000], "不是完好的"),
    "a broken PDF": ("计划.pdf", lambda: b"%PDF-1.7 broken", "打不开"),
    "a locked PDF": ("计划.pdf", locked_pdf, "密码"),
    "a PDF of 501 pages": ("计划.pdf", lambda: blank_pdf(501), "501 页"),
    "a PDF without words": ("计划.pdf", lambda: blank_pdf(2), "OCR"),
    "a file of more than 50 MB": ("计划.txt", lambda: bytes([0x41]) * 50_000_001, "50 MB"),
}


@pytest.mark.parametrize(("name", "made", "message"), HARMFUL.values(), ids=HARMFUL)
def test_a_harmful_or_broken_file_is_refused_in_one_sentence(
    name: str, made: Callable[[], bytes], message: str
) -> None:
    assert any(words in refusal(made(), name) for words in message.split("|"))


def with_parts(more: dict[str, bytes]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(finished.docx(SHORT))) as archive:
        return package({name: archive.read(name) for name in archive.namelist()} | more)


def test_macros_are_not_run_and_told(tmp_path: Path) -> None:
    content = with_parts({"word/vbaProject.bin": b"macro"})
    told = import_content(content, Path("旧.docm"), tmp_path / "计划.yaml", TODAY, simplified=False, force=False)
    assert told.remarks == ("文件带有宏，没有运行，只读了文字",)


def test_links_to_elsewhere_are_not_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> NoReturn:
        pytest.fail("a connection was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    link = f'<Relationship Id="x" Type="{WORD}/attachedTemplate" Target="http://127.0.0.1:9/x.dotm" TargetMode="External"/>'
    relations = f'{HEAD}<Relationships xmlns="{namespace}">{link}</Relationships>'.encode()
    assert imported(with_parts({"word/_rels/settings.xml.rels": relations}), "计划.docx")


@pytest.mark.parametrize("name", ["计划.docx", "计划.txt", "计划.doc", "计划"])
def test_a_file_that_lies_about_its_form_is_read_as_what_it_is(name: str, tmp_path: Path) -> None:
    content = finished.pdf(SHORT)
    told = import_content(content, Path(name), tmp_path / "计划.yaml", TODAY, simplified=False, force=False)
    assert len(told.remarks) == 1
    assert "里面其实是PDF，已按PDF来读" in told.remarks[0]


def test_macros_of_an_old_file_are_told() -> None:
    form = form_of(old_office("WordDocument") + old_office("_VBA_PROJECT"), "旧.wps")
    assert form.ending == ".wps"
    assert form.remarks == ("文件带有宏，没有运行，只读了文字",)


def test_an_open_document_is_known_by_its_content() -> None:
    parts = {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"}
    assert form_of(package(parts, zipfile.ZIP_STORED), "旧.odt").ending == ".odt"


# ---- forms that LibreOffice reads ---------------------------------------------------------------------------------

RICH = b"{\\rtf1\\ansi\\ansicpg936 {\\fonttbl{\\f0 SimSun;}}\\f0 \\u19968 ?\\u12289 ?\\u30446 ?\\u26631 ?\\par}"


def test_without_office_its_forms_are_refused_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.conversion.find_office", lambda: None)
    assert "请安装 LibreOffice" in refusal(RICH, "旧计划.rtf")


def test_an_office_that_does_not_end_is_ended(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nsleep 60\n")
    program.chmod(0o755)
    monkeypatch.setattr("generator.conversion.find_office", lambda: str(program))
    monkeypatch.setattr("generator.conversion.TIME_LIMIT", 0.2)
    assert "没有读完" in refusal(RICH, "旧计划.rtf")


def test_an_office_that_makes_nothing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.conversion.find_office", lambda: "true")
    assert "打不开" in refusal(RICH, "旧计划.rtf")


@pytest.mark.slow
def test_office_turns_its_forms_into_lines() -> None:
    if find_office() is None:
        pytest.skip("needs LibreOffice")
    content, remarks = readable(RICH, "旧计划.rtf")
    assert [line.text for line in read_original(content, "旧计划.rtf.docx")] == ["一、目标"]
    assert remarks == ("RTF 文件先由 LibreOffice 转成了 DOCX",)


def test_forms_for_office_are_refused_by_the_readers_themselves() -> None:
    with pytest.raises(PlanError, match=r"另存为 \.docx"):
        read_original(RICH, "旧计划.rtf")
