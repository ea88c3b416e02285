"""How fast: this program beside others that print the same text, in one run; the table goes to docs/benchmarks.md."""

import argparse
import json
import os
import platform
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import texts

ROOT = Path(__file__).resolve().parents[1]
PAPER = ROOT / "docs" / "benchmarks.md"
BEGIN, END = "<!-- make bench -->", "<!-- /make bench -->"
ROUNDS = 3

WARM = """
import json, sys, time
from datetime import date
from pathlib import Path
sys.path.insert(0, {benchmarks!r})
def least(action, rounds):
    took = []
    for _ in range(rounds):
        before = time.process_time(); action(); took.append(time.process_time() - before)
    return 1000 * min(took)
"""
OURS = (
    WARM
    + """
from generator.build import build
from generator.commands import producing
from generator.orders import Wanted
from generator.production.workshop import Means
from generator.batch import gather
import pypdfium2
plan, out = Path({plan!r}), Path({out!r})
day = date(2026, 3, 1)
build(plan, out, ("docx", "pdf"), day)
pages = len(pypdfium2.PdfDocument(out / (plan.stem + ".pdf")))
producing.say = producing.show_problems = lambda *_: None
def again():
    with plan.open("a", encoding="utf-8") as stream:
        stream.write("\\n")
    producing._rebuild(gather([plan]), out, Wanted(("docx", "pdf"), day), Means())
print(json.dumps({{
    "docx": least(lambda: build(plan, out, ("docx",), day), 20),
    "pdf": least(lambda: build(plan, out, ("pdf",), day), 6),
    "again": least(again, 4),
    "pages": pages,
}}))
"""
)
DOCXTPL = (
    WARM
    + """
import texts
from docxtpl import DocxTemplate
content = texts.context(0)
def fill():
    template = DocxTemplate({template!r})
    template.render(content)
    template.save({out!r})
print(json.dumps({{"docx": least(fill, 10)}}))
"""
)
FILL = """
import json
from docxtpl import DocxTemplate
with open({content!r}, encoding="utf-8") as stream:
    content = json.load(stream)
for number in range({count}):
    template = DocxTemplate({template!r})
    template.render({{**content, "title": f"{{number}} {{content['title']}}"}})
    template.save(f"{out}/{{number:03}}.docx")
"""
TYPST = (
    WARM
    + """
import texts, typst, pypdfium2
source = texts.typst_source(0).encode()
fonts = {fonts!r}
pdf = typst.compile(source, font_paths=fonts, ignore_system_fonts=True)
def again():
    typst.compile(source, font_paths=fonts, ignore_system_fonts=True)
print(json.dumps({{"pdf": least(again, 6), "pages": len(pypdfium2.PdfDocument(pdf))}}))
"""
)


def main() -> None:
    """python benchmarks/bench.py [--count 100] [--write]"""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--count", type=int, default=100)
    words.add_argument("--write", action="store_true", help="write the table to docs/benchmarks.md")
    asked = words.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        table = _table(_measured(Path(folder), asked.count), asked.count)
    sys.stdout.write(table + "\n")
    if asked.write:
        before, _, rest = PAPER.read_text(encoding="utf-8").partition(BEGIN)
        PAPER.write_text(f"{before}{BEGIN}\n\n{table}\n\n{END}{rest.partition(END)[2]}", encoding="utf-8")


def _measured(folder: Path, count: int) -> dict[str, float]:
    plans, template = texts.write_plans(folder / "plans", count), str(texts.write_template(folder / "template.docx"))
    plan, found = plans / "000.yaml", dict[str, float]()
    content = folder / "content.json"
    content.write_text(json.dumps(texts.context(0), ensure_ascii=False), encoding="utf-8")
    words = {"content": str(content), "benchmarks": str(ROOT / "benchmarks"), "template": template}
    ours = _python(OURS, plan=str(plan), out=str(folder / "warm"), **words)
    found |= {f"ours {name}": value for name, value in json.loads(_said(ours)).items()}
    found |= {
        f"docxtpl {name}": value
        for name, value in json.loads(_said(_python(DOCXTPL, out=str(folder / "t.docx"), **words))).items()
    }
    fonts = sorted(
        {str(path.parent) for path in (ROOT / ".fonts", Path("/usr/share")) for path in path.rglob("FandolFang*")}
    )
    found |= {f"typst {name}": value for name, value in json.loads(_said(_python(TYPST, fonts=fonts, **words))).items()}
    empty, program = [sys.executable, "-c", "pass"], [sys.executable, "-m", "generator"]
    filled = folder / "filled"
    filled.mkdir()
    for _ in range(ROUNDS):
        shutil.rmtree(folder / "cold", ignore_errors=True)
        _least(found, "start", lambda: _cpu(empty))
        _least(found, "help", lambda: _cpu([*program, "--help"]))
        _least(found, "check", lambda: _cpu([*program, "check", str(plan)]))
        _least(found, "ours cold", lambda: _cpu([*program, "build", str(plan), "-o", str(folder / "cold")]))
        _least(
            found,
            "office cold",
            lambda: (
                _cpu(_python(FILL, count=1, out=str(filled), **words)) + _cpu(_office(folder, [filled / "000.docx"]))
            ),
        )
    found["ours many"] = _wall([*program, "build", str(plans), "-o", str(folder / "out"), "--jobs", "2"])
    _least(found, "kept", lambda: _wall([*program, "build", str(plans), "-o", str(folder / "out")]))
    _least(found, "kept", lambda: _wall([*program, "build", str(plans), "-o", str(folder / "out")]))
    fill = _wall(_python(FILL, count=count, out=str(filled), **words))
    found["office many"] = fill + _wall(_office(folder, sorted(filled.glob("*.docx"))))
    return found


