"""DOCX files as LibreOffice lays them out, in the fonts our PDFs are set in, and the lines of any PDF."""

import os
import re
import zipfile
from collections.abc import Iterable, Iterator
from ctypes import byref, c_double
from html import escape, unescape
from itertools import groupby
from math import inf
from pathlib import Path
from shutil import which
from subprocess import run

import pypdfium2
from pypdfium2 import raw

from generator.typeset.fonts import Fonts
from generator.typeset.styles import FONTS, NO_LINE_END, NO_LINE_START

PROGRAM = which("soffice") or which("libreoffice")
SAME_LINE = 3.0
"""Points by which the baselines of one line may differ: LibreOffice rounds every font's to a pixel."""
THIN = 4.0
"""Points up to which a path is a rule and no area."""
_HEAD = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
_STYLE = (
    '<style:style style:name="break" style:family="text"><style:text-properties fo:hyphenate="false"/></style:style>'
)
_CLOSING, _OPENING = "，。、；：！？）》」』】〕”’", "（《「『【〔“‘"
_BEFORE_LATIN, _AFTER_LATIN = r"[!#-%'*+\-./0-9@A-Z\[\\^-z|~]", r"[!%'*+,./0-9:;?@A-Z\]^-z}~]"
_TEXT = re.compile("(?<=>)[^<]+(?=<)")
_BREAK = re.compile(
    f"(?<=[{_CLOSING}])(?={_BEFORE_LATIN})|(?<={_AFTER_LATIN})(?=[{_OPENING}])|(?<=[A-Za-z0-9]-)(?=[A-Za-z0-9])"
)
_JOINT = re.compile(rf"(?<=[\-{_AFTER_LATIN[1:-1]}])(?=—)")
_SIGNS = {"\u200b": _BREAK, "\u2060": _JOINT}
_SETTINGS = '<config:config-item-set config:name="ooo:configuration-settings">'
_FORBIDDEN = (
    '<config:config-item-map-indexed config:name="ForbiddenCharacters"><config:config-item-map-entry>'
    + "".join(
        f'<config:config-item config:name="{name}" config:type="string">{escape(value)}</config:config-item>'
        for name, value in {
            "Language": "zh",
            "Country": "CN",
            "Variant": "",
            "BeginLine": NO_LINE_START,
            "EndLine": NO_LINE_END,
        }.items()
    )
    + "</config:config-item-map-entry></config:config-item-map-indexed>"
)
_OVERFLOW = re.compile(rb'(<w:overflowPunct w:val=")0(")')


def lay_out(sources: Iterable[Path], out: Path, fonts: Fonts, scratch: Path) -> None:
    """Every DOCX as a PDF in `out`: two calls of LibreOffice, since it reads two of Word's settings wrongly.

    LibreOffice 7.4 takes w:overflowPunct the wrong way round and w:autoSpaceDE/DN not at all, and offers no break
    between a mark and a Latin word where Word has one: all are set right in copies of the files, on the way through
    flat ODF where need be.
    """
    copies = [_with_overflow_turned(source, scratch) for source in sources]
    (scratch / "fonts.conf").write_text("".join(_mapping(fonts, scratch)), encoding="utf-8")
    flats = _converted(copies, "fodt", scratch, scratch)
    for flat in flats:
        flat.write_text(_mended(flat.read_text(encoding="utf-8")), encoding="utf-8")
    _converted(flats, "pdf", out, scratch)


def _with_overflow_turned(source: Path, folder: Path) -> Path:
    copy = folder / source.name
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(copy, "w") as new:
        for item in old.infolist():
            new.writestr(item, _OVERFLOW.sub(rb"\g<1>1\2", old.read(item)))
    return copy


def _mended(flat: str) -> str:
    """Flat ODF without room between Chinese and Latin, with a break (U+200B) wherever Word has one beside Latin."""
    text = flat.replace('text-autospace="ideograph-alpha"', 'text-autospace="none"')
    text = text.replace(_SETTINGS, _SETTINGS + _FORBIDDEN)
    head, body, tail = re.split(r"(<office:body>.*</office:body>)", text, flags=re.DOTALL)
    head = head.replace("<office:automatic-styles>", f"<office:automatic-styles>{_STYLE}")
    return head + _TEXT.sub(lambda found: _as_word_breaks(unescape(found[0])), body) + tail


