"""The command that brings old files in: import."""

from pathlib import Path
from typing import Annotated

import typer

from generator.cli.application import app, finish, today
from generator.commands.chinese import Command


@app.command("import", cls=Command)
def import_(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="文件或目录",
            help="旧的 .docx、.pdf、.txt；装了 LibreOffice 还能读 .doc、.wps、.rtf、.odt；写 - 就读粘贴进来的文字",
            show_default=False,
        ),
    ] = None,
    out: Annotated[
        Path | None, typer.Option("-o", "--out", metavar="文件或目录", help="写到哪里；不写就在原文件旁边")
    ] = None,
    simplified: Annotated[bool, typer.Option("--simplify", metavar="", help="繁体转成简体")] = False,
    check: Annotated[bool, typer.Option("--check", metavar="", help="导入以后接着检查")] = False,
    force: Annotated[bool, typer.Option("--force", metavar="", help="已经有同名的文件也覆盖")] = False,
) -> None:
    """把旧的 Word、PDF、文本变成 YAML"""
    from generator.commands.importing import import_and_report

    if not paths:
        raise typer.BadParameter("请写明要导入的文件，如 xiaowen import 旧计划.docx -o 计划.yaml")
    plans, problems = import_and_report(tuple(paths), out, today(), simplified=simplified, force=force)
    if check and plans:
        from generator.commands.session import check_and_report

        problems = (*problems, *check_and_report(plans, today(), "text", fix=False))
    finish(problems)