def _office(folder: Path, files: list[Path]) -> list[str]:
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder / "converted")]
    return [*command, *map(str, files)]


def _python(code: str, **words: object) -> list[str]:
    return [sys.executable, "-c", code.format(**words)]


def _least(found: dict[str, float], name: str, measure: Callable[[], float]) -> None:
    found[name] = min(found.get(name, float("inf")), measure())


def _said(command: list[str]) -> str:
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(done.stderr)
    return done.stdout.splitlines()[-1]


def _cpu(command: list[str]) -> float:
    """CPU milliseconds of a process and all it waits for."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def _wall(command: list[str]) -> float:
    before = time.monotonic()
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return 1000 * (time.monotonic() - before)


def _table(found: dict[str, float], count: int) -> str:
    a_page, typst_page = found["ours pdf"] / found["ours pages"], found["typst pdf"] / found["typst pages"]
    pages, start = f"{found['ours pages']:.0f} 页", found["start"]
    rows = [
        (
            f"一份 {pages}，DOCX 和 PDF，冷启动",
            f"{found['ours cold']:.0f} ms CPU",
            f"docxtpl 加 LibreOffice {found['office cold']:.0f} ms",
            found["ours cold"] / found["office cold"],
            "≤ 0.40",
        ),
        (
            f"{count} 份，DOCX 和 PDF，两个核",
            f"{found['ours many'] / 1000:.1f} 秒",
            f"docxtpl 加一次 LibreOffice {found['office many'] / 1000:.1f} 秒",
            found["ours many"] / found["office many"],
            "≤ 0.20",
        ),
        (
            "一份 DOCX，热",
            f"{found['ours docx']:.1f} ms CPU",
            f"docxtpl {found['docxtpl docx']:.1f} ms",
            found["ours docx"] / found["docxtpl docx"],
            "< 1，≤ 10 ms",
        ),
        (
            "PDF，热，每页",
            f"{a_page:.1f} ms CPU",
            f"typst {typst_page:.1f} ms（{found['typst pages']:.0f} 页）",
            a_page / typst_page,
            "≤ 2.5，≤ 14 ms",
        ),
        ("`--help`", f"{found['help']:.0f} ms CPU", f"python -c pass {start:.0f} ms", found["help"] / start, "≤ 6"),
        (
            "`check` 一份",
            f"{found['check']:.0f} ms CPU",
            f"python -c pass {start:.0f} ms",
            found["check"] / start,
            "≤ 14",
        ),
        (
            f"{count} 份都没有改动",
            f"{found['kept'] / 1000:.2f} 秒",
            f"全部生成 {found['ours many'] / 1000:.1f} 秒",
            found["kept"] / found["ours many"],
            "≤ 0.5 秒",
        ),
        (
            "`--watch` 存盘后重新生成一份",
            f"{found['ours again']:.0f} ms CPU",
            f"冷启动 {found['ours cold']:.0f} ms",
            found["ours again"] / found["ours cold"],
            "≤ 0.20",
        ),
    ]
    lines = ["| 项目 | 校文 | 对照 | 比 | 目标 |", "|---|---|---|---|---|"]
    lines += [f"| {what} | {ours} | {other} | {ratio:.2f} | {target} |" for what, ours, other, ratio, target in rows]
    return "\n".join([*lines, "", _versions()])


def _versions() -> str:
    names = ("xiaowen", "weasyprint", "pydyf", "fonttools", "python-docx", "lxml", "docxtpl", "typst", "distributed")
    office = subprocess.run(["soffice", "--version"], capture_output=True, text=True, check=True).stdout.split()[:2]  # noqa: S607 - wherever it lies
    found = [f"Python {platform.python_version()}", " ".join(office)]
    for name in names:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            found.append(f"{name} 没有")
    return f"{date.today().isoformat()}，{os.cpu_count()} 核：{'，'.join(found)}。"  # noqa: DTZ011 - the day on which it was measured


if __name__ == "__main__":
    main()
