"""Rosters: names in columns or joined, hanging under the first."""

from generator.typeset.compose import compose
from generator.typeset.composition import Passage, Run
from generator.typeset.styles import CELL, CELLS, STYLES


def roster(*roles: tuple[str, list[str]], member: str = '<dd class="person">{}</dd>') -> list[Passage]:
    lines = "".join(f"<dt>{role}</dt>{''.join(map(member.format, names))}" for role, names in roles)
    found = compose(f'<html><body><dl class="roster">{lines}</dl></body></html>').blocks
    passages = [block for block in found if isinstance(block, Passage)]
    assert len(passages) == len(found) == len(roles)
    return passages


def width(runs: tuple[Run, ...]) -> float:
    return sum(len(run.text) * (CELL + run.gap) for run in runs) / CELL


def test_short_names_stand_in_columns_of_four_cells_spread_to_three() -> None:
    (passage,) = roster(("组长", ["周文", "欧阳静", "江"]))
    assert passage.style == "roster"
    names = passage.runs[3:]
    assert "".join(run.text for run in names) == "周文欧阳静江"
    assert [(run.text, run.gap) for run in names] == [
        *(("周", CELL), ("文", CELL)),
        *(("欧阳", 0), ("静", CELL)),
        ("江", 0),
    ]
    assert width(names[:2]) == width(names[2:4]) == 4


def test_roles_are_spread_to_the_longest_and_names_begin_below_each_other() -> None:
    first, second = roster(("组长", ["周文"]), ("副组长", ["欧阳静"]))
    assert width(first.runs[:3]) == width(second.runs[:3]) == first.left - STYLES["roster"].first  # type: ignore[operator]  # has one
    assert first.left == second.left


def test_columns_go_on_under_the_first_name() -> None:
    (passage,) = roster(("成员", ["赵一"] * 12))
    starts = [index for index, run in enumerate(passage.runs) if run.breaks]
    assert len(starts) == 2
    assert all(passage.runs[start - 1].gap == 0 for start in starts)
    assert passage.left is not None
    assert passage.left + 5 * 4 - 1 <= CELLS


def test_a_name_of_one_character_begins_a_line_as_others_do() -> None:
    (passage,) = roster(("成员", ["江"] * 6))
    assert [run.breaks for run in passage.runs[3:]] == [False] * 5 + [True]
    assert passage.runs[3].gap == 3 * CELL


def test_groups_posts_and_long_names_are_joined() -> None:
    post = '<dd class="person">{}<span class="post">（校长）</span></dd>'
    for passages in (
        roster(("成员", ["德育处", "总务处"]), member="<dd>{}</dd>"),
        roster(("成员", ["周文", "李四"]), member=post),
        roster(("成员", ["买买提江", "李四"])),
    ):
        (passage,) = passages
        assert passage.style == "roster"
        assert "".join(run.text for run in passage.runs).count("、") == 1


def test_no_line_ends_inside_a_member_with_a_post() -> None:
    posted = [f'{name}<span class="post">（少先队大队辅导员）</span>' for name in ("周文", "欧阳静", "赵一")]
    (passage,) = roster(("成员", posted))
    members = [run for run in passage.runs if "辅导员" in run.text]
    assert [run.breaks for run in members] == [False, True, True]
    assert all(run.text.startswith(name) for run, name in zip(members, ("周文", "欧阳静", "赵一"), strict=True))


def test_long_roles_are_not_spread_but_names_begin_below_each_other() -> None:
    first, second = roster(("常务副组长", ["欧阳静"]), ("成员：", ["周文"]))
    assert [run.text for run in second.runs[:2]] == ["成员", "："]
    assert width(first.runs[:2]) == width(second.runs[:2])
    assert first.left == second.left


def test_a_roster_without_roles_prints_nothing() -> None:
    assert roster() == []
