"""Finished files of ours come back as their source; what was edited in Word comes back with them, told one by one."""

import io
from datetime import date
from pathlib import Path

import pytest
from docx import Document

from generator.build import build
from generator.model import Plan
from generator.readers.originals import read_original
from generator.readers.yaml_plan import read_plan
from generator.recognition.assembly import recognise
from generator.returning import Returned, return_source
from generator.typeset.fonts import find_fonts

TODAY = date(2026, 3, 1)
SCHOOL = """\
名称: 青山县实验小学
部门: [安全办]
人员:
  - {姓名: 周文, 职务: 校长}
  - {姓名: 欧阳静, 职务: 副校长}
"""
PLAN = """\
文种: 工作计划
标题: 安全工作计划
成文日期: 2026-02-27
导语: 为保障师生安全，制定本计划。
正文:
  组织机构: {组长: 校长, 副组长: 副校长}
  工作目标:
    - 全年不发生责任事故。
    - 隐患按期整改。
  工作措施:
    加强检查:
      - 标题: 每天巡查
        内容: 重点部位每天查一次。
        责任人: 安全办
      - 每月演练一次。
"""


def finished(folder: Path, form: str) -> bytes:
    (folder / "学校.yaml").write_text(SCHOOL, encoding="utf-8")
    (folder / "计划.yaml").write_text(PLAN, encoding="utf-8")
    built = build(folder / "计划.yaml", folder, (form,), TODAY)
    assert built.files, built.problems
    return built.files[0].read_bytes()


def understand(content: bytes) -> Plan:
    return recognise(read_original(content, "x.docx" if content.startswith(b"PK") else "x.pdf")).plan


def returned(content: bytes) -> Returned:
    found = return_source(content, "计划.docx", understand)
    assert found is not None
    return found


def edited(content: bytes, old: str, new: str) -> bytes:
    """The DOCX with words of one paragraph changed, as a person changes them in Word."""
    document = Document(io.BytesIO(content))
    (paragraph,) = [each for each in document.paragraphs if old in each.text]
    text = paragraph.text.replace(old, new)
    for run in paragraph.runs[1:]:
        run.text = ""
    paragraph.runs[0].text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def source() -> Plan:
    return read_plan(PLAN.encode(), "计划.yaml")[0]


@pytest.mark.parametrize("form", ["docx", pytest.param("pdf", marks=pytest.mark.slow)])
def test_an_unedited_file_comes_back_as_its_source(tmp_path: Path, form: str) -> None:
    if form == "pdf" and find_fonts().absent:
        pytest.skip("fonts are not installed")
    found = returned(finished(tmp_path, form))
    assert (found.plan, found.differences) == (source(), ())
    assert [person.full_name for person in found.school.people] == ["周文", "欧阳静"]


def test_an_edited_sentence_comes_back_in_its_place_and_is_told(tmp_path: Path) -> None:
    found = returned(edited(finished(tmp_path, "docx"), "重点部位每天查一次", "重点部位每天查两次"))
    (difference,) = found.differences
    assert "改成了" in str(difference)
    assert "每天查两次" in difference.after
    assert found.plan.body.blocks[0] == source().body.blocks[0]  # the roster still names posts


def test_a_deleted_paragraph_is_told(tmp_path: Path) -> None:
    document = Document(io.BytesIO(finished(tmp_path, "docx")))
    (paragraph,) = [each for each in document.paragraphs if "隐患按期整改" in each.text]
    parent = paragraph._p.getparent()
    assert parent is not None
    parent.remove(paragraph._p)
    out = io.BytesIO()
    document.save(out)
    assert [str(each) for each in returned(out.getvalue()).differences] == ["删去了“隐患按期整改。”"]


def test_an_added_paragraph_is_told(tmp_path: Path) -> None:
    document = Document(io.BytesIO(finished(tmp_path, "docx")))
    (paragraph,) = [each for each in document.paragraphs if "隐患按期整改" in each.text]
    paragraph.insert_paragraph_before("2.家长会每学期两次。")
    out = io.BytesIO()
    document.save(out)
    assert [str(each) for each in returned(out.getvalue()).differences] == ["增加了“家长会每学期两次。”"]


def test_a_file_without_source_is_left_to_recognition() -> None:
    document = Document()
    document.add_paragraph("安全工作计划")
    out = io.BytesIO()
    document.save(out)
    content = out.getvalue()
    assert return_source(content, "计划.docx", understand) is None
