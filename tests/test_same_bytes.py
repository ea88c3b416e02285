"""The same input gives the same bytes, in whatever process, time zone and order of hashes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.typeset.fonts import find_fonts

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "plans" / "示例" / "开学典礼讲话稿.yaml"
FORMS = ("docx", "html") if find_fonts().absent else ("docx", "html", "pdf")
WORLDS = [
    {"PYTHONHASHSEED": "1", "TZ": "UTC"},
    {"PYTHONHASHSEED": "2", "TZ": "Asia/Shanghai", "SOURCE_DATE_EPOCH": "1"},
]


@pytest.mark.slow
def test_a_sample_has_the_same_bytes_in_every_process(tmp_path: Path) -> None:
    first, second = (files(tmp_path / str(number), world) for number, world in enumerate(WORLDS))
    assert set(first) == {f"{SAMPLE.stem}.{form}" for form in FORMS}
    assert all(first.values())
    assert all(first[name] == second[name] for name in first), [name for name in first if first[name] != second[name]]


def files(out: Path, world: dict[str, str]) -> dict[str, bytes]:
    """The sample built in a process of its own: file name -> content."""
    command = [sys.executable, "-m", "generator", "build", str(SAMPLE), "-o", str(out), "--to", ",".join(FORMS)]
    subprocess.run(command, check=True, cwd=ROOT, env={**os.environ, **world}, capture_output=True)  # noqa: S603 - our own program
    return {path.name: path.read_bytes() for path in out.rglob("*") if path.is_file() and not path.name.startswith(".")}
