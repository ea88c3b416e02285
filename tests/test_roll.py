"""Next year's plan from this year's: what is shifted, what is left alone, what a person is told to decide."""

import io
import re
from datetime import date
from pathlib import Path

import docx
import pytest

from generator.model import Holidays
from generator.problems import PlanError
from generator.readers.school import read_school
from generator.readers.yaml_plan import read_plan
from generator.renewing import Renewed, renew
from generator.roll.days import shift_days
from generator.roll.rewriting import rewrite
from generator.roll.turn import Turn, turn_of
from tests.clerk import xiaowen

TODAY = date(2026, 11, 22)
SAMPLES = Path(__file__).parents[1] / "plans" / "示例"
SCHOOL = """
名称: 青山县实验小学
机关代字: 青实小
人员:
  - {姓名: 周文, 职务: 校长}
  - {姓名: 欧阳静, 职务: 副校长}
"""
NOTICE = """
节假日:
  休息: [2027-01-01—2027-01-03, 2027-02-05—2027-02-11, 2027-05-01—2027-05-05, 2027-10-01—2027-10-07]
  上班: [2027-02-14, 2027-05-08]
"""
PLAN = """# 安全办起草，每年三月印发
文种: 工作计划
标题: [青山县实验小学, 2026年学校安全工作计划] # 两行
年度: 2026
成文日期: 2026-02-27

导语: |
  2025年排查隐患53处。今年是建校60周年，
  2026年3月2日星期一开学。

正文:
  指导思想: 按照《教育强国建设规划纲要（2024—2035年）》办学。

  工作目标:
    - 隐患整改率达到98%，演练不少于10次。
  工作措施:
    - 标题: 做好检查
      内容: 上学期的经验要坚持。
      责任人: 校长
      时限: 2026-03-31
    - 标题: 开展演练
      内容: 每周五检查一次。
      责任人: 欧阳静
      时限: 2026年3月6日前、9月11日前
  安排:
    表格:
      标题: 2026年演练安排
      列: [日期, 星期, 内容, 负责人]
      行:
        - [2026-03-06, 星期五, 消防疏散, 周文]
        - [10月14日, 三, 地震避险, 欧阳静]
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test works in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def lay_out(plan: str = PLAN, school: str = SCHOOL, where: str = "plans/2026/安全.yaml") -> Path:
    path = Path(where)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(plan, encoding="utf-8")
    Path(path.parts[0], "学校.yaml").write_text(school, encoding="utf-8")
    return path


def rolled(plan: str = PLAN, school: str = SCHOOL, year: int = 2027) -> Renewed:
    return renew(lay_out(plan, school), year, None, TODAY)


def text_of(renewed: Renewed) -> str:
    return renewed.path.read_text(encoding="utf-8")


def without_notes(text: str) -> list[str]:
    return [line for line in text.splitlines() if not re.match(r"\s*# (请核对|校文转年)", line)]


def notes_above(text: str, words: str) -> str:
    """The comments on the lines right above the first line with these words that is no comment."""
    lines = text.splitlines()
    at = next(number for number, line in enumerate(lines) if words in line and not line.lstrip().startswith("#"))
    notes = []
    while at and lines[at - 1].lstrip().startswith("# 请核对"):
        at -= 1
        notes.append(lines[at].strip())
    return "\n".join(reversed(notes))


# ---- what is shifted ----------------------------------------------------------------------------------------------


def test_years_and_dates_move_and_everything_else_stays() -> None:
    text = text_of(rolled(school=SCHOOL + NOTICE))
    expected = PLAN
    for old, new in (
        ("2026年学校安全", "2027年学校安全"),
        ("年度: 2026", "年度: 2027"),
        ("2026-02-27", "2027-03-01"),  # a Saturday
        ("时限: 2026-03-31", "时限: 2027-03-31"),
        ("2026年3月6日前、9月11日前", "2027年3月8日前、9月13日前"),
        ("标题: 2026年演练", "标题: 2027年演练"),
        ("[2026-03-06, 星期五", "[2027-03-08, 星期一"),
        ("[10月14日, 三", "[10月14日, 四"),
    ):
        assert old in expected
        expected = expected.replace(old, new)
    assert without_notes(text) == expected.splitlines()


def test_the_rolled_plan_reads_as_a_plan_of_the_new_year() -> None:
    renewed = rolled()
    plan, _ = read_plan(renewed.path.read_bytes(), "安全.yaml")
    assert (plan.year, plan.date) == ("2027", date(2027, 2, 27))
    assert renewed.path == Path("plans/2027/安全.yaml")
    assert renewed.changed == 9


def test_a_year_whose_holidays_are_unknown_keeps_the_days_and_says_so() -> None:
    renewed = rolled()
    text = text_of(renewed)
    assert renewed.unknown_years == (2027,)
    assert "2027年的调休尚未收录" in text.splitlines()[2]
    assert notes_above(text, "成文日期") == "# 请核对：2月27日是星期六；2027年的调休尚未收录"
    assert notes_above(text, "时限: 2027年3月6日前、9月11日前").count("尚未收录") == 1


def test_a_day_moved_to_a_working_day_is_told() -> None:
    text = text_of(rolled(school=SCHOOL + NOTICE))
    assert notes_above(text, "成文日期") == "# 请核对：2月27日是星期六不上班，顺延到3月1日是星期一"
    assert notes_above(text, "时限: 2027-03-31") == ""


@pytest.mark.parametrize(
    ("year", "shifted"),
    [
        ("2026—2027学年", "2027—2028学年"),
        ("2026-2027学年第一学期", "2027-2028学年第一学期"),
        ("二〇二六年度", "二〇二七年度"),
        ("2026年春季", "2027年春季"),
        ("2025年总结和2026年打算", "2026年总结和2027年打算"),
        ("《2026年全县教育工作要点》任务分解", "《2026年全县教育工作要点》任务分解"),
        ("关于印发《2026年安全工作计划》的通知", "关于印发《2027年安全工作计划》的通知"),
        ("治本攻坚行动（2024—2026年）方案", "治本攻坚行动（2024—2026年）方案"),
        ("1958年建校", "1958年建校"),
        ("2019年方案", "2019年方案"),
    ],
)
def test_the_years_of_a_title_move_by_what_they_mean(year: str, shifted: str) -> None:
    assert Turn(2026, 2027, Holidays()).labelled(year) == shifted


@pytest.mark.parametrize(
    ("written", "shifted"),
    [
        ("2026-03-02", "2027-03-02"),
        ("2026/3/2", "2027/3/2"),
        ("2026.03.02", "2027.03.02"),
        ("2026年3月2日", "2027年3月2日"),
        ("2026年03月02号", "2027年03月02号"),
        ("二〇二六年三月二日", "二〇二七年三月二日"),
        ("2026年3月底前", "2027年3月底前"),
        ("每月25日前", "每月25日前"),
        ("2026年3月2日至3月13日", "2027年3月2日至3月13日"),
        ("2019年3月2日", "2019年3月2日"),
        ("2026-02-30", "2026-02-30"),
    ],
)
def test_a_date_keeps_the_form_it_is_written_in(written: str, shifted: str) -> None:
    assert shift_days(written, Turn(2026, 2027, Holidays())).text == shifted


def test_the_29th_of_february_becomes_the_28th_and_is_told() -> None:
    for text in ("2028-02-29", "2028年2月29日至3月3日"):
        shifted = shift_days(text, Turn(2028, 2029, Holidays()))
        assert shifted.text.replace("年2月", "-02-").startswith("2029-02-28")
        assert "没有2月29日" in "".join(shifted.remarks)


def test_a_day_of_duty_on_a_weekend_stays_where_it_is() -> None:
    shifted = shift_days("2026-03-07", Turn(2026, 2027, Holidays()))
    assert shifted.text == "2027-03-07"
    assert shifted.remarks == ("3月7日是星期日；原来那天不是工作日，没有顺延",)


def test_months_without_a_year_belong_to_their_school_year() -> None:
    turn = turn_of(*read_plan(PLAN.replace("年度: 2026", "年度: 2026—2027学年").encode(), "f"), 2027, Holidays())
    assert (turn.year_of(9), turn.year_of(3)) == (2026, 2027)


def test_what_cannot_be_shifted_with_certainty_stays_and_is_told() -> None:
    plan, source = read_plan(PLAN.replace("时限: 2026-03-31", "时限: 2026年3月\n        6日前").encode(), "安全.yaml")
    rewritten = rewrite(
        plan, source, Turn(2026, 2027, read_school((SCHOOL + NOTICE).encode(), "学校.yaml")[0].holidays)
    )
    assert "2026年3月\n        6日前" in rewritten.text
    assert "没有把握" in dict(rewritten.remarks)["正文", "工作措施", 0, "时限"]


def test_quoted_texts_keep_their_quotes() -> None:
    plan = PLAN.replace("年度: 2026", "年度: '2026'").replace("时限: 2026-03-31", '时限: "2026-03-31"')
    text = text_of(rolled(plan))
    assert "年度: '2027'" in text
    assert '时限: "2027-03-31"' in text


def test_past_revisions_are_no_dates_to_come() -> None:
    table = """
  修订:
    表格:
      列: [版次, 日期, 修改内容]
      行:
        - [第二版, 2025年9月1日, 全部]
        - [第三版, 2026年3月2日, 预警]
