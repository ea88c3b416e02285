"""The help page of a command, drawn here: rich, which draws typer's, takes ten times the start of Python to load."""

import re
from collections.abc import Iterator, Sequence
from shutil import get_terminal_size
from typing import Any
from unicodedata import east_asian_width

from generator.commands.front_page import WIDEST

_PIECE = re.compile(r"\[.*?]|[!-~]+|.")
"""What is never broken: a word of Latin letters, else every character for itself."""
_EARLY = "，。；：、）】！？"
"""Signs that do not begin a line."""

Row = Sequence[str]


def help_page(command: Any, context: Any) -> str:
    """Usage, purpose, panels of arguments, options and commands, what else there is to say."""
    room = min(get_terminal_size().columns, WIDEST)
    parameters = [(each, each.opts[0].startswith("-")) for each in command.get_params(context)]
    names = command.list_commands(context) if hasattr(command, "list_commands") else ()
    panels = {
        "参数": [(each.metavar, "", _meaning(each)) for each, is_option in parameters if not is_option],
        "选项": [(" ".join(each.opts), each.metavar, _meaning(each)) for each, is_option in parameters if is_option],
        "命令": [(name, "", _purpose(command.get_command(context, name))) for name in names],
    }
    words = [command.get_usage(context), *(text for text in (command.help,) if text)]
    drawn = (line for title, rows in panels.items() if rows for line in _panel(title, rows, room))
    end = [f"\n {command.epilog}"] if command.epilog else []
    return "\n".join(["", *(f" {text}\n" for text in words), *drawn, *end, ""])


def _purpose(command: Any) -> str:
    return str(command.help or "")


def _meaning(parameter: Any) -> str:
    """What a parameter is for, and what it is where it is left out."""
    default = parameter.default
    shown = parameter.show_default and default not in (None, "") and not isinstance(default, bool)
    return f"{parameter.help or ''}{f' [默认：{default}]' if shown else ''}"


def _panel(title: str, rows: Sequence[Row], room: int) -> Iterator[str]:
    """The rows in columns under a title, in a box as wide as the terminal."""
    *widths, _ = (max(map(_width, column)) for column in zip(*rows, strict=True))
    left = sum(width + 2 for width in widths if width)
    yield f"╭─ {title} {'─' * (room - _width(title) - 5)}╮"
    for *heads, text in rows:
        start = "".join(_filled(head, width + 2) for head, width in zip(heads, widths, strict=True) if width)
        for number, line in enumerate(_lines(text, room - left - 4)):
            yield f"│ {start if not number else ' ' * left}{_filled(line, room - left - 4)} │"
    yield f"╰{'─' * (room - 2)}╯"


def _lines(text: str, room: int) -> list[str]:
    """The text in lines of so many columns, none of them begun by a sign."""
    lines = [""]
    for piece in _PIECE.findall(text):
        if _width(lines[-1] + piece) > room and piece not in _EARLY:
            lines.append("")
        lines[-1] += piece if lines[-1] else piece.lstrip()
    return lines


def _filled(text: str, width: int) -> str:
    return text + " " * (width - _width(text))


def _width(text: str) -> int:
    """Columns of a terminal."""
    return sum(2 if east_asian_width(character) in "WFA" else 1 for character in text)