def _as_word_breaks(text: str) -> str:
    """A stretch of text with a sign of no width where Word breaks (U+200B) or keeps together (U+2060) and we do."""
    signs = {match.start(): sign for sign, pattern in _SIGNS.items() for match in pattern.finditer(text)}
    parts = [escape(character, quote=False) for character in text]
    for place, sign in signs.items():
        parts[place] = f'<text:span text:style-name="break">{sign}</text:span>{parts[place]}'
    return "".join(parts)


def _mapping(fonts: Fonts, scratch: Path) -> Iterator[str]:
    """A fontconfig file that gives each role of a DOCX the face its PDF is set in."""
    yield f'{_HEAD}<include ignore_missing="yes">/etc/fonts/fonts.conf</include><cachedir>{scratch}/fonts</cachedir>'
    for role, font in FONTS.items():
        face = fonts.chains[role][0]
        weight = '<edit name="weight" mode="assign" binding="strong"><const>bold</const></edit>'
        yield (
            f'<dir>{face.path.parent}</dir><match target="pattern"><test name="family"><string>{font.word}</string></test>'
            f'<edit name="family" mode="assign" binding="strong"><string>{face.family}</string></edit>'
            f"{weight * ('bold' in face.path.name.lower())}</match>"
        )
    yield "</fontconfig>"


def _converted(files: list[Path], ending: str, out: Path, scratch: Path) -> list[Path]:
    environment = os.environ | {"FONTCONFIG_FILE": f"{scratch}/fonts.conf", "HOME": str(scratch), "LANG": "C.UTF-8"}
    profile = f"-env:UserInstallation={(scratch / 'profile').as_uri()}"
    command = [str(PROGRAM), profile, "--headless", "--convert-to", ending, "--outdir", str(out), *map(str, files)]
    run(command, env=environment, check=True, capture_output=True, timeout=1200)  # noqa: S603 - the command is ours
    made = [out / f"{file.stem}.{ending}" for file in files]
    assert all(file.exists() for file in made)
    return made


def pages_of(pdf: Path) -> list[list[str]]:
    """The lines of every page from top to bottom, those of cells beside each other from left to right."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [[text for line in _lines(page) for text in line] for page in document]


Mark = tuple[float, float, str]
"""A character with its place: baseline from the top, then from the left."""


def _lines(page: pypdfium2.PdfPage) -> Iterator[list[str]]:
    rules, line = list(_upright_rules(page)), list[Mark]()
    for mark in (*sorted(_marks(page)), (inf, 0.0, "")):
        if line and mark[0] - line[0][0] > SAME_LINE:
            yield _cells(line, [left for left, top, foot in rules if top <= line[0][0] <= foot])
            line = []
        line.append(mark)


def _cells(line: list[Mark], edges: list[float]) -> list[str]:
    """The texts of one height, parted by the rules between them."""
    marks = sorted(line, key=lambda mark: mark[1])
    texts = (
        "".join(mark[2] for mark in group) for _, group in groupby(marks, lambda mark: sum(mark[1] > x for x in edges))
    )
    return [text.encode("utf-16", "surrogatepass").decode("utf-16") for text in texts]


def _upright_rules(page: pypdfium2.PdfPage) -> Iterator[tuple[float, float, float]]:
    """From the left, top and foot of every rule of a table between two columns."""
    for rule in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]):
        left, foot, right, top = rule.get_bounds()
        if right - left < THIN < top - foot:
            yield left, -top, -foot


def _marks(page: pypdfium2.PdfPage) -> Iterator[Mark]:
    text = page.get_textpage()
    left, up = c_double(), c_double()
    for index in range(text.count_chars()):
        character = chr(raw.FPDFText_GetUnicode(text, index)).replace("\2", "-")  # a hyphen at the end of a line
        turned = raw.FPDFText_GetCharAngle(text, index) > 0.1
        if (
            character.strip()
            and character not in "\u200b\u2060"
            and not turned
            and not raw.FPDFText_IsGenerated(text, index)
        ):
            raw.FPDFText_GetCharOrigin(text, index, byref(left), byref(up))
            yield -up.value, left.value, character
