"""Many schools in one tree: every shared plan for every school, and a school's own before the shared one."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from generator.batch import gather
from generator.build import build_all
from generator.cli.commands import app
from generator.commands import watch
from generator.orders import Built
from tests.many import NOTICE, PLAN, TODAY, contents, place, run, write


@pytest.fixture
def county(tmp_path: Path) -> Path:
    """Two schools, one of them in a township, and two shared plans."""
    place(tmp_path / "一小", "值班", name="青山县第一小学")
    place(tmp_path / "河口镇" / "二小", name="河口镇第二小学")
    for title in ("消防", "防震"):
        write(tmp_path / "共用" / f"{title}.yaml", PLAN.format(title=title))
    return tmp_path


def targets(folder: Path) -> list[str]:
    return [job.target.as_posix() for job in gather([folder]).jobs]


def page(folder: Path, name: str) -> str:
    return contents(folder / "out")[f"{name}.html"].decode()


def check(folder: Path) -> Result:
    return CliRunner().invoke(app, ["check", str(folder)], prog_name="xiaowen")


def test_every_school_gets_every_shared_plan(county: Path) -> None:
    assert targets(county) == ["一小/值班", "一小/消防", "一小/防震", "河口镇/二小/消防", "河口镇/二小/防震"]
    run(county)
    assert "青山县第一小学" in page(county, "一小/消防")
    assert "河口镇第二小学" in page(county, "河口镇/二小/消防")
    assert len(contents(county / "out")) == 5


def test_a_school_s_own_plan_comes_before_the_shared_one(county: Path) -> None:
    write(county / "一小" / "消防.yaml", PLAN.format(title="本校消防"))
    assert targets(county).count("一小/消防") == 1
    run(county)
    assert "本校消防实施方案" in page(county, "一小/消防")
    assert "本校消防实施方案" not in page(county, "河口镇/二小/消防")


def test_one_school_alone_gets_the_shared_plans_too(county: Path) -> None:
    assert targets(county / "一小") == ["值班", "消防", "防震"]


def test_a_shared_plan_by_itself_is_an_ordinary_plan(county: Path) -> None:
    place(county / "共用")
    assert targets(county) == ["一小/值班", "共用/消防", "共用/防震"]


def test_shared_plans_without_schools_are_ordinary(tmp_path: Path) -> None:
    place(tmp_path)
    write(tmp_path / "共用" / "消防.yaml", PLAN.format(title="消防"))
    assert targets(tmp_path) == ["共用/消防"]


@pytest.mark.parametrize("file", ["消防.yaml", "../共用/消防.yaml"])
def test_a_school_s_own_notice_may_carry_a_shared_plan(county: Path, file: str) -> None:
    write(county / "一小" / "通知.yaml", NOTICE.format(file=file))
    run(county)
    assert "消防实施方案" in page(county, "一小/通知")


def test_a_shared_notice_carries_the_school_s_own_plan_where_it_has_one(county: Path) -> None:
    write(county / "共用" / "通知.yaml", NOTICE.format(file="消防.yaml"))
    run(county)
    assert "本校消防" not in page(county, "一小/通知")
    write(county / "一小" / "消防.yaml", PLAN.format(title="本校消防"))
    run(county)
    assert "本校消防" in page(county, "一小/通知")
    assert "本校消防" not in page(county, "河口镇/二小/通知")


def test_a_shared_plan_cannot_carry_another_school_s(county: Path) -> None:
    write(county / "共用" / "通知.yaml", NOTICE.format(file="../一小/值班.yaml"))
    found = {job.target.as_posix(): built for job, built in zip(gather([county]).jobs, built_here(county), strict=True)}
    assert [problem.rule for problem in found["河口镇/二小/通知"].problems] == ["annex-outside"]


def built_here(folder: Path) -> list[Built]:
    return list(build_all(gather([folder]).jobs, folder / "out", ("html",), TODAY))


def test_a_problem_names_the_schools_that_have_it(county: Path) -> None:
    write(county / "河口镇" / "二小" / "学校.yaml", "名称: 河口镇第二小学\n")
    result = check(county)
    lines = [line for line in result.output.splitlines() if "vacant-post" in line]
    assert [line.count("（河口镇/二小）") for line in lines] == [1, 1]


def test_of_many_schools_only_some_are_named(county: Path) -> None:
    for number in range(5):
        write(county / f"校{number}" / "学校.yaml", f"名称: 第{number}小学\n")
    assert "（校0、校1、校2 等 5 所学校）" in check(county).output


def test_a_problem_that_every_school_has_is_told_once_without_names(county: Path) -> None:
    write(county / "共用" / "消防.yaml", PLAN.format(title="消防").replace("正文", "正闻"))
    lines = [line for line in check(county).output.splitlines() if "unknown-key" in line]
    assert len(lines) == 1
    assert "一小" not in lines[0].partition(": ")[2]


def test_watching_makes_a_shared_plan_anew_for_the_school_that_was_saved(county: Path) -> None:
    made: list[list[str]] = []
    school = county / "一小" / "学校.yaml"
    turns = iter([lambda: write(school, school.read_text(encoding="utf-8") + "\n# 改\n")])

    def pause() -> None:
        turn = next(turns, None)
        if turn is None:
            raise KeyboardInterrupt
        turn()

    def build(batch: object) -> list[Built]:
        jobs = vars(batch)["jobs"]
        made.append([job.target.as_posix() for job in jobs])
        return list(build_all(jobs, county / "out", ("html",), TODAY))

    watch.watch([county], build, pause)
    assert [len(made[0]), made[1:]] == [5, [["一小/值班", "一小/消防", "一小/防震"]]]