"""
    text = text_of(rolled(PLAN + table))
    assert "[第三版, 2026年3月2日, 预警]" in text
    assert "修订记录没有动" in text


def test_a_period_is_left_to_the_person() -> None:
    text = text_of(rolled(PLAN.replace("时限: 2026-03-31", "时限: 2026年3月2日至3月13日")))
    assert "时限: 2027年3月2日至3月13日" in text
    assert "起止日期没有顺延" in notes_above(text, "时限: 2027年3月2日")


# ---- the number ---------------------------------------------------------------------------------------------------


def test_the_number_is_left_blank_and_the_letterhead_stays() -> None:
    text = text_of(rolled(PLAN + "文件:\n  发文字号: 3 # 印成 青实小〔2026〕3号\n  印发日期: 2026-02-27\n"))
    plan, _ = read_plan(text.encode(), "安全.yaml")
    assert plan.dispatch
    assert (plan.dispatch.number, plan.dispatch.letterhead) == ("", True)
    assert "请填2027年的发文字号（2026年是3）" in text
    assert "印发日期: 2027-02-27" in text


def test_the_number_in_one_line_with_the_rest_is_left_blank() -> None:
    text = text_of(rolled(PLAN + "文件: {发文字号: 青实小〔2026〕3号, 盖章: 是}\n"))
    plan, _ = read_plan(text.encode(), "安全.yaml")
    assert plan.dispatch
    assert (plan.dispatch.number, plan.dispatch.letterhead, plan.dispatch.seal) == ("", True, "是")


def test_a_letterhead_said_outright_is_not_said_twice() -> None:
    text = text_of(rolled(PLAN + "文件:\n  红头: 是\n  发文字号: 3\n"))
    assert text.count("红头") == 1


# ---- what a person must decide ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("above", "note"),
    [
        ("导语", "写着往年“2025年”“2026年3月2日”"),
        ("导语", "“60周年”该加几了"),
        ("导语", "“53处”"),
        ("导语", "“星期一”与新日期对得上吗"),
        ("隐患整改率", "“达到98%”“不少于10次”"),
        ("上学期的经验", "写着往年“上学期”"),
    ],
)
def test_a_note_stands_above_what_a_person_must_decide(above: str, note: str) -> None:
    assert note in notes_above(text_of(rolled()), above)


@pytest.mark.parametrize("words", ["指导思想", "每周五检查", "- 标题: 做好检查"])
def test_what_needs_no_decision_has_no_note(words: str) -> None:
    assert notes_above(text_of(rolled()), words) == ""


def test_who_has_left_is_told_at_every_place() -> None:
    text = text_of(rolled(school=SCHOOL.replace("欧阳静", "苏颖")))
    assert "“欧阳静”不在 学校.yaml" in notes_above(text, "责任人: 欧阳静")
    assert "表里的“欧阳静”不在 学校.yaml 里" in text


def test_another_writings_year_in_the_title_is_told() -> None:
    text = text_of(rolled(PLAN.replace("2026年学校安全工作计划", "《2026年全县工作要点》任务分解")))
    assert "《2026年全县工作要点》" in text
    assert "标题里还写着“2026年”" in text


def test_what_is_out_of_date_at_the_new_date_is_told() -> None:
    """A programme that ends with 2026 was right in the old plan."""
    programme = "落实《安全生产治本攻坚三年行动方案（2024—2026年）》要求"
    plan = PLAN.replace("按照《教育强国建设规划纲要（2024—2035年）》办学", programme)
    told = [decision for decision in rolled(plan).decisions if decision.kind == "时效"]
    assert any("治本攻坚" in decision.message + decision.excerpt for decision in told)


def test_an_annexed_plan_that_is_not_there_yet_is_told() -> None:
    lay_out(PLAN.replace("安全", "消防"), where="plans/2026/消防.yaml")
    text = text_of(rolled(PLAN + "附件:\n  - 计划: 消防.yaml\n"))
    assert "新文件夹里还没有“消防.yaml”" in text


def test_the_school_of_the_new_folder_is_the_one_that_counts() -> None:
    Path("plans/2027").mkdir(parents=True)
    Path("plans/2027/学校.yaml").write_text(SCHOOL.replace("欧阳静", "苏颖"), encoding="utf-8")
    assert "人员" in {decision.kind for decision in rolled().decisions}


def test_notes_of_an_earlier_turn_give_way_to_the_new() -> None:
    first = text_of(rolled())
    second = renew(Path("plans/2027/安全.yaml"), 2028, None, TODAY)
    assert second.path == Path("plans/2028/安全.yaml")
    assert "2027年的调休" in first
    assert "2027年的调休" not in text_of(second)
    assert text_of(second).count("# 校文转年：由") == 1


def test_an_ignore_stays_right_above_its_line() -> None:
    plan = PLAN.replace("      时限: 2026-03-31", "      # 校文: 忽略 vacant-post — 等任命\n      时限: 2026-03-31")
    lines = text_of(rolled(plan)).splitlines()
    at = lines.index("      时限: 2027-03-31")
    assert "忽略" in lines[at - 1]
    assert "请核对" in lines[at - 2]


def test_the_modeline_stays_first_and_finds_its_schema() -> None:
    Path("docs").mkdir()
    Path("docs/plan.schema.json").write_text("{}", encoding="utf-8")
    path = lay_out("# yaml-language-server: $schema=../../docs/plan.schema.json\n" + PLAN)
    renewed = renew(path, 2027, Path("新/plans/2027/安全.yaml"), TODAY)
    assert text_of(renewed).startswith("# yaml-language-server: $schema=../../../docs/plan.schema.json\n# 校文转年：")


def test_lines_end_as_they_did() -> None:
    path = lay_out()
    path.write_bytes(PLAN.replace("\n", "\r\n").encode())
    content = renew(path, 2027, None, TODAY).path.read_bytes()
    assert content.count(b"\r\n") == content.count(b"\n") > 20


# ---- the checklist ------------------------------------------------------------------------------------------------


def test_the_checklist_names_the_line_of_every_decision() -> None:
    renewed = rolled()
    lines = text_of(renewed).splitlines()
    document = docx.Document(io.BytesIO(renewed.checklist.read_bytes()))
    rows = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows[1:]]
    assert len(rows) == len(renewed.decisions) > 8
    assert all(lines[int(line) - 1].strip() for line, *_ in rows)
    assert ["核对清单" in paragraph.text for paragraph in document.paragraphs].count(True) == 1
    assert [line for line, quote, *_ in rows if quote == "2027-02-27"] == [str(lines.index("成文日期: 2027-02-27") + 1)]


def test_a_plan_that_leaves_nothing_open_has_an_empty_checklist() -> None:
    plan = "文种: 讲话稿\n标题: 讲话\n年度: 2026\n落款: 否\n正文:\n  内容: 大家好。\n"
    renewed = rolled(plan)
    assert renewed.decisions == ()
    document = docx.Document(io.BytesIO(renewed.checklist.read_bytes()))
    assert any("没有要人拿主意的地方" in paragraph.text for paragraph in document.paragraphs)


# ---- where it goes, and what is refused ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "out", "target"),
    [
        ("plans/2026/安全.yaml", None, "plans/2027/安全.yaml"),
        ("plans/2026年/2026安全.yaml", None, "plans/2027年/2027安全.yaml"),
        ("plans/安全2026.yaml", None, "plans/安全2027.yaml"),
        ("plans/安全.yaml", None, "plans/安全-2027.yaml"),
        ("plans/安全.yaml", "新/安全.yml", "新/安全.yml"),
        ("plans/2026/安全.yaml", "新", "新/安全.yaml"),
    ],
)
def test_the_new_plan_goes_into_the_folder_of_its_year(path: str, out: str | None, target: str) -> None:
    renewed = renew(lay_out(where=path), 2027, Path(out) if out else None, TODAY)
    assert renewed.path == Path(target)
    assert renewed.checklist == Path(target).with_name(f"{Path(target).stem}-核对清单.docx")
    assert renewed.checklist.exists()


def test_a_plan_named_from_inside_its_folder_goes_beside_it(monkeypatch: pytest.MonkeyPatch) -> None:
    lay_out()
    monkeypatch.chdir("plans/2026")
    assert renew(Path("安全.yaml"), 2027, None, TODAY).path.resolve() == Path("../2027/安全.yaml").resolve()


@pytest.mark.parametrize(
    ("plan", "year", "message"),
    [
        (PLAN, 2026, "这份计划是2026年的，已经是这一年的；请写以后的年份"),
        (PLAN, 2025, "不能倒转到2025年"),
        (PLAN, 27, "27不是能转到的年份"),
        (PLAN.replace("年度: 2026\n", "").replace("成文日期: 2026-02-27\n", ""), 2027, "没有“年度”，也没有“成文日期”"),
        (PLAN.replace("成文日期", "成文日"), 2027, "“成文日”不是可用的键"),
        (PLAN.replace("正文:", "正文：["), 2027, "安全.yaml:"),
    ],
)
def test_what_cannot_be_turned_is_told_and_nothing_written(plan: str, year: int, message: str) -> None:
    lay_out(plan)
    result = xiaowen("roll", "plans/2026/安全.yaml", "--year", str(year))
    assert result.exit_code == 1
    assert message in result.output
    assert sorted(path.name for path in Path().rglob("*.*")) == ["学校.yaml", "安全.yaml"]


def test_a_plan_with_a_date_and_no_year_is_of_its_dates_year() -> None:
    assert rolled(PLAN.replace("年度: 2026\n", "")).path.exists()


def test_nothing_is_overwritten_unasked() -> None:
    path = lay_out()
    renew(path, 2027, None, TODAY)
    with pytest.raises(PlanError, match="已经有这个文件"):
        renew(path, 2027, None, TODAY)
    assert renew(path, 2027, None, TODAY, force=True).path.exists()


def test_the_plan_itself_is_never_overwritten() -> None:
    path = lay_out()
    with pytest.raises(PlanError, match="会盖住原来的计划"):
        renew(path, 2027, path, TODAY, force=True)


def test_the_command_tells_what_it_wrote_and_what_is_open() -> None:
    lay_out()
    result = xiaowen("roll", "plans/2026/安全.yaml", "--year", "2027")
    assert result.exit_code == 0
    assert "写好了 plans/2027/安全.yaml" in result.output
    assert "写着往年" in result.output
    assert "2027年的调休尚未收录" in result.output


def test_the_command_wants_a_plan_and_a_year() -> None:
    assert xiaowen("roll", "plans/2026/安全.yaml").exit_code == 2
    assert "请写明计划和年份" in xiaowen("roll").output


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_sample_can_be_turned_and_read_again(sample: Path) -> None:
    if sample.stem in ("学校", "家校共育经验材料"):
        return
    school = (SAMPLES / "学校.yaml").read_text(encoding="utf-8")
    for other in SAMPLES.glob("*.yaml"):
        lay_out(other.read_text(encoding="utf-8"), school, f"plans/2026/{other.name}")
    renewed = renew(Path("plans/2026", sample.name), 2027, None, TODAY)
    plan, _ = read_plan(renewed.path.read_bytes(), sample.name)
    old, _ = read_plan(sample.read_bytes(), sample.name)
    assert plan.date
    assert old.date
    assert plan.date.year == old.date.year + 1
    assert [block.__class__ for block in plan.body.blocks] == [block.__class__ for block in old.body.blocks]
