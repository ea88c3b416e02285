"""Title, body and headings as a DOCX says them: fonts, sizes, colours, indents."""

import re
from collections import Counter

from generator.typeset.styles import BODY_SIZE, FONTS, STYLES
from generator.verify.clauses import Outcome, faults, unmeasured, written
from generator.verify.manuscript import FIRST, Manuscript, Paragraph, Run
from generator.verify.signs import ANNEX_LIST, role_of
from generator.verify.word.closing import goes_on

SIZE_TOLERANCE = 0.3
SALUTATION = 60
"""Characters; what is longer is no list of addressees."""
ORDER = "命令（令）没有标题，见 10.2"
NO_TITLE = "前面没有 20 磅以上的标题"


def look(run: Run) -> str:
    """A run's font and size in words."""
    role = role_of(run.font)
    return f"{FONTS[role].chinese if role else run.font or '没有写明字体'} {run.size:g} 磅"


def _is(run: Run, role: str, size: float = BODY_SIZE) -> bool:
    return role_of(run.font) == role and abs(run.size - size) <= SIZE_TOLERANCE


@written("1.6")
def body_font(manuscript: Manuscript) -> Outcome:
    """The font and size of the long paragraphs."""
    if not manuscript.body:
        return Outcome("没有找到正文", good=False)
    counted = Counter(look(each.main) for each in manuscript.body)
    wrong = [each for each in manuscript.body if not _is(each.main, "fang")]
    return Outcome(
        "、".join(f"{name} {count} 段" for name, count in counted.items()),
        not wrong,
        tuple(each.place for each in wrong),
    )


@written("1.8")
def colour(manuscript: Manuscript) -> Outcome:
    """Nothing but black and the red of letterheads."""
    wrong = [
        each
        for each in manuscript.paragraphs
        if any(run.text.strip() and not run.black and not run.red for run in each.runs)
    ]
    return Outcome("有别的颜色" if wrong else "黑色", not wrong, tuple(each.place for each in wrong))


@written("3.1")
def title(manuscript: Manuscript) -> Outcome:
    """Font, size, centred, not bold."""
    if not manuscript.title:
        is_order = "".join(each.text for each in manuscript.mark).endswith("令")
        return unmeasured(ORDER) if is_order else Outcome(NO_TITLE, good=False)
    first, style = manuscript.title[0], STYLES["title"]
    bold = first.lead.bold and role_of(first.lead.font) == "xiaobiaosong"
    good = _is(first.lead, style.font, style.size) and first.align == "center" and not bold
    place = "居中" if first.align == "center" else "没有居中"
    return Outcome(f"{look(first.lead)}，{place}{'，加粗' if bold else ''}", good, () if good else (first.place,))


@written("3.3")
def title_marks(manuscript: Manuscript) -> Outcome:
    """No mark at the end."""
    if not manuscript.title:
        return unmeasured(NO_TITLE)
    text = manuscript.title[-1].text
    return Outcome(f"末尾是“{text[-1]}”", text[-1] not in "。，；：、.", (manuscript.title[-1].place,))


@written("3.5")
def addressee(manuscript: Manuscript) -> Outcome:
    """At the left edge, with a full-width colon."""
    after = [
        each
        for each in manuscript.spoken[: FIRST + 6]
        if each not in manuscript.above_title and each not in manuscript.title
    ]
    found = next(
        (each for each in after[:4] if each.text[-1] in ":：" and not each.level and len(each.text) < SALUTATION), None
    )
    if found is None:
        return unmeasured("没有主送机关")
    wrong = [] if found.text.endswith("：") else ["末尾不是全角冒号"]
    wrong += [] if abs(found.first + found.left) < 0.1 else ["没有顶格"]  # noqa: PLR2004 - characters
    return Outcome("；".join(wrong) or "顶格，全角冒号", not wrong, (found.place,) if wrong else ())


@written("3.7-2")
def indents(manuscript: Manuscript) -> Outcome:
    """Every paragraph of the body starts two characters in, by its indent and not by blanks."""
    if not manuscript.body:
        return unmeasured("没有较长的正文")
    parts = (each for each in manuscript.body if not goes_on(manuscript, each))
    found = ((fault, each.place) for each in parts if (fault := _indent(each)))
    return faults(found, f"{len(manuscript.body)} 段都空二字")


def _indent(each: Paragraph) -> str:
    if re.match(r"[\u3000 ]{2}", each.raw):
        return "用空格缩进"
    room = each.first + each.left
    if abs(room - 2) < 0.1 or each.left > 2.1 or each.text.endswith("："):  # noqa: PLR2004 - characters; a roster hangs farther in
        return ""
    return f"空 {room:.1f} 字" if room else "没有空二字"


@written("3.9")
def heading_fonts(manuscript: Manuscript) -> Outcome:
    """Headings of each layer in its font, up to their first run."""
    found = headings(manuscript)
    if not found:
        auto = any(each.numbered for each in manuscript.spoken)
        return unmeasured("标题用了自动编号，序号不在文字里，请量 PDF" if auto else "没有带序号的标题")
    counted = Counter(each.level for each in found)
    fine = "、".join(f"{'一二三四'[level - 1]}级 {counted[level]} 处" for level in sorted(counted))
    wrong = [each for each in found if not _is(each.lead, STYLES[f"heading-{each.level}"].font)]
    return faults(((_wrong_font(each), each.place) for each in wrong), fine)


def _wrong_font(each: Paragraph) -> str:
    wanted = FONTS[STYLES[f"heading-{each.level}"].font].chinese
    return f"{'一二三四'[each.level - 1]}级标题用{look(each.lead)}，应是{wanted}"


def headings(manuscript: Manuscript) -> list[Paragraph]:
    """The paragraphs with a label of one of the four layers; the list of annexes has none."""
    return [
        each
        for each in manuscript.spoken
        if each.level and each not in manuscript.title and not ANNEX_LIST.match(each.text) and each.left <= 3  # noqa: PLR2004 - characters
    ]


@written("3.9-2")
def headings_not_bold(manuscript: Manuscript) -> Outcome:
    """No bold in headings of the first two layers."""
    high = [each for each in headings(manuscript) if each.level <= 2]  # noqa: PLR2004 - 黑体, 楷体
    if not high:
        return unmeasured("没有一、二级标题")
    bold = tuple(each.place for each in high if each.lead.bold)
    return Outcome(f"{len(bold)} 处加粗" if bold else "没有加粗", not bold, bold)


@written("6.K01")
def line_starts(manuscript: Manuscript) -> Outcome:
    """No paragraph turns Word's own care for line starts off."""
    wrong = tuple(each.place for each in manuscript.paragraphs if each.text and not each.kinsoku)
    return Outcome(f"{len(wrong)} 段关了避头尾" if wrong else "避头尾开着，实际断行请量 PDF", not wrong, wrong)
