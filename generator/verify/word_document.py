"""A DOCX read into a frozen manuscript: parts, sections, paragraphs, tables and footers."""

from collections.abc import Iterator

from generator.verify.clauses import Place
from generator.verify.manuscript import Footer, Manuscript, Paragraph, Section, WordTable
from generator.verify.word_package import MAIN, Element, W, read_parts
from generator.verify.word_properties import Properties, flag, number, points

RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def read_word(data: bytes, name: str) -> Manuscript:
    """The manuscript of a DOCX; PlanError where it cannot be opened."""
    parts = read_parts(data, name)
    properties = Properties(parts.get("word/styles.xml"))
    body = parts[MAIN].find(f"{W}body")
    if body is None:
        return Manuscript((), ())
    sections = tuple(_section(element) for element in body.iter(f"{W}sectPr"))
    settings = parts.get("word/settings.xml")
    return Manuscript(
        sections,
        tuple(_paragraphs(body, properties)),
        tuple(_tables(body, sections)),
        tuple(_footers(parts, body, properties)),
        settings is not None and flag(settings.find(f"{W}evenAndOddHeaders")),
    )


def _paragraphs(body: Element, properties: Properties) -> Iterator[Paragraph]:
    for index, element in enumerate(_own(body), 1):
        yield properties.paragraph(element, index)


def _own(body: Element) -> Iterator[Element]:
    """The paragraphs of the text itself, not of text boxes."""
    for element in body.iter(f"{W}p"):
        if not any(above.tag == f"{W}txbxContent" for above in element.iterancestors()):
            yield element


def _section(element: Element) -> Section:
    size, margin, grid = (element.find(f"{W}{tag}") for tag in ("pgSz", "pgMar", "docGrid"))
    kind = "" if grid is None else grid.get(f"{W}type", "")
    return Section(
        points(size, "w"),
        points(size, "h"),
        points(margin, "top"),
        points(margin, "bottom"),
        points(margin, "left") + points(margin, "gutter"),
        points(margin, "right"),
        points(margin, "footer"),
        (kind, points(grid, "linePitch"), number(grid, "charSpace") / 4096) if kind not in ("", "default") else None,
        flag(element.find(f"{W}titlePg")),
    )


def _tables(body: Element, sections: tuple[Section, ...]) -> Iterator[WordTable]:
    index = {element: at for at, element in enumerate(_own(body), 1)}
    ends = list(body.iter(f"{W}sectPr"))
    order = {element: at for at, element in enumerate(body.iter())}
    for table in body.iter(f"{W}tbl"):
        rows = table.findall(f"{W}tr")
        columns = table.findall(f"{W}tblGrid/{W}gridCol")
        section = next((s for s, end in zip(sections, ends, strict=True) if order[end] > order[table]), None)
        first = next((index[p] for p in table.iter(f"{W}p") if p in index), 0)
        yield WordTable(
            sum(points(column, "w") for column in columns),
            len(rows),
            bool(rows) and flag(rows[0].find(f"{W}trPr/{W}tblHeader")),
            section is not None and section.lying,
            Place(_text(table)[:8], paragraph=first),
        )


def _text(element: Element) -> str:
    return "".join(each.text or "" for each in element.iter(f"{W}t"))


def _footers(parts: dict[str, Element], body: Element, properties: Properties) -> Iterator[Footer]:
    """The paragraph with text of each footer of the upright sections, each kind once."""
    relations = parts.get("word/_rels/document.xml.rels")
    targets = {} if relations is None else {each.get("Id"): each.get("Target", "") for each in relations}
    seen = set[str]()
    for section in body.iter(f"{W}sectPr"):
        if _section(section).lying:
            continue
        for reference in section.findall(f"{W}footerReference"):
            kind = reference.get(f"{W}type", "default")
            part = parts.get(
                "word/" + targets.get(reference.get(RELATION), "").removeprefix("/word/").removeprefix("word/")
            )
            found = None if part is None else _with_text(part, properties)
            if found and kind not in seen:
                seen.add(kind)
                yield Footer(kind, found)


def _with_text(part: Element, properties: Properties) -> Paragraph | None:
    paragraphs = (properties.paragraph(element, 0) for element in part.iter(f"{W}p"))
    return next((each for each in paragraphs if each.text or each.field), None)
