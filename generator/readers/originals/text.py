"""Plain text, whatever it was saved as, as lines: how it is written is told by what it then says."""

from collections.abc import Iterator

from generator.original import Line
from generator.readers.originals.refusing import refused

ENCODINGS = ("utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
"""In the order in which they are believed where they read equally well."""
_MARKS = {b"\xef\xbb\xbf": "utf-8", b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
    "十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形"
    "相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系情者最立代想已通并提直题党程展五果"
    "员位入常文总次品式活设及管特件长求老头基资边流路级少图统接知较将组见计别手期根论运指几九区强放决被干做必先回任取据处队给门即保"
    "治百规领七口导世增思术交受联认六共权收证改清己再转更单切打教带安场身车例真务具万每目至达走示议报完类八名确科信节话整今集传步群"
    "记需段且织持书复须连深难近千周委技备半办青省列习约支团历除消构府称准值号率划选标写存院查按格易置层始专状育识适属火住调县局照参"
    "引听该严校师园班责训练考核宣防消患排疏散演值检隐急突预案救治病"
    "們個來對時會學國過還這麼說進動經關實現發開問題應當設導圍總結維領組織與為從後業務將體點長處間無產樣義員條見計別運農幾區強決則"
    "據隊東壓濟極認權證轉單風車標層狀識適屬調滿縣參細聽該價嚴師園項責檢級辦備練習訓隱傳報書"
    "，。、；：？！“”‘’（）《》…—·〔〕"
)
"""Characters and marks that every Chinese text is full of, in 简体 and 繁体."""
_SAMPLE, _FEWEST, _ALL_PLAIN, _RUIN = 20_000, 0.12, 0.5, "\ufffd"
_MOST_RUINS = 0.02


def read_text(content: bytes, file: str) -> Iterator[Line]:
    """The lines of the text."""
    text = _marked(content) or _likeliest(content)
    if text is None:
        raise refused(file, "unreadable-file", "认不出文件的编码，请另存为 UTF-8（在记事本里：另存为 → 编码 → UTF-8）")
    yield from map(Line, text.splitlines())


def _marked(content: bytes) -> str | None:
    """The text of a file that says itself how it is written."""
    for mark, encoding in _MARKS.items():
        if content.startswith(mark):
            text = content[len(mark) :].decode(encoding, "replace")
            return text if text.count(_RUIN) <= len(text) * _MOST_RUINS else None
    return None


def _likeliest(content: bytes) -> str | None:
    """The text in the encoding in which it reads best; None where it reads well in none."""
    if content.isascii() and b"\0" not in content:
        return content.decode("ascii")
    try:
        return content.decode("utf-8") if b"\0" not in content else _best(content)
    except UnicodeDecodeError:
        return _best(content)


def _best(content: bytes) -> str | None:
    best, found = _FEWEST, None
    for encoding in ENCODINGS:
        text = content.decode(encoding, "replace")
        score = _score(text)
        if score > best:
            best, found = score, text
    return found


def _score(text: str) -> float:
    """The share of common characters among those that are no ASCII; ruins weigh tenfold."""
    sample = [character for character in text[:_SAMPLE] if character > "\x7f" or character < "\t"]
    if not sample:
        return _ALL_PLAIN
    common = sum(character in _COMMON for character in sample)
    return (common - 10 * sample.count(_RUIN)) / len(sample)
