"""Fonts: which are found where, who serves a rare character, what is said when none does."""

import sys
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.ttLib import TTCollection
from fontTools.ttLib.tables._g_l_y_f import Glyph

from generator.problems import PlanError, Severity
from generator.typeset.composition import Composition, Grid, GridCell, Passage, Run, Turn
from generator.typeset.font_looks import weight
from generator.typeset.fonts import FILES, Face, Fonts, advances, find_fonts
from generator.typeset.glyphs import fallbacks, missing, require

COMMON = "学校安全工作— 1234567890"


def font(characters: str, family: str) -> FontBuilder:
    """A font of empty glyphs, one em wide, digits half."""
    names = {ord(character): f"uni{ord(character):04X}" for character in dict.fromkeys(characters)}
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", *names.values()])
    builder.setupCharacterMap(names)
    builder.setupGlyf({name: Glyph() for name in [".notdef", *names.values()]})
    widths = {name: (500 if chr(code).isdigit() else 1000, 0) for code, name in names.items()}
    builder.setupHorizontalMetrics({".notdef": (1000, 0), **widths})
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": family, "styleName": "Regular", "psName": family.replace(" ", "")})
    builder.setupOS2()
    builder.setupPost()
    return builder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one font a role and one that lends its rare characters, in small and in capital letters."""
    for name in ("simfang.ttf", "simkai.ttf", "simhei.ttf", "stsong.ttf", "FZXBSJW.TTF"):
        font(COMMON, name.split(".")[0]).save(tmp_path / name)
    (tmp_path / "more").mkdir()
    font(f"{COMMON}喆", "LXGW WenKai").save(tmp_path / "more" / "LXGWWenKai-Regular.ttf")
    return tmp_path


@pytest.fixture
def fonts(folder: Path) -> Fonts:
    return find_fonts((folder,))


def composition(*blocks: Passage | Grid | Turn) -> Composition:
    return Composition("题", "校", blocks)


def body(text: str, role: str = "") -> Passage:
    return Passage("body", (Run(text, role),))


def test_every_role_has_its_own_font_and_what_lends_it_rare_characters(fonts: Fonts) -> None:
    assert fonts.absent == ()
    found = {role: [face.name for face in chain] for role, chain in fonts.chains.items()}
    own = {"fang": "simfang", "kai": "simkai", "hei": "simhei", "song": "stsong", "xiaobiaosong": "FZXBSJW"}
    assert found == {role: [own[role], "LXGWWenKai"] for role in FILES}


def test_of_two_files_of_one_name_the_first_folder_wins(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    font(COMMON, "Another").save(other / "SIMFANG.TTF")
    assert find_fonts((other, folder)).chains["fang"][0].name == "Another"
    assert find_fonts((folder,)).chains["fang"][0].name in ("Another", "simfang")


@pytest.mark.parametrize("platform", ["win32", "darwin", "linux"])
def test_the_folder_of_the_environment_is_looked_into_first(
    platform: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setenv("XIAOWEN_FONTS", str(folder))
    assert find_fonts().chains["fang"][0].path == (folder / "simfang.ttf").resolve()


def test_of_a_collection_the_simplified_chinese_face_is_taken(tmp_path: Path) -> None:
    collection = TTCollection()
    for name in ("Noto Serif CJK JP", "Noto Serif CJK SC"):
        one = tmp_path / f"{name}.ttf"
        font(COMMON, name).save(one)
        collection.fonts.append(type(font(COMMON, name).font)(one))
    collection.save(tmp_path / "NotoSerifCJK-Regular.ttc")
    for one in collection.fonts:
        one.close()
    (face,) = find_fonts((tmp_path,)).chains["song"]
    assert (face.family, face.number) == ("Noto Serif CJK SC", 1)
    assert advances(face)[ord("学")] == 1


def test_widths_are_multiples_of_the_size(fonts: Fonts) -> None:
    widths = advances(fonts.chains["fang"][0])
    assert (widths[ord("学")], widths[ord("1")]) == (1, 0.5)


def test_a_rare_character_is_served_by_another_font_and_hinted_at_once_a_role(fonts: Fonts) -> None:
    assert fonts.serving("喆", "fang") == fonts.chains["fang"][1]
    cell = GridCell(((Run("喆"),),), head=True)
    grid = Grid((100.0,), ((cell,),), ((GridCell(((Run("喆"),),)),),))
    found = fallbacks(composition(body("学喆喆"), Turn(), grid), fonts)
    assert [(problem.rule, problem.severity, problem.quote) for problem in found] == [
        ("rare-character", Severity.HINT, "喆"),
        ("rare-character", Severity.HINT, "喆"),
    ]
    assert all("LXGW WenKai" in problem.message for problem in found)
    assert "仿宋" in found[0].message
    assert "黑体" in found[1].message
    require(composition(body("学喆")), fonts)


def test_characters_no_font_has_are_errors_all_at_once(fonts: Fonts) -> None:
    assert missing("学𬒈𬒈镕", "fang", fonts) == "𬒈镕"
    with pytest.raises(PlanError) as caught:
        require(composition(body("学𬒈"), body("镕", "kai")), fonts)
    assert [(problem.rule, problem.quote) for problem in caught.value.problems] == [
        ("no-glyph", "镕"),
        ("no-glyph", "𬒈"),
    ]
    assert "U+9555" in caught.value.problems[0].message


def test_a_role_without_a_font_is_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    fonts = find_fonts((tmp_path,))
    assert fonts.absent == ("xiaobiaosong", "fang", "hei", "kai", "song")
    with pytest.raises(PlanError) as caught:
        require(composition(body("学")), fonts)
    problems = caught.value.problems
    assert {problem.rule for problem in problems} == {"no-font"}
    assert all("XIAOWEN_FONTS" in problem.message for problem in problems)
    assert "仿宋" in problems[0].message + problems[1].message


def test_a_role_the_document_does_not_use_may_be_absent(folder: Path) -> None:
    (folder / "FZXBSJW.TTF").unlink()
    fonts = find_fonts((folder,))
    assert fonts.absent == ("xiaobiaosong",)
    require(composition(body("学校")), fonts)


def test_the_weight_of_a_face_is_told_where_its_outlines_alone_are_printed(tmp_path: Path) -> None:
    regular, bold, wide = (font(COMMON, name) for name in ("A", "B", "C"))
    bold.font["OS/2"].usWeightClass = 700
    wide.font["OS/2"].usWidthClass = 7
    bold.save(tmp_path / "b.ttf")
    wide.save(tmp_path / "c.ttf")
    collection = TTCollection()
    collection.fonts = [regular.font, bold.font]
    collection.save(tmp_path / "two.ttc")
    assert weight(Face("B", "B", tmp_path / "b.ttf")) == 700
    assert weight(Face("C", "C", tmp_path / "c.ttf")) is None
    assert weight(Face("B", "B", tmp_path / "two.ttc", 1)) is None
