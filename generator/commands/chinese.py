"""The command line's own words in Chinese: help, usage and the faults typer finds."""

import re
from typing import Any

from typer.core import TyperCommand, TyperGroup
from typer.exceptions import TyperException

from generator.commands.words import spare_pydantic
from generator.problems import PlanError

SENTENCES = (
    (r"No such option: (\S+)", r"没有“\1”这个选项。"),
    (r"No such command '(.+?)'\.", r"没有“\1”这个命令。"),
    (r" ?Did you mean '(.+)'\?", r"是否想写“\1”？"),
    (r"\(Possible options: (.+)\)", r"是否想写 \1？"),
    (r"Missing (?:argument|option|parameter) '(.+?)'\.", r"缺少“\1”。"),
    (r"Missing command\.", "请写明要用的命令。"),
    (r"Option '(.+?)' requires an argument\.", r"选项“\1”后面要写上内容。"),
    (r"Option '(.+?)' does not take a value\.", r"选项“\1”后面不用写内容。"),
    (r"Got unexpected extra argument\S* \((.+?)\)", r"多写了“\1”。"),
    (r"Input should be a valid integer.*", "个数要写整数。"),
    (r"Input should be greater than or equal to (\d+)", r"个数最小是 \1。"),
    (r"Invalid value(?: for '(.+?)')?: ", ""),
)
"""What typer says about a wrong command line, and how we say it; what is not listed stays as it is."""


def in_chinese(message: str) -> str:
    """A sentence of typer's in Chinese."""
    for english, chinese in SENTENCES:
        message = re.sub(english, chinese, message)
    return message


class _Chinese:
    """What a command and a group of commands share."""

    def get_params(self, ctx: Any) -> Any:
        """Every parameter, that for help with them."""
        parameters = super().get_params(ctx)  # type: ignore[misc]  # a mixin: the class beside it has this method
        spare_pydantic(parameters)
        return parameters

    def get_help_option(self, ctx: Any) -> Any:
        option = super().get_help_option(ctx)  # type: ignore[misc]  # as above
        option.help, option.metavar = "显示这份说明", ""
        return option

    def get_usage(self, ctx: Any) -> str:
        usage: str = super().get_usage(ctx)  # type: ignore[misc]  # as above
        return (
            usage.replace("Usage: ", "用法：", 1).replace("[OPTIONS]", "[选项]").replace("COMMAND [ARGS]...", "命令 …")
        )

    def format_help(self, ctx: Any, formatter: Any) -> None:
        from generator.commands.help_page import help_page

        formatter.write(help_page(self, ctx))


class Command(_Chinese, TyperCommand):
    """One command with Chinese help."""


class Commands(_Chinese, TyperGroup):
    """All commands: where a wrong command line (exit 2) and every problem (exit 1) is told."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """The first page of the help."""
        from generator.commands.front_page import front_page
        from generator.commands.help_page import help_page

        formatter.write(front_page(lambda: help_page(self, ctx).rstrip("\n")))

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run a command line; anything but a fault of the user's goes through."""
        try:
            code = super().main(*args, **extra | {"standalone_mode": False})
        except (PlanError, TyperException) as error:
            code = _tell(error)
        raise SystemExit(code or 0)


def _tell(error: PlanError | TyperException) -> int:
    """Say what went wrong; 1 for problems, 2 for a wrong command line."""
    from generator.commands.terminal import say, show_problems

    if isinstance(error, PlanError):
        show_problems(error.problems)
        return 1
    if message := error.format_message():
        say(f"用法错误：{in_chinese(message)}", "red")
    return error.exit_code
