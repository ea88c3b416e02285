"""The words of a command line as the pipeline takes them."""

from pathlib import Path
from typing import Annotated

import typer

from generator.filing import STANDARDS, Filing

Paths = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="文件或目录",
        help="计划文件或文件夹；不写就是 plans，没有 plans 就是当前文件夹",
        show_default=False,
    ),
]

To = Annotated[str, typer.Option("--to", metavar="格式", help="docx、pdf、html，几种之间用逗号隔开")]
Out = Annotated[Path, typer.Option("-o", "--out", metavar="目录", help="输出文件夹")]
NoPdf = Annotated[bool, typer.Option("--no-pdf", metavar="", help="不生成 PDF")]
Watch = Annotated[bool, typer.Option("--watch", metavar="", help="一直看着，存盘就重新生成，按 Ctrl-C 结束")]
Standard = Annotated[
    str,
    typer.Option("--pdf", metavar="标准", help="PDF 的标准：a-2a、a-3a 供归档，ua-1 无障碍，plain 普通"),
]
WithoutSource = Annotated[
    bool,
    typer.Option("--no-source", metavar="", help="文件里不带源文件（平时带着印出来的内容）"),
]
Jobs = Annotated[
    int,
    typer.Option("--jobs", metavar="个数", min=0, help="同时用几个进程；不写就用全部核心", show_default=False),
]
Force = Annotated[bool, typer.Option("--force", metavar="", help="没有改动的也重新生成")]
Dask = Annotated[
    str,
    typer.Option("--dask", metavar="地址", help="交给 Dask 集群生成，如 tcp://10.0.0.5:8786", show_default=False),
]

FORMS = ("docx", "pdf", "html")


def forms_wanted(to: str, no_pdf: bool) -> tuple[str, ...]:
    """The forms that --to names, without the PDF where --no-pdf says so."""
    forms = dict.fromkeys(part.strip().lower() for part in to.replace("，", ",").split(",") if part.strip())
    unknown = [form for form in forms if form not in FORMS]
    if unknown:
        raise typer.BadParameter(f"格式只有 {'、'.join(FORMS)}，没有“{'、'.join(unknown)}”")
    wanted = tuple(form for form in forms if not (no_pdf and form == "pdf"))
    if not wanted:
        raise typer.BadParameter("没有要生成的格式：请在 --to 后面写上 docx、pdf 或 html")
    return wanted


def filing_wanted(standard: str, no_source: bool) -> Filing:
    """What --pdf and --no-source ask for."""
    if standard not in STANDARDS:
        raise typer.BadParameter(f"--pdf 只有 {'、'.join(STANDARDS)}，没有“{standard}”")
    return Filing(standard, with_source=not no_source)


def given_paths(paths: list[Path] | None) -> tuple[Path, ...]:
    """The paths to work on: those given, or the folder of plans."""
    default = Path("plans") if Path("plans").is_dir() else Path()
    return tuple(paths or (default,))


def person_and_paths(words: list[str] | None) -> tuple[str, list[Path]]:
    """A person's name, if the first word is one, and the paths behind it."""
    first, *rest = words or [""]
    if not first or Path(first).exists() or Path(first).name != first or Path(first).suffix:
        return "", [Path(word) for word in words or ()]
    return first, [Path(word) for word in rest]
