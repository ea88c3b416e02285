"""Commands that tell what there is: kinds, schema, doctor."""

from typing import Annotated

import typer

from generator.cli.application import app
from generator.commands.chinese import Command


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
