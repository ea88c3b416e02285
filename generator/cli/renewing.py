"""Commands that carry plans on: roll, diff, people."""

from pathlib import Path
from typing import Annotated

import typer

from generator.cli.application import app, finish, today
from generator.commands.chinese import Command
from generator.commands.options import forms_wanted, given_paths, person_and_paths


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


@app.command(cls=Command)
def people(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="姓名 文件或目录", help="姓名在前；不写姓名就列出每个人", show_default=False),
    ] = None,
    replace: Annotated[
        str, typer.Option("--replace", metavar="旧名=新名", help="在 学校.yaml 里换人，并重新生成换了人的文稿")
    ] = "",
    in_plans: Annotated[
        bool, typer.Option("--in-plans", metavar="", help="计划的名单、责任人里直接写着旧名的，也一起改")
    ] = False,
    to: Annotated[str, typer.Option("--to", metavar="格式", help="换人后生成 docx、pdf、html 中的哪几种")] = "docx,pdf",
    out: Annotated[Path, typer.Option("-o", "--out", metavar="目录", help="换人后生成到哪个文件夹")] = Path("out"),
) -> None:
    """谁在哪些计划里担什么责；换人"""
    from generator.commands.producing import usable_forms
    from generator.commands.staff import people_and_report, replace_and_report

    name, paths = person_and_paths(words)
    if not replace:
        finish(people_and_report(name, given_paths(paths)))
        return
    names = tuple(part.strip() for part in replace.replace("＝", "=").split("="))
    if len(names) != len(("old", "new")) or not all(names) or name:
        raise typer.BadParameter("换人请写成 xiaowen people --replace 旧名=新名，后面可以写计划的文件夹")
    forms = usable_forms(forms_wanted(to, False))
    finish(replace_and_report((names[0], names[1]), given_paths(paths), out, forms, today(), in_plans=in_plans))
