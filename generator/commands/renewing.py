"""What is told of a plan turned to another year."""

from collections import Counter
from datetime import date
from pathlib import Path

from generator.commands.terminal import say
from generator.desk import shown
from generator.renewing import renew
from generator.roll.concerns import KINDS
from generator.roll.turn import unknown


def renew_and_report(path: Path, year: int, out: Path | None, today: date, *, force: bool) -> None:
    """Turn the plan and tell what was written and what is to be decided."""
    renewed = renew(path, year, out, today, force=force)
    say(f"写好了 {shown(renewed.path)}：改了 {renewed.changed} 处年份、日期和编号", "green")
    say(f"写好了 {shown(renewed.checklist)}：{len(renewed.decisions)} 处要人核对，可以打印", "green")
    counts = Counter(decision.kind for decision in renewed.decisions)
    for kind in KINDS:
        if counts[kind]:
            say(f"　{kind} {counts[kind]} 处")
    for missing in renewed.unknown_years:
        say(f"{unknown(missing)}：日期没有顺延，请核对；公布后写进 学校.yaml 的“节假日”", "yellow")
