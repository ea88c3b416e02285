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
