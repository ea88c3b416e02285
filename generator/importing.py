"""A file that is not ours becomes YAML: read, understood, written with its guesses marked, and counted."""

import re
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date as Date  # noqa: N812 - the type beside fields named date
from html import unescape
from itertools import chain, islice
from pathlib import Path

from generator.batch import SCHOOL_FILE
from generator.conversion import readable
from generator.desk import find_school, read_bytes, shown
from generator.kinds import load_kinds
from generator.model import Plan, School
from generator.original import Line
from generator.page import render
from generator.problems import PlanError, Problem
from generator.readers.originals import SIZE_LIMIT, read_original
from generator.readers.school import read_school
from generator.readers.script import simplify
from generator.readers.yaml_plan import read_plan
from generator.readers.yaml_writer import write_plan, write_school
from generator.recognition.annotating import annotate
from generator.recognition.assembly import UNKNOWN_SCHOOL, Recognised, recognise
from generator.recognition.lines import Findings, Guess, Removed
from generator.returning import Returned, return_source
from generator.saving import save


@dataclass(frozen=True)
class Imported:
    """What came of one file: the files written, characters in, taken out and lost, what was removed and guessed."""

    source: Path
    target: Path
    files: tuple[Path, ...]
    read: int
    taken_out: int
    lost: str
    removed: tuple[Removed, ...]
    guesses: tuple[Guess, ...]
    absent: tuple[str, ...] = ()
    """People in the plan whom the school's own 学校.yaml does not know."""
    remarks: tuple[str, ...] = ()
    """What there is to tell about the file itself: another form than its name says, macros, LibreOffice."""


def import_file(path: Path, target: Path, today: Date, *, simplified: bool, force: bool) -> Imported:
    """Write the plan that a file holds to `target`, and a 学校.yaml beside it where there is none."""
    return import_content(read_bytes(path, SIZE_LIMIT), path, target, today, simplified=simplified, force=force)


def import_content(  # noqa: PLR0913 - what is read, where to, when, and two choices
    content: bytes, path: Path, target: Path, today: Date, *, simplified: bool, force: bool
) -> Imported:
    """The same for content that has been read, under the name it came with."""
    if target.exists() and not force:
        raise PlanError(Problem(shown(target), 0, 0, "file-exists", "这个文件已经有了，没有覆盖；要覆盖请加 --force"))
    content, remarks = readable(content, shown(path))
    lines = _lines(read_original(content, shown(path)), simplified=simplified)
    school = _school(target)
    returned = return_source(content, shown(path), _understand)
    found = _from_source(returned) if returned else recognise(lines, school)
    remarks = (*remarks, *_tell_return(returned)) if returned else remarks
    if not found.plan.body.blocks:
        raise PlanError(Problem(shown(path), 0, 0, "no-text", "只认出了标题，没有正文：请核对文件是不是完整"))
    header = (f"由 {path.name} 导入（{today.isoformat()}）。“{_MARKED}”是拿不准的地方，核对以后请删去那一行。",)
    text = _checked(_annotated(found, header), found.plan, target)
    files = {target: text.encode()}
    if school is None:
        files[target.parent / SCHOOL_FILE] = _school_text(found.school).encode()
    save(files)
    known = {person.full_name for person in school.people} if school else set()
    absent = tuple(person.full_name for person in found.school.people if school and person.full_name not in known)
    imported = Imported(path, target, tuple(files), 0, 0, "", *_told(found), absent, remarks)
    return _counted(imported, lines, found, found.school if returned else school or found.school)


def _understand(content: bytes) -> Plan:
    """What recognition makes of a finished file of ours."""
    name = "文件.docx" if content.startswith(b"PK") else "文件.pdf"
    return recognise(_lines(read_original(content, name), simplified=False)).plan


def _from_source(returned: Returned) -> Recognised:
    """The plan as its source has it; nothing of it is a guess, but every edit is to be looked at."""
    edits = [Guess(each.after, f"文件里改过：{each}", 0.9) for each in returned.differences]
    return Recognised(returned.plan, returned.school, Findings(guesses=edits))


def _tell_return(returned: Returned) -> tuple[str, ...]:
    """What there is to tell of a file that carries its source."""
    edits = f"，并把文件里改过的 {len(returned.differences)} 处改了进去" if returned.differences else ""
    return (f"这是校文生成的文件，已照它带着的源文件还原{edits}",)


def _annotated(found: Recognised, header: tuple[str, ...]) -> str:
    return annotate(write_plan(found.plan), header, found.findings.guesses, found.findings.comments)


_MARKED = "校文: 请核对"


def _told(found: Recognised) -> tuple[tuple[Removed, ...], tuple[Guess, ...]]:
    guesses = sorted(found.findings.guesses, key=lambda guess: guess.confidence)
    return tuple(found.findings.removed), tuple(guesses)


def _lines(read: tuple[Line, ...], *, simplified: bool) -> list[Line]:
    """The lines with their text in 简体 beside; only that where asked."""
    texts = [text for line in read for text in (line.text, *chain(*line.rows))]
    plain = simplify(texts)
    lines: list[Line] = []
    start = 0
    for line in read:
        length = sum(map(len, (line.text, *chain(*line.rows))))
        folded = plain[start : start + length] if plain else ""
        start += length
        lines.append(_folded(line, folded, simplified=simplified) if folded else line)
    return lines


def _folded(line: Line, folded: str, *, simplified: bool) -> Line:
    """The line with its text, and the cells of its table, in 简体."""
    rest = iter(folded)
    text = "".join(islice(rest, len(line.text)))
    rows = tuple(tuple("".join(islice(rest, len(cell))) for cell in row) for row in line.rows)
    return replace(line, text=text, plain=text, rows=rows) if simplified else replace(line, plain=text)


def _school(target: Path) -> School | None:
    try:
        path = find_school(target)
    except PlanError:
        return None
    return read_school(read_bytes(path), shown(path))[0]


def _school_text(school: School) -> str:
    text = write_school(school)
    unknown = "# 校文: 请核对 原文没有写学校全称，请改成自己学校的\n"
    note = "# 导入时从名单里抄来的人，请补上职务、部门，离开的删去。\n"
    text = text.replace("人员:\n", f"{note}人员:\n", 1)
    return text.replace("名称:", f"{unknown}名称:", 1) if school.name == UNKNOWN_SCHOOL else text


def _checked(text: str, plan: Plan, target: Path) -> str:
    """The YAML, which must read back as the plan it was written from."""
    again, _ = read_plan(text.encode(), shown(target))
    return text if again == plan else write_plan(plan)


def _counted(imported: Imported, lines: list[Line], found: Recognised, school: School) -> Imported:
    """The same with its characters counted: nothing may be missing in print that was not taken out and told."""
    given = "".join(line.text + "".join(chain(*line.rows)) for line in lines)
    written = unescape(re.sub("<[^>]*>", "", render(found.plan, school, load_kinds()[found.plan.kind])))
    taken = "".join(removed.text for removed in imported.removed)
    lost = Counter(_bare(given)) - Counter(_bare(written)) - Counter(_bare(taken))
    missing = "".join(lost.elements())
    return replace(imported, read=len(_bare(given)), taken_out=len(_bare(taken)), lost=missing)


_LABEL_SIGNS = re.compile(r"[\s\W_\d①-⑳〇○零一二三四五六七八九十是第附件年月日章节]")


def _bare(text: str) -> str:
    """The characters that are neither marks nor possible parts of labels and dates."""
    return _LABEL_SIGNS.sub("", text)
