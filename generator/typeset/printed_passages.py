"""Passages, gaps with rules and marks as the elements of a printed page."""

from dataclasses import replace
from html import escape

from generator.typeset.composition import Gap, Marks, Passage, Rule, Run
from generator.typeset.fonts import heights
from generator.typeset.glyphs import ems_of
from generator.typeset.press import Press
from generator.typeset.setting import Measure, set_text
from generator.typeset.styles import (
    AREA_WIDTH,
    ASCENT,
    BASELINE,
    BODY_SIZE,
    COLOURS,
    LETTER_RULE_LEFT,
    LINE_PITCH,
    MARK_PITCH,
    MARK_SPACE,
    Style,
)
from generator.typeset.stylesheet import FULL_CELL

DEEPEST = 5
"""Levels of the outline that HTML has tags for, the title's 0 counted in."""


RISE = BASELINE * LINE_PITCH - (LINE_PITCH - BODY_SIZE) / 2 - ASCENT * BODY_SIZE
"""How much higher than in Word a line's characters stand: a red rule follows them, its room below stays the same."""


def set_passage(passage: Passage, room: float, press: Press) -> str:
    """One paragraph, its lines broken; a heading where it has a level in the outline."""
    style = styled(passage, press)
    keep = " keep" * passage.keep_with_next + " whole" * passage.keep_together
    if not passage.text:
        own = f' style="height:{passage.pitch}pt"' if passage.pitch else ""
        return f'<div class="{passage.style}{keep}"{own}></div>'
    text = set_text(passage.runs, style, measured(passage, style, room), press.fonts)
    tag = outline_tag(passage, style)
    label = f' title="{escape(passage.text)}"' if tag != "p" else ""
    return f'<{tag} class="{passage.style}{keep}"{label}{_own(passage, style, press)}>{text}</{tag}>'


def measured(passage: Passage, style: Style, room: float) -> Measure:
    """The room for the lines of a passage in a type area so wide."""
    left, right = (style.left if passage.left is None else passage.left), passage.right or style.right
    return Measure(room - right * FULL_CELL, 0.0 if passage.continued else style.first, left, passage.goes_on)


def outline_tag(passage: Passage, style: Style) -> str:
    """The element of a passage: a heading where it has a level in the outline."""
    outline = passage.outline if passage.outline is not None else style.outline
    return "p" if outline is None or outline > DEEPEST else f"h{outline + 1}"


def styled(passage: Passage, press: Press) -> Style:
    """The style of a passage, of its own size where it has one."""
    style = press.styles[passage.style]
    if passage.size is None:
        return style
    return replace(style, size=passage.size, pitch=passage.size * MARK_PITCH)


def _own(passage: Passage, style: Style, press: Press) -> str:
    """What a passage has that its style has not."""
    rules = []
    if passage.size is not None:
        rules.append(_mark_size(style.size, press))
    if passage.left is not None:
        hanging = (style.first - passage.left) * FULL_CELL
        rules.append(f"padding-left:{passage.left * FULL_CELL:.3f}pt;text-indent:{hanging:.3f}pt")
    if passage.continued:
        rules.append("text-indent:0")
    if passage.pitch is not None:
        rules.append(f"line-height:{passage.pitch}pt")
    if passage.right is not None:
        rules.append(f"padding-right:{passage.right * FULL_CELL:.3f}pt")
    return f' style="{";".join(rules)}"' if rules else ""


def _mark_size(size: float, press: Press) -> str:
    """The size of a mark, raised so that its characters begin at the top of its line, whatever the font."""
    drop = mark_drop(size, press)
    return f"font-size:{size}pt;line-height:{size * MARK_PITCH:.3f}pt;position:relative;top:{-drop:.3f}pt"


def mark_drop(size: float, press: Press) -> float:
    """How far below the top of its line a mark of this size would stand, in points."""
    above, below = heights(press.fonts.chains["xiaobiaosong"][0])
    return (size * MARK_PITCH - (above + below) * size) / 2 + (above - ASCENT) * size


def set_gap(gap: Gap, below_mark: bool = False) -> str:
    """Room of an exact height, its rule on the lower edge; a negative one draws what follows upwards.

    A mark stands where Word has it, so does the rule below it; what follows the double rule of 信函 comes down to it.
    """
    if gap.height < 0:
        return f'<div style="margin-top:{gap.height:.3f}pt"></div>'
    height = gap.height - (gap.rule.height if gap.rule else 0.0)
    rule = set_rule(gap.rule) if gap.rule else ""
    own = _follow(gap.rule, below_mark) if gap.rule and gap.rule.colour != "black" else ""
    return f'<div class="keep" style="padding-top:{max(height, 0):.3f}pt{own}">{rule}</div>'


def _follow(rule: Rule, below_mark: bool) -> str:
    """How a red rule follows the characters above it, or those below follow it."""
    if not below_mark:
        return f";position:relative;top:{-RISE:.3f}pt"
    return f";padding-bottom:{RISE:.3f}pt" if rule.thin else ""


def set_rule(rule: Rule, upside_down: bool = False) -> str:
    """A rule, or a double one with its thick line above the thin one unless turned upside down."""
    heights = [(rule.thickness, COLOURS[rule.colour])]
    if rule.thin:
        heights += [(rule.thin, "transparent"), (rule.thin, COLOURS[rule.colour])]
    if upside_down:
        heights.reverse()
    wide = f"margin-left:{-LETTER_RULE_LEFT:.3f}pt;width:{rule.width:.3f}pt" if rule.width > AREA_WIDTH else ""
    lines = (f'<div style="height:{height:.3f}pt;background:{colour};{wide}"></div>' for height, colour in heights)
    return "".join(lines)


def set_marks(marks: Marks, press: Press) -> str:
    """The organisations of a joint issue spread to one width, 文件 beside them at half their height."""
    size = _mark_size(marks.size, press)
    lines = "".join(_mark(line, marks, size, press) for line in marks.lines)
    space = f"padding-left:{marks.size * MARK_SPACE:.3f}pt"
    suffix = f'<p class="mark" style="{size};{space}">{_plain(marks.suffix, press)}</p>' if marks.suffix else ""
    return f'<div class="marks"><div style="width:{marks.width:.3f}pt">{lines}</div>{suffix}</div>'


def _mark(line: str, marks: Marks, size: str, press: Press) -> str:
    """One organisation: as many gaps as characters less one, the last character without one."""
    natural = ems_of(line, "xiaobiaosong", press.fonts) * marks.size
    gap = (marks.width - natural) / (len(line) - 1) if len(line) > 1 else 0.0
    text = _plain(line[:-1], press), _plain(line[-1:], press)
    return f'<p class="mark" style="{size};text-align:left"><span style="letter-spacing:{gap:.3f}pt">{text[0]}</span>{text[1]}</p>'


def _plain(text: str, press: Press) -> str:
    return set_text((Run(text),), press.styles["mark"], Measure(10 * AREA_WIDTH), press.fonts)
