"""A file that is not ours as bare paragraphs, for checks that read words alone."""

from generator.readers.originals import ENDINGS, SIZE_LIMIT, read_original

FOREIGN = ENDINGS
__all__ = ["FOREIGN", "SIZE_LIMIT", "read_foreign"]
_MERGED = ("^", "<")


def read_foreign(content: bytes, file: str) -> tuple[str, ...]:
    """The paragraphs of the file, one string each; the row of a table is its cells joined by tabs."""
    return tuple(
        text for line in read_original(content, file) if not line.furniture for text in _texts(line.text, line.rows)
    )


def _texts(text: str, rows: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    if not rows:
        return (text.replace("\t", " "),)
    joined = ("\t".join(cell for cell in row if cell not in _MERGED) for row in rows)
    return tuple(filter(str.strip, joined))
