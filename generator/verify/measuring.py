"""A finished file measured: every clause in its order, with what was found and the verdict."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

from generator.sheets.pdf import read_pdf, refusal
from generator.verify import language, paper, word
from generator.verify.clause_table import ON_PAPER_ONLY
from generator.verify.clauses import CLAUSES, PRINTED, WRITTEN, Clause, Outcome, Verdict, unmeasured
from generator.verify.printout import Printout
from generator.verify.word_document import read_word

REGISTERED = (language, *paper.FAMILIES, *word.FAMILIES)
"""The modules whose functions measure; importing them is what registers them."""
LARGEST = 50 * 1024 * 1024
IN_THE_AIR = "只有印出来的纸上能量"
NOT_SAID = "DOCX 里不写明，排出来才知道：请量同一份文稿的 PDF"
NO_RULE = "这一项没有办法从 PDF 里认出来"


@dataclass(frozen=True)
class Row:
    """One clause and what came of measuring it."""

    clause: Clause
    verdict: Verdict
    outcome: Outcome

    def as_json(self) -> dict[str, Any]:
        """The row as plain data."""
        return {
            "id": self.clause.identity,
            "clause": self.clause.number,
            "what": self.clause.what,
            "required": self.clause.required,
            "measured": self.outcome.measured,
            "verdict": str(self.verdict),
            "places": [asdict(place) for place in self.outcome.places[:10]],
        }


def measure(data: bytes, name: str) -> tuple[Row, ...]:
    """Every row of the standard for a PDF or a DOCX; PlanError where it is neither or cannot be measured."""
    if len(data) > LARGEST:
        raise refusal(name, "large-file", f"文件有 {len(data) >> 20} MB，最多量 {LARGEST >> 20} MB")
    if data[:1024].lstrip().startswith(b"%PDF-"):
        return _rows(PRINTED, Printout(read_pdf(data, name)), NO_RULE)
    if data.startswith(b"PK"):
        return _rows(WRITTEN, read_word(data, name), NOT_SAID)
    locked = data.startswith(b"\xd0\xcf\x11\xe0")
    reason = "这是旧格式（DOC、WPS）或加了密码的文稿，请另存为不加密的 DOCX" if locked else "这不是 PDF，也不是 DOCX"
    raise refusal(name, "wrong-file", reason)


def _rows(measures: dict[str, Callable[[Any], Outcome]], subject: Any, absent: str) -> tuple[Row, ...]:
    return tuple(_row(clause, measures, subject, absent) for clause in sorted(CLAUSES.values(), key=_order))


def _row(clause: Clause, measures: dict[str, Callable[[Any], Outcome]], subject: Any, absent: str) -> Row:
    if clause.identity in measures:
        outcome = measures[clause.identity](subject)
    else:
        outcome = unmeasured(IN_THE_AIR if clause.identity in ON_PAPER_ONLY else absent)
    return Row(clause, _verdict(clause, outcome), outcome)


def _verdict(clause: Clause, outcome: Outcome) -> Verdict:
    if outcome.verdict is not None:
        return outcome.verdict
    if outcome.good:
        return Verdict.GOOD
    return Verdict.BAD if clause.binding else Verdict.ADVICE


def _order(clause: Clause) -> tuple[int, str, int, int]:
    """By the section, then K before L, then number, then part."""
    section, _, rest = clause.identity.partition(".")
    row, _, part = rest.partition("-")
    return int(section), row.rstrip("0123456789"), int(row.lstrip("KL")), int(part or 1)
