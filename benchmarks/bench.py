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
ROUNDS, SHORT_ROUNDS = 5, 15
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}

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
from generator.dossier import open_dossier
from generator.examining import kind_of
from generator.orders import Wanted
from generator.page import render
from generator.production.worker import settle
from generator.production.workshop import Means
from generator.batch import gather
from generator.writers import write
import pypdfium2
plans, out = sorted(Path({plans!r}).glob("[0-9]*.yaml")), Path({out!r})
day = date(2026, 3, 1)
def page(plan):
    dossier = open_dossier(plan)
    return render(dossier.assembled, dossier.school, kind_of(dossier))
def each(action, things):
    return min(least(lambda: action(one), 1) for one in things)
for plan in plans[:4]:
    build(plan, out, ("docx", "pdf"), day)
settle()
pages = len(pypdfium2.PdfDocument(out / (plans[0].stem + ".pdf")))
producing.say = producing.show_problems = lambda *_: None
def again(number):
    text = plans[0].read_text(encoding="utf-8")
    plans[0].write_text(text.replace("。", f"，第{{number}}次修改。", 1), encoding="utf-8")
    producing._rebuild(gather([plans[0]]), out, Wanted(("docx", "pdf"), day), Means())
print(json.dumps({{
    "docx written": each(lambda html: write(html, "docx"), list(map(page, plans[4:10]))),
    "pdf written": each(lambda html: write(html, "pdf"), list(map(page, plans[10:16]))),
    "docx": each(lambda plan: build(plan, out, ("docx",), day), plans[16:22]),
    "pdf": each(lambda plan: build(plan, out, ("pdf",), day), plans[22:28]),
    "again": each(again, range(5)),
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
with open({contents!r}, encoding="utf-8") as stream:
    contents = json.load(stream)
for number, content in enumerate(contents[:{count}]):
    template = DocxTemplate({template!r})
    template.render(content)
    template.save(f"{out}/{{number:03}}.docx")
"""
TYPST = (
    WARM
    + """
import texts, typst, pypdfium2
fonts = {fonts!r}
def compiled(number):
    return typst.compile(texts.typst_source(number).encode(), font_paths=fonts, ignore_system_fonts=True)
pages = len(pypdfium2.PdfDocument(compiled(0)))
print(json.dumps({{"pdf": min(least(lambda: compiled(number), 1) for number in range(1, 7)), "pages": pages}}))
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
    contents = folder / "contents.json"
    contents.write_text(json.dumps(list(map(texts.context, range(count))), ensure_ascii=False), encoding="utf-8")
    words = {"contents": str(contents), "benchmarks": str(ROOT / "benchmarks"), "template": template}
    ours = _python(OURS, plans=str(texts.write_plans(folder / "warm plans", 28)), out=str(folder / "warm"), **words)
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
    _cpu([*program, "build", str(plan), "-o", str(folder / "first")])  # what a first run compiles is kept
    filled = folder / "filled"
    filled.mkdir()
    for _ in range(SHORT_ROUNDS):
        _least(found, "start", lambda: _cpu(empty))
        _least(found, "help", lambda: _cpu([*program, "--help"]))
        _least(found, "check", lambda: _cpu([*program, "check", str(plan)]))
    for _ in range(ROUNDS):
        shutil.rmtree(folder / "cold", ignore_errors=True)
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
    """CPU milliseconds of a process and all it waits for, its modules compiled before as on any machine that is used."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, env=ENVIRONMENT)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def _wall(command: list[str]) -> float:
    before = time.monotonic()
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, env=ENVIRONMENT)
    return 1000 * (time.monotonic() - before)


def _table(found: dict[str, float], count: int) -> str:
    a_page, typst_page = found["ours pdf"] / found["ours pages"], found["typst pdf"] / found["typst pages"]
    written = found["ours pdf written"] / found["ours pages"]
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
            "一份 DOCX，热：编排和写",
            f"{found['ours docx written']:.1f} ms CPU",
            f"docxtpl {found['docxtpl docx']:.1f} ms",
            found["ours docx written"] / found["docxtpl docx"],
            "< 1，≤ 10 ms",
        ),
        (
            "一份 DOCX，热：读计划、检查、编排、写、存",
            f"{found['ours docx']:.1f} ms CPU",
            f"docxtpl {found['docxtpl docx']:.1f} ms",
            found["ours docx"] / found["docxtpl docx"],
            "",
        ),
        (
            "PDF，热，每页：编排、拼版、写",
            f"{written:.1f} ms CPU",
            f"typst {typst_page:.1f} ms（{found['typst pages']:.0f} 页）",
            written / typst_page,
            "≤ 2.5，≤ 14 ms",
        ),
        (
            "PDF，热，每页：读计划、检查、编排、拼版、写、存",
            f"{a_page:.1f} ms CPU",
            f"typst {typst_page:.1f} ms",
            a_page / typst_page,
            "",
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
