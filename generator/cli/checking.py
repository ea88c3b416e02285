"""Commands that look and change nothing, or only what is safe: check, verify, explain."""

from pathlib import Path
from typing import Annotated

import typer

from generator.cli.application import CheckedPaths, app, finish, today
from generator.commands.chinese import Command
from generator.commands.options import given_paths
from generator.problems import Severity


@app.command(cls=Command)
def check(
    paths: CheckedPaths = None,
    form: Annotated[
        str, typer.Option("--format", metavar="text|json|sarif|github", help="给人看用 text，给程序看用其余几种")
    ] = "text",
    strict: Annotated[bool, typer.Option("--strict", metavar="", help="有警告也算不通过")] = False,
    fix: Annotated[bool, typer.Option("--fix", metavar="", help="有把握的就地改好，注释和版面不动")] = False,
) -> None:
    """只检查，不生成；旧的 Word、PDF、文本文件也能查"""
    from generator.commands.reports import FORMATS
    from generator.commands.session import check_and_report

    if form not in FORMATS:
        raise typer.BadParameter(f"--format 只有 {'、'.join(FORMATS)}，没有“{form}”")
    stopping = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    finish(check_and_report(given_paths(paths), today(), form, fix=fix), stopping)


@app.command(cls=Command)
def verify(
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="文件", help="DOCX 或 PDF，可以写几个；不限本程序生成的", show_default=False),
    ] = None,
    form: Annotated[str, typer.Option("--format", metavar="text|json", help="给人看用 text，给程序看用 json")] = "text",
) -> None:
    """按国家标准逐条量一份 DOCX 或 PDF"""
    from generator.commands.verify import verify_and_report

    if form not in ("text", "json"):
        raise typer.BadParameter(f"--format 只有 text 和 json，没有“{form}”")
    if not files:
        raise typer.BadParameter("请写明要量的文件，如 xiaowen verify 计划.pdf")
    if not verify_and_report(files, structured=form == "json"):
        raise typer.Exit(1)


@app.command(cls=Command)
def explain(
    rule: Annotated[
        str, typer.Argument(metavar="规则", help="问题后面方括号里的名称；不写就列出全部", show_default=False)
    ] = "",
) -> None:
    """说明一条检查规则：为什么，怎么改"""
    from generator.check.registry import RULES
    from generator.commands.session import near_rules
    from generator.commands.terminal import say

    if rule and rule not in RULES:
        raise typer.BadParameter(f"没有“{rule}”这条规则{near_rules(rule)}")
    for found in [RULES[rule]] if rule else RULES.values():
        say(f"{found.name}（{found.severity}）", "bold")
        say(f"{found.documentation}\n")
