"""The package of a Word file: packed as the standard library packs it, its frame as python-docx has it."""

import io
import subprocess
import sys
import zipfile

import pytest

from generator.typeset.composition import Composition, Pages, Passage, Run
from generator.writers import word, word_origin, word_template
from generator.writers.word_zip import packed, zipped

CONTENTS = {"[Content_Types].xml": "<甲/>".encode(), "word/document.xml": b"<w:document/>" * 5000, "empty": b""}


def by_the_library(contents: dict[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in contents.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
            target.writestr(entry, content)
    return written.getvalue()


def test_packed_entries_make_the_bytes_that_zipfile_makes() -> None:
    made = zipped(packed(name, content) for name, content in CONTENTS.items())
    assert made == by_the_library(CONTENTS)


def test_zipfile_reads_what_is_packed() -> None:
    with zipfile.ZipFile(io.BytesIO(zipped(packed(name, content) for name, content in CONTENTS.items()))) as package:
        assert package.testzip() is None
        assert {name: package.read(name) for name in package.namelist()} == CONTENTS


@pytest.mark.parametrize(
    "pages", [Pages(), Pages("信函", one_sided=True), Pages(pitch=26.0, centred_number=True)], ids=str
)
def test_a_finished_file_is_packed_as_zipfile_packs_it(pages: Pages) -> None:
    made = word.write_composition(Composition("计划", "学校", (Passage("body", (Run("防火。"),)),), (), pages))
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        contents = {name: package.read(name) for name in package.namelist()}
    assert len(contents) > 5
    assert made == by_the_library(contents)


def test_the_frame_kept_as_text_is_that_of_the_library() -> None:
    assert word_origin.roots() == word_template.ROOTS
    assert word_origin.links() == word_template.LINKS


def test_a_word_file_is_written_without_loading_the_library() -> None:
    script = "import sys, generator.writers.word; print('docx' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)  # noqa: S603 - the interpreter itself
    assert said.stdout.strip() == "False"
