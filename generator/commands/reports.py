"""What was found, in the forms that people and programs read: text, JSON, SARIF, the notes of GitHub."""

import json
from collections.abc import Callable, Sequence
from typing import Any

from generator import __version__
from generator.check.registry import RULES
from generator.commands.terminal import say, show_problems
from generator.problems import Problem, Severity

_SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}
_NOTES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}
_ESCAPES = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTIES = _ESCAPES | {":": "%3A", ",": "%2C"}


def _json(problems: Sequence[Problem]) -> str:
    fields = ("file", "line", "column", "rule", "severity", "message", "quote")
    return _printed([{field: getattr(problem, field) for field in fields} for problem in problems])


def _sarif(problems: Sequence[Problem]) -> str:
    """SARIF 2.1.0, one run with the rules that spoke."""
    rules = [{"id": name, **_rule(name)} for name in sorted({problem.rule for problem in problems})]
    driver = {"name": "xiaowen", "version": __version__, "rules": rules}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": list(map(_result, problems))}
    return _printed({"$schema": _SARIF_SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(name: str) -> dict[str, Any]:
    rule = RULES.get(name)
    return {"fullDescription": {"text": rule.documentation}} if rule else {}


def _result(problem: Problem) -> dict[str, Any]:
    region = {"startLine": max(problem.line, 1), "startColumn": max(problem.column, 1)}
    if problem.quote:
        region["snippet"] = {"text": problem.quote}  # type: ignore[assignment] # a region holds numbers and a snippet
    place = {"artifactLocation": {"uri": problem.file.replace("\\", "/")}, "region": region}
    return {
        "ruleId": problem.rule,
        "level": _LEVELS[problem.severity],
        "message": {"text": problem.message},
        "locations": [{"physicalLocation": place}],
    }


def _github(problems: Sequence[Problem]) -> str:
    """One workflow command a problem; GitHub shows it beside the line."""
    return "\n".join(
        f"::{_NOTES[problem.severity]} file={_escaped(problem.file, _IN_PROPERTIES)},line={problem.line},"
        f"col={problem.column},title={_escaped(problem.rule, _IN_PROPERTIES)}::{_escaped(problem.message, _ESCAPES)}"
        for problem in problems
    )


def _escaped(text: str, escapes: dict[str, str]) -> str:
    return "".join(escapes.get(character, character) for character in text)


def _printed(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2)


STRUCTURED: dict[str, Callable[[Sequence[Problem]], str]] = {"json": _json, "sarif": _sarif, "github": _github}
"""What programs read, by the word after --format."""

FORMATS = ("text", *STRUCTURED)


def report(problems: Sequence[Problem], form: str, closing: str) -> None:
    """Print the problems in this form; the closing line is for people only."""
    if form == "text":
        show_problems(problems)
        say(closing)
    elif printed := STRUCTURED[form](problems):
        say(printed)
