"""A simulated county: makes its schools and shared plans in a folder, builds a part and projects to the whole on paper."""

import argparse
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "plans" / "示例"
SCHOOLS = 300
PLANS = 12
NOT_SHARED = ("学校", "关于开展护学岗联合行动的通知")
"""The school's own papers: its people, and a notice whose number another body gives."""

COUNTIES = 100
"""Counties of a province."""


@dataclass
class Measured:
    """What one run took; `memory` and `times` hold each process' own memory in MB, a look a second, and CPU seconds."""

    documents: int = 0
    files: int = 0
    bytes: int = 0
    seconds: float = 0.0
    cpu: float = 0.0
    memory: dict[int, list[float]] = field(default_factory=dict)
    times: dict[int, float] = field(default_factory=dict)

    @property
    def per_core_hour(self) -> float:
        """Documents that a core makes in an hour of its time."""
        return 3600 * self.documents / self.cpu

    def levels(self) -> list[tuple[float, float, float]]:
        """Of every worker: its memory after the first tenth of the run, at the end, and at most."""
        busy = [process for process, used in self.times.items() if used > self.cpu / 10]
        series = [self.memory[process] for process in busy if len(self.memory[process]) > 2]
        return [(looks[len(looks) // 10], looks[-2], max(looks)) for looks in series]


def make(folder: Path, schools: int = SCHOOLS) -> None:
    """So many schools in townships, and the sample plans shared among them."""
    shutil.rmtree(folder, ignore_errors=True)
    text = (SAMPLES / "学校.yaml").read_text(encoding="utf-8")
    for number in range(1, schools + 1):
        place = folder / f"第{(number - 1) // 15 + 1:02}镇" / f"第{number:03}小学"
        place.mkdir(parents=True)
        own = text.replace("青山县实验小学", f"青山县第{number:03}小学")
        (place / "学校.yaml").write_text(own, encoding="utf-8")
    (folder / "共用").mkdir()
    for plan in [path for path in sorted(SAMPLES.glob("*.yaml")) if path.stem not in NOT_SHARED][:PLANS]:
        shutil.copy(plan, folder / "共用")
    for annexed in SAMPLES.glob("学校安全工作计划.yaml"):  # the notice carries it
        shutil.copy(annexed, folder / "共用")


def build(folder: Path, out: Path, *words: str) -> Measured:
    """One run over everything in the folder."""
    measured, started = Measured(), time.monotonic()
    command = [sys.executable, "-m", "generator", "build", str(folder), "-o", str(out), *words]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, start_new_session=True) as program:
        while program.poll() is None:
            for process, used, size in _processes(program.pid):
                measured.times[process] = used
                measured.memory.setdefault(process, []).append(size)
            time.sleep(0.5)
    made = [path for path in out.rglob("[!.]*") if path.is_file()]
    measured.seconds, measured.cpu = time.monotonic() - started, sum(measured.times.values())
    measured.files, measured.bytes = len(made), sum(path.stat().st_size for path in made)
    measured.documents = len({path.with_suffix("") for path in made})
    return measured


def _processes(session: int) -> Iterator[tuple[int, float, float]]:
    """Every process of a session: its CPU seconds, and its own memory in MB, without the fonts that all share."""
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(") ")[2].split()
            if int(fields[3]) != session:
                continue
            lines = (stat.parent / "smaps_rollup").read_text().splitlines()
        except (OSError, ValueError):
            continue
        own = next((int(line.split()[1]) for line in lines if line.startswith("Anonymous:")), 0)
        yield int(stat.parent.name), (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK"), own / 1024


def report(measured: Measured) -> str:
    """The figures as a table, projected to the county and to a province."""
    county = SCHOOLS * PLANS
    rate = measured.per_core_hour
    disk = measured.bytes / measured.documents / 1e6
    rows = [
        (
            "量了",
            f"{measured.documents} 份（{measured.files} 个文件），{measured.seconds:.0f} 秒，CPU {measured.cpu:.0f} 秒",
        ),
        ("每核每小时", f"{rate:.0f} 份"),
        ("每份（DOCX 和 PDF）占磁盘", f"{disk:.2f} MB"),
        (
            "每个进程的内存（前十分之一处 → 末尾，最高）",
            "；".join(f"{a:.0f} → {b:.0f}，{c:.0f} MB" for a, b, c in measured.levels()),
        ),
        (f"全县 {county} 份，折算", f"{county / rate:.1f} 核时，{county * disk / 1000:.1f} GB"),
        (
            f"全省 {COUNTIES} 县 {COUNTIES * county} 份，折算",
            f"{COUNTIES * county / rate:.0f} 核时，{COUNTIES * county * disk / 1e6:.2f} TB",
        ),
    ]
    return "\n".join(["| 项目 | 数 |", "|---|---|", *(f"| {name} | {value} |" for name, value in rows)])


def main() -> None:
    """python benchmarks/county.py FOLDER [--schools N] [--jobs N]"""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("folder", type=Path)
    words.add_argument("--schools", type=int, default=SCHOOLS)
    words.add_argument("--jobs", type=int, default=0)
    asked = words.parse_args()
    shutil.rmtree(asked.folder / "out", ignore_errors=True)
    make(asked.folder / "plans", asked.schools)
    measured = build(asked.folder / "plans", asked.folder / "out", "--force", "--jobs", str(asked.jobs))
    (asked.folder / "county.json").write_text(json.dumps(vars(measured)), encoding="utf-8")
    sys.stdout.write(report(measured) + "\n")


if __name__ == "__main__":
    main()
