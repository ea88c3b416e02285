"""Commands that write documents: build, new."""

from pathlib import Path
from typing import Annotated

import typer

from generator.cli.application import app, finish, today
from generator.commands import options
from generator.commands.chinese import Command
from generator.filing import Filing


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

    wanted = Wanted(options.forms_wanted(to, no_pdf), today(), options.filing_wanted(pdf, no_source))
    means = Means(jobs, dask, force)
    if watch:
        watch_and_report(options.given_paths(paths), out, wanted, means)
    else:
        finish(build_and_report(options.given_paths(paths), out, wanted, means))


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
    for written in write_skeletons(load_kinds().get(kind), path, today(), school=school):
        say(f"写好了 {written}", "green")
