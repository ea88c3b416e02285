"""Folders of small plans for the tests of many documents at once."""

from datetime import date
from pathlib import Path

from generator.batch import gather
from generator.orders import Built, Order, Wanted
from generator.production.workshop import Means, workshop

TODAY = date(2026, 3, 1)
ALONE = Means(jobs=1)
SCHOOL = "名称: {name}\n人员: [{{姓名: 周文, 职务: 校长}}]\n"
PLAN = """\
文种: 实施方案
标题: {title}实施方案
成文日期: 2026-02-27
正文:
  工作目标: 人人会避险。
  组织机构: {{组长: 校长}}
  工作措施: 每月演练一次。
"""
NOTICE = """\
文种: 通知
标题: 关于开展消防演练的通知
成文日期: 2026-03-01
主送: 各年级组
正文: 现将方案印发给你们，请遵照执行。
附件:
  - 计划: {file}
"""


def place(folder: Path, *titles: str, name: str = "青山县实验小学") -> Path:
    """A school with plans of these titles."""
    write(folder / "学校.yaml", SCHOOL.format(name=name))
    for title in titles:
        write(folder / f"{title}.yaml", PLAN.format(title=title))
    return folder


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def orders(folder: Path, *forms: str) -> list[Order]:
    return [Order(job, Wanted(forms or ("html",), TODAY)) for job in gather([folder]).jobs]


def run(folder: Path, *forms: str, means: Means = ALONE, today: date = TODAY) -> tuple[list[Built], list[Built]]:
    """What a run keeps and what it makes, in folder/out."""
    with workshop(folder / "out", means) as shop:
        kept, rest = shop.survey(gather([folder]).jobs, Wanted(forms or ("html",), today))
        return kept, list(shop.produce(rest))


def contents(out: Path) -> dict[str, bytes]:
    """Every finished file below the folder."""
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("[!.]*") if path.is_file()}
