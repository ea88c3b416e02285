"""The labels that Word counts by itself (自动编号), as they are printed."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from generator.dates import chinese_numeral
from generator.outline.numbering import CIRCLED
from generator.readers.originals.package import Element
from generator.readers.originals.word_names import child, number, value, w

_LEVELS = 9
_LETTERS = 26
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


def _letters(count: int) -> str:
    return chr(ord("a") + (count - 1) % _LETTERS) * ((count - 1) // _LETTERS + 1) if count > 0 else ""


def _roman(count: int) -> str:
    written = ""
    for size, sign in _ROMAN:
        while count >= size:
            written, count = written + sign, count - size
    return written


def _chosen(signs: str) -> Callable[[int], str]:
    return lambda count: signs[count - 1] if 0 < count <= len(signs) else str(count)


def _chinese(count: int) -> str:
    return chinese_numeral(count) if 0 < count < 100 else str(count)  # noqa: PLR2004 - no list is longer


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda count: f"{count:02}",
    "decimalFullWidth": str,
    "lowerLetter": _letters,
    "upperLetter": lambda count: _letters(count).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda count: _roman(count).upper(),
    "decimalEnclosedParen": lambda count: f"（{count}）",
    "decimalEnclosedFullstop": lambda count: f"{count}.",
    "ideographEnclosedCircle": lambda count: f"（{_chinese(count)}）",
    "ideographTraditional": _chosen("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _chosen("子丑寅卯辰巳午未申酉戌亥"),
    "chineseLegalSimplified": _chosen("壹贰叁肆伍陆柒捌玖拾"),
    "ideographLegalTraditional": _chosen("壹貳叁肆伍陸柒捌玖拾"),
    "none": lambda _count: "",
    "bullet": lambda _count: "",
    "decimalEnclosedCircle": _chosen(CIRCLED),
    "decimalEnclosedCircleChinese": _chosen(CIRCLED),
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "ideographDigital": _chinese,
    "japaneseCounting": _chinese,
    "japaneseDigitalTenThousand": _chinese,
    "taiwaneseCounting": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "taiwaneseDigital": _chinese,
}


@dataclass(frozen=True)
class Level:
    """One level of a list: where it starts, how its number is written, the label around it, after which level it restarts."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    restart: int = -1


class Numbering:
    """The lists of a file and how far each has counted."""

    def __init__(self, root: Element | None) -> None:
        """Index the lists by what paragraphs call them."""
        kinds = root.findall(w("abstractNum")) if root is not None else []
        self._kinds = {str(kind.get(w("abstractNumId"))): kind for kind in kinds}
        self._linked = {value(kind, "styleLink"): name for name, kind in self._kinds.items()}
        numbers = root.findall(w("num")) if root is not None else []
        self._numbers = {str(each.get(w("numId"))): each for each in numbers}
        self._lists: dict[str, tuple[str, dict[int, Level]]] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()

    def label(self, identifier: str, depth: int) -> str:
        """The label of the next paragraph on this level of this list."""
        if identifier in ("", "0") or identifier not in self._numbers or not 0 <= depth < _LEVELS:
            return ""
        kind, levels = self._list(identifier)
        counts = self._counts.setdefault(kind, [None] * _LEVELS)
        self._restart(identifier, counts)
        before = counts[depth]
        counts[depth] = levels[depth].start if before is None else before + 1
        for below in range(depth + 1, _LEVELS):
            if levels[below].restart != 0:
                counts[below] = None
        return _written(levels, counts, depth)

    def _restart(self, identifier: str, counts: list[int | None]) -> None:
        """A list that is told to start anew does so where it is met first."""
        if identifier not in self._begun:
            self._begun.add(identifier)
            for change in self._numbers[identifier].findall(w("lvlOverride")):
                depth = number(str(change.get(w("ilvl"))), _LEVELS)
                if depth < _LEVELS and child(change, "startOverride") is not None:
                    counts[depth] = None

    def _list(self, identifier: str) -> tuple[str, dict[int, Level]]:
        if identifier not in self._lists:
            element = self._numbers[identifier]
            kind = value(element, "abstractNumId")
            kind = self._linked.get(value(self._kinds.get(kind), "numStyleLink"), kind)
            levels = dict.fromkeys(range(_LEVELS), Level()) | _levels(self._kinds.get(kind))
            for change in element.findall(w("lvlOverride")):
                depth = number(str(change.get(w("ilvl"))))
                own = _levels(change).get(depth, levels.get(depth, Level()))
                start = value(change, "startOverride")
                levels[depth] = Level(number(start, own.start) if start else own.start, own.form, own.text, own.restart)
            self._lists[identifier] = (kind, levels)
        return self._lists[identifier]


def _levels(holder: Element | None) -> dict[int, Level]:
    found = holder.findall(w("lvl")) if holder is not None else []
    return {
        number(str(level.get(w("ilvl")))): Level(
            number(value(level, "start"), 1),
            value(level, "numFmt") or "decimal",
            value(level, "lvlText"),
            number(value(level, "lvlRestart"), -1),
        )
        for level in found
    }


def _written(levels: dict[int, Level], counts: list[int | None], depth: int) -> str:
    """The label as its level words it: %1 stands for the number of the first level."""
    if levels[depth].form == "bullet":
        return ""

    def numeral(found: re.Match[str]) -> str:
        level = int(found[1]) - 1
        count = counts[level]
        form = _FORMATS.get(levels[level].form, str)
        return form(levels[level].start if count is None else count)

    return re.sub(r"%([1-9])", numeral, levels[depth].text)
