"""xiaowen import as a clerk uses it: one file, a folder, pasted text; what is told, and what is never overwritten."""

from pathlib import Path

import pytest
from docx import Document

from generator.dossier import open_dossier
from generator.readers.yaml_plan import read_plan
from tests.clerk import xiaowen

OLD = """\
青山县实验小学安全工作计划
为保障师生安全,制定本计划。
一、组织机构
组 长:周 文
成 员:王强、赵一鸣
二、工作措施
1、每天检查重点部位。(责任人:安全办)
2、每月组织一次演练。
青山县实验小学
2026年2月27日
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def old_word_file(path: Path) -> None:
    document = Document()
    for line in OLD.splitlines():
        document.add_paragraph(line)
    document.save(str(path))


def test_an_old_file_becomes_a_plan_and_a_school_that_build(folder: Path) -> None:
    (folder / "旧.txt").write_text(OLD, encoding="gb18030")
    result = xiaowen("import", "旧.txt", "-o", "计划.yaml")
    assert result.exit_code == 0
    assert "没有丢字" in result.output
    text = (folder / "计划.yaml").read_text(encoding="utf-8")
    assert text.splitlines()[1].startswith("# 由 旧.txt 导入（")
    dossier = open_dossier(folder / "计划.yaml")
    assert dossier.school.name == "青山县实验小学"
    assert {person.full_name for person in dossier.school.people} == {"周文", "王强", "赵一鸣"}
    assert xiaowen("build", "计划.yaml", "--to", "docx").exit_code == 0


def test_a_school_that_is_there_is_left_as_it_is(folder: Path) -> None:
    school = "名称: 青山县实验小学\n人员:\n  - {姓名: 周文, 职务: 校长}\n"
    (folder / "学校.yaml").write_text(school, encoding="utf-8")
    (folder / "旧.txt").write_text(OLD, encoding="utf-8")
    result = xiaowen("import", "旧.txt")
    assert "不在 学校.yaml 里的人：王强、赵一鸣" in result.output
    assert (folder / "学校.yaml").read_text(encoding="utf-8") == school
    assert (folder / "旧.yaml").exists()


def test_what_is_there_is_not_overwritten_without_force(folder: Path) -> None:
    (folder / "旧.txt").write_text(OLD, encoding="utf-8")
    (folder / "旧.yaml").write_text("我的", encoding="utf-8")
    refused = xiaowen("import", "旧.txt")
    assert (refused.exit_code, "加 --force" in refused.output) == (1, True)
    assert (folder / "旧.yaml").read_text(encoding="utf-8") == "我的"
    assert xiaowen("import", "旧.txt", "--force").exit_code == 0


def test_a_folder_is_imported_whole_and_one_bad_file_stops_nothing(folder: Path) -> None:
    old = folder / "旧文件"
    (old / "2025").mkdir(parents=True)
    (old / "甲.txt").write_text(OLD, encoding="utf-16")
    old_word_file(old / "2025" / "乙.docx")
    (old / "丙.pdf").write_bytes(b"%PDF-1.7 nothing")
    result = xiaowen("import", "旧文件", "-o", "新")
    assert result.exit_code == 1
    assert "导入了 2 份，1 份没有导入" in result.output
    plans = [read_plan((folder / "新" / name).read_bytes(), name)[0] for name in ("甲.yaml", "2025/乙.yaml")]
    assert plans[0] == plans[1]


def test_pasted_text_is_read_from_standard_input(folder: Path) -> None:
    assert xiaowen("import", "-", "-o", "粘贴.yaml", typed=OLD).exit_code == 0
    plan, _ = read_plan((folder / "粘贴.yaml").read_bytes(), "粘贴.yaml")
    assert plan.title == ("青山县实验小学安全工作计划",)


def test_traditional_text_stays_or_is_simplified(folder: Path) -> None:
    (folder / "舊.txt").write_text(
        "學校安全維穩工作計劃\n一、組織領導\n為進一步開展這個工作，應當實現目標。\n", encoding="utf-8"
    )
    assert xiaowen("import", "舊.txt", "-o", "繁.yaml").exit_code == 0
    assert "組織領導" in (folder / "繁.yaml").read_text(encoding="utf-8")
    assert xiaowen("import", "舊.txt", "-o", "简.yaml", "--simplify").exit_code == 0
    assert "组织领导" in (folder / "简.yaml").read_text(encoding="utf-8")


def test_check_tells_what_stands_in_the_way(folder: Path) -> None:
    (folder / "旧.txt").write_text(OLD.replace("制定本计划", "根据《信访条例》，制定本计划"), encoding="utf-8")
    result = xiaowen("import", "旧.txt", "--check")
    assert "[obsolete-law]" in result.output
    assert result.exit_code == 1


def test_a_title_alone_is_no_plan(folder: Path) -> None:
    result = xiaowen("import", "-", "-o", "粘贴.yaml", typed="学校安全工作计划")
    assert "只认出了标题，没有正文" in result.output
    assert not (folder / "粘贴.yaml").exists()


def test_no_file_is_wrong_usage() -> None:
    assert xiaowen("import").exit_code == 2
