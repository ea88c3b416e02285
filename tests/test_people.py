"""Who does what in the plans, and one person in the place of another."""

from pathlib import Path

import pytest

from generator.commands.options import person_and_paths
from tests.clerk import xiaowen

SCHOOL = """# 每年九月核对
名称: 青山县实验小学
部门: [德育处]
人员:
  - {姓名: 周文, 职务: [党支部书记, 校长]} # 一人兼
  - {姓名: 欧阳静, 职务: 副校长, 电话: "0000-1"}
  - {姓名: 陈志远, 职务: 副校长}
  - {姓名: 欧阳静怡, 职务: 教师}
群组:
  校领导: [校长, 欧阳静, 陈志远]
  值班组: 欧阳静、陈志远
"""
PLAN = """文种: 工作计划
标题: 安全工作计划
年度: 2026
署名: 欧阳静
正文:
  组织机构:
    领导小组:
      组长: 校长
      副组长: [欧阳静, 陈志远] # 两位
      办公室: {主任: 欧阳静}
      职责: 由欧阳静召集，每月一次。
  工作措施:
    - 标题: 做好检查
      内容: 每周检查。
      责任人: 校领导
      配合: 欧阳静、陈志远
    - 内容: 每月带队排查隐患，结果在例会上通报。
      责任人: 副校长
  值班:
    表格:
      列: [日期, 带班]
      行:
        - [周一, 欧阳静]
  通讯录:
    联系人: [欧阳静]
附件:
  - 标题: 分工表
    表格:
      - {任务: 消防, 负责人: 欧阳静}
      - {任务: 交通, 负责人: 陈志远}
"""
MINUTES = """文种: 纪要
标题: 校长办公会议纪要
成文日期: 2026-03-06
正文:
  - 由欧阳静牵头落实。
文件: {格式: 纪要, 出席: [校长, 副校长, 欧阳静]}
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test works in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    Path("plans").mkdir()
    for name, text in (("学校", SCHOOL), ("安全", PLAN), ("纪要", MINUTES)):
        Path("plans", f"{name}.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def school() -> str:
    return Path("plans/学校.yaml").read_text(encoding="utf-8")


# ---- duties -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "plans/安全.yaml:4:5: 署名",
        "plans/安全.yaml:9:13: 领导小组　副组长",
        "plans/安全.yaml:10:17: 领导小组　办公室主任",
        "plans/安全.yaml:11:11: 文中提到：由欧阳静召集，每月一次。",
        "plans/安全.yaml:15:12: 做好检查　责任人（写作“校领导”）",
        "plans/安全.yaml:16:11: 做好检查　配合",
        "plans/安全.yaml:18:12: 每月带队排查隐患，结果在例会上通报。　责任人（写作“副校长”）",
        "plans/安全.yaml:23:11: 值班　周一　带班",
        "plans/安全.yaml:25:11: 联系人",
        "plans/安全.yaml:29:9: 分工表　消防　负责人",
        "plans/纪要.yaml:6:23: 出席（写作“副校长”）",
        "plans/纪要.yaml:6:28: 出席",
        "plans/纪要.yaml:5:5: 文中提到：由欧阳静牵头落实。",
    ],
)
def test_every_duty_of_a_person_is_found_at_its_place(line: str) -> None:
    assert line in xiaowen("people", "欧阳静").output.splitlines()


def test_the_duties_are_counted() -> None:
    result = xiaowen("people", "欧阳静", "plans")
    assert result.exit_code == 0
    assert result.output.splitlines()[-1] == "欧阳静：2 份文稿里 13 处。"


def test_a_post_stands_for_who_holds_it() -> None:
    lines = xiaowen("people", "周文").output.splitlines()
    assert "plans/安全.yaml:8:11: 领导小组　组长（写作“校长”）" in lines
    assert "plans/安全.yaml:15:12: 做好检查　责任人（写作“校领导”）" in lines


def test_without_a_name_everybody_is_counted() -> None:
    lines = xiaowen("people").output.splitlines()
    assert "周文（党支部书记、校长）：2 份文稿里 3 处" in lines
    assert "欧阳静怡（教师）：没有" in lines


def test_somebody_who_has_left_is_still_found_in_the_plans() -> None:
    Path("plans/学校.yaml").write_text(SCHOOL.replace("姓名: 欧阳静,", "姓名: 苏颖,"), encoding="utf-8")
    assert xiaowen("people", "欧阳静").output.splitlines()[-1].endswith("；学校.yaml 里没有这个人。")


def test_a_name_nobody_has_is_told_with_a_near_one() -> None:
    result = xiaowen("people", "陈志圆")
    assert result.exit_code == 1
    assert "学校.yaml 和计划里都没有这个人，是否想找“陈志远”？" in result.output
    assert "请核对姓名" in xiaowen("people", "赵").output


def test_a_broken_plan_does_not_hide_the_others() -> None:
    Path("plans/坏.yaml").write_text("文种: 工作计划\n", encoding="utf-8")
    result = xiaowen("people", "欧阳静")
    assert result.exit_code == 1
    assert "坏.yaml:1:1: 错误: 缺少“正文”" in result.output
    assert "13 处" in result.output


def test_a_first_word_that_is_a_path_is_no_name() -> None:
    assert person_and_paths(["plans"]) == ("", [Path("plans")])
    assert person_and_paths(["安全.yaml"]) == ("", [Path("安全.yaml")])
    assert person_and_paths(["a/b"]) == ("", [Path("a/b")])
    assert person_and_paths(["周文", "plans"]) == ("周文", [Path("plans")])
    assert person_and_paths(None) == ("", [])


# ---- another person -----------------------------------------------------------------------------------------------


def test_a_new_name_takes_the_posts_and_groups_and_nothing_else_changes() -> None:
    result = xiaowen("people", "--replace", "陈志远=程远", "--to", "html")
    assert school() == SCHOOL.replace("陈志远", "程远")
    assert Path("plans/安全.yaml").read_text(encoding="utf-8") == PLAN
    assert "改好了 plans/学校.yaml：陈志远 → 程远" in result.output
    assert "做好检查　责任人（写作“校领导”）" in result.output


def test_a_name_inside_a_longer_one_stays() -> None:
    xiaowen("people", "--replace", "欧阳静=苏颖", "--to", "html")
    assert "姓名: 欧阳静怡" in school()
    assert "校领导: [校长, 苏颖, 陈志远]" in school()
    assert "值班组: 苏颖、陈志远" in school()


def test_where_the_old_name_is_left_is_told_and_keeps_the_plan_from_being_built() -> None:
    result = xiaowen("people", "--replace", "陈志远=程远", "--to", "html")
    rest = result.output.partition("没有改，有的直接写着“陈志远”")
    assert result.exit_code == 1
    assert "plans/安全.yaml:9:18: 领导小组　副组长" in result.output
    assert "“陈志远”不在 学校.yaml 的人员里" in result.output
    assert rest[0] or rest[2]
    assert not Path("out/安全.html").exists()


def test_with_in_plans_rosters_and_duties_take_the_new_name_too() -> None:
    result = xiaowen("people", "--replace", "陈志远=程远", "plans", "--in-plans", "--to", "html", "-o", "新")
    text = Path("plans/安全.yaml").read_text(encoding="utf-8")
    assert result.exit_code == 0
    assert "副组长: [欧阳静, 程远] # 两位" in text
    assert "配合: 欧阳静、程远" in text
    assert "负责人: 陈志远" in text  # a cell: a person looks at it
    assert "程远" in Path("新/安全.html").read_text(encoding="utf-8")
    assert "plans/安全.yaml:30:9: 分工表　交通　负责人" in result.output


def test_minutes_keep_who_was_there() -> None:
    result = xiaowen("people", "--replace", "欧阳静=苏颖", "--in-plans", "--to", "html", "-o", "新")
    assert Path("plans/纪要.yaml").read_text(encoding="utf-8") == MINUTES
    assert not Path("新/纪要.html").exists()
    assert "有的是纪要" in result.output


def test_lines_end_as_they_did() -> None:
    Path("plans/学校.yaml").write_bytes(b"\xef\xbb\xbf" + SCHOOL.replace("\n", "\r\n").encode())
    xiaowen("people", "--replace", "陈志远=程远", "--to", "html")
    expected = b"\xef\xbb\xbf" + SCHOOL.replace("\n", "\r\n").replace("陈志远", "程远").encode()
    assert Path("plans/学校.yaml").read_bytes() == expected


@pytest.mark.parametrize(
    ("names", "message"),
    [
        ("赵一=程远", "人员里没有“赵一”"),
        ("陈志远=周文", "已经有“周文”"),
        ("陈志远=德育处", "已经有“德育处”"),
        ("陈志远=校长", "“校长”不能用作新名字"),
        ("陈志远=陈志远", "“陈志远”不能用作新名字"),
        ("陈志远=[程远", "不能用作新名字"),
    ],
)
def test_what_is_unclear_is_refused_and_nothing_written(names: str, message: str) -> None:
    result = xiaowen("people", "--replace", names)
    assert result.exit_code == 1
    assert message in result.output
    assert school() == SCHOOL
    assert not Path("out").exists()


def test_two_persons_of_one_name_are_not_told_apart() -> None:
    Path("plans/学校.yaml").write_text(SCHOOL.replace("欧阳静怡", "陈志远"), encoding="utf-8")
    assert "有2个人叫“陈志远”" in xiaowen("people", "--replace", "陈志远=程远").output


def test_two_schools_with_the_person_are_refused() -> None:
    Path("plans/分校").mkdir()
    Path("plans/分校/学校.yaml").write_text(SCHOOL, encoding="utf-8")
    Path("plans/分校/安全.yaml").write_text(PLAN, encoding="utf-8")
    result = xiaowen("people", "--replace", "陈志远=程远")
    assert "有2份 学校.yaml 里都有“陈志远”" in result.output
    assert xiaowen("people", "--replace", "陈志远=程远", "plans/分校", "--to", "html").exit_code == 1
    assert school() == SCHOOL


def test_a_broken_plan_stops_a_replacement() -> None:
    Path("plans/坏.yaml").write_text("文种: 工作计划\n", encoding="utf-8")
    assert xiaowen("people", "--replace", "陈志远=程远").exit_code == 1
    assert school() == SCHOOL


@pytest.mark.parametrize(
    "words", [["--replace", "陈志远"], ["--replace", "陈=志=远"], ["周文", "--replace", "陈志远=程远"]]
)
def test_a_replacement_is_written_with_one_equals_sign(words: list[str]) -> None:
    result = xiaowen("people", *words)
    assert result.exit_code == 2
    assert "换人请写成" in result.output
