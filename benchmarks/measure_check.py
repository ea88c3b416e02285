"""How much of what careful readers noted in real documents `xiaowen check` finds: measure_check.py FOLDER [-v].

FOLDER holds `clean/` and `docs/` (texts) and `lint/<name>.json` (a list of findings: quote, defect, in, confidence).
A finding counts as found where a report's words overlap its quote, or where the report is about the whole document
and of the same kind. What is reported and was not noted has to be judged by a person: `-v` lists it.
"""

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from generator.check import RULES
from generator.inspection import inspect
from generator.problems import Problem

KINDS = ("clean", "docs")
WHOLE = {
    "halfwidth-punctuation", "missing-signature", "missing-title", "missing-date", "missing-closing", "web-noise",
    "heading-punctuation", "numbering-level", "placeholder", "missing-attachment", "multi-line-title", "layout-roster",
    "table-blank", "kind-mismatch",
}  # fmt: skip
"""Defects of a whole document, which may be shown anywhere in it."""

Span = tuple[int, int]


def bare(text: str) -> str:
    """The text without white space."""
    return re.sub(r"\s", "", text)


def spans(quote: str, text: str) -> Iterator[Span]:
    """Every place of the quote in the text, both without white space."""
    wanted = bare(quote)
    start = text.find(wanted) if wanted else -1
    while start >= 0:
        yield start, start + len(wanted)
        start = text.find(wanted, start + 1)


def place(problem: Problem, paragraphs: list[str]) -> list[Span]:
    """Where a problem's words stand in the text without white space."""
    if not 0 < problem.line <= len(paragraphs):
        return []
    before = sum(len(bare(paragraph)) for paragraph in paragraphs[: problem.line - 1])
    line = re.sub(r"\s+", " ", paragraphs[problem.line - 1]).strip()
    start = before + len(bare(line[: problem.column - 1]))
    return [(start, start + max(1, len(bare(problem.quote))))]


def same_kind(defect: str, rule: str) -> bool:
    """Whether a rule is about a defect of whole documents."""
    words = defect.split("-")
    return defect == rule or (defect in WHOLE and words[0] in rule and words[-1] in rule)


def measure(folder: Path) -> Iterator[tuple[str, str, str, str]]:
    """Rows of (what, family or defect, document, words): 找到, 漏掉 for findings; 对上, 另报 for reports."""
    today = datetime.now().astimezone().date()
    for noted in sorted((folder / "lint").glob("*.json")):
        texts = {kind: (folder / kind / f"{noted.stem}.txt") for kind in KINDS}
        problems = {kind: inspect(file, today) for kind, file in texts.items()}
        paragraphs = {
            kind: [line for line in file.read_text("utf-8").splitlines() if line.strip()]
            for kind, file in texts.items()
        }
        used: dict[str, set[int]] = defaultdict(set)
        for finding in json.loads(noted.read_text("utf-8")):
            kind = finding["in"]
            quoted = list(spans(finding["quote"], bare("".join(paragraphs[kind]))))
            hits = {
                number
                for number, problem in enumerate(problems[kind])
                if same_kind(finding["defect"], problem.rule)
                or any(a < d and c < b for a, b in quoted for c, d in place(problem, paragraphs[kind]))
            }
            used[kind] |= hits
            if finding.get("confidence") != "low":
                yield ("找到" if hits else "漏掉"), finding["defect"], noted.stem, finding["quote"]
        for number, problem in enumerate(problems["clean"]):
            family = RULES[problem.rule].family if problem.rule in RULES else "其他"
            yield ("对上" if number in used["clean"] else "另报"), family, noted.stem, f"{problem.rule} {problem}"


def main() -> int:
    """Print recall by defect, and what was reported by family."""
    rows = list(measure(Path(sys.argv[1])))
    count = Counter(what for what, *_ in rows)
    found, noted = count["找到"], count["找到"] + count["漏掉"]
    print(f"记下的 {noted} 处，找到 {found} 处，{found / noted:.3f}")
    print(f"报告 {count['对上'] + count['另报']} 处，与记下的对上 {count['对上']} 处")
    for labels in (("找到", "漏掉"), ("对上", "另报")):
        table = Counter((group, what) for what, group, *_ in rows if what in labels)
        for group in dict.fromkeys(group for group, _ in table):
            print(f"  {group}：{labels[0]} {table[group, labels[0]]}，{labels[1]} {table[group, labels[1]]}")
    if "-v" in sys.argv:
        for what, group, document, words in rows:
            if what in ("漏掉", "另报"):
                print(what, group, document[:20], words)
    return 0


if __name__ == "__main__":
    sys.exit(main())
