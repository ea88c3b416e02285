"""The fonts a PDF is set in: the machine's own, else open ones; which characters they have and how wide those are.

Looking for fonts and reading their tables is the one door to the disk in `typeset`; everything else here is pure.
"""

import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from generator.typeset.font_tables import FontTables, UnusualFontError, faces_in
from generator.typeset.styles import FONTS

FOLDER_VARIABLE = "XIAOWEN_FONTS"
"""Environment variable naming one more folder of fonts, looked into first."""

FILES: dict[str, tuple[str, ...]] = {
    "fang": ("simfang.ttf", "stfangso.ttf", "fangsong.ttf", "stfangsong.ttf", "fandolfang-regular.otf"),
    "kai": ("simkai.ttf", "stkaiti.ttf", "kaiti.ttf", "kaiti.ttc", "fandolkai-regular.otf", "lxgwwenkai-regular.ttf"),
    "hei": ("simhei.ttf", "stheiti medium.ttc", "fandolhei-regular.otf", "notosanscjk-regular.ttc"),
    "song": ("simsun.ttc", "stsong.ttf", "songti.ttc", "fandolsong-regular.otf", "notoserifcjk-regular.ttc"),
    "xiaobiaosong": (
        *("方正小标宋简体.ttf", "方正小标宋_gbk.ttf", "fzxbsjw.ttf", "fzxiaobiaosong-b05s.ttf", "stzhongs.ttf"),
        *("notoserifcjksc-bold.otf", "notoserifcjk-bold.ttc", "fandolsong-bold.otf"),
    ),
}
"""Files that may serve a role, the best first, in small letters."""

_SANS = ("notosanscjksc-regular.otf", "notosanscjk-regular.ttc", "msyh.ttc")
_SERIF = ("notoserifcjksc-regular.otf", "notoserifcjk-regular.ttc", "simsun.ttc", "simsunb.ttf")
_BOLD = ("notoserifcjksc-bold.otf", "notoserifcjk-bold.ttc", "simsun.ttc", "simsunb.ttf")
_PEN = ("lxgwwenkailight.ttf", "lxgwwenkai-light.ttf", "lxgwwenkai-regular.ttf")
_LAST = ("simsunb.ttf", "simsunextg.ttf", "hanamina.ttf", "hanaminb.ttf")
RARE_FILES: dict[str, tuple[str, ...]] = {
    "fang": (*_PEN, *_SERIF, *_SANS, *_LAST),
    "kai": ("lxgwwenkai-regular.ttf", *_PEN, *_SERIF, *_SANS, *_LAST),
    "hei": (*_SANS, *_SERIF, *_PEN, *_LAST),
    "song": (*_SERIF, *_SANS, *_PEN, *_LAST),
    "xiaobiaosong": (*_BOLD, *_SERIF, *_SANS, *_PEN, *_LAST),
}
"""Files that may lend a role the rare characters its own font lacks."""

Found = dict[str, Path]


@dataclass(frozen=True, eq=False)
class Face:
    """One face: its PostScript name, the name users know, its file and its number in a collection (-1 where alone).

    There is one of each file: it is looked up for every character, and comparing paths would cost more than the rest.
    """

    name: str
    family: str
    path: Path
    number: int = -1


@dataclass(frozen=True, eq=False)
class Fonts:
    """The faces that may serve each role, its own first; one of each set of folders, so that lines can be kept by it."""

    chains: Mapping[str, tuple[Face, ...]]

    @property
    def absent(self) -> tuple[str, ...]:
        """The roles no font was found for."""
        return tuple(role for role in FONTS if not self.chains.get(role))

    def serving(self, character: str, role: str) -> Face | None:
        """The first face of a role that has a character."""
        faces = self.chains.get(role, ())
        return next((face for face in faces if ord(character) in advances(face)), None)

    def has_all(self, text: str, role: str) -> bool:
        """Whether a role's own face has every character of a text, as it has of nearly all."""
        return any(_has(advances(face), text) for face in self.chains.get(role, ())[:1])


