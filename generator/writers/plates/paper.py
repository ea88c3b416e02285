"""A PDF of plates: its pages, outline, faces, structure and facts, each object where WeasyPrint would put it."""

from collections.abc import Callable, Iterable
from functools import cache
from io import BytesIO
from typing import Any, NamedTuple

import pydyf

from generator.typeset.composition import Composition
from generator.typeset.fonts import Fonts
from generator.typeset.galley import BeyondPlatesError
from generator.typeset.galleys import galleys
from generator.typeset.makeup import make_up
from generator.typeset.plate import Plate
from generator.typeset.press import Press
from generator.typeset.styles import styles_of
from generator.typeset.stylesheet import places
from generator.writers.engine import colour_profile
from generator.writers.pdf_objects import Ready, make_ready
from generator.writers.plates.embedding import embed
from generator.writers.plates.facts import LANGUAGE, add_facts, describe, intent
from generator.writers.plates.inking import ink
from generator.writers.plates.node import Node
from generator.writers.plates.outline import Heading, add_outline
from generator.writers.plates.printing import Number, Printed, Printer, print_page
from generator.writers.plates.structure import Tree

PARTS = {"a-2a": 2, "a-3a": 3}
"""The standards printed here, with their part of PDF/A."""


class Facts(NamedTuple):
    """What a PDF says of itself, as the finisher that adds the source reads it of WeasyPrint's document."""

    lang: str


class Document(NamedTuple):
    """As much of WeasyPrint's document as a finisher reads."""

    metadata: Facts


def pages(composition: Composition, fonts: Fonts) -> tuple[Plate, ...]:
    """The composition made up; BeyondPlatesError where only WeasyPrint can."""
    look = composition.pages
    made = make_up(galleys(composition, Press(fonts, styles_of(look.pitch, look.bold_third))))
    if look.even_end and composition.imprint and len(made) % 2:
        raise BeyondPlatesError("an imprint on an even page")
    return made


def write(composition: Composition, fonts: Fonts, standard: str, finish: Callable[[Any, Any], None]) -> bytes:
    """The PDF of a composition, the very bytes of WeasyPrint; BeyondPlatesError where it takes that to print it."""
    if standard not in PARTS:
        raise BeyondPlatesError(standard)
    plates = pages(composition, fonts)
    printer = Printer(fonts.chains["song"][0])
    numbers = _numbers(composition, plates)
    printed = [print_page(plate, ink(plate), number, printer) for plate, number in zip(plates, numbers, strict=True)]
    pdf = pydyf.PDF()
    profile, resources = _resources(pdf)
    references = [
        _page(pdf, page, plate, count, resources)
        for count, (page, plate) in enumerate(zip(printed, plates, strict=True))
    ]
    add_outline(pdf, _headings(printed, plates, references))
    add_facts(pdf, composition)
    resources["Font"] = embed(pdf, printer.faces.values()).reference
    resources["ExtGState"].update(
        {name: pydyf.Dictionary({(name[:1] == "a" and "ca") or "CA": 1}) for name in printer.alphas}
    )
    Tree(pdf).add(zip(printed, references, strict=True))
    pdf.catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})
    pdf.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})
    pdf.catalog["OutputIntents"] = pydyf.Array([intent(profile)])
    describe(pdf, composition, PARTS[standard])
    finish(Document(Facts(LANGUAGE)), pdf)
    make_ready(pdf)
    output = BytesIO()
    pdf.write(output, b"1.7", True, True)
    return output.getvalue()


def _numbers(composition: Composition, plates: tuple[Plate, ...]) -> list[Number]:
    odd, even = places(composition.pages)
    return [Number(f"— {count} —", odd if count % 2 else even) for count in range(1, len(plates) + 1)]


# ---- pages --------------------------------------------------------------------------------------------------------


def _resources(pdf: Any) -> tuple[bytes, Any]:
    """The colour profile and what all pages refer to."""
    profile = Ready(_profile(), packed=False)
    pdf.add_object(profile)
    spaces = pydyf.Dictionary({
        "lab-d50": _lab(0.9642956764295676, 1, 0.8251046025104602),
        "lab-d65": _lab(0.9504559270516716, 1, 1.0890577507598784),
        "srgb": pydyf.Array(("/ICCBased", profile.reference)),
    })  # fmt: skip
    pdf.add_object(spaces)
    names = ("ExtGState", "XObject", "Pattern", "Shading")
    resources = pydyf.Dictionary({name: pydyf.Dictionary() for name in names} | {"ColorSpace": spaces.reference})
    pdf.add_object(resources)
    return profile.reference, resources


def _lab(*white: float) -> Any:
    measures = {"WhitePoint": pydyf.Array(white), "Range": pydyf.Array((-125, 125, -125, 125))}
    return pydyf.Array(("/Lab", pydyf.Dictionary(measures)))


@cache
def _profile() -> bytes:
    """The colour profile that WeasyPrint brings, packed."""
    packed: bytes = pydyf.Stream([colour_profile()], pydyf.Dictionary({"N": 3}), compress=True).data
    return packed


def _page(pdf: Any, printed: Printed, plate: Plate, count: int, resources: Any) -> bytes:
    stream = pydyf.Stream(["\n".join(printed.operations).encode()], compress=True)
    pdf.add_object(stream)
    box = pydyf.Array([0, 0, plate.area.page_width * 0.75, plate.area.page_height * 0.75])
    page = pydyf.Dictionary({
        "Type": "/Page",
        "Parent": pdf.pages.reference,
        "MediaBox": box,
        "Contents": stream.reference,
        "Resources": resources.reference,
        "Tabs": "/S",
        "StructParents": count,
        "TrimBox": box,
        "BleedBox": box,
    })  # fmt: skip
    pdf.add_page(page)
    reference: bytes = page.reference
    return reference


def _headings(printed: Iterable[Printed], plates: Iterable[Plate], references: Iterable[bytes]) -> Iterable[Heading]:
    for page, plate, reference in zip(printed, plates, references, strict=True):
        left, height = plate.area.left * 0.75, plate.area.page_height * 0.75
        for node in page.body.kids:
            if isinstance(node, Node) and node.label:
                yield Heading(int(node.tag[1]), node.label, reference, left, height - node.y * 0.75)
