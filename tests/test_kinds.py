"""A kind is one template file whose header says all about it."""

from pathlib import Path

import pytest

from generator.kinds import TEMPLATES, load_kinds
from generator.problems import PlanError

NAMES = {"工作计划", "实施方案", "应急预案", "通知", "讲话稿", "经验材料", "请示", "函", "纪要"}


def test_every_template_is_a_kind_with_purpose_and_skeleton() -> None:
    kinds = load_kinds()
    assert set(kinds) == NAMES
    assert all(kind.purpose and f"文种: {kind.name}" in kind.skeleton for kind in kinds.values())
    assert all((TEMPLATES / kind.template).stem == kind.name for kind in kinds.values())


def test_emergency_plan_knows_its_chapters() -> None:
    chapters = [names[0] for names in load_kinds()["应急预案"].chapters]
    assert (chapters[0], chapters[-1]) == ("总则", "附则")
    assert {"信息报告", "应急响应", "应急保障"} < set(chapters)


def test_speech_bears_its_date_below_the_title_and_no_signature() -> None:
    kind = load_kinds()["讲话稿"]
    assert (kind.dateline, kind.signed) == (True, False)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("<p>没有文件头</p>", "缺少文件头"),
        ("{#-\n名称: [\n-#}\n", "不是正确的 YAML"),
        ("{#-\n名称: 简报\n-#}\n", "用途"),
        ("{#-\n只有一句话\n-#}\n", "文件头"),
    ],
)
def test_broken_header_is_a_problem_of_the_template(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "简报.html").write_text(text, encoding="utf-8")
    with pytest.raises(PlanError) as caught:
        load_kinds(tmp_path)
    (problem,) = caught.value.problems
    assert problem.rule == "template-header"
    assert says in problem.message
    assert problem.file.endswith("简报.html")
