"""Fonts read straight from their files: what fontTools says of them, and nothing else."""

from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable
from fontTools.ttLib.tables._g_l_y_f import Glyph

from generator.typeset import unusual_fonts
from generator.typeset.font_tables import FontTables, UnusualFontError, faces_in
from generator.typeset.fonts import Face, advances, find_fonts, heights

CHARACTERS = "学校安全工作— 1234567890𠮷"
LAST_CODE = 0x323AF
FACES = sorted({face for chain in find_fonts().chains.values() for face in chain}, key=lambda face: face.name)


def built(path: Path, characters: str = CHARACTERS, **names: str) -> Path:
    """A font of empty glyphs, each as wide as its place among them, and a character that has no glyph."""
    glyphs = [".notdef", *(f"u{ord(character):X}" for character in characters)]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(glyphs)
    builder.setupCharacterMap({ord(character): f"u{ord(character):X}" for character in characters})
    builder.setupGlyf({name: Glyph() for name in glyphs})
    builder.setupHorizontalMetrics({name: (1000 + 10 * place, 0) for place, name in enumerate(glyphs)})
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": "Song", "styleName": "Regular", "psName": "Song-Regular", **names})
    builder.setupOS2()
    builder.setupPost()
    builder.save(path)
    return path


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.name)
def test_the_fonts_of_this_machine_are_read_as_fonttools_reads_them(face: Face) -> None:
    widths, expected = FontTables(face.path, face.number).advances(), unusual_fonts.advances(face.path, face.number)
    found = {code: widths[code] for code in range(LAST_CODE) if code in widths}
    assert found
    assert found == {code: width for code, width in expected.items() if code < LAST_CODE}


@pytest.mark.parametrize("characters", [CHARACTERS, CHARACTERS[:-1], "甲乙"], ids=["groups", "segments", "two"])
def test_every_character_is_as_wide_as_fonttools_says(tmp_path: Path, characters: str) -> None:
    path = built(tmp_path / "song.ttf", characters)
    widths = FontTables(path).advances()
    assert {code: widths[code] for code in range(LAST_CODE) if code in widths} == unusual_fonts.advances(path, -1)
    assert set(map(ord, characters)) == set(unusual_fonts.advances(path, -1))


def test_a_character_that_a_font_lacks_is_an_error(tmp_path: Path) -> None:
    widths = FontTables(built(tmp_path / "song.ttf")).advances()
    with pytest.raises(KeyError):
        widths[ord("龘")]
    assert ord("龘") not in widths


def test_names_and_heights_stand_in_the_file(tmp_path: Path) -> None:
    tables = FontTables(built(tmp_path / "song.ttf", typographicFamily="Best Song"))
    assert tables.names() == ("Song-Regular", "Best Song")
    assert tables.heights() == (0.88, 0.12)


def test_a_name_that_is_not_in_english_is_left_to_fonttools(tmp_path: Path) -> None:
    path = built(tmp_path / "simfang.ttf")
    with TTFont(path) as font:
        font["name"].names = []
        for number, name in ((1, "仿宋"), (6, "FangSong")):
            font["name"].setName(name, number, 3, 1, 0x804)
        font.save(path)
    with pytest.raises(UnusualFontError):
        FontTables(path).names()
    (face,) = find_fonts((tmp_path,)).chains["fang"]
    assert (face.name, face.family) == ("FangSong", "仿宋")


def test_a_rare_form_of_table_is_left_to_fonttools(tmp_path: Path) -> None:
    path = built(tmp_path / "simfang.ttf")
    with TTFont(path) as font:
        table = CmapSubtable.newSubtable(6)
        table.platformID, table.platEncID, table.language, table.cmap = 3, 1, 0, {0x5B66: "u5B66"}
        font["cmap"].tables = [table]
        font.save(path)
    with pytest.raises(UnusualFontError):
        FontTables(path).advances()
    (face,) = find_fonts((tmp_path,)).chains["fang"]
    assert advances(face) == unusual_fonts.advances(path, -1) != {}
    assert heights(face) == (0.88, 0.12)


@pytest.mark.parametrize("content", [b"", b"OTTO", b"\0\1\0\0\0\3" + b"\0" * 6, b"\0" * 12])
def test_what_is_no_font_is_unusual(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "song.ttf"
    path.write_bytes(content)
    with pytest.raises(UnusualFontError):
        FontTables(path).names()
    with pytest.raises(UnusualFontError):
        faces_in(path)
