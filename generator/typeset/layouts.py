"""What the body element says of the whole document: its form and the house rules of the school (版式)."""

from generator.typeset.composition import Pages
from generator.typeset.element import HtmlElement
from generator.typeset.styles import LINE_PITCH


def pages_of(body: HtmlElement) -> Pages:
    """The house rules of a page, the standard's where it names none; whether its imprint wants an even page."""
    imprint = body.find("footer[@class='imprint']")
    return Pages(
        form=body.get("data-form", ""),
        pitch=float(body.get("data-pitch", LINE_PITCH)),
        centred_number=body.get("data-page-number") == "centre",
        one_sided=body.get("data-sides") == "one",
        bold_third=body.get("data-third") == "bold",
        no_lone_character=body.get("data-lone") == "never",
        even_end=imprint is not None and imprint.get("data-even") == "yes",
    )
