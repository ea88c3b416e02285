"""The foot of a letter's first page (信函, 10.1): no number, but a red double rule as wide as the one at its head."""

from generator.typeset.composition import Rule
from generator.typeset.styles import LETTER_RULE_FOOT, LETTER_RULE_WIDTH, LETTER_RULES, PAGE_HEIGHT, PAGE_WIDTH
from generator.writers.word_boxes import Place, box
from generator.writers.word_elements import element
from generator.writers.word_footers import empty
from generator.writers.word_gaps import border_below
from generator.writers.word_styles import HAIRLINE, HAIRLINE_HEIGHT

RULE = Rule(LETTER_RULES[0], "red", LETTER_RULES[1], LETTER_RULE_WIDTH)


def lower_rule() -> str:
    """The footer with the rule, its thin line above the thick one."""
    border = element("pBdr", border_below(RULE, "thinThick"))
    line = element("p", element("pPr", element("pStyle", val=HAIRLINE), border))
    top = PAGE_HEIGHT - LETTER_RULE_FOOT - RULE.height - HAIRLINE_HEIGHT
    place = Place((PAGE_WIDTH - RULE.width) / 2, top, RULE.width, 2 * RULE.height)
    return empty(box(line, "红色双线", 1, place))
