"""The command line: words in, exit code out (0 fine, 1 problems, 2 wrong usage)."""

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from generator import __version__
from generator.commands import options
from generator.commands.chinese import Command, Commands
from generator.filing import Filing
from generator.problems import Problem, Severity

app = typer.Typer(
    cls=Commands,
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="校文：学校的工作计划、实施方案、应急预案，用 YAML 写一遍，印成 DOCX 和 PDF。",
    epilog="第一次用：先运行 xiaowen new 工作计划，改好文字，再运行 xiaowen build。",
)


def main() -> None:
    """Run the command line."""
    app(prog_name="xiaowen")


def _show_version(asked: bool) -> None:
    if asked:
        typer.echo(f"xiaowen {__version__}")
        raise typer.Exit


@app.callback()
def _start(
    version: Annotated[
        bool, typer.Option("--version", metavar="", help="显示版本号", callback=_show_version, is_eager=True)
    ] = False,
) -> None:
    pass


@app.command(cls=Command)
def build(  # noqa: PLR0913, PLR0917 - one argument for every option of the command
    paths: options.Paths = None,
    to: options.To = "docx,pdf",
    out: options.Out = Path("out"),
    no_pdf: options.NoPdf = False,
    pdf: options.Standard = Filing.standard,
    no_source: options.WithoutSource = False,
    watch: options.Watch = False,
    jobs: options.Jobs = 0,
    force: options.Force = False,
    dask: options.Dask = "",
) -> None:
    """生成 DOCX、PDF、HTML"""
    from generator.commands.producing import build_and_report, watch_and_report
    from generator.orders import Wanted
    from generator.production.workshop import Means

    wanted = Wanted(options.forms_wanted(to, no_pdf), _today(), options.filing_wanted(pdf, no_source))
    means = Means(jobs, dask, force)
    if watch:
        watch_and_report(options.given_paths(paths), out, wanted, means)
    else:
        _finish(build_and_report(options.given_paths(paths), out, wanted, means))


@app.command(cls=Command)
def new(
    kind: Annotated[
        str, typer.Argument(metavar="文种", help="如 工作计划、应急预案；全部见 xiaowen kinds", show_default=False)
    ] = "",
    out: Annotated[
        Path | None, typer.Option("-o", "--out", metavar="文件", help="写到哪个文件或文件夹；不写就是 文种.yaml")
    ] = None,
    school: Annotated[
        bool, typer.Option("--school", metavar="", help="同时写一份 学校.yaml；附近没有时总会写")
    ] = False,
) -> None:
    """写一份带说明的样稿，不改就能生成"""
    from generator.commands.skeleton import skeleton_path, write_skeletons
    from generator.commands.terminal import say
    from generator.kinds import load_kinds

    if not kind and not school:
        raise typer.BadParameter(f"请写明文种：{'、'.join(load_kinds())}")
    if kind and kind not in load_kinds():
        raise typer.BadParameter(f"没有“{kind}”这个文种，可用的有：{'、'.join(load_kinds())}")
    path = skeleton_path(out, kind or "学校")
    for written in write_skeletons(load_kinds().get(kind), path, _today(), school=school):
        say(f"写好了 {written}", "green")


@app.command(cls=Command)
def check(
    paths: options.Paths = None,
    form: Annotated[str, typer.Option("--format", metavar="text|json", help="给人看用 text，给程序看用 json")] = "text",
) -> None:
    """只检查，不生成"""
    from generator.commands.session import check_and_report

    if form not in ("text", "json"):
        raise typer.BadParameter(f"--format 只有 text 和 json，没有“{form}”")
    _finish(check_and_report(options.given_paths(paths), _today(), as_json=form == "json"))


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
def kinds() -> None:
    """列出可用的文种"""
    from generator.commands.terminal import say
    from generator.kinds import load_kinds

    for kind in load_kinds().values():
        say(f"{kind.name}　{kind.purpose}")


@app.command(cls=Command)
def schema(
    school: Annotated[bool, typer.Option("--school", metavar="", help="学校.yaml 的，而不是计划的")] = False,
) -> None:
    """输出 JSON Schema，供编辑器补全键名"""
    import json

    from generator.kinds import load_kinds
    from generator.schema import json_schema, school_schema

    content = school_schema() if school else json_schema(load_kinds())
    typer.echo(json.dumps(content, ensure_ascii=False, indent=2))


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


@app.command(cls=Command)
def doctor() -> None:
    """看看这台机器缺什么字体和组件，怎么补"""
    from generator.commands.doctor import examine_machine, remedy
    from generator.commands.terminal import say

    findings = examine_machine()
    for finding in findings:
        detail = f"：{finding.detail}" if finding.detail else ""
        say(f"{'有' if finding.present else '缺'}　{finding.what}{detail}", "green" if finding.present else "red")
    complete = all(finding.present for finding in findings)
    say("什么都不缺。" if complete else f"要补上缺的，请运行：{remedy()}", "bold")


def _today() -> date:
    return datetime.now().astimezone().date()


def _finish(problems: Iterable[Problem]) -> None:
    """Exit 1 where anything is an error."""
    if any(problem.severity == Severity.ERROR for problem in problems):
        raise typer.Exit(1)