def _has(known: Mapping[int, float], text: str) -> bool:
    """Whether a face has the text: most of its characters were asked for before."""
    return known.keys() >= (codes := set(map(ord, text))) or all(code in known for code in codes)


def find_fonts(folders: tuple[Path, ...] | None = None) -> Fonts:
    """The fonts in these folders, or in those of the machine; of two files of one name the first folder's is taken."""
    return _of_machine(_machine()) if folders is None else _fonts_in(_files(folders))


@lru_cache
def _of_machine(folders: tuple[Path, ...]) -> Fonts:
    return _fonts_in(_files_of(folders))


def _fonts_in(found: Found) -> Fonts:
    return Fonts({role: tuple(_chain(role, found)) for role in FILES})


def font_files() -> list[Path]:
    """The files of this machine that may serve, none of them opened."""
    return sorted(_files_of(_machine()).values())


@lru_cache
def _files_of(machine: tuple[Path, ...]) -> Found:
    """The machine's, looked for once a run: a walk through all folders takes as long as laying out half a page."""
    return _files(machine)


def _machine() -> tuple[Path, ...]:
    """Where fonts lie on Windows, macOS and Linux, and where `make` puts them."""
    own = [Path(os.environ.get(FOLDER_VARIABLE) or ".fonts"), Path(".fonts"), Path(__file__).parents[2] / ".fonts"]
    places = {
        "win32": [
            Path(os.environ.get("WINDIR", "C:/Windows"), "Fonts"),
            Path.home() / "AppData/Local/Microsoft/Windows/Fonts",
        ],
        "darwin": [
            *(Path("/Library/Fonts"), Path("/System/Library/Fonts"), Path.home() / "Library/Fonts"),
            Path("/Applications/Microsoft Word.app/Contents/Resources/DFonts"),
        ],
    }
    linux = [
        *(Path.home() / ".local/share/fonts", Path("/usr/local/share/fonts"), Path("/usr/share/fonts")),
        Path("/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol"),
    ]
    return tuple(folder.absolute() for folder in (*own, *places.get(sys.platform, linux)))


def _files(folders: tuple[Path, ...]) -> Found:
    """Every wanted file in the folders and below, by its name in small letters; the first folder wins."""
    wanted = {file for table in (FILES, RARE_FILES) for files in table.values() for file in files}
    found: Found = {}
    for folder in folders:
        for above, below, files in os.walk(folder):
            below.sort()
            for file in sorted(files):
                if file.lower() in wanted:
                    found.setdefault(file.lower(), Path(above, file).resolve())
    return found


def _chain(role: str, found: Found) -> Iterator[Face]:
    own = next((found[file] for file in FILES[role] if file in found), None)
    if own is not None:
        for path in dict.fromkeys((own, *(found[file] for file in RARE_FILES[role] if file in found))):
            yield _face(path)


@lru_cache
def _face(path: Path) -> Face:
    """The face of a file; of a collection the simplified Chinese one."""
    alone = path.suffix.lower() != ".ttc"
    try:
        names = [FontTables(path, number).names() for number in ([-1] if alone else range(faces_in(path)))]
    except UnusualFontError:
        from generator.typeset import unusual_fonts  # noqa: PLC0415 - loads fontTools

        names = unusual_fonts.names(path, alone)
    if alone:
        return Face(*names[0], path)
    number = next((index for index, (_, family) in enumerate(names) if family.endswith(" SC")), 0)
    return Face(*names[number], path, number)


@lru_cache
def advances(face: Face) -> Mapping[int, float]:
    """How wide each character of a face is, in multiples of its size; those are looked up that are asked for."""
    try:
        return FontTables(face.path, face.number).advances()
    except UnusualFontError:
        from generator.typeset import unusual_fonts  # noqa: PLC0415 - loads fontTools

        return unusual_fonts.advances(face.path, face.number)


@lru_cache
def heights(face: Face) -> tuple[float, float]:
    """What a line of a face takes above and below its baseline, in multiples of its size."""
    return FontTables(face.path, face.number).heights()
