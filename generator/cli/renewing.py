"""Commands that carry plans on: roll, diff, people."""

from pathlib import Path
from typing import Annotated

import typer

from generator.cli.application import app, today
from generator.commands.chinese import Command


@app.command(cls=Command)
def roll(
    plan: Annotated[Path | None, typer.Argument(metavar="文件", help="今年的计划", show_default=False)] = None,
    year: Annotated[int, typer.Option("--year", metavar="年份", help="转到哪一年，如 2027", show_default=False)] = 0,
    out: Annotated[
        Path | None, typer.Option("-o", "--out", metavar="文件", help="写到哪个文件或文件夹；不写就放进那一年的文件夹")
    ] = None,
    force: Annotated[bool, typer.Option("--force", metavar="", help="已经有了也重写")] = False,
) -> None:
    """把今年的计划转成明年的，列出要人核对的地方"""
    from generator.commands.renewing import renew_and_report

    if plan is None or not year:
        raise typer.BadParameter("请写明计划和年份，如 xiaowen roll plans/2026/安全.yaml --year 2027")
    renew_and_report(plan, year, out, today(), force=force)


@app.command(cls=Command)
def diff(
    old: Annotated[Path | None, typer.Argument(metavar="旧", help="旧的计划", show_default=False)] = None,
    new: Annotated[Path | None, typer.Argument(metavar="新", help="新的计划", show_default=False)] = None,
    docx: Annotated[
        Path | None, typer.Option("--docx", metavar="文件", help="另写一份带修订标记的 Word 文件，供会上讨论")
    ] = None,
    force: Annotated[bool, typer.Option("--force", metavar="", help="Word 文件已经有了也重写")] = False,
) -> None:
    """两份计划有哪些不同，逐节列出"""
    from generator.commands.comparing import compare_and_report

    if old is None or new is None:
        raise typer.BadParameter("请写明两份计划，如 xiaowen diff plans/2026/安全.yaml plans/2027/安全.yaml")
    compare_and_report(old, new, docx, today(), force=force)
