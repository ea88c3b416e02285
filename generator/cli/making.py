"""Commands that write documents: build, new."""

from pathlib import Path
from typing import Annotated

import typer

from generator.cli.application import Paths, app, finish, today
from generator.commands.chinese import Command
from generator.commands.options import Standard, WithoutSource, filing_wanted, forms_wanted, given_paths
from generator.filing import Filing


@app.command(cls=Command)
def build(  # noqa: PLR0913, PLR0917 - one argument for every option of the command
    paths: Paths = None,
    to: Annotated[str, typer.Option("--to", metavar="格式", help="docx、pdf、html，几种之间用逗号隔开")] = "docx,pdf",
    out: Annotated[Path, typer.Option("-o", "--out", metavar="目录", help="输出文件夹")] = Path("out"),
    no_pdf: Annotated[bool, typer.Option("--no-pdf", metavar="", help="不生成 PDF")] = False,
    pdf: Standard = Filing.standard,
    no_source: WithoutSource = False,
    watch: Annotated[
        bool, typer.Option("--watch", metavar="", help="一直看着，存盘就重新生成，按 Ctrl-C 结束")
    ] = False,
) -> None:
    """生成 DOCX、PDF、HTML"""
    from generator.commands.session import build_and_report, usable_forms, watch_and_report

    filing = filing_wanted(pdf, no_source)
    forms = usable_forms(forms_wanted(to, no_pdf))
    if watch:
        watch_and_report(given_paths(paths), out, forms, today(), filing)
    else:
        finish(build_and_report(given_paths(paths), out, forms, today(), filing))


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
